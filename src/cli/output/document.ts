/** A document in one format, put together piece by piece: what to write before, for and after the entries. */
export interface Document {
  open(): string;
  entry(piece: string, unrecognised: boolean): string;
  /** Bytes where the document is no text. */
  close(): string | Uint8Array;
}
