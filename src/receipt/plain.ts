import { a1, type Addr, type Dec, type WorkbookSnapshot } from '../workbook';
import type { Slot } from '../score-table';
import type { CellRef } from './types';

/** A decimal as a JSON number; null stays null. */
export function num(value: Dec | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = value.toNumber();
  if (!Number.isFinite(number)) return null;
  return number === 0 ? 0 : number;
}

/** A finding's `actual` or `expected`: a number, words, or null. */
export function scalar(value: Dec | string | null | undefined): number | string | null {
  return typeof value === 'string' ? value : num(value);
}

export function cellRef(book: WorkbookSnapshot, at: Addr): CellRef {
  return { sheet: book.sheets[at.sheet]?.name ?? '', address: a1(at.row, at.col) };
}

/** What a slot holds, or null where it holds nothing that was understood. */
export function held<T>(slot: Slot<T> | undefined | null): T | null {
  return slot?.value ?? null;
}
