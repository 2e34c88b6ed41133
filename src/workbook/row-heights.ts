/** How high the rows of our own sheets must be for their wrapped text: programs fit rows themselves, but not those of merged cells. */
import { LOOKS } from './cell-looks';
import type { Rect } from './types';
import type { SheetContent, SheetRow } from './write-plan';

const LINE_HEIGHT = 15;
const MAX_HEIGHT = 409;
const DEFAULT_WIDTH = 9;

/** Points; `fixed`: the program would not fit it by itself. */
export interface RowHeight {
  readonly points: number;
  readonly fixed: boolean;
}

/** The given height, else one fitted to the text; null where the usual height does. */
export function rowHeight(row: SheetRow, index: number, merges: readonly Rect[], widths: SheetContent['widths']): RowHeight | null {
  if (row.height !== undefined) return { points: Math.min(MAX_HEIGHT, Math.max(1, row.height)), fixed: true };
  let lines = 1;
  let merged = false;
  for (const cell of row.cells) {
    if (typeof cell.value !== 'string' || !LOOKS[cell.style].wrap) continue;
    const rect = merges.find((one) => one.top === index && one.left === cell.col);
    if (rect !== undefined && rect.bottom > rect.top) continue;
    const needed = linesOf(cell.value, widthOf(widths, cell.col, rect?.right ?? cell.col)) * (LOOKS[cell.style].font.size / 11);
    if (needed > lines) {
      lines = needed;
      merged = rect !== undefined;
    }
  }
  return lines <= 1 ? null : { points: Math.min(MAX_HEIGHT, Math.ceil(lines * LINE_HEIGHT)), fixed: merged };
}

function widthOf(widths: SheetContent['widths'], from: number, to: number): number {
  let width = 0;
  for (let col = from; col <= to; col += 1) width += widths[col] ?? DEFAULT_WIDTH;
  return Math.max(1, width - 1);
}

function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(line) / width));
  return lines;
}

/** Width in half-width characters: everything beyond Latin counts double. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! > 0xff ? 2 : 1;
  return width;
}
