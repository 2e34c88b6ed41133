/** What a user's program does with a fix: the cell takes the new content, then everything is calculated anew. */
import type { Fix } from '../../../src/checks/types';
import { Dec } from '../../../src/workbook/decimal';
import { evaluatorOf, parseFormula } from '../../../src/workbook/formulas';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/types';
import { sheetOf, type RichCell } from '../../support/sheets';

type Cells = RichCell[][];

/** The workbook with the fix applied; formulas outside our grammar keep their stored value. */
export function applyFix(book: WorkbookSnapshot, fix: Fix): WorkbookSnapshot {
  const sheets = book.sheets.map(cellsOf);
  const row = (sheets[fix.cell.sheet]![fix.cell.row] ??= []);
  const format = row[fix.cell.col]?.format;
  const common = format === undefined ? {} : { format };
  row[fix.cell.col] =
    'formula' in fix.to
      ? { ...common, f: fix.to.formula.slice(1), v: null }
      : { ...common, v: typeof fix.to.value === 'string' ? fix.to.value : fix.to.value.toNumber() };
  return recalculated(rebuilt(book, sheets));
}

/** Every formula's stored value as it comes out now. */
export function recalculated(book: WorkbookSnapshot): WorkbookSnapshot {
  const evaluate = evaluatorOf(book, { deep: true });
  const sheets = book.sheets.map((sheet, index) =>
    cellsOf(sheet).map((cells, row) =>
      Array.from(cells, (cell, col) => {
        if (cell?.f === undefined) return cell;
        const result = evaluate(parseFormula(cell.f), { sheet: index, row, col });
        return result === 'unknown' ? cell : { ...cell, v: stored(result) };
      }),
    ),
  );
  return rebuilt(book, sheets as Cells[]);
}

function stored(result: { readonly value: Dec | string | boolean } | { readonly error: string }): CellValue {
  if ('error' in result) return { error: result.error };
  return result.value instanceof Dec ? result.value.toNumber() : result.value;
}

function cellsOf(sheet: SheetSnapshot): Cells {
  return Array.from({ length: sheet.rows }, (_, row) => {
    const cells: RichCell[] = [];
    for (const [col, cell] of sheet.cellsOfRow(row))
      cells[col] = { v: cell.value, format: cell.format, ...(cell.formula === undefined ? {} : { f: cell.formula }) };
    return cells;
  });
}

function rebuilt(book: WorkbookSnapshot, sheets: readonly Cells[]): WorkbookSnapshot {
  return {
    ...book,
    sheets: book.sheets.map((sheet, index) =>
      sheetOf(
        sheet.name,
        sheets[index]!.map((cells) => Array.from(cells)),
        {
          merges: sheet.merges,
          state: sheet.state,
          hiddenRows: numbers(sheet.rows).filter((row) => sheet.rowHidden(row)),
          hiddenCols: numbers(sheet.cols).filter((col) => sheet.colHidden(col)),
        },
      ),
    ),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
