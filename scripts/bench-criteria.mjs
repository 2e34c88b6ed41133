/**
 * What the rules cost: reading a criterion text that was never seen, and scoring a sheet whose criteria are known beside the
 * whole check of that sheet. Medians of CPU time, in turns within one run. `node scripts/bench-criteria.mjs` alone, or at the
 * end of `npm run bench`.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { makeBook } from './bench-books.mjs';
import { ensureBuilt } from './build.mjs';

const TEXT_GOAL = 0.2;
const SCORING_GOAL = 0.3;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 40;
const TURN = 10;

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

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

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

function scoringTimes(core, bytes, rounds) {
  const checks = [];
  const scoring = [];
  for (let round = 0; round < rounds; round += 1) {
    let tables;
    checks.push(
      cpuOf(() => {
        for (let n = 0; n < TURN; n += 1) {
          const book = core.readXlsx(bytes);
          tables = core.recognise(book).tables;
          for (const table of tables) core.assess(table, book, { first: true });
        }
      }) / TURN,
    );
    // Fresh tables: what is remembered of a table may not be reused.
    const fresh = Array.from({ length: TURN }, () => core.recognise(core.readXlsx(bytes)).tables).flat();
    scoring.push(
      cpuOf(() => {
        for (const table of fresh) core.deriveAll(table);
      }) / TURN,
    );
  }
  return [median(checks), median(scoring)];
}

const met = (holds) => (holds ? 'met' : 'not met');

export async function benchCriteria(core) {
  timesOf(core, WARM_UP, 0);
  const perText = median(timesOf(core, ROUNDS, WARM_UP * 20));
  console.log(`\na new criterion text takes ${perText.toFixed(3)} ms; goal ≤ ${TEXT_GOAL}: ${met(perText <= TEXT_GOAL)}`);
  lengthTimes(core);
  console.log(
    `long texts: ${lengthTimes(core)
      .map(([length, time]) => `${length} characters ${time.toFixed(2)} ms`)
      .join(', ')}`,
  );
  const bytes = await makeBook(1, 80);
  scoringTimes(core, bytes, WARM_UP / 2);
  const [check, scoring] = scoringTimes(core, bytes, ROUNDS);
  const share = scoring / (check - scoring);
  console.log(
    `an 80-row sheet is checked in ${check.toFixed(2)} ms, of which scoring takes ${scoring.toFixed(2)} ms: ${(share * 100).toFixed(0)} % on top; goal ≤ ${SCORING_GOAL * 100} %: ${met(share <= SCORING_GOAL)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failure = await ensureBuilt();
  if (failure !== null) throw new Error(failure);
  await benchCriteria(createRequire(import.meta.url)('../dist/bench-core.js'));
}
