import type { ComparisonKind } from '../../comparison';

export const COMPARE_FORMATS = ['text', 'json', 'xlsx'] as const;
export type CompareFormat = (typeof COMPARE_FORMATS)[number];

/** What for: see ComparisonKind; target: against approved 绩效目标. */
export type CompareAs = ComparisonKind | 'target';

export interface CompareCommand {
  readonly name: 'compare';
  /** Two files, or two folders; approved goals and score tables may also be one of each. */
  readonly before: string;
  readonly after: string;
  /** null: yearly where the sheets say two years, else resubmitted. */
  readonly as: CompareAs | null;
  /** A workbook that answers 依法不予公开 to differences; absent: none. */
  readonly answers?: string;
  readonly format: CompareFormat;
  readonly out: string | null;
  readonly overwrite: boolean;
  readonly standard?: string;
  readonly template?: string;
}
