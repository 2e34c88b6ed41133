/** Stored values of formulas that no longer fit: what a spreadsheet program would show after calculating. */
import { addrKey, inRect } from './address';
import { calculated } from './calculated';
import { contentOf } from './contents';
import { formulaCells, type FormulaCell } from './formula-cells';
import type { Addr, WorkbookSnapshot } from './types';
import type { CellEdit } from './write-plan';

/**
 * Edits that give formulas the value they come to, the formula itself unchanged: all whose stored value differs on
 * the sheets named, and on any sheet those that read `changed`, directly or through others. What we cannot compute
 * is left alone.
 */
export function recalculated(
  book: WorkbookSnapshot,
  sheets: ReadonlySet<number>,
  changed: readonly Addr[],
  reason: string,
): readonly CellEdit[] {
  const { stale } = calculated(book);
  if (stale.length === 0) return [];
  const fed = dependents(book, changed);
  return stale.flatMap(({ at, value }): CellEdit[] => {
    const before = contentOf(book, at);
    if (value === null || before.kind !== 'formula' || !(sheets.has(at.sheet) || fed.has(addrKey(at)))) return [];
    return [{ at, before, after: { ...before, stored: value }, reason }];
  });
}

/** Keys of the formula cells that read one of these places, directly or through others. */
function dependents(book: WorkbookSnapshot, changed: readonly Addr[]): ReadonlySet<string> {
  const found = new Set<string>();
  const cells = changed.length === 0 ? [] : formulaCells(book);
  let news: readonly Addr[] = changed;
  while (news.length > 0) {
    const next = cells.filter((cell) => !found.has(cell.key) && news.some((at) => reads(book, cell, at)));
    for (const cell of next) found.add(cell.key);
    news = next.map((cell) => cell.at);
  }
  return found;
}

function reads(book: WorkbookSnapshot, { at, references }: FormulaCell, place: Addr): boolean {
  return references.some(
    ({ sheet, rect }) =>
      inRect(rect, place.row, place.col) && (sheet === null ? at.sheet === place.sheet : isNamed(book, place.sheet, sheet)),
  );
}

function isNamed(book: WorkbookSnapshot, index: number, name: string): boolean {
  return book.sheets[index]?.name.toLowerCase() === name.toLowerCase();
}
