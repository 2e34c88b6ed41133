/** Corrections of sums. A total keeps the form it had, formula or number; a formula that is no plain sum is left alone. */
import { a1, a1OfRect, type Dec } from '../../workbook';
import type { CheckContext, Fix } from '../types';
import { decimalsOf, plainSumAt, type ScoreCell, scoreCells } from '../../score-table';
import type { StatedSum } from './totals';

/** `=ROUND(SUM(G5:G9,G11:G15),2)`: leaves only, neighbouring ones as a range. Merged score cells count as far as their rows reach. */
export function sumFormula(cells: readonly ScoreCell[]): string {
  const decimals = Math.min(6, decimalsOf(cells.flatMap((cell) => (cell.slot.value === null ? [] : [cell.slot.value]))));
  return `=ROUND(SUM(${rangesOf(cells).join(',')}),${Math.max(2, decimals)})`;
}

function rangesOf(cells: readonly ScoreCell[]): readonly string[] {
  const sorted = [...cells].sort((a, b) => a.slot.at.col - b.slot.at.col || a.slot.at.row - b.slot.at.row);
  const ranges: { top: number; bottom: number; reach: number; col: number }[] = [];
  for (const { slot, rows } of sorted) {
    const { row, col } = slot.at;
    const reach = Math.max(row, ...rows.map((one) => one.bottom));
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.col === col && row <= last.reach + 1) {
      last.bottom = row;
      last.reach = Math.max(last.reach, reach);
    } else ranges.push({ top: row, bottom: row, reach, col });
  }
  return ranges.map(({ top, bottom, col }) => (top === bottom ? a1(top, col) : a1OfRect({ top, bottom, left: col, right: col })));
}

/** The right sum for a stated total: a number over a number, a plain sum over a plain sum, nothing over any other formula. */
export function sumFix(context: CheckContext, stated: StatedSum, sum: Dec): Fix | undefined {
  const { at } = stated.slot;
  const formula = context.book.sheets[at.sheet]?.at(at.row, at.col)?.formula;
  // A figure among words («89.15分（良）») is put right by a person, together with them.
  if (stated.slot.odd.includes('total-text')) return undefined;
  if (formula === undefined) return { cell: at, to: { value: sum } };
  if (plainSumAt(context.book, at) === null) return undefined;
  return { cell: at, to: { formula: sumFormula(scoreCells(context.scoreTable, stated.rows, stated.column)) } };
}
