/** Data sheets (数据表, 基础数据表, 基础信息表): how they are known and what figures they hold. */
import { normal, type SheetSnapshot } from '../../workbook';
import type { Grid } from '../grid';
import { DATA_SHEET_NAME, TITLE } from './words';

export { readDataSheet, type DataSheetFigures } from './reader';

/** True for sheets whose name or first lines say that they are a data sheet. */
export function isDataSheet(sheet: SheetSnapshot, grid: Grid): boolean {
  if (DATA_SHEET_NAME.test(normal(sheet.name))) return true;
  for (let row = 0; row < Math.min(4, grid.rows); row++) {
    for (const cell of grid.cells(row)) if (cell.text.length <= 50 && TITLE.test(cell.text.replace(/\([^()]*\)$/, ''))) return true;
  }
  return false;
}
