import type { PassedFiles } from '../shard';

/** What is known of an entry besides its text. */
export interface Passing {
  readonly unrecognised: boolean;
  /** Which of the files looked at it is from, from 0. */
  readonly file: number;
}

/** A document in one format, put together piece by piece: what to write before, for and after the entries. */
export interface Document {
  open(): string;
  entry(piece: string, of: Passing): string;
  /** Bytes where the document is no text. `passed`: the files that had no entry. */
  close(passed: PassedFiles): string | Uint8Array;
}
