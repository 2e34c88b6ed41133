/** Why a file could not be read. The sentence for each stands in messages/. */
export type UnreadableWhy =
  | 'empty-file'
  | 'not-spreadsheet'
  | 'encrypted'
  | 'encrypted-old'
  | 'truncated'
  | 'damaged'
  | 'doctype'
  | 'inflates-too-large'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'beyond-grid'
  | 'too-many-sheets'
  | 'too-many-merges'
  | 'too-many-relations'
  | 'too-much-formula'
  | 'too-much-text'
  | 'too-many-tables'
  | 'no-sheet'
  | 'other-format'
  | 'unknown-content'
  | 'legacy-unreadable'
  | 'legacy-too-large'
  | 'memory'
  | 'timeout'
  | 'crashed';

/** Reasons that lie with us: a crash, or a limit of memory or time that another machine might not reach. */
const OURS: Readonly<Partial<Record<UnreadableWhy, 'crash' | 'time'>>> = { timeout: 'time', memory: 'crash', crashed: 'crash' };

/** How a file was lost where that is our doing; null where the file itself is in the way. */
export function failureOf(why: UnreadableWhy): 'crash' | 'time' | null {
  return OURS[why] ?? null;
}

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
