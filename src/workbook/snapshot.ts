import { shiftFormula } from './formula-shift';
import type { Cell, CellValue, Rect, SheetSnapshot, SheetState, WorkbookSnapshot } from './types';

/** What a cell's style means to us. */
export interface StoredStyle {
  readonly format: string;
  readonly locked: boolean;
}

/** A shared formula as the file keeps it: one text, and how far this cell is from the one it was written for. */
export interface SharedFormula {
  readonly text: string;
  readonly rows: number;
  readonly cols: number;
}

export type StoredFormula = string | SharedFormula | undefined;

/** Inclusive pairs [from, to, from, to, …], ascending and apart. */
export type Runs = readonly number[];

/** One sheet in row-compressed parallel arrays: plain data that a worker can post. Cell i stands in column cols[i]. */
export interface SheetData {
  /** Absent: the name. */
  readonly key?: string;
  readonly name: string;
  readonly state: SheetState;
  readonly protected: boolean;
  readonly ours?: boolean;
  readonly unread?: SheetSnapshot['unread'];
  readonly rows: number;
  readonly cols: number;
  readonly merges: readonly Rect[];
  /** null: the host cannot tell. */
  readonly pictures: readonly Rect[] | null;
  readonly hiddenRows: Runs | null;
  readonly hiddenCols: Runs | null;
  /** false: the host cannot tell which cells are locked. */
  readonly locksKnown?: boolean;
  readonly styleTable: readonly StoredStyle[];
  /** The rows that have cells, ascending. */
  readonly rowIds: Int32Array;
  /** Where the cells of the k-th such row begin; one longer than rowIds. */
  readonly rowFrom: Int32Array;
  readonly cellCols: Uint16Array;
  readonly cellStyles: Uint16Array;
  readonly values: readonly CellValue[];
  readonly formulas: readonly StoredFormula[];
}

export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly externalLinks: readonly string[] | null;
  readonly date1904: boolean;
}

export const GENERAL: StoredStyle = { format: 'General', locked: true };

/** The snapshot over a workbook's plain data, e.g. what a worker posted. */
export function workbookFromData(data: WorkbookData): WorkbookSnapshot {
  return {
    sheets: data.sheets.map((sheet) => new CompactSheet(sheet)),
    externalLinks: data.externalLinks,
    date1904: data.date1904,
  };
}

/** A sheet over SheetData. Reading a value is two array look-ups in a gapless row, a binary search otherwise. */
export class CompactSheet implements SheetSnapshot {
  readonly key: string;
  readonly name: string;
  readonly state: SheetState;
  readonly protected: boolean;
  readonly ours: boolean;
  readonly unread: SheetSnapshot['unread'];
  readonly rows: number;
  readonly cols: number;
  readonly merges: readonly Rect[];
  readonly pictures: readonly Rect[] | null;
  readonly rowIds: Int32Array;
  private readonly rowFrom: Int32Array;
  private readonly cellCols: Uint16Array;
  private readonly values: readonly CellValue[];
  /** row → its place in rowIds, or −1; null where a sheet is too sparse to afford it. */
  private readonly slots: Int32Array | null;

  constructor(private readonly data: SheetData) {
    this.key = data.key ?? data.name;
    this.name = data.name;
    this.state = data.state;
    this.protected = data.protected;
    this.ours = data.ours ?? false;
    this.unread = data.unread;
    this.rows = data.rows;
    this.cols = data.cols;
    this.merges = data.merges;
    this.pictures = data.pictures;
    this.rowIds = data.rowIds;
    this.rowFrom = data.rowFrom;
    this.cellCols = data.cellCols;
    this.values = data.values;
    this.slots = slotsOf(data.rowIds);
  }

  /** What this sheet was made of, for another thread. */
  get plainData(): SheetData {
    return this.data;
  }

  at(row: number, col: number): Cell | undefined {
    const index = this.find(row, col);
    return index < 0 ? undefined : this.cell(index);
  }

  valueAt(row: number, col: number): CellValue {
    const index = this.find(row, col);
    return index < 0 ? null : this.values[index]!;
  }

  formatAt(row: number, col: number): string {
    const index = this.find(row, col);
    return index < 0 ? GENERAL.format : this.styleOf(index).format;
  }

  cellsOfRow(row: number): Iterable<readonly [col: number, cell: Cell]> {
    const found: (readonly [number, Cell])[] = [];
    const slot = this.slotOf(row);
    if (slot < 0) return found;
    const end = this.rowFrom[slot + 1]!;
    for (let index = this.rowFrom[slot]!; index < end; index += 1) {
      if (this.values[index] === null && this.data.formulas[index] === undefined) continue;
      const col = this.cellCols[index]!;
      found.push([col, this.cell(index)]);
    }
    return found;
  }

  rowHidden(row: number): boolean | null {
    return this.data.hiddenRows === null ? null : inRuns(this.data.hiddenRows, row);
  }

  colHidden(col: number): boolean | null {
    return this.data.hiddenCols === null ? null : inRuns(this.data.hiddenCols, col);
  }

  locked(row: number, col: number): boolean | null {
    if (this.data.locksKnown === false) return null;
    const index = this.find(row, col);
    return index < 0 || this.styleOf(index).locked;
  }

  private cell(index: number): Cell {
    const value = this.values[index]!;
    const format = this.styleOf(index).format;
    const formula = this.data.formulas[index];
    if (formula === undefined) return { value, format };
    return { value, format, formula: formulaText(formula) };
  }

  private styleOf(index: number): StoredStyle {
    return this.data.styleTable[this.data.cellStyles[index]!] ?? GENERAL;
  }

  private slotOf(row: number): number {
    if (this.slots !== null) return this.slots[row] ?? -1;
    return search(this.rowIds, row, 0, this.rowIds.length);
  }

  private find(row: number, col: number): number {
    const slot = this.slotOf(row);
    if (slot < 0) return -1;
    const from = this.rowFrom[slot]!;
    const end = this.rowFrom[slot + 1]!;
    const guess = from + col - this.cellCols[from]!;
    if (guess < from) return -1;
    if (guess < end && this.cellCols[guess] === col) return guess;
    return search(this.cellCols, col, from, end);
  }
}

/** The formula of one cell in full. */
function formulaText(formula: string | SharedFormula): string {
  return typeof formula === 'string' ? formula : shiftFormula(formula.text, formula.rows, formula.cols);
}

function slotsOf(rowIds: Int32Array): Int32Array | null {
  const rows = (rowIds[rowIds.length - 1] ?? -1) + 1;
  if (rows > 4 * rowIds.length + 1024) return null;
  const slots = new Int32Array(rows).fill(-1);
  for (let slot = 0; slot < rowIds.length; slot += 1) slots[rowIds[slot]!] = slot;
  return slots;
}

function search(sorted: Int32Array | Uint16Array, wanted: number, from: number, end: number): number {
  let low = from;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function inRuns(runs: Runs, index: number): boolean {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (index < runs[middle * 2]!) high = middle - 1;
    else if (index > runs[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
