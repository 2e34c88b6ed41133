/** What the rules say each row's score is, with the arithmetic, the rule and the facts used. Scores are unrounded. */
import type { Arithmetic, FactRef, FactValue, Given, Outcome, Parsed, ReadScore } from '../criteria';
import type { Reference } from '../standards';
import type { Slot } from '../score-table';
import type { Addr, Dec } from '../workbook';

/** A fact with its cell. row: the row's own cells · data: the data sheet or the funding block · reason: stated in the reason text · answer: typed by the user in the pane. */
export interface Fact {
  readonly ref: FactRef;
  readonly value: FactValue;
  /** Of an amount of money: 元 or 万元, as `value` counts it. Absent where no unit is written anywhere. */
  readonly unit?: string;
  readonly from: 'row' | 'data' | 'funding' | 'reason' | 'answer';
  /** Bound by where it stands, not by its name: it asks, it never convicts, and nothing is written by it. */
  readonly weak?: true;
  /** The cell; absent for an answer. A fact computed of several cells (执行数÷预算数) has them all in `cells`. */
  readonly at?: Addr;
  readonly cells: readonly Addr[];
}

/** A figure whose label is near but not the same: offered to the user, never used. */
export interface NearFact {
  readonly ref: FactRef;
  readonly label: string;
  readonly value: Dec;
  readonly at: Addr;
}

/**
 * Whose rule it is, in falling authority: the blank form given as template, a standard the user chose, a binding rule of an
 * official standard, the sheet's own text, a footnote of the sheet, a reconstructed standard. general: the rule of
 * 财预〔2020〕10号 for quantitative and qualitative indicators and the execution rate, where the form is the national one.
 */
export type RuleSource = 'template' | 'chosen' | 'official' | 'sheet' | 'note' | 'general' | 'reconstructed';

export interface Rule {
  readonly from: RuleSource;
  /** The rule's text: the sheet's own, or the standard's sentence. */
  readonly text: string;
  readonly parsed: Parsed;
  /** The cell the text stands in; absent for a standard's. */
  readonly at?: Addr;
  readonly basis: Reference;
}

/** Why nothing is said. Sentences for people are made in messages. */
export type WhyUnknown =
  | 'no-rule' //            neither the sheet nor a standard has a rule for this row
  | 'not-understood' //     the rule's text was not read
  | 'points-differ' //      the best its words can give is not the 分值
  | 'no-weight'
  | 'facts-missing' //      understood, and nothing known narrows it below 0…分值
  | 'judgement' //          a person decides (qualitative, 酌情)
  | 'rules-disagree' //     column and footnote disagree, neither wins
  | 'shared' //          one score cell over several rows
  | 'not-applicable' //  the row says so, and no rule says how that is scored
  | 'no-direction' //    neither its sign nor its name says whether more is better
  | 'not-comparable' //  target and 完成值 are not known to be on one scale: 3% and a bare 1
  | 'no-target'
  | 'no-actual'
  | 'no-rate';

export type Admissible =
  | { readonly is: 'exact'; readonly score: Dec; readonly arithmetic: Arithmetic }
  | { readonly is: 'one-of'; readonly scores: readonly Dec[]; readonly readings: readonly ReadScore[] }
  | { readonly is: 'range'; readonly from: Dec; readonly to: Dec; readonly fromIncluded: boolean; readonly toIncluded: boolean }
  | { readonly is: 'not-applicable'; readonly treatment: 'full' | 'excluded' | 'zero' }
  | { readonly is: 'unknown'; readonly why: WhyUnknown };

export interface Derivation {
  readonly admissible: Admissible;
  /** null where there is none (why: no-rule). */
  readonly rule: Rule | null;
  readonly facts: readonly Fact[];
  /** What the pane may ask. */
  readonly missing: readonly FactRef[];
  readonly near: readonly NearFact[];
}

/** Helpers for the checks: see index.ts. */
export type { Arithmetic, Given, Outcome, Slot };
