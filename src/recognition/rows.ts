/** From leaves to indicator rows and groups: every value read, shared cells settled, roles decided. */
import type { Grid } from './grid';
import { spot, type Line, type Spot } from './lines';
import type { Span, TableColumns } from './columns';
import { explainsNotApplicable, saysNotApplicable } from './names';
import { emptySlot, rateSlot, scoreSlot, textSlot, weightSlot } from './numbers';
import { comparatorOfSymbol, quantitySlot, takeComparator } from './quantity';
import type { DraftGroup, Leaf, Outline } from './outline';
import { isPlaceholder, normal } from './text';
import type { Comparator, Group, GroupId, IndicatorRow, Oddity, Quantity, RowId, RowRole, Slot } from './types';
import { Dec } from '../workbook/decimal';
import type { Addr } from '../workbook/types';

export interface TableRows {
  /** What typed 分值 were multiplied by: 100 where the form writes 0.1 for 10. */
  readonly scale: Dec | null;
  readonly rows: readonly IndicatorRow[];
  readonly groups: readonly Group[];
}

export interface RowsContext {
  readonly grid: Grid;
  readonly columns: TableColumns;
  readonly date1904: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type DraftRow = Mutable<IndicatorRow>;

/** 0.1 under a percent header, or weights that add up to 1: read as points. */
function weightScale(context: RowsContext, leaves: readonly Leaf[]): Dec | null {
  if (!context.columns.by.has('weight')) return null;
  let sum = 0;
  let any = false;
  for (const leaf of leaves) {
    const raw = leaf.line.weight?.own === true ? leaf.line.weight.raw : null;
    if (typeof raw !== 'number') continue;
    if (raw > 1) return null;
    any = true;
    sum += raw;
  }
  return any && leaves.length > 1 && Math.abs(sum - 1) < 0.11 ? new Dec(100) : null;
}

function weightAt(context: RowsContext, place: Spot, scale: Dec | null): Slot<Dec> {
  return weightSlot(place.raw, place.at, context.grid.format(place.at.row, place.at.col), scale);
}

function readWeight(context: RowsContext, line: Line, scale: Dec | null): Slot<Dec> | undefined {
  return line.weight === null ? undefined : weightAt(context, line.weight, scale);
}

function nameWeightSlot(leaf: { readonly nameWeight: Dec | null; readonly at: Addr; readonly raw: IndicatorRow['name']['raw'] }): Slot<Dec> | undefined {
  return leaf.nameWeight === null ? undefined : { state: 'value', value: leaf.nameWeight, at: leaf.at, raw: leaf.raw, odd: [] };
}

function headerPercent(span: Span): boolean {
  return /[%％]/.test(span.header.text);
}

function quantityAt(context: RowsContext, place: Spot, span: Span, symbol: Comparator | null, unit: string): Slot<Quantity> {
  return quantitySlot(place.raw, place.at, {
    format: typeof place.raw === 'number' ? context.grid.format(place.at.row, place.at.col) : 'General',
    symbol,
    unit,
    headerPercent: headerPercent(span),
    date1904: context.date1904,
  }, place.text);
}

function textAt(context: RowsContext, line: Line, span: Span | undefined): Slot<string> | undefined {
  if (span === undefined) return undefined;
  const place = spot(context.grid, line.row, span);
  return textSlot(place.raw, place.at, place.text);
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

function targetSpot(context: RowsContext, line: Line): { place: Spot; span: Span } | null {
  const { adjustedTarget, by } = context.columns;
  const span = by.get('target');
  if (adjustedTarget !== null) {
    const adjusted = spot(context.grid, line.row, adjustedTarget);
    if (adjusted.text !== '' && !isPlaceholder(adjusted.text)) return { place: adjusted, span: adjustedTarget };
  }
  return span === undefined ? null : { place: spot(context.grid, line.row, span), span };
}

function values(context: RowsContext, line: Line): Partial<DraftRow> {
  const { columns, grid } = context;
  const out: Partial<DraftRow> = {};
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
  const item = columns.by.get('itemScore');
  if (item !== undefined) {
    const place = spot(grid, line.row, item);
    out.itemScore = scoreSlot(place.raw, place.at);
  }
  for (const role of ['description', 'criterion', 'reason', 'evidence'] as const) {
    const slot = textAt(context, line, columns.by.get(role));
    if (slot !== undefined) out[role] = slot;
  }
  return out;
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
function oneScale(row: DraftRow, unitPercent: boolean, name: string): void {
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

function words(slot: Slot<Quantity> | Slot<string> | Slot<Dec> | undefined): string {
  return slot === undefined || typeof slot.raw !== 'string' ? '' : normal(slot.raw);
}

function applicability(row: DraftRow): { applies: boolean | null; at?: Addr } {
  for (const slot of [...row.scores, row.actual, row.target]) if (slot !== undefined && saysNotApplicable(words(slot))) return { applies: false, at: slot.at };
  if (row.reason !== undefined && explainsNotApplicable(words(row.reason))) return { applies: false, at: row.reason.at };
  return { applies: row.actual?.state === 'value' && row.actual.value?.kind === 'number' ? true : null };
}

function filled(slot: Slot<unknown> | undefined): boolean {
  return slot !== undefined && slot.state !== 'blank';
}

interface Shared {
  readonly weight: ReadonlyMap<string, number>;
  readonly score: ReadonlyMap<string, number>;
}

const key = (at: Addr): string => `${at.row},${at.col}`;

/** How many leaves look at each weight and self-score cell. */
function sharedCells(leaves: readonly Leaf[], self: number): Shared {
  const weight = new Map<string, number>();
  const score = new Map<string, number>();
  const count = (map: Map<string, number>, place: Spot | null | undefined): void => {
    if (place === null || place === undefined || place.covered || place.text === '') return;
    map.set(key(place.at), (map.get(key(place.at)) ?? 0) + 1);
  };
  for (const leaf of leaves) {
    count(weight, leaf.line.weight);
    count(score, leaf.line.scores[self]);
  }
  return { weight, score };
}

function roleOf(leaf: Leaf, row: DraftRow, hasWeightColumn: boolean, unfilled: boolean): RowRole {
  const scored = row.scores.some((slot) => slot.state !== 'blank' && slot.state !== 'placeholder');
  const weighed = row.weight !== undefined && row.weight.state !== 'blank' && row.weight.state !== 'placeholder';
  if (row.shares !== undefined) return leaf.breakdown || (!filled(row.target) && !filled(row.actual) && leaf.template) ? 'breakdown' : 'indicator';
  if (leaf.bonus) return 'bonus';
  if (leaf.template && !weighed && !scored) return 'placeholder';
  if (weighed || scored) return 'indicator';
  if (leaf.breakdown) return 'breakdown';
  const anything = filled(row.target) || filled(row.actual);
  if (hasWeightColumn) return anything ? 'breakdown' : unfilled && filled(row.criterion) ? 'indicator' : 'placeholder';
  return 'indicator';
}

function pathOf(leaf: Leaf): string[] {
  const path: string[] = [];
  for (let group = leaf.group; group !== null; group = group.parent) if (group.name !== '') path.unshift(group.name);
  if (leaf.name !== '') path.push(leaf.name);
  return path;
}

function draft(context: RowsContext, leaf: Leaf, index: number, scale: Dec | null): DraftRow {
  const { line } = leaf;
  const row: DraftRow = {
    id: `r${index}` as RowId,
    role: 'indicator',
    top: line.row,
    bottom: leaf.bottom,
    path: pathOf(leaf),
    name: { value: leaf.name, at: leaf.at, raw: leaf.raw },
    group: null,
    weightFrom: null,
    scores: line.scores.map((place) => scoreSlot(place.raw, place.at, place.text)),
    applies: null,
    ...values(context, line),
  };
  oneScale(row, row.unit?.value != null && /^[%％]|^百分/.test(normal(row.unit.value)), leaf.name);
  const weight = readWeight(context, line, scale);
  if (weight !== undefined) {
    row.weight = weight;
    row.weightFrom = weight.state === 'value' ? 'column' : null;
  }
  if (row.weight === undefined || row.weight.state === 'blank') {
    const named = nameWeightSlot(leaf);
    if (named !== undefined) {
      row.weight = named;
      row.weightFrom = 'name';
    }
  }
  return row;
}

/** One score or 分值 cell over several rows: it belongs to the first of them. */
function settleShared(rows: DraftRow[], leaves: readonly Leaf[], self: number | null): void {
  const shared = sharedCells(leaves, self ?? 0);
  const firstByWeight = new Map<string, DraftRow>();
  const firstByScore = new Map<string, DraftRow>();
  rows.forEach((row, index) => {
    const line = leaves[index]!.line;
    const weightPlace = line.weight;
    const scorePlace = self === null ? undefined : line.scores[self];
    const weightShared = weightPlace !== null && !weightPlace.covered && (shared.weight.get(key(weightPlace.at)) ?? 0) > 1;
    const scoreShared = scorePlace !== undefined && !scorePlace.covered && (shared.score.get(key(scorePlace.at)) ?? 0) > 1;
    const weightOwner = weightShared ? firstByWeight.get(key(weightPlace.at)) : undefined;
    const scoreOwner = scoreShared ? firstByScore.get(key(scorePlace.at)) : undefined;
    if (weightShared && weightOwner === undefined) {
      firstByWeight.set(key(weightPlace.at), row);
      row.weightFrom = scoreShared ? 'column' : 'merged';
    }
    if (scoreShared && scoreOwner === undefined) firstByScore.set(key(scorePlace.at), row);
    if (scoreOwner !== undefined) {
      row.shares = scoreOwner.id;
      row.scores = [];
      if (row.weightFrom === 'column' && weightOwner === undefined && row.weight?.state === 'value') row.weightFrom = 'column';
    }
    if (weightOwner !== undefined) {
      row.shares ??= weightOwner.id;
      row.weight = undefined;
      row.weightFrom = 'merged';
    }
  });
}

/** Where no row carries a 分值 and a class's scores already make up its points, blank rows share the score above. */
function settleUnmerged(rows: DraftRow[], outline: Outline, self: number | null): void {
  if (self === null) return;
  const rowOf = new Map(outline.leaves.map((leaf, index) => [leaf, rows[index]!]));
  for (const group of outline.groups) {
    const total = group.nameWeight;
    if (total === null || group.children.some((child) => child.nameWeight !== null)) continue;
    const members = group.leaves.map((leaf) => rowOf.get(leaf)!);
    if (members.some((row) => row.weight?.state === 'value')) continue;
    const sum = members.reduce((acc, row) => acc.plus(row.scores[self]?.value ?? 0), new Dec(0));
    if (!sum.eq(total)) continue;
    let owner: DraftRow | null = null;
    for (const row of members) {
      const slot = row.scores[self];
      if (slot?.state === 'value') owner = row;
      else if (owner !== null && slot?.state === 'blank') {
        row.shares = owner.id;
        row.scores = [];
      }
    }
  }
}

function weightFromGroup(rows: DraftRow[], outline: Outline): void {
  const rowOf = new Map(outline.leaves.map((leaf, index) => [leaf, rows[index]!]));
  for (const group of outline.groups) {
    const members = group.leaves.map((leaf) => rowOf.get(leaf)!).filter((row) => row.role === 'indicator');
    const only = members[0];
    if (members.length !== 1 || only === undefined || group.nameWeight === null) continue;
    if (only.weight !== undefined && only.weight.state !== 'blank') continue;
    if (only.weightFrom === 'group' && only.weight !== undefined) continue;
    only.weight = nameWeightSlot(group);
    only.weightFrom = 'group';
  }
}

function groupsOf(context: RowsContext, outline: Outline, rows: readonly DraftRow[], scale: Dec | null): Group[] {
  const ids = new Map<DraftGroup, GroupId>(outline.groups.map((group, index) => [group, `g${index}` as GroupId]));
  const rowOf = new Map(outline.leaves.map((leaf, index) => [leaf, rows[index]!]));
  for (const [leaf, row] of rowOf) (row as DraftRow).group = leaf.group === null ? null : ids.get(leaf.group)!;
  return outline.groups.map((group): Group => {
    const column = group.line !== null ? readWeight(context, group.line, scale) : group.weightSpot !== null ? weightAt(context, group.weightSpot, null) : undefined;
    const fromColumn = column !== undefined && column.state === 'value';
    const weight = fromColumn ? column : nameWeightSlot(group);
    const weightFrom: Group['weightFrom'] = fromColumn ? 'column' : group.nameWeight === null ? null : 'name';
    return {
      id: ids.get(group)!,
      level: group.level,
      name: { value: group.name, at: group.at, raw: group.raw },
      parent: group.parent === null ? null : ids.get(group.parent)!,
      ...(weight === undefined ? {} : { weight }),
      weightFrom,
      scores: group.line === null ? [] : group.line.scores.map((place) => (place.covered || !place.own ? (emptySlot<Dec>(null, place.at) as Slot<Dec>) : scoreSlot(place.raw, place.at))),
      rows: group.leaves.map((leaf) => rowOf.get(leaf)!).filter((row) => row.role !== 'placeholder').map((row) => row.id),
      children: group.children.map((child) => ids.get(child)!),
    };
  });
}

/** Reads all rows and groups of a table. */
export function readRows(context: RowsContext, outline: Outline): TableRows {
  const { columns } = context;
  const scale = weightScale(context, outline.leaves);
  const rows = outline.leaves.map((leaf, index) => draft(context, leaf, index, scale));
  settleShared(rows, outline.leaves, columns.self);
  settleUnmerged(rows, outline, columns.self);
  const hasWeightColumn = columns.by.has('weight') && rows.some((row) => row.weightFrom === 'column' || row.weightFrom === 'merged');
  const unfilled = !rows.some((row) => row.scores.some((slot) => slot.state === 'value'));
  rows.forEach((row, index) => {
    row.role = roleOf(outline.leaves[index]!, row, hasWeightColumn, unfilled);
    const { applies, at } = applicability(row);
    row.applies = applies;
    if (at !== undefined) row.notApplicableAt = at;
  });
  weightFromGroup(rows, outline);
  const groups = groupsOf(context, outline, rows, scale);
  return { rows, groups, scale };
}

