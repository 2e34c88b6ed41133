/** A workbook as JSON, to be handed into a page. */
import { SheetBuilder } from '../../../src/workbook/sheet-builder';
import type { CellValue, Rect, SheetState, WorkbookSnapshot } from '../../../src/workbook/types';

export interface PlainBook {
  readonly name: string;
  readonly date1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly state: SheetState;
    readonly protected: boolean;
    readonly merges: readonly Rect[];
    readonly cells: readonly (readonly [
      row: number,
      col: number,
      value: CellValue,
      format: string,
      formula: string | null,
      locked: boolean,
    ])[];
  }[];
}

export function plainOf(book: WorkbookSnapshot, name: string): PlainBook {
  return {
    name,
    date1904: book.date1904,
    sheets: book.sheets.map((sheet) => {
      const cells: (readonly [number, number, CellValue, string, string | null, boolean])[] = [];
      for (let row = 0; row < sheet.rows; row += 1) {
        for (let col = 0; col < sheet.cols; col += 1) {
          const cell = sheet.at(row, col);
          if (cell !== undefined) cells.push([row, col, cell.value, cell.format, cell.formula ?? null, sheet.locked(row, col) ?? true]);
        }
      }
      return { name: sheet.name, state: sheet.state, protected: sheet.protected, merges: sheet.merges, cells };
    }),
  };
}

export function bookOfPlain({ date1904, sheets }: PlainBook): WorkbookSnapshot {
  return {
    date1904,
    externalLinks: null,
    sheets: sheets.map(({ name, state, merges, cells, ...rest }) => {
      const builder = new SheetBuilder(name);
      builder.state = state;
      builder.protected = rest.protected;
      for (const [row, col, value, format, formula, locked] of cells) builder.set(row, col, value, format, formula ?? undefined, locked);
      for (const merge of merges) builder.merge(merge);
      return builder.build();
    }),
  };
}
