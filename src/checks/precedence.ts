/**
 * For one mistake, one finding: of the findings that blame the same thing the first in its list stands.
 * The lists are the contract's («For one mistake, one finding»), codes that are still to be built included.
 */
import { CHECK_CODES, type CheckCode } from './codes';
import type { Aspect, Finding } from './types';

/** These doubt a cell; whoever reads a doubted cell says nothing. Where they blame something themselves, they come first. */
export const DOUBTERS: readonly CheckCode[] = ['formula-error', 'ocr-slip', 'export-residue', 'score-not-numeric'];

/** One list an aspect; aspects without one go by the order of the codes. */
export const PRECEDENCE: Readonly<Partial<Record<Aspect, readonly string[]>>> = {
  score: [
    'score-missing',
    'score-not-numeric',
    'total-misplaced',
    'score-out-of-range',
    'double-weighting',
    'score-without-values',
    'execution-score',
    'missed-target-full-score',
    'met-target-deducted',
    'score-mismatch',
    'score-inadmissible',
    'score-rounded',
    'qualitative-band',
  ],
  reason: ['deduction-unexplained', 'boilerplate-reason', 'full-score-with-deviation'],
  total: ['formula-error', 'total-misplaced', 'sum-range', 'stale-value', 'total-impossible', 'total-score'],
  weight: ['weight-missing', 'template-changed', 'weight-tree', 'weights-sum', 'weight-vs-standard', 'weight-vs-note'],
};

/** Of these at most one stands for a funding row, whichever aspect of it they blame. */
export const FUNDING_PRECEDENCE: readonly string[] = ['funding-part-scored', 'execution-rate', 'execution-score', 'execution-over-100'];

/** A mistake of this kind repeated down a column is one finding with all cells in `related`, all marked. */
export const REPEATING: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'double-weighting',
  'actual-copies-target',
  'evidence-missing',
  'value-missing',
  'export-residue',
  'template-residue',
]);

const ORDER = new Map<string, number>(CHECK_CODES.map((code, index) => [code, index]));
const RANKS = new Map<string, ReadonlyMap<string, number>>(
  Object.entries(PRECEDENCE).map(([aspect, codes]) => [aspect, new Map(codes.map((code, index) => [code, index]))]),
);

/** Smaller stands before greater among findings that blame the same thing. */
export function rank(finding: Pick<Finding, 'code' | 'accused'>): number {
  const own = RANKS.get(finding.accused.aspect)?.get(finding.code);
  if (own !== undefined) return own;
  return DOUBTERS.includes(finding.code) ? -1 : 1000 + codeOrder(finding.code);
}

/** Place of a code in the contract's list. */
export function codeOrder(code: CheckCode): number {
  return ORDER.get(code) ?? CHECK_CODES.length;
}
