/** The 分值 of a table: which are missing, what they come to, and whether they are points or shares of the level above. */
import {
  type Group,
  type GroupId,
  type IndicatorRow,
  type ScoreTable,
  selfScore,
  type Slot,
  sumOfCells,
  weightCells,
  weightedRows,
} from '../../score-table';
import { type Addr, Dec, oncePerObject } from '../../workbook';
import type { CheckContext } from '../types';
import { fullScoreOf } from './full-score';

const ZERO = new Dec(0);
const ONE = new Dec(1);
const HUNDRED = new Dec(100);

/** Scored rows without 分值 in a table that has them. Rows in a merged 分值, placeholders and 加分 rows are none. */
export const rowsWithoutWeight = oncePerObject((scoreTable: ScoreTable): readonly IndicatorRow[] => {
  const rows = weightedRows(scoreTable);
  const cells = weightCells(scoreTable, rows);
  const filled = cells.filter((cell) => cell.slot.state === 'value').length;
  const empty = cells.filter((cell) => cell.slot.state === 'blank' || cell.slot.state === 'text');
  // Where most rows have none, the column is not the one that says what a row is worth.
  if (empty.length === 0 || filled < empty.length) return [];
  const full = fullScoreOf(scoreTable);
  const complete = full !== null && sumOfCells(cells).eq(full);
  return empty
    .map((cell) => cell.rows[0]!)
    .filter((row) => {
      const scored = selfScore(scoreTable, row)?.state === 'value';
      return row.role === 'execution' ? scored : scored || !complete;
    });
});

/** True where some row's 分值 cannot be told, so that no sum of them is sure. */
export function weightsUnsure(context: CheckContext): boolean {
  const { scoreTable } = context;
  const cells = weightCells(scoreTable, weightedRows(scoreTable));
  const known = new Set(cells.flatMap((cell) => cell.rows));
  return (
    weightedRows(scoreTable).some((row) => row.role === 'indicator' && !known.has(row)) ||
    cells.some(
      (cell) => cell.slot.state === 'error' || cell.slot.state === 'text' || (cell.slot.state === 'value' && context.doubted(cell.slot.at)),
    ) ||
    rowsWithoutWeight(scoreTable).length > 0
  );
}

/** Header of the 分值 column; where 分值 stand in names, the header over those names; else the table's first cell. */
export function weightHeader(scoreTable: ScoreTable): Addr {
  const { columns, table } = scoreTable;
  const header =
    columns.find((column) => column.role === 'weight') ?? columns.find((column) => column.role === 'level' || column.role === 'name');
  return header?.header.at ?? { sheet: table.sheet, row: table.range.top, col: table.range.left };
}

export interface TotalWeight {
  readonly at: Addr;
  readonly value: Dec;
  /** True where the total adds every scored row, the execution row included. */
  readonly coversAll: boolean;
}

/** The 分值 cell of the table's own total row, where it states one. */
export function totalWeight(scoreTable: ScoreTable): TotalWeight | null {
  for (const total of scoreTable.totals) {
    if (total.kind !== 'total' || total.where !== 'row' || total.weight?.value == null) continue;
    const covered = new Set(total.covers ?? []);
    return { at: total.weight.at, value: total.weight.value, coversAll: weightedRows(scoreTable).every((row) => covered.has(row.id)) };
  }
  return null;
}

/** One parent and what its children state. `sum`: of the children as stated, null where one cannot be told. */
export interface ParentWeight {
  readonly group: Group;
  readonly stated: Slot<Dec>;
  readonly sum: Dec | null;
  readonly children: readonly Slot<Dec>[];
  /** Child groups that state a 分值 themselves. */
  readonly statedChildren: readonly GroupId[];
}

/** The 分值 of every level of a table. */
export class WeightTree {
  readonly parents: readonly ParentWeight[];
  /** Levels whose groups' children come to 100 each, and not to the group's own figure: what stands below is a share of it. */
  private readonly shareLevels: ReadonlySet<number>;
  private readonly groups: ReadonlyMap<GroupId, Group>;
  private readonly direct = new Map<GroupId, IndicatorRow[]>();

  constructor(private readonly scoreTable: ScoreTable) {
    this.groups = new Map(scoreTable.groups.map((group) => [group.id, group]));
    for (const row of weightedRows(scoreTable)) {
      if (row.group === null) continue;
      const rows = this.direct.get(row.group);
      if (rows === undefined) this.direct.set(row.group, [row]);
      else rows.push(row);
    }
    const stating = scoreTable.groups.filter((group) => group.weight?.state === 'value');
    this.parents = stating.map((group) => this.parent(group));
    this.shareLevels = this.detectShares();
  }

  /** Groups of the outermost level. */
  get top(): readonly Group[] {
    return this.scoreTable.groups.filter((group) => group.parent === null);
  }

  private parent(group: Group): ParentWeight {
    const children: Slot<Dec>[] = [];
    const sum = this.childSum(group, children);
    return {
      group,
      stated: group.weight!,
      sum,
      children,
      statedChildren: group.children.filter((id) => this.groups.get(id)?.weight?.state === 'value'),
    };
  }

  /** Σ of what stands directly below, each child as stated; a child group that states nothing is the sum of its own children. */
  private childSum(group: Group, children: Slot<Dec>[]): Dec | null {
    let sum: Dec | null = ZERO;
    for (const id of group.children) {
      const child = this.groups.get(id);
      if (child === undefined) continue;
      const stated = child.weight?.state === 'value' ? child.weight : null;
      const value = stated === null ? this.childSum(child, children) : stated.value;
      if (stated !== null) children.push(stated);
      sum = sum === null || value === null ? null : sum.plus(value);
    }
    for (const cell of weightCells(this.scoreTable, this.direct.get(group.id) ?? [])) {
      // A 分值 written only on the class is the class's own, not one of its children's.
      if (cell.slot.at === group.weight?.at || cell.rows[0]!.weightFrom === 'group') return null;
      if (cell.slot.state === 'placeholder') continue;
      if (cell.slot.value !== null) children.push(cell.slot);
      sum = sum === null || cell.slot.value === null ? null : sum.plus(cell.slot.value);
    }
    return children.length === 0 ? null : sum;
  }

  /** True where some level holds shares: adding the leaves then means nothing. */
  get multiplicative(): boolean {
    return this.shareLevels.size > 0;
  }

  /** True where the children of this group are shares of it, to come to 100; else they are points, to come to its own figure. */
  holdsShares(group: Group): boolean {
    return this.shareLevels.has(group.level);
  }

  /** Level by level: 权重 40/60 may stand over groups of 100 points each, which are added up as usual below. */
  private detectShares(): ReadonlySet<number> {
    const full = fullScoreOf(this.scoreTable) ?? HUNDRED;
    if (sumOfCells(weightCells(this.scoreTable, weightedRows(this.scoreTable))).eq(full)) return new Set();
    const levels = new Set(this.parents.map(({ group }) => group.level));
    return new Set([...levels].filter((level) => this.isShareLevel(this.parents.filter(({ group }) => group.level === level))));
  }

  private isShareLevel(parents: readonly ParentWeight[]): boolean {
    const known = parents.filter((parent) => parent.sum !== null);
    const shares = known.filter((parent) => isWhole(parent.sum!) && !parent.sum!.eq(parent.stated.value!));
    const additive = known.filter((parent) => parent.sum!.eq(parent.stated.value!));
    return shares.length > additive.length && shares.length * 2 >= known.length;
  }
}

/** The tree of a table, made once. */
export const weightTreeOf = oncePerObject((scoreTable: ScoreTable) => new WeightTree(scoreTable));

/** 100% however it is written: 100 or 1. */
export function isWhole(value: Dec): boolean {
  return value.eq(HUNDRED) || value.eq(ONE);
}

/**
 * False where the table may be cut off: recognition was in doubt about something inside it. Then a sum that is too small
 * proves nothing.
 */
export function looksComplete(scoreTable: ScoreTable): boolean {
  return unreadPlaces(scoreTable).length === 0;
}

/** Cells inside the table that recognition could make nothing of. */
export function unreadPlaces(scoreTable: ScoreTable): readonly Addr[] {
  const { range, sheet } = scoreTable.table;
  return scoreTable.doubts.flatMap(({ at }) =>
    at !== undefined && at.sheet === sheet && at.row >= range.top && at.row <= range.bottom ? [at] : [],
  );
}
