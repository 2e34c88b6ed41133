import { SheetBuilder } from './sheet-builder';
import { CompactSheet, type SheetData, type WorkbookData } from './snapshot';
import type { SheetSnapshot, WorkbookSnapshot } from './types';

/** More places than this are not looked at one by one for styled blanks; their content is kept all the same. */
const MOST_PLACES = 2_000_000;

/** Any snapshot as plain data that another thread can be posted; `workbookFromData` makes a snapshot of it again. */
export function workbookData(book: WorkbookSnapshot): WorkbookData {
  return { sheets: book.sheets.map(sheetData), externalLinks: book.externalLinks, date1904: book.date1904 };
}

function sheetData(sheet: SheetSnapshot): SheetData {
  if (sheet instanceof CompactSheet) return sheet.plainData;
  const builder = new SheetBuilder(sheet.name);
  builder.key = sheet.key;
  builder.state = sheet.state;
  builder.protected = sheet.protected;
  builder.hiddenKnown = sheet.rows === 0 || sheet.rowHidden(0) !== null;
  builder.locksKnown = sheet.rows === 0 || sheet.locked(0, 0) !== null;
  for (const rect of sheet.merges) builder.merge(rect);
  builder.pictures = sheet.pictures === null ? null : [...sheet.pictures];
  const whole = sheet.rows * sheet.cols <= MOST_PLACES;
  for (let row = 0; row < sheet.rows; row += 1) {
    if (sheet.rowHidden(row) === true) builder.hideRows(row);
    if (whole) wholeRow(sheet, row, builder);
    else
      for (const [col, cell] of sheet.cellsOfRow(row))
        builder.set(row, col, cell.value, cell.format, cell.formula, sheet.locked(row, col) !== false);
  }
  for (let col = 0; col < sheet.cols; col += 1) if (sheet.colHidden(col) === true) builder.hideCols(col);
  return { ...builder.buildData(), ...(sheet.ours === true ? { ours: true } : {}) };
}

function wholeRow(sheet: SheetSnapshot, row: number, builder: SheetBuilder): void {
  for (let col = 0; col < sheet.cols; col += 1) {
    const cell = sheet.at(row, col);
    if (cell !== undefined) builder.set(row, col, cell.value, cell.format, cell.formula, sheet.locked(row, col) !== false);
  }
}
