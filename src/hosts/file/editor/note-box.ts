import { displayWidth } from '../../../workbook';
import type { ColumnElement, SheetPass } from './sheet-pass';

/** Pixels of the box and its text, at 96 to the inch. */
const BOX_WIDTH = 260;
const LINE_HEIGHT = 16;
const PADDING = 12;
const CHAR_WIDTH = 6;
const MAX_HEIGHT = 400;
/** Hidden rows have no height; so many of them are stepped over and no more. */
const MAX_STEPS = 10_000;

/** Where the box of a note lies: column, pixels into it, row, pixels into it; of its left top and right bottom. */
export type Anchor = readonly [number, number, number, number, number, number, number, number];

/** A box to the right of the cell, as high as its text needs. */
export function noteAnchor(
  pass: Pick<SheetPass, 'columns' | 'cells' | 'defaultWidth' | 'defaultHeight'>,
  row: number,
  rightCol: number,
  text: string,
): Anchor {
  const left = rightCol + 1;
  const across = walk(left, BOX_WIDTH + PADDING, (col) => columnPixels(pass.columns, col, pass.defaultWidth));
  const down = walk(row, heightOf(text), (at) => Math.round(((pass.cells.heights.get(at) ?? pass.defaultHeight) * 4) / 3));
  return [left, PADDING, row, 2, across.at, across.rest, down.at, down.rest];
}

function walk(from: number, pixels: number, sizeOf: (at: number) => number): { at: number; rest: number } {
  let rest = pixels;
  let at = from;
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const size = sizeOf(at);
    if (rest < size) break;
    rest -= size;
    at += 1;
  }
  return { at, rest };
}

function columnPixels(columns: readonly ColumnElement[], col: number, otherwise: number): number {
  const width = columns.find((column) => col >= column.from && col <= column.to)?.width ?? otherwise;
  return Math.max(1, Math.round(width * 7 + 5));
}

function heightOf(text: string): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil((displayWidth(line) * CHAR_WIDTH) / BOX_WIDTH));
  return Math.min(MAX_HEIGHT, lines * LINE_HEIGHT + PADDING);
}
