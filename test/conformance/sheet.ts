import ExcelJS from 'exceljs';
import { sheetOf, type TestCell } from '../support/sheets';
import type { Rect, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';

/** A sheet being laid out: cells, merged areas, hidden columns. */
export class Grid {
  readonly rows: TestCell[][] = [];
  readonly merges: Rect[] = [];
  readonly hiddenCols: number[] = [];

  constructor(readonly name: string) {}

  put(row: number, col: number, value: string | number | null, format?: string): void {
    while (this.rows.length <= row) this.rows.push([]);
    this.rows[row]![col] = format === undefined || value === null ? value : { v: value, format };
  }

  /** A value over an area; merged where it is more than one cell. */
  span(rect: Rect, value: string | number | null, format?: string): void {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let col = rect.left; col <= rect.right; col += 1) this.put(row, col, null);
    }
    this.put(rect.top, rect.left, value, format);
    if (rect.top !== rect.bottom || rect.left !== rect.right) this.merges.push(rect);
  }

  error(rect: Rect, error: string): void {
    this.span(rect, null);
    this.rows[rect.top]![rect.left] = { error };
  }

  formula(row: number, col: number, formula: string, value: number, format?: string): void {
    while (this.rows.length <= row) this.rows.push([]);
    this.rows[row]![col] = { f: formula, v: value, ...(format === undefined ? {} : { format }) };
  }

  /** The same cells under another sheet name. */
  named(name: string): Grid {
    const out = new Grid(name);
    out.append(this, 0);
    return out;
  }

  /** Puts another grid's cells below, from row `from` on. */
  append(other: Grid, from: number): void {
    other.rows.forEach((cells, row) => {
      while (this.rows.length <= from + row) this.rows.push([]);
      this.rows[from + row] = [...cells];
    });
    for (const merge of other.merges) this.merges.push({ ...merge, top: merge.top + from, bottom: merge.bottom + from });
    this.hiddenCols.push(...other.hiddenCols);
  }

  snapshot(): SheetSnapshot {
    return sheetOf(this.name, this.rows, { merges: this.merges, hiddenCols: this.hiddenCols });
  }
}

export function bookOfGrids(grids: readonly Grid[]): WorkbookSnapshot {
  return { sheets: grids.map((grid) => grid.snapshot()), externalLinks: [], date1904: false };
}

/** The same sheets as a real file, by an independent writer. */
export async function xlsxOfGrids(grids: readonly Grid[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const grid of grids) {
    const sheet = book.addWorksheet(grid.name);
    grid.rows.forEach((cells, row) =>
      cells.forEach((cell, col) => {
        if (cell === undefined || cell === null) return;
        const target = sheet.getCell(row + 1, col + 1);
        if (typeof cell === 'object' && 'error' in cell) throw new Error('no errors in rendered cases');
        if (typeof cell !== 'object') target.value = cell;
        else {
          target.value = cell.f === undefined ? (cell.v as string | number) : { formula: cell.f, result: cell.v as number };
          if (cell.format !== undefined) target.numFmt = cell.format;
        }
      }),
    );
    for (const merge of grid.merges) sheet.mergeCells(merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1);
    for (const col of grid.hiddenCols) sheet.getColumn(col + 1).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
