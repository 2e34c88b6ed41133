/** 「87650元，比2023年98000元下降10.56%」: a change that its own sentence gives both numbers of. */
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, unitScaleOf, type TextFigure, unitText } from '../numbers';
import type { ReportLine } from '../types';
import { oneOfWords, sentenceStart, WORDS, wordsBefore } from '../words';

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

const DIFFERENCE = new RegExp(`(?:${oneOfWords(WORDS.differences)})了?\\s*$`);
const FORMER = /(?:上年|去年|上一年度?)[^，,。；;\d]{0,12}$/;

const isDifference = (line: ReportLine, { from }: TextFigure): boolean => DIFFERENCE.test(wordsBefore(line.half, from));
const isFormer = (line: ReportLine, { from }: TextFigure): boolean => FORMER.test(wordsBefore(line.half, from));

/** The change in figures, divided by what it was before. */
function ofDifference(was: TextFigure, change: TextFigure, rate: TextFigure, way: string, context: ReportContext): void {
  const [before, by] = [was, change].map((one) => one.value.times(unitScaleOf(one)!.by));
  if (before!.isZero()) return;
  const due = by!.div(before!).times(100);
  if (due.minus(rate.value).abs().lte(rate.half.times(2))) return context.tie(rate, 'tied');
  tellRate(rate, due, `${way}${numberText(rate.value)}%；按${numberText(change.value)}÷${numberText(was.value)}`, [was, change], context);
}

/** 「由2022年的1250件降至2023年的920件」 */
const TO = new RegExp(`^的?(?:${oneOfWords(WORDS.raisedTo)})了?(?:20\\d{2}年(?:度)?|本年|今年)?的?$`);
const FROM = /[由从][^，,。；;]{0,12}$/;
const CHANGE_BEHIND = new RegExp(`^[，,](?:同比)?(${RISE}|${FALL})了?(?:幅度)?(?:为|达)?$`);

function fromTo(line: ReportLine, [was, now]: readonly TextFigure[], rate: TextFigure, context: ReportContext): boolean {
  const way = now === undefined ? null : CHANGE_BEHIND.exec(between(line, now, rate));
  if (way === null || !TO.test(between(line, was!, now!)) || !FROM.test(wordsBefore(line.half, was!.from))) return false;
  const kind = unitScaleOf(was!)?.of;
  if (kind === undefined || kind === '%' || unitScaleOf(now!)?.of !== kind) return false;
  const rose = new RegExp(RISE).test(way[1]!);
  if (isChange(now!, was!, rate, rose)) context.tie(rate, 'tied');
  else differs(now!, was!, rate, rose, context);
  return true;
}

const between = (line: ReportLine, one: TextFigure, other: TextFigure): string => line.half.slice(one.end, other.from).trim();

function judge(line: ReportLine, figures: readonly TextFigure[], rate: TextFigure, context: ReportContext): void {
  const start = sentenceStart(line.half, rate.from);
  const before = figures.filter((one) => one.end <= rate.from && one.from >= start);
  if (before.length >= 2 && fromTo(line, before.slice(-2), rate, context)) return;
  for (const [index, was] of before.entries()) {
    const now = before.slice(0, index).filter((one) => unitScaleOf(one)?.of === unitScaleOf(was)?.of);
    if (now.length === 0 || unitScaleOf(was) === null || was.unit === '%') continue;
    const way = CHANGED.exec(between(line, was, rate));
    if (way === null) continue;
    // 「上年84210.5万元，本年增加4200.79万元，增长4.99%」
    if (isDifference(line, was) && now.length === 1 && isFormer(line, now[0]!)) return ofDifference(now[0]!, was, rate, way[1]!, context);
    if (!THAN.test(between(line, now.at(-1)!, was))) continue;
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
  const said = `${rose ? '增长' : '下降'}${numberText(rate.value)}%`;
  const numbers = `${numberText(now.value)}${unitText(now)}和${numberText(was.value)}${unitText(was)}`;
  tellRate(rate, changeOf(now, was, rose)!, `${said}；按${numbers}`, [now, was], context);
}

function tellRate(rate: TextFigure, due: Dec, words: string, also: readonly TextFigure[], context: ReportContext): void {
  const expected = halfUp(due, 2);
  const more = { actual: rate.value.div(100), expected: expected.div(100), also, basis: '文内算术关系' };
  context.find('report-rate', 'advisory', rate, `报告写${words}计算是${numberText(expected)}%。请核对。`, more);
}
