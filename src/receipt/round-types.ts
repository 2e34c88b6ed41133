/** The JSON of a second round, key for key in the contract's order. */
import type { Severity } from '../words';
import type { CellRef, CONTRACT } from './types';

/**
 * corrected: all that was asked is corrected or explained · open: some of it is still there, or a table was not handed in again ·
 * unknown: nobody can tell · not-yet: nothing was handed in again · not-asked: nothing was asked, and something new came.
 */
export type RoundState = 'corrected' | 'open' | 'unknown' | 'not-yet' | 'not-asked';

export interface NewFindingJson {
  readonly id: string;
  readonly severity: Severity;
  readonly file: string;
  readonly cell: CellRef;
  readonly message: string;
}

export interface RoundUnitJson {
  readonly unit: string;
  readonly state: RoundState;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Findings of the first submission, and what became of them. */
  readonly earlier: number;
  readonly corrected: number;
  readonly explained: number;
  readonly remaining: number;
  readonly unchecked: number;
  /** Of them, those of tables that were not handed in again. */
  readonly notAgain: number;
  readonly new: readonly NewFindingJson[];
}

export interface RoundJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'round';
  readonly counts: {
    readonly asked: number;
    readonly again: number;
    readonly corrected: number;
    readonly open: number;
    readonly unknown: number;
    readonly notYet: number;
    readonly withNew: number;
  };
  readonly units: readonly RoundUnitJson[];
}
