/** What 运算 does to a workbook: what it writes, why, and what it leaves alone and why. */
import type { FactRef } from '../criteria';
import type { Assessment } from '../assessment';
import type { WhyUnknown } from '../scoring';
import type { Addr, CellEdit, Dec, WorkbookSnapshot } from '../workbook';

export interface RecalcOptions {
  /** blank: only scores (and the execution rate) that are blank · all: also those a person wrote that differ from the rule. */
  readonly scores: 'blank' | 'all';
  /** With `all`: may a score a person wrote be raised? */
  readonly raise: boolean;
  /** keep: a sum stays a formula or a number as it was · formula, value: written so wherever it can be. */
  readonly totals: 'keep' | 'formula' | 'value';
  /** Cells the host would not write; they are left alone and listed. */
  readonly refused?: readonly Addr[];
}

export const DEFAULT_OPTIONS: RecalcOptions = { scores: 'blank', raise: false, totals: 'keep' };

/** figure: any other cell that the audit uses · rate: 执行率 · stored: a formula whose value follows what was changed. */
export type Part = 'figure' | 'rate' | 'score' | 'subtotal' | 'total' | 'grade' | 'stored';

/** filled: was blank · corrected: another value · form: the same value as a formula or a number · refreshed: the formula is the same, its value follows. */
export type How = 'filled' | 'corrected' | 'form' | 'refreshed';

export interface Change {
  readonly part: Part;
  readonly how: How;
  /** The indicator, the total's label. */
  readonly name: string;
  readonly edit: CellEdit;
}

/** Why a cell was left as it is. */
export type Why =
  | { readonly is: 'needs-all'; readonly expected: Dec; readonly because: string }
  | { readonly is: 'needs-raise'; readonly expected: Dec; readonly because: string }
  | { readonly is: 'facts'; readonly missing: readonly FactRef[] }
  | { readonly is: 'unknown'; readonly why: WhyUnknown }
  /** The rule allows several scores, or any between two. */
  | { readonly is: 'several'; readonly scores: readonly Dec[]; readonly missing: readonly FactRef[] }
  | { readonly is: 'range'; readonly from: Dec; readonly to: Dec; readonly missing: readonly FactRef[] }
  | { readonly is: 'not-applicable' }
  /** A finding doubts the score, and the rules do not say which is right. */
  | { readonly is: 'questioned' }
  /** Words or a placeholder stand there. */
  | { readonly is: 'text'; readonly text: string }
  /** So many scores of the column are texts, as is the form's habit. */
  | { readonly is: 'text-column'; readonly count: number }
  /** The cell shows an error, or a formula that nobody could calculate. */
  | { readonly is: 'error'; readonly error: string }
  /** A formula gives another value than the rule or the sum. */
  | { readonly is: 'formula'; readonly expected: Dec }
  /** A fact it rests on is doubted by a finding. */
  | { readonly is: 'doubted' }
  /** A fact it rests on stands there without a name. */
  | { readonly is: 'unnamed' }
  | { readonly is: 'shared' }
  | { readonly is: 'rate-otherwise' }
  | { readonly is: 'blanks-remain'; readonly rows: number; readonly unclear: boolean }
  | { readonly is: 'covers-unknown' }
  | { readonly is: 'pro-rata' }
  | { readonly is: 'text-scores' }
  /** Old values beneath merged cells, which a formula would add. */
  | { readonly is: 'old-values'; readonly cells: readonly Addr[] }
  | { readonly is: 'own-bands' }
  | { readonly is: 'ticked' }
  | { readonly is: 'no-total' }
  | { readonly is: 'locked' | 'covered' | 'refused' | 'signature' };

export interface Kept {
  readonly part: Exclude<Part, 'stored'>;
  readonly name: string;
  readonly at: Addr;
  readonly blank: boolean;
  readonly why: Why;
}

/** A text offered for a reason cell that says nothing beside a deduction; never written. */
export interface Proposal {
  readonly name: string;
  readonly at: Addr;
  readonly text: string;
}

export interface RecalcTable {
  /** As audited before anything was changed, and as it is once all is written. */
  readonly before: Assessment;
  readonly after: Assessment;
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  /** Scores a person wrote where the rules leave it open: kept. */
  readonly asStated: number;
  readonly proposals: readonly Proposal[];
  /** Nobody has filled this form in yet. */
  readonly unfilled: boolean;
}

export interface Recalc {
  /** Everything to write, each cell once. */
  readonly cells: readonly CellEdit[];
  readonly tables: readonly RecalcTable[];
  /** Formulas outside the tables whose value follows. */
  readonly followed: readonly CellEdit[];
  /** The workbook once the cells are written. */
  readonly book: WorkbookSnapshot;
}
