import type { Addr, Rect } from './types';

/** Excel's own limits: rows and columns of one sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

const letters: string[] = [];

/** 0 → "A", 26 → "AA". */
export function columnName(col: number): string {
  const known = letters[col];
  if (known !== undefined) return known;
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  letters[col] = name;
  return name;
}

/** (2, 1) → "B3". */
export function a1(row: number, col: number): string {
  return columnName(col) + String(row + 1);
}

/** A rectangle as "A3:J34", or "B3" for one cell. */
export function a1OfRect(rect: Rect): string {
  const from = a1(rect.top, rect.left);
  return rect.top === rect.bottom && rect.left === rect.right ? from : `${from}:${a1(rect.bottom, rect.right)}`;
}

/** "B3" or "$B$3" → row and column; null when it is no cell address or lies beyond Excel's grid. */
export function parseA1(text: string): { row: number; col: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  if (match === null) return null;
  let col = 0;
  for (const letter of match[1]!.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  col -= 1;
  return row >= 0 && row < MAX_ROWS && col < MAX_COLS ? { row, col } : null;
}

/** "A1:C3" or "B2" → rectangle; null when it is none. */
export function parseRect(text: string): Rect | null {
  const colon = text.indexOf(':');
  const from = parseA1(colon < 0 ? text : text.slice(0, colon));
  const to = colon < 0 ? from : parseA1(text.slice(colon + 1));
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.col, to.col),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.col, to.col),
  };
}

export function inRect(rect: Rect, row: number, col: number): boolean {
  return row >= rect.top && row <= rect.bottom && col >= rect.left && col <= rect.right;
}

/** A key for maps: equal exactly when the addresses are equal. */
export function addrKey(at: Addr): string {
  return `${at.sheet}!${at.row},${at.col}`;
}

/** Reading order: sheet, row, column. */
export function compareAddr(a: Addr, b: Addr): number {
  return a.sheet - b.sheet || a.row - b.row || a.col - b.col;
}
