/** From leaves to indicator rows and groups: every value read, shared cells settled, roles decided. */
import type { Line, LineSpot } from './lines';
import { emptySlot } from './numbers';
import { scoreIn, weightSlot } from './points';
import { applicability, oneScale, readValues, type DraftRow, type RowsContext } from './row-values';
import type { DraftGroup, Leaf, Outline } from './outline';
import { type Addr, Dec, MAX_COLS, normal } from '../workbook';
import type { Group, GroupId, IndicatorRow, RowId, RowRole, Slot } from '../score-table';

export interface TableRows {
  /** What typed 分值 were multiplied by: 100 where the form writes 0.1 for 10. */
  readonly scale: Dec | null;
  readonly rows: readonly IndicatorRow[];
  readonly groups: readonly Group[];
}

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

function weightAt(context: RowsContext, place: LineSpot, scale: Dec | null): Slot<Dec> {
  return weightSlot(place.raw, place.at, context.grid.format(place.at.row, place.at.col), scale);
}

function readWeight(context: RowsContext, line: Line, scale: Dec | null): Slot<Dec> | undefined {
  return line.weight === null ? undefined : weightAt(context, line.weight, scale);
}

function nameWeightSlot(leaf: {
  readonly nameWeight: Dec | null;
  readonly at: Addr;
  readonly raw: IndicatorRow['name']['raw'];
}): Slot<Dec> | undefined {
  return leaf.nameWeight === null ? undefined : weightInName(leaf, leaf.nameWeight);
}

function weightInName({ at, raw }: Pick<Slot<Dec>, 'at' | 'raw'>, value: Dec): Slot<Dec> {
  return { state: 'value', value, at, raw, odd: [] };
}

function filled(slot: Slot<unknown> | undefined): boolean {
  return slot !== undefined && slot.state !== 'blank';
}

interface Shared {
  readonly weight: ReadonlyMap<number, number>;
  readonly score: ReadonlyMap<number, number>;
}

const key = (at: Addr): number => at.row * MAX_COLS + at.col;

/** How many leaves look at each weight and self-score cell. */
function sharedCells(leaves: readonly Leaf[], self: number): Shared {
  const weight = new Map<number, number>();
  const score = new Map<number, number>();
  const count = (map: Map<number, number>, place: LineSpot | null | undefined): void => {
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
  if (row.shares !== undefined)
    return leaf.breakdown || (!filled(row.target) && !filled(row.actual) && leaf.template) ? 'breakdown' : 'indicator';
  if (leaf.bonus) return 'bonus';
  if (leaf.template && !weighed && !scored) return 'placeholder';
  if (weighed || scored) return 'indicator';
  if (leaf.breakdown) return 'breakdown';
  const anything = filled(row.target) || filled(row.actual);
  if (hasWeightColumn) return anything ? 'breakdown' : unfilled && filled(row.criterion) ? 'indicator' : 'placeholder';
  return 'indicator';
}

function pathOf(leaf: Leaf): readonly string[] {
  const above = leaf.group?.path ?? [];
  return leaf.name === '' ? above : [...above, leaf.name];
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
    scores: line.scores.map((place) => {
      const slot = scoreIn(context.points, context.grid, place.raw, place.at, place.text);
      return place.covered ? slot : context.grid.pictured(slot);
    }),
    applies: null,
  };
  readValues(context, line, row);
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

function isMerged(line: Line, place: LineSpot | null): boolean {
  return place !== null && (!place.own || place.bottom > line.row);
}

/** One score or 分值 cell over several rows: it belongs to the first of them. */
function settleShared(rows: DraftRow[], leaves: readonly Leaf[], self: number | null): void {
  if (!leaves.some(({ line }) => isMerged(line, line.weight) || (self !== null && isMerged(line, line.scores[self] ?? null)))) return;
  const shared = sharedCells(leaves, self ?? 0);
  const firstByWeight = new Map<number, DraftRow>();
  const firstByScore = new Map<number, DraftRow>();
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
      delete row.weight;
      row.weightFrom = 'merged';
    }
  });
}

/** Where no row carries a 分值 and a class's scores already make up its points, blank rows share the score above. */
function settleUnmerged(rows: DraftRow[], outline: Outline, self: number | null): void {
  if (self === null || !outline.groups.some((group) => group.nameWeight !== null)) return;
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
  if (!outline.groups.some((group) => group.nameWeight !== null)) return;
  const rowOf = new Map(outline.leaves.map((leaf, index) => [leaf, rows[index]!]));
  for (const group of outline.groups) {
    const members = group.leaves.map((leaf) => rowOf.get(leaf)!).filter((row) => row.role === 'indicator');
    const only = members[0];
    if (members.length !== 1 || only === undefined || group.nameWeight === null) continue;
    if (only.weight !== undefined && only.weight.state !== 'blank') continue;
    if (only.weightFrom === 'group' && only.weight !== undefined) continue;
    only.weight = weightInName(group, group.nameWeight);
    only.weightFrom = 'group';
  }
}

function idsOf(leaves: readonly Leaf[], rowOf: ReadonlyMap<Leaf, DraftRow>): RowId[] {
  const ids: RowId[] = [];
  for (const leaf of leaves) {
    const row = rowOf.get(leaf)!;
    if (row.role !== 'placeholder') ids.push(row.id);
  }
  return ids;
}

function groupsOf(context: RowsContext, outline: Outline, rows: readonly DraftRow[], scale: Dec | null): Group[] {
  const ids = new Map<DraftGroup, GroupId>(outline.groups.map((group, index) => [group, `g${index}` as GroupId]));
  const rowOf = new Map(outline.leaves.map((leaf, index) => [leaf, rows[index]!]));
  for (const [leaf, row] of rowOf) (row as DraftRow).group = leaf.group === null ? null : ids.get(leaf.group)!;
  return outline.groups.map((group): Group => {
    const column =
      group.line !== null
        ? readWeight(context, group.line, scale)
        : group.weightSpot !== null
          ? weightAt(context, group.weightSpot, null)
          : undefined;
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
      scores:
        group.line === null
          ? []
          : group.line.scores.map((place) =>
              place.covered || !place.own
                ? (emptySlot<Dec>(null, place.at) as Slot<Dec>)
                : scoreIn(context.points, context.grid, place.raw, place.at),
            ),
      rows: idsOf(group.leaves, rowOf),
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
