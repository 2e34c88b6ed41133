import { type CellValue, Dec } from '../../workbook';

/** What a cell holds, as text; '' for nothing. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return new Dec(value).toFixed();
  return typeof value === 'boolean' ? String(value).toUpperCase() : value.error;
}
