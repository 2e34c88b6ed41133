/** Where results go. A write waits until it was taken, however slow the reader is. */
export interface Output {
  /** True when the reader has gone: writing more is of no use. */
  readonly closed: boolean;
  /** @throws Error when what was written could not be kept (disk full) */
  write(content: string | Uint8Array): Promise<void>;
  /** Everything is out; a file takes its name now. */
  finish(): Promise<void>;
  /** Given up: a file leaves nothing behind. */
  abandon(): Promise<void>;
}
