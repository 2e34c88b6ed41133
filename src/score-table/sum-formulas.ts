/** Formulas of stated sums: what they add, and which sums feed on which cell. */
import type { Slot } from './types';
import {
  type Addr,
  asPlainSum,
  type Formula,
  inRect,
  parseFormula,
  referencesOf,
  type SheetRect,
  type SignedRect,
  type WorkbookSnapshot,
} from '../workbook';

/** The formula in a cell, parsed; null where there is none. */
export function formulaAt(book: WorkbookSnapshot, at: Addr): Formula | null {
  const text = book.sheets[at.sheet]?.at(at.row, at.col)?.formula;
  return text === undefined ? null : parseFormula(text);
}

/** The terms of a formula that only adds; null for any other formula and for no formula. */
export function plainSumAt(book: WorkbookSnapshot, at: Addr): readonly SignedRect[] | null {
  const formula = formulaAt(book, at);
  return formula === null ? null : asPlainSum(formula);
}

/** True where a reference of a formula standing on `home` covers the cell. */
export function covers(reference: SheetRect, home: number, at: Addr, book: WorkbookSnapshot): boolean {
  const sameSheet = reference.sheet === null ? home === at.sheet : book.sheets[at.sheet]?.name === reference.sheet;
  return sameSheet && inRect(reference.rect, at.row, at.col);
}

/** True where the formula in `slot`'s cell reads the cell `at`. */
export function readsCell(book: WorkbookSnapshot, slot: Slot<unknown>, at: Addr): boolean {
  const formula = formulaAt(book, slot.at);
  return formula !== null && referencesOf(formula).some((reference) => covers(reference, slot.at.sheet, at, book));
}
