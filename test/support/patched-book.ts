/** A workbook in which some cells hold something else; formulas of changed cells are gone. */
import { parseA1 } from '../../src/workbook/address';
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';

/** Keys are 「评分表!H9」. Stored values of formulas that read a changed cell stay as they were. */
export function patchedBook(book: WorkbookSnapshot, changes: Readonly<Record<string, CellValue>>): WorkbookSnapshot {
  const bySheet = new Map<string, Map<string, CellValue>>();
  for (const [place, value] of Object.entries(changes)) {
    const [sheet, address] = place.split('!') as [string, string];
    const { row, col } = parseA1(address)!;
    const cells = bySheet.get(sheet) ?? new Map<string, CellValue>();
    bySheet.set(sheet, cells.set(`${row},${col}`, value));
  }
  return { ...book, sheets: book.sheets.map((sheet) => (bySheet.has(sheet.name) ? patchedSheet(sheet, bySheet.get(sheet.name)!) : sheet)) };
}

function patchedSheet(sheet: SheetSnapshot, cells: ReadonlyMap<string, CellValue>): SheetSnapshot {
  const patched = (row: number, col: number, cell: Cell | undefined): Cell | undefined => {
    const value = cells.get(`${row},${col}`);
    return value === undefined ? cell : { value, format: cell?.format ?? 'General' };
  };
  return {
    key: sheet.key,
    name: sheet.name,
    state: sheet.state,
    protected: sheet.protected,
    rows: sheet.rows,
    cols: sheet.cols,
    merges: sheet.merges,
    pictures: sheet.pictures,
    at: (row, col) => patched(row, col, sheet.at(row, col)),
    valueAt: (row, col) => cells.get(`${row},${col}`) ?? sheet.valueAt(row, col),
    formatAt: (row, col) => sheet.formatAt(row, col),
    *cellsOfRow(row) {
      for (const [col, cell] of sheet.cellsOfRow(row)) yield [col, patched(row, col, cell)!];
    },
    rowHidden: (row) => sheet.rowHidden(row),
    colHidden: (col) => sheet.colHidden(col),
    locked: (row, col) => sheet.locked(row, col),
  };
}
