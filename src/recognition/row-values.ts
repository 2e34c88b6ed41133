/** The values of one row: target, actual, rates and texts, each with its cell. */
import type { Grid } from './grid';
import { spot, type Line, type LineSpot } from './lines';
import type { HeaderSpan, TableColumns } from './columns';
import { explainsNotApplicable, saysNotApplicable } from './names';
import { rateSlot, textSlot } from './numbers';
import { scoreIn, type PointScale } from './points';
import { comparatorOfSymbol, quantitySlot, takeComparator } from './quantity';
import { type Addr, Dec, isPlaceholder, normal } from '../workbook';
import type { Comparator, IndicatorRow, Oddity, Quantity, Slot } from '../score-table';

export interface RowsContext {
  readonly grid: Grid;
  readonly columns: TableColumns;
  readonly date1904: boolean;
  readonly points: PointScale;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A row being put together. */
export type DraftRow = Mutable<IndicatorRow>;

function headerPercent(span: HeaderSpan): boolean {
  return /[%％]/.test(span.header.text);
}

function quantityAt(context: RowsContext, place: LineSpot, span: HeaderSpan, symbol: Comparator | null, unit: string): Slot<Quantity> {
  const slot = quantitySlot(
    place.raw,
    place.at,
    {
      format: typeof place.raw === 'number' ? context.grid.format(place.at.row, place.at.col) : 'General',
      symbol,
      unit,
      headerPercent: headerPercent(span),
      date1904: context.date1904,
    },
    place.text,
  );
  return place.covered ? slot : context.grid.pictured(slot);
}

function textAt(context: RowsContext, line: Line, span: HeaderSpan | undefined): Slot<string> | undefined {
  if (span === undefined) return undefined;
  const { grid } = context;
  if (span.col === span.right && grid.mergeAt(line.row, span.col) === null) {
    const at = { sheet: grid.index, row: line.row, col: span.col };
    return grid.pictured(textSlot(grid.own(line.row, span.col), at, grid.ownText(line.row, span.col)));
  }
  const place = spot(grid, line.row, span);
  const slot = textSlot(place.raw, place.at, place.text);
  return place.covered ? slot : grid.pictured(slot);
}

function symbolAt(context: RowsContext, line: Line): { slot: Slot<string> | undefined; sign: Comparator | null } {
  const slot = textAt(context, line, context.columns.by.get('symbol'));
  if (slot === undefined || slot.value === null) {
    // A sign alone («=») may pass for nothing; look again.
    return { slot, sign: slot === undefined || typeof slot.raw !== 'string' ? null : comparatorOfSymbol(normal(slot.raw)) };
  }
  const text = normal(slot.value);
  const odd: readonly Oddity[] = takeComparator(text).code ? ['export-code'] : [];
  return { slot: odd.length > 0 ? { ...slot, odd } : slot, sign: comparatorOfSymbol(text) };
}

function targetSpot(context: RowsContext, line: Line): { place: LineSpot; span: HeaderSpan } | null {
  const { adjustedTarget, by } = context.columns;
  const span = by.get('target');
  if (adjustedTarget !== null) {
    const adjusted = spot(context.grid, line.row, adjustedTarget);
    if (adjusted.text !== '' && !isPlaceholder(adjusted.text)) return { place: adjusted, span: adjustedTarget };
  }
  return span === undefined ? null : { place: spot(context.grid, line.row, span), span };
}

/** Reads everything of a row but its name, points and scores into it. */
export function readValues(context: RowsContext, line: Line, out: DraftRow): void {
  const { columns, grid } = context;
  const { slot: symbol, sign } = symbolAt(context, line);
  const unit = textAt(context, line, columns.by.get('unit'));
  if (symbol !== undefined) out.symbol = symbol;
  if (unit !== undefined) out.unit = unit;
  const unitText = unit?.value === null || unit === undefined ? '' : normal(unit.value);
  const target = targetSpot(context, line);
  if (target !== null) out.target = quantityAt(context, target.place, target.span, sign, unitText);
  const actualSpan = columns.by.get('actual');
  if (actualSpan !== undefined) out.actual = quantityAt(context, spot(grid, line.row, actualSpan), actualSpan, null, unitText);
  for (const role of ['completion', 'coefficient'] as const) {
    const span = columns.by.get(role);
    if (span === undefined) continue;
    const place = spot(grid, line.row, span);
    out[role] = rateSlot(place.raw, place.at, grid.format(place.at.row, place.at.col), headerPercent(span));
  }
  for (const role of ['itemScore', 'deduction'] as const) {
    const span = columns.by.get(role);
    if (span === undefined) continue;
    const place = spot(grid, line.row, span);
    out[role] = scoreIn(context.points, grid, place.raw, place.at);
  }
  for (const role of ['description', 'criterion', 'reason', 'evidence'] as const) {
    const slot = textAt(context, line, columns.by.get(role));
    if (slot !== undefined) out[role] = slot;
  }
}

const RATE_NAME = /率$|度$|比例$|覆盖面$|占比$/;

function typedPercent(slot: Slot<Quantity>): boolean {
  return typeof slot.raw === 'string' ? /[%％]|百分/.test(slot.raw) : slot.value!.text.endsWith('%');
}

function rescaled(slot: Slot<Quantity>, number: Dec): Slot<Quantity> {
  return { ...slot, value: { ...slot.value!, number, percent: true, unit: '%' } };
}

/** The figure as typed, whatever it was read as. */
function typedFigure(slot: Slot<Quantity>): Dec | null {
  const { kind, number, percent } = slot.value!;
  if (kind !== 'number' || number === null) return null;
  return percent && typeof slot.raw === 'number' && number.eq(new Dec(slot.raw)) ? number : percent ? number.times(100) : number;
}

/**
 * Where a unit column says %, or the name is a rate, and a cell bears no sign of its own, target and actual are brought
 * to one scale: 「≤1」 beside 0.2 are both percent points, 「≥90」 beside 0.93 are 90% and 93%.
 */
export function oneScale(row: DraftRow, unitPercent: boolean, name: string): void {
  const { target, actual } = row;
  if (target?.value == null || actual?.value == null || typedPercent(actual)) return;
  const aim = typedFigure(target);
  const got = typedFigure(actual);
  if (aim === null || got === null) return;
  if (unitPercent && !typedPercent(target)) {
    const fraction = got.abs().lte(1) && aim.gte(5);
    row.target = rescaled(target, aim.lte(1) && got.lte(1) && !aim.isInteger() ? aim : aim.div(100));
    row.actual = rescaled(actual, fraction || (aim.lt(1) && got.lte(1)) ? got : got.div(100));
    return;
  }
  if (!RATE_NAME.test(name) || target.value.unit !== '' || actual.value.unit !== '' || target.value.percent || actual.value.percent) return;
  if (aim.gte(5) && aim.lte(100) && got.gt(0) && got.lte(1)) {
    row.target = rescaled(target, aim.div(100));
    row.actual = rescaled(actual, got);
  }
}

/** Every wording of 不适用 has one of these. */
const DENIES = /[不未没无]/;

function words(slot: Slot<Quantity> | Slot<string> | Slot<Dec> | undefined): string {
  return slot === undefined || typeof slot.raw !== 'string' || !DENIES.test(slot.raw) ? '' : normal(slot.raw);
}

function deniedAt(row: DraftRow): Addr | null {
  for (const slot of row.scores) if (saysNotApplicable(words(slot))) return slot.at;
  if (row.actual !== undefined && saysNotApplicable(words(row.actual))) return row.actual.at;
  if (row.target !== undefined && saysNotApplicable(words(row.target))) return row.target.at;
  return row.reason !== undefined && explainsNotApplicable(words(row.reason)) ? row.reason.at : null;
}

/** Whether the row is marked 不适用, and where. */
export function applicability(row: DraftRow): { applies: boolean | null; at?: Addr } {
  const at = deniedAt(row);
  if (at !== null) return { applies: false, at };
  return { applies: row.actual?.state === 'value' && row.actual.value?.kind === 'number' ? true : null };
}
