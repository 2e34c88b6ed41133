import { a1OfRect, MAX_COLS, MAX_ROWS, parseRect } from '../../../../src/workbook/address';
import type { Rect } from '../../../../src/workbook/types';
import { invalid } from './faults';
import type { ModelSheet } from './model';

export const WHOLE: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLS - 1 };

/** As Excel shows it: the sheet's name before it, in quotes where it must be. */
export function addressOf(sheet: ModelSheet, rect: Rect): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replace(/'/g, "''")}'`;
  return `${name}!${a1OfRect(rect)}`;
}

export function rectOf(address: string): Rect {
  const bare = address
    .slice(address.lastIndexOf('!') + 1)
    .replace(/\$/g, '')
    .trim();
  const rows = /^(\d+):(\d+)$/.exec(bare);
  if (rows !== null) return { ...WHOLE, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  const rect = /^[A-Z]+:[A-Z]+$/i.test(bare) ? parseRect(bare.replace(':', `1:`) + String(MAX_ROWS)) : parseRect(bare);
  if (rect === null) throw invalid();
  return rect;
}

export function rectsOf(addresses: string): Rect[] {
  return addresses.split(/[,;]/).map(rectOf);
}
