/** Why a file could not be read. The sentence for each stands in messages/. */
export type UnreadableWhy =
  | 'empty-file'
  | 'not-spreadsheet'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'doctype'
  | 'inflates-too-large'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'beyond-grid'
  | 'no-sheet'
  | 'legacy-unreadable'
  | 'legacy-too-large'
  | 'timeout'
  | 'crashed';

/** Thrown by readers; never leaves the host: it becomes a result with a reason. */
export class UnreadableError extends Error {
  constructor(
    readonly why: UnreadableWhy,
    /** Where or how much, for the sentence: a part name, a count. */
    readonly detail?: string,
  ) {
    super(detail === undefined ? why : `${why}: ${detail}`);
    this.name = 'UnreadableError';
  }
}
