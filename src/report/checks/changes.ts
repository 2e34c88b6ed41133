/** 「87650元，比2023年98000元下降10.56%」: a change that its own sentence gives both numbers of. */
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, unitScaleOf, type TextFigure, unitText } from '../numbers';
import type { ReportLine } from '../types';
import { oneOfWords, sentenceStart, WORDS } from '../words';

const RISE = oneOfWords(WORDS.rises);
const FALL = oneOfWords(WORDS.falls);
const THAN = /^[，,]?(?:同?比|较|与)(?:上年|去年|20\d{2}年(?:度)?|上一年度?)(?:度)?(?:同期)?的?\s*$/;
/** What may stand between the former number and the change: the difference in figures. */
const CHANGED = new RegExp(
  `^[，,]?(?:(?:增加|减少|提高|下降|降低)了?[\\d.,]+(?:亿元|万元|元|万?[\\u4e00-\\u9fa5]{1,3})[，,])?(?:同比)?(${RISE}|${FALL})了?(?:幅度)?(?:为|达)?\\s*$`,
);

export function checkChanges(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const figures = figuresIn(line);
    for (const rate of figures) if (rate.unit === '%') judge(line, figures, rate, context);
  }
}

const between = (line: ReportLine, one: TextFigure, other: TextFigure): string => line.half.slice(one.end, other.from).trim();

function judge(line: ReportLine, figures: readonly TextFigure[], rate: TextFigure, context: ReportContext): void {
  const start = sentenceStart(line.half, rate.from);
  const before = figures.filter((one) => one.end <= rate.from && one.from >= start);
  for (const [index, was] of before.entries()) {
    const now = before.slice(0, index).filter((one) => unitScaleOf(one)?.of === unitScaleOf(was)?.of);
    if (now.length === 0 || unitScaleOf(was) === null || was.unit === '%') continue;
    const way = CHANGED.exec(between(line, was, rate));
    if (way === null || !THAN.test(between(line, now.at(-1)!, was))) continue;
    const rose = new RegExp(RISE).test(way[1]!);
    if (now.some((one) => isChange(one, was, rate, rose))) return context.tie(rate, 'tied');
    // Of several numbers before it nobody can tell which one changed.
    if (now.length === 1) differs(now[0]!, was, rate, rose, context);
    return;
  }
}

/** In percent, a fall counted from 0 upwards; null where it was nothing before. */
function changeOf(now: TextFigure, was: TextFigure, rose: boolean): Dec | null {
  const [a, b] = [now.value.times(unitScaleOf(now)!.by), was.value.times(unitScaleOf(was)!.by)];
  return b.isZero()
    ? null
    : a
        .minus(b)
        .div(b)
        .times(rose ? 100 : -100);
}

function isChange(now: TextFigure, was: TextFigure, rate: TextFigure, rose: boolean): boolean {
  const change = changeOf(now, was, rose);
  if (change === null) return true;
  const halves = [now, was].map((one) => one.half.times(unitScaleOf(one)!.by));
  const exact = [now, was].every(({ value }) => value.isInteger());
  const room = exact
    ? new Dec(0)
    : halves[0]!
        .plus(halves[1]!)
        .div(was.value.times(unitScaleOf(was)!.by))
        .times(100);
  // Some cut where others round.
  return change.minus(rate.value).abs().lte(rate.half.times(2).plus(room));
}

function differs(now: TextFigure, was: TextFigure, rate: TextFigure, rose: boolean, context: ReportContext): void {
  const change = changeOf(now, was, rose)!;
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写${rose ? '增长' : '下降'}${numberText(rate.value)}%；按${numberText(now.value)}${unitText(now)}和${numberText(was.value)}${unitText(was)}计算是${numberText(halfUp(change, 2))}%。请核对。`,
    { actual: rate.value.div(100), expected: halfUp(change, 2).div(100), also: [now, was], basis: '文内算术关系' },
  );
}
