import { type IndicatorRow, type Oddity, saysWhy, scoreCells, type Slot, valueOf } from '../../score-table';
/** How a cell was typed, and whether a fix would leave the rest of the sheet as it should be. */
import { halfUp, type Addr, Dec, inRect, parseFormula, percentSign, referencesOf, type WorkbookSnapshot } from '../../workbook';
import type { CheckContext } from '../types';

/** The formula of a cell, without "="; undefined where it has none. */
export function formulaTextAt(book: WorkbookSnapshot, at: Addr): string | undefined {
  return book.sheets[at.sheet]?.at(at.row, at.col)?.formula;
}

/** What leaves no doubt which number is meant. */
const HARMLESS: ReadonlySet<Oddity> = new Set<Oddity>(['text-number', 'unit-suffix', 'full-width']);

/** A score typed as text: 「5分」, 「９.５」, words. */
export function isText(slot: Slot<Dec>): boolean {
  return typeof slot.raw === 'string' && (slot.state === 'text' || slot.state === 'value');
}

/** Which number the text means is beyond doubt; spaces inside (「9 5」) and letters for digits leave some. */
export function isClearNumber(slot: Slot<Dec>): boolean {
  const inner = typeof slot.raw === 'string' && /\S\s+\S/.test(slot.raw.replace(/(?<!\s)\s+分/, '分'));
  return slot.state === 'value' && slot.odd.every((odd) => HARMLESS.has(odd) || (odd === 'inner-space' && !inner));
}

/** True where this formula adds the cell up with SUM, which passes over text without a word (a + would fail aloud). */
export function sumsOver(formula: string, at: Addr): boolean {
  if (!/SUM\(|SUMPRODUCT\(/i.test(formula)) return false;
  return referencesOf(parseFormula(formula)).some(({ sheet, rect }) => {
    const one = rect.top === rect.bottom && rect.left === rect.right;
    return sheet === null && inRect(rect, at.row, at.col) && (!one || !formula.includes('+'));
  });
}

/** True where a live total of this score column passes over the cell because text stands in it. */
export function skippedByTotal({ scoreTable, book }: Pick<CheckContext, 'scoreTable' | 'book'>, column: number, at: Addr): boolean {
  return scoreTable.totals.some((total) => {
    const place = total.scores[column]?.at;
    const formula = place === undefined || place.sheet !== at.sheet ? undefined : formulaTextAt(book, place);
    return formula !== undefined && sumsOver(formula, at);
  });
}

/** A rate as this cell would hold it: a fraction under a % format, percent points where those were typed, else 「83.5%」. */
export function rateAsTyped(slot: Slot<Dec>, book: WorkbookSnapshot, rate: Dec): Dec | string {
  const fraction = halfUp(rate, 4);
  const points = fraction.times(100);
  const format = book.sheets[slot.at.sheet]?.at(slot.at.row, slot.at.col)?.format ?? 'General';
  const sign = percentSign(format, fraction.toNumber());
  if (sign !== null) return sign === 'scales' ? fraction : points;
  if (typeof slot.raw === 'number')
    return Math.abs(slot.raw) > 1.5 && points.gt('1.5')
      ? points
      : fraction.lte('1.5') && Math.abs(slot.raw) <= 1.5
        ? fraction
        : `${points.toFixed()}%`;
  return `${points.toFixed()}%`;
}

/**
 * True where this score may be put in its cell without making another cell wrong: no formula is lost, typed totals
 * fit the new sum, and no explanation becomes due.
 */
export function isCleanScore(context: CheckContext, row: IndicatorRow, column: number, score: Dec): boolean {
  const { scoreTable, book } = context;
  const slot = row.scores[column];
  if (slot === undefined || formulaTextAt(book, slot.at) !== undefined) return false;
  const weight = valueOf(row.weight);
  const wasFull = weight === null || slot.value === null || slot.value.gte(weight);
  const explained = row.reason === undefined ? scoreTable.remarks === undefined : saysWhy(row.reason);
  if (wasFull && weight !== null && score.lt(weight) && !explained) return false;
  return scoreTable.totals.every((total) => {
    const stated = total.scores[column];
    if (stated?.value == null || formulaTextAt(book, stated.at) !== undefined) return true;
    if (total.covers === null) return false;
    if (!total.covers.includes(row.id)) return true;
    const cells = scoreCells(
      scoreTable,
      total.covers.map((id) => context.row(id)),
      column,
    );
    const sum = cells.reduce((all, cell) => all.plus(cell.rows.includes(row) ? score : (cell.slot.value ?? 0)), new Dec(0));
    return sum.eq(stated.value);
  });
}
