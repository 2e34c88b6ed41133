import type { ComparisonKind } from '../../comparison';

export const COMPARE_FORMATS = ['text', 'json', 'xlsx'] as const;
export type CompareFormat = (typeof COMPARE_FORMATS)[number];

export interface CompareCommand {
  readonly name: 'compare';
  /** Two files, or two folders. */
  readonly before: string;
  readonly after: string;
  /** null: yearly where the sheets say two years, else resubmitted. */
  readonly as: ComparisonKind | null;
  readonly format: CompareFormat;
  readonly out: string | null;
  readonly overwrite: boolean;
  readonly standard?: string;
  readonly template?: string;
}
