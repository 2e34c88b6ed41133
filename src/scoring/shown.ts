/** Scores and arithmetic as people see them. */
import { type Arithmetic, arithmeticText, valueOfArithmetic } from '../criteria';
import { scoreDecimals, type ScoreTable } from '../score-table';
import { type Dec, halfUp } from '../workbook';
import type { Admissible } from './types';

const DECIMALS_AT_LEAST = 2;

/** Decimals in which this sheet's expected scores are given: its own, at least two. */
export function shownDecimals(scoreTable: ScoreTable): number {
  return Math.max(DECIMALS_AT_LEAST, scoreDecimals(scoreTable));
}

/** Half up to the sheet's own decimals, at least two. */
export function shownScore(scoreTable: ScoreTable, score: Dec): Dec {
  return halfUp(score, shownDecimals(scoreTable));
}

/** 「160÷180×10=8.888889≈8.89」: the unrounded value, and the score where it differs. */
export function arithmeticShown(scoreTable: ScoreTable, arithmetic: Arithmetic): string {
  return arithmeticText(arithmetic, shownScore(scoreTable, valueOfArithmetic(arithmetic)));
}

/** The arithmetic of what is expected; the readings' joined by 「或」; '' where no score is determined. */
function admissibleArithmetic(scoreTable: ScoreTable, admissible: Admissible): string {
  if (admissible.is === 'exact') return arithmeticShown(scoreTable, admissible.arithmetic);
  return admissible.is === 'one-of' ? admissible.readings.map((one) => arithmeticShown(scoreTable, one.arithmetic)).join('，或') : '';
}

/** More than the score alone: 「5−1×2=3」 「528671.81≤715006，得3」. */
export function isWorkedOut(text: string): boolean {
  return /[^\d.]/.test(text);
}

/** As admissibleArithmetic; null where there is none, or it is a score read off a table, which is only itself. */
export function workedOutArithmetic(scoreTable: ScoreTable, admissible: Admissible): string | null {
  const text = admissibleArithmetic(scoreTable, admissible);
  return isWorkedOut(text) ? text : null;
}
