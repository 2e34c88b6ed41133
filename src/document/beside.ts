/** What a file of Excel or Word holds beside what its pages show, and would be made public with it. */

/** A comment; `at`: an A1 address on its sheet, or the number of its paragraph; null where it cannot be told. */
export interface BesideComment {
  readonly sheet: string | null;
  readonly at: string | number | null;
  readonly text: string;
  /** Written by this program. */
  readonly ours: boolean;
}

/** Text outside cells and paragraphs: text boxes, headers, footers, notes. */
export interface BesideText {
  readonly where: 'box' | 'header' | 'footer' | 'footnote' | 'endnote';
  readonly sheet: string | null;
  readonly text: string;
}

export interface BesideProperty {
  readonly of: 'creator' | 'lastModifiedBy' | 'company' | 'manager';
  readonly value: string;
}

export interface BesideContent {
  readonly comments: readonly BesideComment[];
  readonly texts: readonly BesideText[];
  readonly properties: readonly BesideProperty[];
  /** 1-based paragraphs with insertions or deletions that nobody has accepted or rejected yet, each once. */
  readonly revisedParagraphs: readonly number[];
  /** Marks, sheets and paragraphs by which this program knows its own work. */
  readonly traces: readonly { readonly of: 'marks' | 'sheet' | 'paragraphs'; readonly name: string | null; readonly count: number }[];
}
