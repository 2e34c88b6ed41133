/** 完成值 that the report names by the indicator's own name, against the sheet. Never more than a question. */
import type { IndicatorRow, Quantity } from '../../score-table';
import { numberText } from '../../words';
import { Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, figuresIn, unitScaleOf, type TextFigure, unitText, yuanOf } from '../numbers';
import { isOfThisYear, ownWordsOff, speaksOfAnother } from '../scope';
import { isAside, labelBefore } from './figures';

/** Shorter names are words of any text. */
const SHORTEST = 4;

interface Done {
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
function doneBy({ table }: ReportContext): ReadonlyMap<string, Done> {
  const known = new Map<string, Done | null>();
  for (const row of table?.scoreTable.rows ?? []) {
    const name = normal(row.name.value);
    if (row.role === 'indicator' && name.length >= SHORTEST) known.set(name, known.has(name) ? null : doneOf(row));
  }
  return new Map([...known].filter((one): one is [string, Done] => one[1] !== null));
}

/** The figure in the sheet's scale; null where the units are not the same. */
function inScaleOf(figure: TextFigure, { percent, unit }: Quantity): { readonly value: Dec; readonly half: Dec } | null {
  if (percent) return figure.unit === '%' ? { value: figure.value.div(100), half: figure.half.div(100) } : null;
  const scale = unitScaleOf(figure);
  if (scale === null || scale.of === '分' || scale.of === '%') return null;
  const own = normal(unit);
  if (scale.of === '元' ? !/元$/.test(own) : own.replace(/^[万亿]/, '') !== scale.of) return null;
  // 万 and 亿 of a quantity are multiplied out where it was read, unless they belong to money.
  const by = scale.of === '元' ? scale.by.div(yuanOf(own) ?? 1) : scale.by;
  return { value: figure.value.times(by), half: figure.half.times(by) };
}

export function checkIndicators(context: ReportContext): void {
  const known = doneBy(context);
  if (known.size === 0) return;
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.line.table !== null) continue;
    const label = labelBefore(figure);
    const done = known.get(ownWordsOff(label));
    if (done === undefined || isAside(figure, label) || !isOfThisYear(figure, context)) continue;
    const said = inScaleOf(figure, done.actual);
    if (said !== null) judge(figure, said, done, context);
  }
}

/** Rounded as shown; a whole number of the report is no rounding of 25.3 unless the sheet's is whole too. */
function judge(
  figure: TextFigure,
  said: { readonly value: Dec; readonly half: Dec },
  { row, actual, target }: Done,
  context: ReportContext,
): void {
  const half = new Dec('0.5').times(new Dec(10).pow(-actual.number.decimalPlaces()));
  const sheetHalf = actual.number.isInteger() ? new Dec(0) : half;
  if (agrees(said.value, said.half, actual.number, sheetHalf)) return context.tie(figure, 'tied');
  // The target by another name of the same row, or another place's figure: nobody can tell.
  if (target?.eq(said.value) === true || speaksOfAnother(figure, context)) return context.tie(figure, 'no-place');
  const at = row.actual!.at;
  context.find(
    'report-data',
    'advisory',
    figure,
    `报告写${row.name.value}${numberText(figure.value)}${unitText(figure)}，评分表（${context.cellText(at)}）的完成值是${actual.text}，两处不一致。请核对后改为一致。`,
    { cell: at, indicator: row.name.value, actual: said.value, expected: actual.number },
  );
}
