/**
 * A workbook as a spreadsheet program would show it once it has calculated: files written by other programs keep formulas
 * without a result, or with the result of another day. What we cannot work out keeps its stored result, unless that rests on
 * one that proved old.
 */
import { contentOf } from './contents';
import { halfUp, Dec } from './decimal';
import { formulaCells, inOrder, type FormulaCell, type Ordered } from './formula-cells';
import { evaluatorOf, parseFormula } from './formulas';
import { oncePerObject } from './once-per-object';
import { decimalsOfFormat } from './number-format';
import { OverlaySheet } from './overlay-sheet';
import type { Addr, CellValue, WorkbookSnapshot } from './types';

/** The error value that stands in a calculated book for a formula whose result nobody knows. */
export const NOT_CALCULATED = '#未计算';

type Value = Dec | string | boolean;

/** A formula whose stored result is not what it comes to. */
export interface StaleCell {
  readonly at: Addr;
  /** null: the file has no result. */
  readonly stored: Value | null;
  /** null: it uses something we cannot work out, or comes to an error. */
  readonly value: Value | null;
  /** The error it comes to, where it had no result. */
  readonly error: string | null;
}

export interface Calculated {
  /** With every formula at its result; the book given where nothing was stale. */
  readonly book: WorkbookSnapshot;
  /** Each after those it reads. */
  readonly stale: readonly StaleCell[];
}

/** Binary residue of a stored sum, as an amount and as a share of it. */
const RESIDUE = new Dec('1e-9');
const SHARE = new Dec('1e-12');

/** The book calculated; worked out once for each book. */
export const calculated = oncePerObject((book: WorkbookSnapshot): Calculated => {
  const cells = formulaCells(book);
  const order = cells.length === 0 ? null : inOrder(book, cells);
  return order === null ? { book, stale: [] } : new Calculator(book).run(order);
});

class Calculator {
  private readonly sheets: readonly OverlaySheet[];
  private readonly result: WorkbookSnapshot;
  private readonly stale: StaleCell[] = [];
  /** Results that differ from what the file keeps, and those that rest on them without our being able to work them out. */
  private readonly moved = new Set<FormulaCell>();
  private readonly unknown: FormulaCell[] = [];

  constructor(private readonly book: WorkbookSnapshot) {
    this.sheets = book.sheets.map((sheet) => new OverlaySheet(sheet));
    this.result = { ...book, sheets: this.sheets };
  }

  run(order: readonly Ordered[]): Calculated {
    const evaluate = evaluatorOf(this.result);
    for (const one of order) {
      const result = one.circular ? 'unknown' : evaluate(parseFormula(one.cell.text), one.cell.at);
      const value = result === 'unknown' || 'error' in result ? null : result.value;
      if (value !== null) this.known(one.cell, value);
      else this.open(one, result === 'unknown' || !('error' in result) ? null : result.error);
    }
    if (this.stale.length === 0) return { book: this.book, stale: [] };
    // Not before the end: while calculating, what nobody knows has to read as unknown and not as an error.
    for (const { at } of this.unknown) this.put(at, { error: NOT_CALCULATED });
    return { book: this.result, stale: this.stale };
  }

  private known(cell: FormulaCell, value: Value): void {
    const stored = this.stored(cell.at);
    if (stored !== null && fits(stored, value, this.book.sheets[cell.at.sheet]!.formatAt(cell.at.row, cell.at.col))) return;
    this.moved.add(cell);
    this.stale.push({ at: cell.at, stored, value, error: null });
    this.put(cell.at, value instanceof Dec ? value.toNumber() : value);
  }

  /** An error, or something we cannot work out: the stored result stands unless it is missing or rests on an old one. */
  private open({ cell, needs }: Ordered, error: string | null): void {
    const stored = this.stored(cell.at);
    if (stored !== null && !needs.some((need) => this.moved.has(need))) return;
    if (error !== null && stored === error) return;
    this.moved.add(cell);
    this.stale.push({ at: cell.at, stored, value: null, error });
    if (error !== null) return this.put(cell.at, { error });
    this.unknown.push(cell);
    this.put(cell.at, null);
  }

  private stored(at: Addr): Value | null {
    const content = contentOf(this.book, at);
    const empty = this.book.sheets[at.sheet]!.valueAt(at.row, at.col) === null;
    return content.kind !== 'formula' || empty ? null : content.stored;
  }

  private put(at: Addr, value: CellValue): void {
    this.sheets[at.sheet]!.put(at.row, at.col, value);
  }
}

/** Equal; or rounded as the cell shows it, where a workbook calculates with what it shows. */
function fits(stored: Value, value: Value, format: string): boolean {
  if (!(value instanceof Dec)) return stored === value;
  if (typeof stored === 'string') return stored !== '' && stored === value.toFixed();
  if (!(stored instanceof Dec)) return false;
  const off = stored.minus(value).abs();
  if (off.lte(RESIDUE) || off.lte(value.abs().times(SHARE))) return true;
  const decimals = decimalsOfFormat(format);
  return decimals !== null && stored.eq(halfUp(value, decimals));
}
