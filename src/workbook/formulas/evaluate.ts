import { Dec } from '../decimal';
import type { Addr, WorkbookSnapshot } from '../types';
import type { Formula } from './ast';
import { Calculation } from './calculation';
import { CellReader } from './cells';
import { Failure, UNKNOWN } from './values';

/** What a formula comes to. A blank counts as 0, as Excel shows it. */
export type FormulaResult = { readonly value: Dec | string | boolean } | { readonly error: string } | 'unknown';

export interface EvaluateOptions {
  /** Recompute the cells it refers to as well, instead of taking their stored values. */
  readonly deep?: boolean;
  /** Cells that may be read before the answer is «unknown»; counts work, not time. */
  readonly maxReads?: number;
}

/** How many cells one evaluator reads at most: ten times the cells of the largest file we open. */
const MAX_READS = 5_000_000;

export type Evaluator = (formula: Formula, at: Addr) => FormulaResult;

/**
 * Evaluates many formulas of one book: the look-ups and, with `deep`, the cells once computed are shared, and so
 * is the allowance of reads.
 */
export function evaluatorOf(book: WorkbookSnapshot, options: EvaluateOptions = {}): Evaluator {
  const cells = new CellReader(book, options.maxReads ?? MAX_READS);
  const calculation = new Calculation(cells, options.deep ?? false);
  return (formula, at) => {
    const outcome = calculation.valueOf(formula.root, at);
    if (outcome === UNKNOWN) return 'unknown';
    if (outcome instanceof Failure) return { error: outcome.error };
    return { value: outcome ?? new Dec(0) };
  };
}

/**
 * The value of one formula standing at `at`. «unknown» for everything outside our grammar and functions, for
 * cells without a stored value, for cycles and for too much work; errors as Excel gives them. Never throws.
 */
export function evaluateFormula(formula: Formula, book: WorkbookSnapshot, at: Addr, options: EvaluateOptions = {}): FormulaResult {
  return evaluatorOf(book, options)(formula, at);
}
