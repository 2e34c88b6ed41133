/** The rows that are scored, and their cells, each cell once however many rows lie in it. */
import type { IndicatorRow, RowId, Slot, ScoreTable } from './types';
import { Dec, oncePerObject } from '../workbook';

/** One score cell and the rows whose score it is. */
export interface ScoreCell {
  readonly slot: Slot<Dec>;
  readonly rows: readonly IndicatorRow[];
}

/** One 分值 cell and the rows it belongs to. */
export type WeightCell = ScoreCell;

type SlotOf = (row: IndicatorRow) => Slot<Dec> | undefined;

interface Known {
  readonly byId: ReadonlyMap<string, IndicatorRow>;
  readonly scored: readonly IndicatorRow[];
  readonly weighted: readonly IndicatorRow[];
}

const knownOf = oncePerObject((scoreTable: ScoreTable): Known => {
  const scored = scoreTable.rows.filter((row) => row.role === 'indicator' || row.role === 'execution' || row.role === 'bonus');
  return { byId: new Map(scoreTable.rows.map((row) => [row.id, row])), scored, weighted: scored.filter((row) => row.role !== 'bonus') };
});

/** The cells of a list of rows, by score column and for 分值; a list belongs to one table only. */
const cellsOfRows = oncePerObject<readonly IndicatorRow[], Map<number | 'weight', readonly ScoreCell[]>>(() => new Map());

function oneCell(scoreTable: ScoreTable, rows: readonly IndicatorRow[], slotOf: SlotOf): readonly ScoreCell[] {
  const slot = ownerSlot(scoreTable, rows[0]!, slotOf);
  return slot === undefined ? [] : [{ slot, rows }];
}

function cellsOnce(scoreTable: ScoreTable, rows: readonly IndicatorRow[], which: number | 'weight'): readonly ScoreCell[] {
  const slotOf = which === 'weight' ? (row: IndicatorRow) => row.weight : (row: IndicatorRow) => row.scores[which];
  if (rows.length === 1) return oneCell(scoreTable, rows, slotOf);
  const known = cellsOfRows(rows);
  let cells = known.get(which);
  if (cells === undefined) {
    cells = cellsOf(scoreTable, rows, slotOf);
    known.set(which, cells);
  }
  return cells;
}

/** Row by id; throws for an id of another table, which is our own mistake. */
export function rowById(scoreTable: ScoreTable, id: RowId): IndicatorRow {
  const row = knownOf(scoreTable).byId.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Leaves that carry a score: indicators, the execution row, 加分/扣分 rows. */
export function scoredRows(scoreTable: ScoreTable): readonly IndicatorRow[] {
  return knownOf(scoreTable).scored;
}

/** Leaves that carry a 分值: indicators and the execution row. */
export function weightedRows(scoreTable: ScoreTable): readonly IndicatorRow[] {
  return knownOf(scoreTable).weighted;
}

/**
 * The distinct cells that `slotOf` finds for these rows. A row that shares another's cell, or stands blank inside it,
 * adds nothing of its own; rows without such a slot are left out.
 */
export function cellsOf(scoreTable: ScoreTable, rows: readonly IndicatorRow[], slotOf: SlotOf): readonly ScoreCell[] {
  const cells: { slot: Slot<Dec>; rows: IndicatorRow[] }[] = [];
  const byPlace = new Map<number, { slot: Slot<Dec>; rows: IndicatorRow[] }>();
  for (const row of rows) {
    const slot = ownerSlot(scoreTable, row, slotOf);
    if (slot === undefined) continue;
    const place = slot.at.row * 16384 + slot.at.col;
    const same = byPlace.get(place);
    if (same !== undefined) {
      same.rows.push(row);
      continue;
    }
    const cell = { slot, rows: [row] };
    byPlace.set(place, cell);
    cells.push(cell);
  }
  return cells;
}

function ownerSlot(scoreTable: ScoreTable, row: IndicatorRow, slotOf: SlotOf): Slot<Dec> | undefined {
  const own = slotOf(row);
  if (row.shares === undefined || (own !== undefined && own.state !== 'blank')) return own;
  return slotOf(rowById(scoreTable, row.shares)) ?? own;
}

/** The distinct score cells of one column under the rows given. */
export function scoreCells(scoreTable: ScoreTable, rows: readonly IndicatorRow[], column: number): readonly ScoreCell[] {
  return cellsOnce(scoreTable, rows, column);
}

/** The distinct 分值 cells of the rows given. */
export function weightCells(scoreTable: ScoreTable, rows: readonly IndicatorRow[]): readonly WeightCell[] {
  return cellsOnce(scoreTable, rows, 'weight');
}

/** Score cells that one 分值 covers: one cell, or those beside a 分值 merged over several scores. */
export function byWeight(cells: readonly ScoreCell[]): readonly (readonly ScoreCell[])[] {
  const groups = new Map<string, ScoreCell[]>();
  for (const cell of cells) {
    const row = cell.rows[0]!;
    const owner = row.weightFrom === 'merged' ? (row.shares ?? row.id) : row.id;
    const known = groups.get(owner);
    if (known === undefined) groups.set(owner, [cell]);
    else known.push(cell);
  }
  return [...groups.values()];
}

const ZERO = new Dec(0);

/** Σ of the cells that hold a number. */
export function sumOfCells(cells: readonly ScoreCell[]): Dec {
  if (cells.length === 1) return cells[0]!.slot.value ?? ZERO;
  return cells.reduce((all, cell) => (cell.slot.value === null ? all : all.plus(cell.slot.value)), ZERO);
}

/** The self-score of a row; undefined where the form has none. */
export function selfScore(scoreTable: ScoreTable, row: IndicatorRow): Slot<Dec> | undefined {
  return scoreTable.self === null ? undefined : row.scores[scoreTable.self];
}

/** The value of a slot, or null for anything that is no value. */
export function valueOf<T>(slot: Slot<T> | null | undefined): T | null {
  return slot === null || slot === undefined ? null : slot.value;
}
