/** What is said in comments of a document we write; the words are the caller's. */
export interface DocumentRemarks {
  /** On the title; null where nothing is open. */
  readonly pending: (counts: PendingCounts) => string | null;
  /** On a paragraph somebody worked on, where our own text would now be another. */
  readonly differs: (ours: string) => string;
  /** On a paragraph somebody worked on whose subject is no longer in the sheet. */
  readonly gone: string;
}

/** Places that somebody still has to settle. */
export interface PendingCounts {
  readonly fill: number;
  readonly check: number;
}

const times = (text: string, mark: string): number => text.split(mark).length - 1;

/** Counted in the words as they stand, so that what somebody filled in is no longer counted. */
export function pendingIn(texts: readonly string[]): PendingCounts {
  const all = texts.join('\n');
  return { fill: times(all, '【待填'), check: times(all, '【待核') };
}
