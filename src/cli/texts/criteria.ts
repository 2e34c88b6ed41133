/** What `jihe criteria` says for people. */
import { OTHER_READING } from '../../words';
import type { CriterionReading, ReadingJson, ScoreJson } from '../criteria/reading';

export const NO_CRITERION = '请写明一条评分标准，用引号括起，例如：jihe criteria "每迟报一次扣1分，扣完为止" --points 5';
export const oneCriterionOnly = '一次查看一条评分标准，请把整条用引号括起。';
export const badPoints = (text: string): string => `--points 应为分值，是大于0的数，写的是「${text}」。`;
export const badFacts = (part: string): string =>
  `--facts 应写成「名称=值」，用逗号分开，例如：--facts "满意度=92%，迟报=2"；「${part}」不是这样。`;
export const unknownFact = (name: string, known: readonly string[]): string =>
  known.length === 0 ? `这条评分标准不需要「${name}」这样的数据。` : `这条评分标准没有用到「${name}」，用到的是：${known.join('、')}。`;
export const unknownCriterionFormat = (name: string): string => `没有「${name}」这种输出格式，可用的是 text、json。`;

const UNDERSTOOD = { whole: '全部读懂', part: '只读懂一部分', none: '没有读懂' } as const;

/** Behind what belongs to one of several readings; readings without a name are told apart by what they say. */
const named = (reading: string): string => (reading === '' || reading === OTHER_READING ? '' : `（${reading}）`);

function readingLines({ parts, says, reading }: ReadingJson, title: string, text: string): readonly string[] {
  const head = `${title}${named(reading)}：`;
  if (parts.length <= 1) return [`${head}${says}`];
  return [head, ...parts.map((part) => (part.text === text || part.text === '' ? `  ${part.says}` : `  「${part.text}」→ ${part.says}`))];
}

/** Scores that come of no arithmetic stand in one line, the others each with its own. */
function reachable({ scores }: ScoreJson): readonly string[] {
  const isPlain = (one: ScoreJson['scores'][number]): boolean => (one.arithmetic ?? '') === '' && named(one.reading) === '';
  const plain = scores.filter(isPlain).map(({ score }) => score);
  const others = scores.filter((one) => !isPlain(one));
  return [
    ...(plain.length === 0 ? [] : [`可得：${plain.join('、')}`]),
    ...others.map(({ score, arithmetic, reading }) => `可得：${(arithmetic ?? '') === '' ? score : arithmetic}${named(reading)}`),
  ];
}

function scoreLines(score: ScoreJson): readonly string[] {
  const missing = score.missing.length === 0 ? [] : [`还需要：${score.missing.join('、')}`];
  switch (score.is) {
    case 'exact':
    case 'one-of':
      return [...reachable(score), ...missing];
    case 'range':
      return [`可得：${score.from}至${score.to}`, ...missing];
    case 'not-applicable':
      return [
        { full: '该项不适用，得满分', excluded: '该项不适用，不计分', zero: '该项不适用，得0分' }[score.treatment ?? ''] ?? '该项不适用',
      ];
    case 'unknown':
      return missing;
  }
}

export function criterionText(one: CriterionReading): string {
  const several = one.readings.length > 1;
  const lines = [
    `评分标准：${one.text}`,
    `${UNDERSTOOD[one.understood]}${several ? `，有${one.readings.length}种理解，核对得分时每一种都认可` : ''}`,
    ...one.readings.flatMap((reading, at) => readingLines(reading, several ? `理解${at + 1}` : '理解为', one.text)),
    ...one.unread.map((part) => `没有读懂：「${part}」`),
    ...(one.facts.length === 0 ? [] : [`用到的数据：${one.facts.map(({ name }) => name).join('、')}`]),
    ...(one.fits ? [] : [`按字面最多得${one.reaches ?? '几种'}分，与分值${one.points}不一致，不据此核对得分`]),
    ...(one.score === null ? [] : scoreLines(one.score)),
  ];
  return `${lines.join('\n')}\n`;
}
