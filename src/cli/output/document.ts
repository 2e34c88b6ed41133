import type { BudgetHeld, BudgetJson, BudgetList, RosterJson } from '../../receipt';
import type { PassedFiles } from '../shard';

/** What is known of an entry besides its text. */
export interface Passing {
  readonly unrecognised: boolean;
  /** Which of the files looked at it is from, from 0. */
  readonly file: number;
}

/** A budget list held against all files, and what each of them came to, from which the shares of a run are put together again. */
export interface BudgetWhole {
  readonly json: BudgetJson;
  readonly list: BudgetList;
  readonly held: readonly BudgetHeld[];
}

/** What is told of the batch as a whole, after its entries. */
export interface Whole {
  /** null: no list was given. */
  readonly budget: BudgetWhole | null;
  readonly roster: RosterJson | null;
}

/** A document in one format, put together piece by piece: what to write before, for and after the entries. */
export interface Document {
  open(): string;
  entry(piece: string, of: Passing): string;
  /** Bytes where the document is no text. `passed`: the files that had no entry. `whole`: what is told of all of them together. */
  close(passed: PassedFiles, whole?: Whole): string | Uint8Array;
}
