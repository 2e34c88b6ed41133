/** A path as the system has it: bytes where a name is not UTF-8 (archives from GBK systems). */
export type FilePath = string | Uint8Array;

/** A file to be audited, and how it is called in the output. */
export interface FileEntry {
  readonly path: FilePath;
  /** The argument as given, or the folder as given + "/" + path with forward slashes. */
  readonly label: string;
  /** Named on the command line: it gets an object whatever it is. */
  readonly named: boolean;
}

/** A file or folder the system did not let us look at. */
export interface Unopened {
  readonly label: string;
  /** Node's error code. */
  readonly code: string;
}

export interface FoundFiles {
  readonly entries: readonly (FileEntry | Unopened)[];
  /** Lock files, devices and dangling links met in folders: counted, not opened. */
  readonly skipped: number;
  /** Arguments that are not there. */
  readonly missing: readonly string[];
}
