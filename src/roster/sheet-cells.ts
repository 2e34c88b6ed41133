/** A sheet as people see it: a merged cell holds its text in every place it covers. */
import { normal, type CellValue, type Rect, type SheetSnapshot, tidy, pushTo } from '../workbook';

const MOST_ROWS = 20_000;
const MOST_COLS = 200;

export class SheetCells {
  readonly rows: number;
  readonly cols: number;
  private readonly merged = new Map<number, Rect[]>();

  constructor(readonly sheet: SheetSnapshot) {
    this.rows = Math.min(sheet.rows, MOST_ROWS);
    this.cols = Math.min(sheet.cols, MOST_COLS);
    for (const rect of sheet.merges)
      for (let row = rect.top; row <= Math.min(rect.bottom, this.rows - 1); row += 1) pushTo(this.merged, row, rect);
  }

  /** The merge over a place; null: it stands by itself. */
  mergeAt(row: number, col: number): Rect | null {
    return this.merged.get(row)?.find(({ left, right }) => col >= left && col <= right) ?? null;
  }

  valueAt(row: number, col: number): CellValue {
    const rect = this.mergeAt(row, col);
    return rect === null ? this.sheet.valueAt(row, col) : this.sheet.valueAt(rect.top, rect.left);
  }

  /** As people read it, single blanks kept; figures as they are written in a list of codes; '' for nothing. */
  shown(row: number, col: number): string {
    const value = this.valueAt(row, col);
    if (typeof value === 'string') return tidy(value);
    if (typeof value !== 'number') return '';
    const rect = this.mergeAt(row, col);
    const format = rect === null ? this.sheet.formatAt(row, col) : this.sheet.formatAt(rect.top, rect.left);
    const digits = Number.isInteger(value) && value >= 0 ? BigInt(value).toString() : String(value);
    return /^0+$/.test(format) ? digits.padStart(format.length, '0') : digits;
  }

  text(row: number, col: number): string {
    return normal(this.shown(row, col));
  }

  /** Different texts of a row with the place each begins at; a merged one counts once. */
  textsOf(row: number): readonly { readonly col: number; readonly text: string; readonly width: number }[] {
    const found: { col: number; text: string; width: number }[] = [];
    for (let col = 0; col < this.cols; col += 1) {
      const rect = this.mergeAt(row, col);
      if (rect !== null && rect.left !== col) continue;
      const text = this.text(row, col);
      if (text !== '') found.push({ col, text, width: rect === null ? 1 : rect.right - rect.left + 1 });
    }
    return found;
  }
}
