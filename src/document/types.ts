/** What a text document is to us: paragraphs and tables in reading order, as somebody who reads it sees them. */

export interface Paragraph {
  readonly is: 'paragraph';
  /** As shown, its automatic number left out. */
  readonly text: string;
  /** The number that the program puts before it: 「一、」 「（二）」; '' where there is none or it is typed. */
  readonly number: string;
  /** 0 for the outermost heading, by its style; null for running text and for headings that are only typed. */
  readonly level: number | null;
}

export interface TableCell {
  /** Empty ones too, so that they can be counted. */
  readonly paragraphs: readonly string[];
  /** 0-based, merged columns counted. */
  readonly col: number;
  readonly span: number;
  /** Merged into the cell above it. */
  readonly continued: boolean;
}

export interface DocumentTable {
  readonly is: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export type DocumentBlock = Paragraph | DocumentTable;

export interface DocumentSnapshot {
  readonly format: 'docx' | 'html' | 'text';
  readonly blocks: readonly DocumentBlock[];
  /** Insertions and deletions that nobody has accepted or rejected yet; they are read as if accepted. */
  readonly revisions: number;
  /** Characters that are formatted as hidden; they are left out. */
  readonly hidden: number;
}
