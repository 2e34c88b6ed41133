import { displayed, type Displayed } from '../../hosts/workbench';
import type { CellValue, SheetSnapshot } from '../../workbook';

/** What a cell of a sheet shows. */
export function shownAt(sheet: SheetSnapshot, row: number, col: number, date1904: boolean): Displayed {
  return displayed(sheet.valueAt(row, col), sheet.formatAt(row, col), date1904);
}

/** What stands in the cell when it is edited: the formula, or the value in full. */
export function editableText(sheet: SheetSnapshot, row: number, col: number, date1904: boolean): string {
  const cell = sheet.at(row, col);
  if (cell === undefined) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value, format } = cell;
  if (typeof value === 'string') return /^['=]/.test(value) || looksTyped(value) ? `'${value}` : value;
  if (typeof value !== 'number') return plainText(value);
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[yd]/i.test(bare) && !/general/i.test(bare))
    return Number.isInteger(value) ? displayed(value, 'yyyy-mm-dd', date1904).text : displayed(value, format, date1904).text;
  if (bare.includes('%')) return `${numberText(value * 100)}%`;
  return numberText(value);
}

/** A text that would become something else if it were typed again keeps its quote sign. */
function looksTyped(value: string): boolean {
  return /^[+-]?[0-9][0-9,]*(?:\.[0-9]*)?$/.test(value.trim()) || /^(?:true|false)$/i.test(value.trim());
}

function plainText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? value.error : String(value);
}

/** Without binary residue: fifteen digits. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}
