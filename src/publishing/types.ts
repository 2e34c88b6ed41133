/** What somebody should look at before a sheet or a report is made public. */
import type { PersonalKind } from './personal-numbers';

export type RemarkCode =
  PersonalKind | 'comment' | 'hidden-sheet' | 'hidden-rows' | 'hidden-columns' | 'hidden-text' | 'revision' | 'author' | 'our-mark';

/** address: a cell, or rows or columns as 「5:8」, 「C:D」; paragraph: 1-based; all null: of the file as a whole. */
export interface RemarkPlace {
  readonly sheet: string | null;
  readonly address: string | null;
  readonly paragraph: number | null;
  /** Where it is neither in a cell nor in a paragraph: 页眉, 文本框, 批注. */
  readonly part: string | null;
}

export interface Remark {
  readonly code: RemarkCode;
  readonly place: RemarkPlace;
  /** What is there, personal numbers and names masked; '' where the place says all. */
  readonly shown: string;
}
