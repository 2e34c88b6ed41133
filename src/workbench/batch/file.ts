/** A file of the batch: its bytes are read when its turn comes, so that a thousand files do not stand in memory at once. */
export interface BatchFile {
  /** Folder and name as dropped, forward slashes. */
  readonly path: string;
  bytes(): Promise<Uint8Array>;
}
