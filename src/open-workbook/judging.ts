/** By whose rules a workbook is judged, as plain data. */
import type { WrittenReply } from '../answers';
import type { BudgetEntry } from '../recognition';
import type { TemplateForm } from '../standards';
import { NO_ANSWERS, type Answers } from './answers';

/** A built-in by its id, or the tree of a YAML text with the trees of those it rests on, by the names it calls them. */
export type PlainStandard = { readonly builtin: string } | { readonly tree: unknown; readonly bases: Readonly<Record<string, unknown>> };

export interface Judging {
  /** null: detect. */
  readonly standard: PlainStandard | null;
  /** The tables of the blank form. */
  readonly forms: readonly TemplateForm[] | null;
  readonly answers: Answers;
  /** What was replied to findings in the pane: kept with the workbook's settings, beside what stands in 审核结果. */
  readonly replies?: readonly WrittenReply[];
  /** An export of the budget system or of the final accounts; absent: none was given. */
  readonly budget?: { readonly file: string; readonly entries: readonly BudgetEntry[] };
  /** Where the user says the headings stand; absent or null: recognition finds them. */
  readonly heading?: { readonly sheet: number; readonly row: number } | null;
}

export const BY_THE_SHEET: Judging = { standard: null, forms: null, answers: NO_ANSWERS };
