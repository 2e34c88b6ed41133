/** The JSON of `recalc --ledger`, key for key in the contract's order. */
import type { How, Part, RecalcOptions } from '../recalc';
import type { CONTRACT, StandardJson } from './types';

export interface LedgerFileJson {
  readonly file: string;
  /** Of its bytes, in small hexadecimal letters. */
  readonly sha256: string;
}

type Scalar = number | string | boolean;

/** What a cell holds: null for nothing; a formula with the value it comes to. */
export type LedgerContentJson = null | Scalar | { readonly formula: string; readonly value: Scalar };

export interface LedgerChangeJson {
  readonly sheet: string;
  readonly cell: string;
  /** The indicator or the total's label; null for a formula outside the tables. */
  readonly indicator: string | null;
  readonly part: Part;
  readonly how: How;
  readonly before: LedgerContentJson;
  readonly after: LedgerContentJson;
  /** One sentence for people. */
  readonly reason: string;
  /** How the score comes about; null for what is no score. */
  readonly arithmetic: string | null;
  /** Whose rule; null for arithmetic inside the sheet. */
  readonly basis: string | null;
}

export interface LedgerKeptJson {
  readonly sheet: string;
  readonly cell: string;
  readonly indicator: string;
  readonly part: Part;
  readonly why: string;
}

export interface LedgerTableJson {
  readonly sheet: string;
  readonly standard: StandardJson;
  /** The stated total before and after. */
  readonly total: readonly [number | null, number | null];
}

export interface LedgerJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'ledger';
  readonly input: LedgerFileJson;
  readonly output: LedgerFileJson;
  readonly options: Pick<RecalcOptions, 'scores' | 'raise' | 'totals'>;
  readonly tables: readonly LedgerTableJson[];
  readonly changes: readonly LedgerChangeJson[];
  readonly kept: readonly LedgerKeptJson[];
}
