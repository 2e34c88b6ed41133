/** A file for the user to keep. */
export interface OwnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}
