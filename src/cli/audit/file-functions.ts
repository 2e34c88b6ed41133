import type { WorkbookSnapshot } from '../../workbook';

/** What auditing a file needs of the machine and of what reads files, handed in so that it can be tried without them. */
export interface FileFunctions {
  /** What is to be read of a file: the workbook inside one that opens without a question though it is encrypted; else the bytes as they are. */
  readonly opened: (bytes: Uint8Array) => Uint8Array;
  /** A marked copy or a result of ours that nobody has changed since. */
  readonly oursUnchanged: (bytes: Uint8Array) => boolean;
  /** @throws UnreadableError */
  readonly read: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  /** From a file's first bytes: could this be a spreadsheet? Only a clear no is a no. */
  readonly maybeSpreadsheet: (head: Uint8Array) => boolean;
}
