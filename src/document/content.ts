/** A document to be written, as content without a form: who writes it decides on fonts and margins. */

/** `mark`: what somebody still has to settle: fill 【待填】, check 【待核】. A line break within a text is `\n`. */
export interface ContentRun {
  readonly text: string;
  readonly mark: 'fill' | 'check' | null;
}

export interface ContentCell {
  readonly runs: readonly ContentRun[];
  /** Numbers stand to the right. */
  readonly number: boolean;
}

/**
 * `slot`: what a block is about, unique in its document, by which it is found again when the document is written anew.
 * - title: begins a new page where it is not the first · addressee: whom it is for, not moved in · heading: its number is part of the text · signer and date stand to the right at the end ·
 * - note: small print at the end · table: the first row is the header
 */
export type ContentBlock =
  | {
      readonly is: 'title' | 'addressee' | 'paragraph' | 'signer' | 'date' | 'note';
      readonly slot: string;
      readonly runs: readonly ContentRun[];
    }
  | { readonly is: 'heading'; readonly slot: string; readonly level: 1 | 2 | 3; readonly runs: readonly ContentRun[] }
  | { readonly is: 'table'; readonly slot: string; readonly rows: readonly (readonly ContentCell[])[] };

export interface DocumentContent {
  /** For the file's properties. */
  readonly title: string;
  readonly blocks: readonly ContentBlock[];
}
