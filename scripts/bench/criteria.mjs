/** What reading a criterion text costs that was never seen. Medians of CPU time. */
import { figure } from './goals.mjs';
import { median } from './race.mjs';

const TEXT_GOAL = 0.2;
const EXPONENT_GOAL = 1.1;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 40;

/** Of every kind; # makes each copy another text. */
const TEXTS = [
  '第#项每发现一例不符合要求的扣1分，扣完为止',
  '第#项在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。',
  '第#项支出安排率≥90%，计5分；80%（含）-90%，计4分；70%（含）-80%，计3分；60%（含）-70%，计2分；低于60%不得分。',
  '①已制定第#项管理制度，1分；②相关管理制度合法、合规、完整，1分；③相关管理制度得到有效执行，1分。',
  '第#项符合要求得2分，否则不得分；不涉及的得满分',
  '得分=（1-年中追加率#）×分值×60%+（1-预算调剂率#）×分值×40%',
  '第#项绩效目标全申报1分，缺一项扣0.5分；绩效目标规范1分，不规范扣0.5分；按时申报2分，逾期扣1分',
  '完成值达到目标值的，得满分；未达到目标值的，按完成值/目标值×分值计分（第#项）',
  '第#项结余为0的得3分；有结余但不超过上年结转的得2分；结余超过上年结转的不得分',
  '第#项要素完整得5分，否则酌情扣分；发现截留挪用的，本项不得分',
];

/** CPU milliseconds. */
function cpuOf(work) {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function timesOf(core, rounds, from) {
  const perText = [];
  for (let round = 0; round < rounds; round += 1) {
    const texts = Array.from({ length: 20 }, (_, n) => TEXTS.map((text) => text.replaceAll('#', String(from + round * 20 + n)))).flat();
    perText.push(
      cpuOf(() => {
        for (const text of texts) core.parseAfresh(text);
      }) / texts.length,
    );
  }
  return perText;
}

/** Twice the text may not take much more than twice the time. */
function lengthTimes(core) {
  return [1250, 2500, 5000].map((length) => {
    const texts = Array.from({ length: 30 }, (_, n) =>
      Array.from({ length }, (_, i) => TEXTS[(i + n) % TEXTS.length].replaceAll('#', String(i + n)))
        .join('')
        .slice(0, length),
    );
    return [length, median(texts.map((text) => cpuOf(() => core.parseAfresh(text))))];
  });
}

export function benchCriteria(core) {
  console.log('\ncriterion texts that were never seen');
  timesOf(core, WARM_UP, 0);
  figure('one text', median(timesOf(core, ROUNDS, WARM_UP * 20)), { goal: TEXT_GOAL, unit: 'ms' });
  lengthTimes(core);
  const times = lengthTimes(core);
  for (const [length, time] of times) figure(`${length} characters`, time, { unit: 'ms' });
  const [[shortest, from], [longest, to]] = [times[0], times[times.length - 1]];
  figure('growth with the length of a text, exponent', Math.log(to / from) / Math.log(longest / shortest), { goal: EXPONENT_GOAL });
}
