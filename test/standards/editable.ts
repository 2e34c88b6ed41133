/** A sheet that can be spoiled the way people do it in Excel: rows go and come, references follow. */
import { a1, parseA1 } from '../../src/workbook/address';
import type { CellValue, Rect, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf, type RichCell } from '../support/sheets';

type Cells = (RichCell | undefined)[][];

const REFERENCE = /\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?/g;

export class Editable {
  private cells: Cells;
  private merges: Rect[];

  private constructor(
    private readonly name: string,
    cells: Cells,
    merges: readonly Rect[],
    private readonly others: readonly SheetSnapshot[],
  ) {
    this.cells = cells;
    this.merges = [...merges];
  }

  /** The sheet of that index; the others stay as they are. */
  static of(book: WorkbookSnapshot, index = 0): Editable {
    const sheet = book.sheets[index]!;
    const cells: Cells = [];
    for (let row = 0; row < sheet.rows; row += 1) {
      cells.push([]);
      for (const [col, cell] of sheet.cellsOfRow(row))
        cells[row]![col] = { v: cell.value, format: cell.format, ...(cell.formula === undefined ? {} : { f: cell.formula }) };
    }
    return new Editable(
      sheet.name,
      cells,
      sheet.merges,
      book.sheets.filter((_, at) => at !== index),
    );
  }

  copy(): Editable {
    return new Editable(
      this.name,
      this.cells.map((row) => [...row]),
      this.merges,
      this.others,
    );
  }

  book(): WorkbookSnapshot {
    const rows = this.cells.map((row) => Array.from(row, (cell) => cell));
    return bookOf([sheetOf(this.name, rows, { merges: this.merges }), ...this.others]);
  }

  at(address: string): RichCell | undefined {
    const { row, col } = parseA1(address)!;
    return this.cells[row]?.[col];
  }

  set(address: string, value: CellValue): this {
    const { row, col } = parseA1(address)!;
    while (this.cells.length <= row) this.cells.push([]);
    const before = this.cells[row]![col];
    this.cells[row]![col] = { v: value, ...(before?.format === undefined ? {} : { format: before.format }) };
    return this;
  }

  formula(address: string, formula: string, value: CellValue): this {
    const { row, col } = parseA1(address)!;
    this.cells[row]![col] = { v: value, f: formula };
    return this;
  }

  clear(range: string): this {
    const [from, to] = range.split(':').map((one) => parseA1(one)!);
    for (let row = from!.row; row <= to!.row; row += 1)
      for (let col = from!.col; col <= to!.col; col += 1) if (this.cells[row]?.[col]?.f === undefined) this.set(a1(row, col), null);
    return this;
  }

  /** 1-based. What stands in a merged cell moves down when its first row goes. */
  deleteRow(number: number): this {
    const gone = number - 1;
    for (const merge of this.merges.filter((one) => one.top === gone && one.bottom > gone))
      this.cells[gone + 1]![merge.left] ??= this.cells[gone]![merge.left];
    this.cells.splice(gone, 1);
    this.merges = this.merges
      .map((one) => ({ ...one, top: one.top > gone ? one.top - 1 : one.top, bottom: one.bottom >= gone ? one.bottom - 1 : one.bottom }))
      .filter((one) => one.bottom > one.top || (one.bottom === one.top && one.right > one.left));
    this.references((row, end) => (row > gone || (end && row === gone) ? row - 1 : row));
    return this;
  }

  /** Before the 1-based row; merged cells around it grow. */
  insertRow(number: number, values: Readonly<Record<string, CellValue>>): this {
    const at = number - 1;
    this.cells.splice(at, 0, []);
    this.merges = this.merges.map((one) => ({
      ...one,
      top: one.top >= at ? one.top + 1 : one.top,
      bottom: one.bottom >= at ? one.bottom + 1 : one.bottom,
    }));
    this.references((row) => (row >= at ? row + 1 : row));
    for (const [column, value] of Object.entries(values)) this.set(`${column}${number}`, value);
    return this;
  }

  /** The cells of two rows change places in these columns. */
  swapRows(a: number, b: number, columns: string): this {
    for (const column of columns) {
      const { col } = parseA1(`${column}1`)!;
      const kept = this.cells[a - 1]![col];
      this.cells[a - 1]![col] = this.cells[b - 1]![col];
      this.cells[b - 1]![col] = kept;
    }
    return this;
  }

  private references(move: (row: number, end: boolean) => number): void {
    const moved = (formula: string): string =>
      formula.replace(REFERENCE, (_, fromCol: string, fromRow: string, toCol?: string, toRow?: string) => {
        const first = `${fromCol}${move(Number(fromRow) - 1, false) + 1}`;
        return toCol === undefined ? first : `${first}:${toCol}${move(Number(toRow) - 1, true) + 1}`;
      });
    this.cells = this.cells.map((row) => Array.from(row, (cell) => (cell?.f === undefined ? cell : { ...cell, f: moved(cell.f) })));
  }
}
