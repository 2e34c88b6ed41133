/** Lines of a share's results: one a table or refused file, then one that says the share is whole. */
import type { BudgetHeld, BudgetList, EntryJson } from '../../receipt';
import type { Digest } from '../../results';
import type { Shard } from './shard';

/** An entry as `check` prints it, with what the summary workbook keeps of it. */
export interface KeptEntry {
  readonly entry: EntryJson;
  readonly digest: Digest;
}

export interface KeptLine extends KeptEntry {
  /** Place of the file in the whole walk, from 0. */
  readonly at: number;
}

/** Files without an entry. */
export interface PassedFiles {
  readonly ours: number;
  readonly skipped: number;
}

/** What this share's files came to beside the budget list of the run. */
export interface BudgetLine {
  readonly budget: { readonly list: BudgetList; readonly held: readonly BudgetHeld[] };
}

/** The last line. Without it a share was not finished. */
export interface EndLine {
  readonly shard: Shard;
  /** Of the whole walk, the same in every share of one run: its files, and what was left out on the way. */
  readonly walk: { readonly files: number; readonly skipped: number };
  /** Of this share alone. */
  readonly passed: PassedFiles;
  /** Of the program: shares of two versions are not one run. */
  readonly version: string;
  /** Projects of the budget list; absent: none was given. */
  readonly projects?: number;
}

export type ShardLine = KeptLine | BudgetLine | EndLine;

/** How the first line of a share begins. */
export const SHARD_BEGINS = /^\{"(?:at":\d+,"entry|budget":\{"list|shard":\{"part)"/;
