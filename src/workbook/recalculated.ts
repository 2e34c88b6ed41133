/** Stored values of formulas that no longer fit: what a spreadsheet program would show after calculating. */
import { addrKey, inRect } from './address';
import { contentOf } from './contents';
import { Dec } from './decimal';
import { evaluatorOf, parseFormula, referencesOf, type Evaluator, type SheetRect } from './formulas';
import type { Addr, WorkbookSnapshot } from './types';
import type { CellEdit } from './write-plan';

/** Binary residue of a stored sum. */
const RESIDUE = new Dec('1e-9');

interface FormulaCell {
  readonly at: Addr;
  readonly text: string;
  readonly references: readonly SheetRect[];
}

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
  const cells = formulaCells(book);
  if (cells.length === 0) return [];
  const evaluate = evaluatorOf(book, { deep: true });
  const fed = dependents(book, cells, changed);
  return cells.flatMap((cell) => (sheets.has(cell.at.sheet) || fed.has(addrKey(cell.at)) ? refresh(book, cell, evaluate, reason) : []));
}

function refresh(book: WorkbookSnapshot, cell: FormulaCell, evaluate: Evaluator, reason: string): readonly CellEdit[] {
  const before = contentOf(book, cell.at);
  const result = evaluate(parseFormula(cell.text), cell.at);
  if (before.kind !== 'formula' || result === 'unknown' || 'error' in result) return [];
  if (fits(before.stored, result.value)) return [];
  return [{ at: cell.at, before, after: { ...before, stored: result.value }, reason }];
}

function fits(stored: Dec | string | boolean, result: Dec | string | boolean): boolean {
  if (!(result instanceof Dec)) return stored === result;
  return stored instanceof Dec && stored.minus(result).abs().lte(RESIDUE);
}

function formulaCells(book: WorkbookSnapshot): readonly FormulaCell[] {
  const found: FormulaCell[] = [];
  book.sheets.forEach((sheet, index) => {
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const [col, cell] of sheet.cellsOfRow(row)) {
        if (cell.formula === undefined) continue;
        found.push({ at: { sheet: index, row, col }, text: cell.formula, references: referencesOf(parseFormula(cell.formula)) });
      }
    }
  });
  return found;
}

/** Keys of the formula cells that read one of these places, directly or through others. */
function dependents(book: WorkbookSnapshot, cells: readonly FormulaCell[], changed: readonly Addr[]): ReadonlySet<string> {
  const found = new Set<string>();
  let news: readonly Addr[] = changed;
  while (news.length > 0) {
    const next = cells.filter((cell) => !found.has(addrKey(cell.at)) && news.some((at) => reads(book, cell, at)));
    for (const cell of next) found.add(addrKey(cell.at));
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
