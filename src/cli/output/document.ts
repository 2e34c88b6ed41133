import type { RosterJson } from '../../receipt';
import type { PassedFiles } from '../shard';

/** What is known of an entry besides its text. */
export interface Passing {
  readonly unrecognised: boolean;
  /** Which of the files looked at it is from, from 0. */
  readonly file: number;
}

/** What is told of the batch as a whole, after its entries. */
export interface Whole {
  readonly roster: RosterJson | null;
}

/** A document in one format, put together piece by piece: what to write before, for and after the entries. */
export interface Document {
  open(): string;
  entry(piece: string, of: Passing): string;
  /** Bytes where the document is no text. `passed`: the files that had no entry. `whole`: what is told of all of them together. */
  close(passed: PassedFiles, whole?: Whole): string | Uint8Array;
}
