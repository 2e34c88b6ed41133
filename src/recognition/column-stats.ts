/** What stands beneath a head: how much, how much of it figures, and what the texts are like. */
import type { Grid } from './grid';
import { isPlaceholder, wordsPattern } from '../workbook';
import { totalLabel } from './names';
import words from './data/column-words.json';

/** What stands in a column. */
export interface ColumnStats {
  readonly filled: number;
  readonly numeric: number;
  /** Own cells with content, placeholders included. */
  readonly own: number;
  /** Into how many parts it divides the rows: own cells, but those that repeat the one above and those of totals. */
  readonly divisions: number;
  /** What the texts are like; looked at only where a header leaves doubt. */
  readonly like: () => Likeness;
}

interface Likeness {
  readonly rule: number;
  readonly material: number;
  readonly deduction: number;
}

/** How many rows are looked at. */
export const SAMPLE = 60;
/** A figure, with at most one character after it. */
const NUMBER = /^[-+−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+).?$/;
const RULE = new RegExp(`(?:得|计|扣|加)\\d*(?:\\.\\d+)?分|${wordsPattern(words.scores)}|每.{1,14}扣|否则.{0,4}0分|分值?[×*]`);
const MATERIAL = new RegExp(wordsPattern(words.material));
const DEDUCTION = new RegExp(wordsPattern(words.deduction));

export function statsOf(grid: Grid, span: { col: number; right: number }, from: number, to: number): ColumnStats {
  const texts: string[] = [];
  let [own, divisions, filled, numeric] = [0, 0, 0, 0];
  let above = '';
  for (let row = from; row <= Math.min(to, from + SAMPLE); row++) {
    const text = ownIn(grid, row, span);
    if (text === '') continue;
    own += 1;
    if (text !== above && totalLabel(text) === null) divisions += 1;
    above = text;
    if (text.length <= 24 && isPlaceholder(text)) continue;
    filled += 1;
    if (text.length <= 12 && NUMBER.test(text)) numeric += 1;
    else texts.push(text);
  }
  return { own, divisions, filled, numeric, like: () => likenessOf(texts) };
}

function likenessOf(texts: readonly string[]): Likeness {
  const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
  return { rule: count(RULE), material: count(MATERIAL), deduction: count(DEDUCTION) };
}

/** The text that stands in this row under a head, merged or not. */
export function ownIn(grid: Grid, row: number, span: { col: number; right: number }): string {
  for (let col = span.col; col <= span.right; col++) {
    const text = grid.ownText(row, col);
    if (text !== '') return text;
  }
  return '';
}
