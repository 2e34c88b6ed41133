/** What of a blank form can have been changed, as data. Sentences are the check's. */
import type { RowId } from '../../score-table';
import type { Addr } from '../../workbook';

export type ChangeKind =
  | 'row-deleted'
  | 'class-deleted'
  | 'label-deleted'
  | 'column-deleted'
  | 'renamed'
  | 'class-renamed'
  | 'header'
  | 'added'
  | 'class-added'
  | 'moved'
  | 'weight'
  | 'rule'
  | 'note'
  | 'target'
  | 'symbol'
  | 'footnote'
  | 'footnote-deleted'
  | 'footnote-added'
  | 'formula-typed'
  | 'formula-cleared'
  | 'formula-changed'
  | 'other-form';

export interface FormChange {
  readonly kind: ChangeKind;
  /** The indicator, class or label; null for the form as a whole. */
  readonly name: string | null;
  /** The cell of the sheet; where something is gone, the cell it would follow. */
  readonly at: Addr;
  /** What the form has; '' for nothing. */
  readonly was: string;
  /** What the sheet has; '' for nothing. */
  readonly is: string;
  /** The row of the sheet, or of a class its key. */
  readonly row: RowId | null;
  readonly group: string | null;
  /** Classes above, whose sums a change of 分值 explains. */
  readonly above: readonly string[];
  /** Lines gone or added with a class; cells of a column changed in one way. */
  readonly count: number;
  /** Names of the lines that went or came with a class. */
  readonly names: readonly string[];
  readonly related: readonly Addr[];
  /** Index of the stated total whose formula it is; null for others. */
  readonly total: number | null;
  /** Index of the score column that formula stands in. */
  readonly column: number | null;
}
