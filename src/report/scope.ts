/** What a figure is about, as the words before it say: the whole, or a part of it; the year, or a stretch of it. */
import { normal } from '../workbook';
import type { ReportContext } from './context';
import { type TextFigure, figuresIn, yuanOf } from './numbers';
import { isAnothers, standsUnderAnother } from './subject';
import { clauseBefore, holdsAny, oneOfWords, sentenceAround, sentenceStart, LONGEST_SENTENCE, WORDS } from './words';

/** The sentence up to a figure. */
export const sentenceUpTo = ({ line, from }: TextFigure): string => line.half.slice(sentenceStart(line.half, from), from);

/** A part of the funds as the sheet names it: 「其中：当年财政拨款」 → 当年财政拨款. */
function partNames({ table }: ReportContext): readonly string[] {
  const rows = table?.scoreTable.funding?.rows ?? [];
  const names = rows.filter(({ kind }) => kind !== 'total').map(({ label }) => normal(label.value).replace(/^.*[:：]/, ''));
  return names.filter((name) => name.length >= 4);
}

const YEARS_END = /(?:截至|截止)到?(?:\d{4}年(?:12月(?:31日|底|末)?|底|末|终)|12月(?:31日|底|末)?|年底|年末|年终)|全年累计/g;

/**
 * The sentence speaks of a part of the funds or of the year: 「其中」, a source, a lot, a quarter, a later day. Running text leaves the object
 * to what was said before, so the whole sentence counts.
 */
export function isOfAPart(figure: TextFigure, context: ReportContext): boolean {
  // A semicolon ends no list: 「其中，甲…；乙…」.
  const { half } = figure.line;
  const near = half.slice(Math.max(0, figure.from - LONGEST_SENTENCE), figure.from);
  // The end of the year is no part of it.
  const before = context.masked(normal(near.slice(near.lastIndexOf('。') + 1)).replace(YEARS_END, ''));
  return (
    holdsAny(before, WORDS.parts) ||
    partNames(context).some((name) => before.includes(name)) ||
    /[一二三四1-4]季度/.test(before) ||
    isBeforeDecember(before)
  );
}

/** The sentence speaks of a stretch of the year, or of one of several payments. */
export function isOfAStage(figure: TextFigure, context: ReportContext): boolean {
  const before = context.masked(normal(sentenceUpTo(figure)).replace(YEARS_END, ''));
  return holdsAny(before, WORDS.stages) || /[一二三四1-4]季度/.test(before) || isBeforeDecember(before);
}

/** 「1—6月执行率43.75%」: the last month named is none of the year's end. */
function isBeforeDecember(text: string): boolean {
  const month = [...text.matchAll(/(?<!\d)(1[0-2]|[1-9])月/g)].at(-1)?.[1];
  return month !== undefined && month !== '12';
}

/** A rate that two amounts of its own sentence give is right about what the sentence is about. */
export function isGivenBySentence(figure: TextFigure): boolean {
  const start = sentenceStart(figure.line.half, figure.from);
  const end = start + sentenceAround(figure.line.half, figure.from).length;
  const amounts = figuresIn(figure.line)
    .filter(({ from, unit }) => from >= start && from < end && yuanOf(unit) !== null)
    .map(({ value, unit }) => value.times(yuanOf(unit)!))
    .filter((value) => !value.isZero());
  return amounts.some((one) =>
    amounts.some((other) => one !== other && one.div(other).minus(figure.value.div(100)).abs().lte(figure.half.div(100))),
  );
}

const OWN_WORDS = new RegExp(`^(?:\\d{4}年(?:度)?|${oneOfWords(WORDS.own)}|本项目|该项目|\\s|:)+`);
const TRAILING = new RegExp(`(?:${oneOfWords(WORDS.copulas)}|\\s)+$`);

/** A label without 「2024年」「我局」「全年」 before and 「为」「达到」 behind. A word that is all of it stays. */
export function ownWordsOff(label: string): string {
  const plain = normal(label).replace(TRAILING, '');
  return plain.replace(OWN_WORDS, '') || plain;
}

/** What the unit behind a number says already. */
const TAIL = new RegExp(`(?:${oneOfWords(WORDS.nameTails)})$`);
const SHORTEST = 4;

/** 「送戏下乡场次」 → 送戏下乡, as it is called before 「54场」; null where nothing is left off or too little is left. */
export function shortName(name: string): string | null {
  const short = name.replace(TAIL, '');
  return short === name || short.length < SHORTEST ? null : short;
}

/** The sentence up to a figure names somebody else: a town, a lot, a hospital. The unit's and the project's own names are nobody else's. */
export function speaksOfAnother(figure: TextFigure, context: ReportContext): boolean {
  if (isOfAPart(figure, context) || standsUnderAnother(figure.line.heading, context)) return true;
  const { unit, project } = context.table?.scoreTable ?? {};
  const rows = context.table?.scoreTable.rows ?? [];
  const own = [context.unit, unit?.value, project?.value, ...rows.map(({ name }) => name.value)]
    .flatMap((name) => (name == null ? [] : [normal(name)]))
    .sort((a, b) => b.length - a.length);
  const before = own.reduce((text, name) => (name === '' ? text : text.replaceAll(name, '')), normal(sentenceUpTo(figure)));
  return holdsAny(before, WORDS.otherObjects) || isAnothers(figure.line.half.slice(0, figure.from), context);
}

const YEAR = /(\d{4})\s*年/g;

/** What holds for the rest of the sentence too. 按计划支付 is done. */
const carries = (text: string): boolean => holdsAny(text, WORDS.lastYears) || holdsAny(text.replaceAll('按计划', ''), WORDS.plans);

/** Last year, a plan, a change: what is said in such words is no fact of this year. */
const isElsewhen = (text: string): boolean =>
  holdsAny(text, WORDS.otherPeriods) || holdsAny(text, WORDS.targets) || holdsAny(text, WORDS.plans);

/**
 * Whether a figure is told of the table's year. A year once written holds for the rest of its sentence, and so do 上年 and 力争, until
 * another year is written.
 */
export function isOfThisYear(figure: TextFigure, context: Pick<ReportContext, 'year' | 'masked'>): boolean {
  const { year } = context;
  const before = context.masked(sentenceUpTo(figure));
  const clause = context.masked(clauseBefore(figure.line.half, figure.from));
  if (isElsewhen(clause)) return false;
  const written = [...before.matchAll(YEAR)];
  const last = written.at(-1);
  if (last === undefined) return !carries(before);
  if (year !== null && Number(last[1]) !== year) return false;
  // Two years in one clause compare them.
  if ([...clause.matchAll(YEAR)].some((one) => one[1] !== last[1])) return false;
  return !carries(before.slice(last.index));
}
