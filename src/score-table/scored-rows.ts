/** The rows that are scored, and their cells, each cell once however many rows lie in it. */
import type { IndicatorRow, RowId, Slot, Submission } from './types';
import { Dec } from '../workbook/decimal';
import { remembered } from '../workbook/once-per-object';

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

const knownOf = remembered((submission: Submission): Known => {
  const scored = submission.rows.filter((row) => row.role === 'indicator' || row.role === 'execution' || row.role === 'bonus');
  return { byId: new Map(submission.rows.map((row) => [row.id, row])), scored, weighted: scored.filter((row) => row.role !== 'bonus') };
});

/** The cells of a list of rows, by score column and for 分值; a list belongs to one table only. */
const cellsOfRows = remembered<readonly IndicatorRow[], Map<number | 'weight', readonly ScoreCell[]>>(() => new Map());

function oneCell(submission: Submission, rows: readonly IndicatorRow[], slotOf: SlotOf): readonly ScoreCell[] {
  const slot = ownerSlot(submission, rows[0]!, slotOf);
  return slot === undefined ? [] : [{ slot, rows }];
}

function cellsOnce(submission: Submission, rows: readonly IndicatorRow[], which: number | 'weight'): readonly ScoreCell[] {
  const slotOf = which === 'weight' ? (row: IndicatorRow) => row.weight : (row: IndicatorRow) => row.scores[which];
  if (rows.length === 1) return oneCell(submission, rows, slotOf);
  const known = cellsOfRows(rows);
  let cells = known.get(which);
  if (cells === undefined) {
    cells = cellsOf(submission, rows, slotOf);
    known.set(which, cells);
  }
  return cells;
}

/** Row by id; throws for an id of another table, which is our own mistake. */
export function rowById(submission: Submission, id: RowId): IndicatorRow {
  const row = knownOf(submission).byId.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Leaves that carry a score: indicators, the execution row, 加分/扣分 rows. */
export function scoredRows(submission: Submission): readonly IndicatorRow[] {
  return knownOf(submission).scored;
}

/** Leaves that carry a 分值: indicators and the execution row. */
export function weightedRows(submission: Submission): readonly IndicatorRow[] {
  return knownOf(submission).weighted;
}

/**
 * The distinct cells that `slotOf` finds for these rows. A row that shares another's cell, or stands blank inside it,
 * adds nothing of its own; rows without such a slot are left out.
 */
export function cellsOf(submission: Submission, rows: readonly IndicatorRow[], slotOf: SlotOf): readonly ScoreCell[] {
  const cells: { slot: Slot<Dec>; rows: IndicatorRow[] }[] = [];
  const byPlace = new Map<number, { slot: Slot<Dec>; rows: IndicatorRow[] }>();
  for (const row of rows) {
    const slot = ownerSlot(submission, row, slotOf);
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

function ownerSlot(submission: Submission, row: IndicatorRow, slotOf: SlotOf): Slot<Dec> | undefined {
  const own = slotOf(row);
  if (row.shares === undefined || (own !== undefined && own.state !== 'blank')) return own;
  return slotOf(rowById(submission, row.shares)) ?? own;
}

/** The distinct score cells of one column under the rows given. */
export function scoreCells(submission: Submission, rows: readonly IndicatorRow[], column: number): readonly ScoreCell[] {
  return cellsOnce(submission, rows, column);
}

/** The distinct 分值 cells of the rows given. */
export function weightCells(submission: Submission, rows: readonly IndicatorRow[]): readonly WeightCell[] {
  return cellsOnce(submission, rows, 'weight');
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
export function selfScore(submission: Submission, row: IndicatorRow): Slot<Dec> | undefined {
  return submission.self === null ? undefined : row.scores[submission.self];
}

/** The value of a slot, or null for anything that is no value. */
export function valueOf<T>(slot: Slot<T> | null | undefined): T | null {
  return slot === null || slot === undefined ? null : slot.value;
}
