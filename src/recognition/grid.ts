/** A sheet as recognition looks at it: merged cells resolved, texts normalised once. */
import type { Slot } from '../score-table';
import {
  type Addr,
  type CellValue,
  filledRows,
  normal,
  pictureIn,
  pictureWithin,
  type Rect,
  type SheetSnapshot,
  valueUnlessPicture,
} from '../workbook';

/** A merged area longer than this is read only this far down: whole-column merges carry no table. */
const MERGE_ROWS = 2000;
/** Tables live in the first columns; what lies further right is ignored. */
const MAX_COLS = 256;

/** So many blank rows end what is looked at: what stands below them is a stray cell, not a table. */
const GAP = 2000;

const isBlank = (sheet: SheetSnapshot, row: number): boolean => sheet.cellsOfRow(row)[Symbol.iterator]().next().done === true;

function rowsBeforeGap(sheet: SheetSnapshot): number {
  if (sheet.rowIds === undefined) return sheet.rows;
  let rows = 0;
  for (const row of filledRows(sheet)) {
    if (isBlank(sheet, row)) continue;
    if (row - rows > GAP) return rows;
    rows = row + 1;
  }
  return rows;
}

function storedRows(sheet: SheetSnapshot, rows: number): Uint8Array {
  const stored = new Uint8Array(rows);
  for (const row of filledRows(sheet)) if (row < rows) stored[row] = 1;
  return stored;
}

const NOTHING: readonly GridCell[] = [];

export class Grid {
  readonly rows: number;
  readonly cols: number;
  private readonly mergesByRow: (Rect[] | undefined)[] = [];
  private readonly texts: (string | undefined)[][] = [];
  private readonly begun: (readonly GridCell[] | undefined)[] = [];
  private readonly carried: (readonly GridCell[] | undefined)[] = [];
  /** 1 for a row that is stored; null where the host does not know its rows. A claimed row costs nothing then. */
  private readonly stored: Uint8Array | null;

  constructor(
    readonly sheet: SheetSnapshot,
    readonly index: number,
  ) {
    this.rows = rowsBeforeGap(sheet);
    this.cols = Math.min(sheet.cols, MAX_COLS);
    this.stored = sheet.rowIds === undefined ? null : storedRows(sheet, this.rows);
    for (const rect of sheet.merges) this.addMerge(rect);
  }

  private addMerge(rect: Rect): void {
    const bottom = Math.min(rect.bottom, this.rows - 1, rect.top + MERGE_ROWS);
    for (let row = rect.top; row <= bottom; row++) {
      (this.mergesByRow[row] ??= []).push(rect);
    }
  }

  /** True for a row that the file does not hold: nothing stands in it but what a merged area shows. */
  private absent(row: number): boolean {
    return this.stored !== null && this.stored[row] !== 1;
  }

  /** The merged area a cell lies in, else null. */
  mergeAt(row: number, col: number): Rect | null {
    const rects = this.mergesByRow[row];
    if (rects !== undefined) for (const rect of rects) if (col >= rect.left && col <= rect.right) return rect;
    return null;
  }

  /** The cell that holds what is shown here. */
  anchor(row: number, col: number): { readonly row: number; readonly col: number } {
    const rect = this.mergeAt(row, col);
    return rect === null ? { row, col } : { row: rect.top, col: rect.left };
  }

  /** Value shown at a place: that of the merged area's top left. */
  value(row: number, col: number): CellValue {
    const rect = this.mergeAt(row, col);
    return rect === null ? this.own(row, col) : this.own(rect.top, rect.left);
  }

  /** Value of the cell itself; null inside a merged area unless it is the top left. */
  own(row: number, col: number): CellValue {
    return valueUnlessPicture(this.sheet, row, col);
  }

  /** A slot that was read as blank, told apart from one that a picture fills. */
  pictured<T>(slot: Slot<T>): Slot<T> {
    if (slot.state !== 'blank') return slot;
    const { row, col } = slot.at;
    const area = this.mergeAt(row, col);
    const picture = area === null ? pictureIn(this.sheet, row, col) : pictureWithin(this.sheet, area);
    return picture === true ? { ...slot, state: 'picture' } : slot;
  }

  /** Normalised text of the cell itself ('' when blank); numbers as JavaScript writes them. */
  ownText(row: number, col: number): string {
    const line = (this.texts[row] ??= []);
    const known = line[col];
    if (known !== undefined) return known;
    const value = this.own(row, col);
    const text = value === null ? '' : typeof value === 'string' ? normal(value) : typeof value === 'object' ? value.error : String(value);
    line[col] = text;
    return text;
  }

  /** Normalised text shown at a place, merged areas resolved. */
  text(row: number, col: number): string {
    const rect = this.mergeAt(row, col);
    return rect === null ? this.ownText(row, col) : this.ownText(rect.top, rect.left);
  }

  format(row: number, col: number): string {
    const at = this.anchor(row, col);
    return this.sheet.formatAt(at.row, at.col);
  }

  addr(row: number, col: number): Addr {
    const at = this.anchor(row, col);
    return { sheet: this.index, row: at.row, col: at.col };
  }

  /** True where a cell of the row is stored as a number: the cheap way to tell a row of values. */
  hasNumber(row: number): boolean {
    if (this.absent(row)) return false;
    for (let col = 0; col < this.cols; col++) {
      if (typeof this.sheet.valueAt(row, col) !== 'number') continue;
      const rect = this.mergeAt(row, col);
      if (rect === null || (rect.top === row && rect.left === col)) return true;
    }
    return false;
  }

  /** True when no cell of the row itself has content. */
  rowBlank(row: number): boolean {
    if (this.absent(row)) return true;
    for (let col = 0; col < this.cols; col++) if (this.ownText(row, col) !== '') return false;
    return true;
  }

  /** Distinct cells of a row with content, left to right; a merged area that began above counts only with `carried`. */
  cells(row: number, carried = false): readonly GridCell[] {
    if (this.absent(row) && this.mergesByRow[row] === undefined) return NOTHING;
    const cache = carried ? this.carried : this.begun;
    return (cache[row] ??= this.readCells(row, carried));
  }

  private readCells(row: number, carried: boolean): readonly GridCell[] {
    const out: GridCell[] = [];
    const merged = this.mergesByRow[row] !== undefined;
    for (let col = 0; col < this.cols; col++) {
      const rect = merged ? this.mergeAt(row, col) : null;
      if (rect !== null) {
        const right = Math.min(rect.right, this.cols - 1);
        const text = this.ownText(rect.top, rect.left);
        if (text !== '' && (carried || rect.top === row)) out.push({ row: rect.top, col: rect.left, right, bottom: rect.bottom, text });
        col = right;
        continue;
      }
      const text = this.ownText(row, col);
      if (text !== '') out.push({ row, col, right: col, bottom: row, text });
    }
    return out;
  }
}

export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}
