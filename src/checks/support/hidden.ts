/** Hidden rows, columns and sheets that bear on a score table. */
import { type Addr, type CellValue, filledRows, normal, type SheetSnapshot, type WorkbookSnapshot, wordsPattern } from '../../workbook';
import type { ScoreTable } from '../../score-table';
import words from '../data/workbook.json';

/** Sheets that official forms and exporting systems keep for drop-down lists. */
const DICTIONARY = new RegExp(wordsPattern(words.dictionaries), 'i');

/** First figure of each hidden row of the table that holds one; a row of names alone, or of zeros, is a row nobody used. */
export function hiddenRows(sheet: SheetSnapshot, { table }: ScoreTable): readonly Addr[] {
  const found: Addr[] = [];
  for (let row = table.range.top; row <= table.range.bottom; row += 1) {
    if (!sheet.rowHidden(row)) continue;
    for (let col = table.range.left; col <= table.range.right; col += 1) {
      if (!isFigure(sheet.valueAt(row, col))) continue;
      found.push({ sheet: table.sheet, row, col });
      break;
    }
  }
  return found;
}

/** First filled cell below the header of each hidden column; running numbers and the codes of an exporting system do not count. */
export function hiddenColumns(sheet: SheetSnapshot, { table, columns, headerRows }: ScoreTable): readonly Addr[] {
  const found: Addr[] = [];
  for (let col = table.range.left; col <= table.range.right; col += 1) {
    if (
      !sheet.colHidden(col) ||
      columns.some((column) => column.col === col && column.role === 'sequence') ||
      isCodeColumn(sheet, col, headerRows)
    )
      continue;
    for (let row = headerRows.bottom + 1; row <= table.range.bottom; row += 1) {
      if (!isContent(sheet.valueAt(row, col))) continue;
      found.push({ sheet: table.sheet, row, col });
      break;
    }
  }
  return found;
}

/** Hidden sheets that figures on visible sheets are computed from, each with the first such cell. */
export function feedsOfHiddenSheets(book: WorkbookSnapshot): readonly { readonly name: string; readonly at: Addr }[] {
  const hidden = book.sheets.filter((sheet) => sheet.state !== 'visible' && !DICTIONARY.test(sheet.name)).map((sheet) => sheet.name);
  const found = new Map<string, Addr>();
  if (hidden.length === 0) return [];
  for (const [sheet, one] of book.sheets.entries()) {
    if (one.state !== 'visible') continue;
    for (const row of filledRows(one)) {
      for (const [col, cell] of one.cellsOfRow(row)) {
        if (cell.formula === undefined || typeof cell.value !== 'number') continue;
        for (const name of hidden) if (!found.has(name) && refersTo(cell.formula, name)) found.set(name, { sheet, row, col });
      }
    }
  }
  return [...found].map(([name, at]) => ({ name, at }));
}

function refersTo(formula: string, sheet: string): boolean {
  if (formula.includes(`'${sheet.replace(/'/g, "''")}'!`)) return true;
  const at = formula.indexOf(`${sheet}!`);
  return at >= 0 && (at === 0 || /[=+\-*/(,:<>&^ ]/.test(formula[at - 1]!));
}

function isCodeColumn(sheet: SheetSnapshot, col: number, header: ScoreTable['headerRows']): boolean {
  for (let row = header.top; row <= header.bottom; row += 1) {
    const text = sheet.valueAt(row, col);
    if (typeof text === 'string' && /编码|代码|编号|序号|^id$/i.test(normal(text))) return true;
  }
  return false;
}

function isContent(value: CellValue): boolean {
  return value !== null && (typeof value !== 'string' || normal(value) !== '');
}

function isFigure(value: CellValue): boolean {
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'string' && /^[≥≤<>=]*\d/.test(normal(value)) && !/^0(?:\.0+)?%?$/.test(normal(value));
}
