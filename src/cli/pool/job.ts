import type { FileEntry } from '../files/entry';
import type { Format } from '../output/format';
import type { Look } from '../text/look';

/** Given to each worker once. */
export interface Setup {
  readonly format: Format;
  readonly look: Look;
}

/** One file to audit. */
export type Job = FileEntry;

/** What came of one file, rendered, so that only text crosses between threads. */
export interface Outcome {
  readonly is: 'audited' | 'unreadable' | 'unrecognised' | 'foreign';
  /** Rendered entries, one a table; none for a foreign file. */
  readonly pieces: readonly string[];
  readonly mandatory: number;
  /** Checks that could not finish. */
  readonly failed: number;
}
