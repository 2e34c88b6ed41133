import type { WorkbookSnapshot } from '../../workbook';

/** Whether two snapshots hold the same sheets with the same cells. */
export function sameBooks(a: WorkbookSnapshot, b: WorkbookSnapshot): boolean {
  if (a.sheets.length !== b.sheets.length) return false;
  return a.sheets.every((sheet, index) => {
    const other = b.sheets[index]!;
    if (sheet.key !== other.key || sheet.name !== other.name || sheet.rows !== other.rows || sheet.cols !== other.cols) return false;
    for (let row = 0; row < sheet.rows; row += 1)
      if (JSON.stringify([...sheet.cellsOfRow(row)]) !== JSON.stringify([...other.cellsOfRow(row)])) return false;
    return true;
  });
}
