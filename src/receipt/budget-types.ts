/** The JSON of `check --budget`, key for key in the contract's order. */
import type { CONTRACT } from './types';

/** Whose a table or a line of the list is, as far as it says so. */
export interface BudgetOwnerJson {
  readonly unit: string | null;
  readonly project: string | null;
  readonly code: string | null;
}

export interface BudgetJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'budget';
  /** Name of the list. */
  readonly file: string;
  readonly counts: { readonly held: number; readonly withoutLine: number; readonly withoutTable: number };
  /** Score tables whose project the list has not, or has more than once. */
  readonly withoutLine: readonly (BudgetOwnerJson & { readonly file: string })[];
  /** Projects of the list without a score table. */
  readonly withoutTable: readonly BudgetOwnerJson[];
}
