/** 完成值 that the report names by the indicator's own name, against the sheet. Never more than a question. */
import type { IndicatorRow, Quantity } from '../../score-table';
import { numberText } from '../../words';
import { Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, sameCount, figuresIn, unitScaleOf, type TextFigure, unitText, yuanOf, labelBefore } from '../numbers';
import { isOfThisYear, ownWordsOff, shortName, speaksOfAnother } from '../scope';
import { clauseBefore, holdsAny, LONGEST_SENTENCE, oneOfWords, WORDS } from '../words';
import { cellAt, columnHeaded, onlyFigure, reportTables } from '../tables';
import { isAside } from './figures';
import { NAME_HEAD } from './scores';

/** Shorter names are words of any text. */
const SHORTEST = 4;

export interface Done {
  readonly row: IndicatorRow;
  readonly actual: Quantity & { readonly number: Dec };
  readonly target: Dec | null;
}

function doneOf(row: IndicatorRow): Done | null {
  const actual = row.actual?.value ?? null;
  if (actual?.kind !== 'number' || actual.number === null) return null;
  // 「≥98%」 in the column of 完成值 is no value.
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  return { row, actual: { ...actual, number: actual.number }, target: row.target?.value?.number ?? null };
}

/** Rows by their names; a name that stands twice is nobody's. */
export function doneBy({ table }: ReportContext): ReadonlyMap<string, Done> {
  const known = new Map<string, Done | null>();
  for (const row of table?.scoreTable.rows ?? []) {
    const name = normal(row.name.value);
    if (row.role === 'indicator' && name.length >= SHORTEST) known.set(name, known.has(name) ? null : doneOf(row));
  }
  for (const [name, done] of [...known]) {
    const short = shortName(name);
    // 「教师培训5463人次」: the unit ends the name. A short name that is another row's, or two rows', is nobody's.
    if (short !== null) known.set(short, known.has(short) ? null : done);
  }
  return new Map([...known].filter((one): one is [string, Done] => one[1] !== null));
}

/** 「物业费收缴率由61.5%提高到」 → 物业费收缴率. */
const RAISED = new RegExp(`^(.{2,40}?)[由从][^，,。；;]{0,20}[\\d.]+[^，,。；;\\d]{0,6}(?:${oneOfWords(WORDS.raisedTo)})$`);

export function nameBefore(figure: TextFigure, label: string): string {
  const raised = RAISED.exec(clauseBefore(figure.line.half, figure.from).trim())?.[1];
  return ownWordsOff(raised ?? label).replace(VERB, '');
}

const VERB = new RegExp(`^(?:${oneOfWords(WORDS.verbs)})+(?=.{${SHORTEST},})`);

/** It is the row's 完成值. */
export function isDone(figure: TextFigure, { actual }: Done): boolean {
  const said = inScaleOf(figure, actual);
  return said !== null && agrees(said.value, said.half, actual.number, halfOf(actual.number));
}

const halfOf = (held: Dec): Dec => (held.isInteger() ? new Dec(0) : new Dec('0.5').times(new Dec(10).pow(-held.decimalPlaces())));

const DONE_HEAD = /^(?:年度|全年|实际)?(?:实际)?完成(?:值|指标值|情况)$/;

/** 完成值 in a table of the report, beside the names of indicators. */
function inTables(known: ReadonlyMap<string, Done>, context: ReportContext): void {
  for (const [head, ...rows] of reportTables(context.lines)) {
    const [names, values] = [NAME_HEAD, DONE_HEAD].map((heading) => (head === undefined ? null : columnHeaded(head, heading)));
    if (names == null || values == null) continue;
    for (const row of rows) {
      const done = known.get(normal(cellAt(row, names)?.half ?? ''));
      const figure = onlyFigure(cellAt(row, values));
      const said = done === undefined || figure === null ? null : inScaleOf(figure, done.actual);
      if (said !== null) judge(figure!, said, done!, context);
    }
  }
}

/** The figure in the sheet's scale; null where the units are not the same. */
function inScaleOf(figure: TextFigure, { percent, unit }: Quantity): { readonly value: Dec; readonly half: Dec } | null {
  if (percent) return figure.unit === '%' ? { value: figure.value.div(100), half: figure.half.div(100) } : null;
  const scale = unitScaleOf(figure);
  if (scale === null || scale.of === '分' || scale.of === '%') return null;
  const own = normal(unit);
  if (scale.of === '元' ? !/元$/.test(own) : sameCount(own.replace(/^[万亿]/, '')) !== scale.of) return null;
  // 万 and 亿 of a quantity are multiplied out where it was read, unless they belong to money.
  const by = scale.of === '元' ? scale.by.div(yuanOf(own) ?? 1) : scale.by;
  return { value: figure.value.times(by), half: figure.half.times(by) };
}

export function checkIndicators(context: ReportContext): void {
  const known = doneBy(context);
  if (known.size === 0) return;
  inTables(known, context);
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.line.table !== null) continue;
    const label = labelBefore(figure);
    const done = known.get(nameBefore(figure, label));
    if (done === undefined || isAside(figure, label) || !isOfThisYear(figure, context)) continue;
    const said = inScaleOf(figure, done.actual);
    if (said !== null) judge(figure, said, done, context);
  }
}

/** Counts of the sentence, of which a survey rarely has more. */
const MOST_COUNTS = 8;

/** 「回访500人，其中满意481人，满意度92.6%」: people of whom a part gives what the sheet says. The sentence is about the row. */
function isGivenByCounts(figure: TextFigure, held: Dec): boolean {
  const { line, from, unit } = figure;
  const start = Math.max(line.half.lastIndexOf('。', from) + 1, from - LONGEST_SENTENCE);
  if (unit !== '%' || !holdsAny(line.half.slice(start, from), WORDS.surveys)) return false;
  const counts = figuresIn(line).filter((one) => one.from >= start && one.end <= from && one.counted !== '');
  if (counts.length > MOST_COUNTS) return false;
  const parts = counts.flatMap((one, at) => [one.value, ...counts.slice(at + 1).map((other) => one.value.plus(other.value))]);
  const room = figure.half.div(100);
  return counts.some(({ value }) => !value.isZero() && parts.some((part) => part.lt(value) && part.div(value).minus(held).abs().lte(room)));
}

/** Rounded as shown; a whole number of the report is no rounding of 25.3 unless the sheet's is whole too. */
function judge(
  figure: TextFigure,
  said: { readonly value: Dec; readonly half: Dec },
  { row, actual, target }: Done,
  context: ReportContext,
): void {
  if (agrees(said.value, said.half, actual.number, halfOf(actual.number))) return context.tie(figure, 'tied');
  // The target by another name of the same row, or another place's figure: nobody can tell.
  if (target?.eq(said.value) === true || (speaksOfAnother(figure, context) && !isGivenByCounts(figure, actual.number)))
    return context.tie(figure, 'no-place');
  const at = row.actual!.at;
  context.find(
    'report-data',
    'advisory',
    figure,
    `报告写${row.name.value}${numberText(figure.value)}${unitText(figure)}，评分表（${context.cellText(at)}）的完成值是${actual.text}，两处不一致。请核对后改为一致。`,
    { cell: at, indicator: row.name.value, actual: said.value, expected: actual.number },
  );
}
