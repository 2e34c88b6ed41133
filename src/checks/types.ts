/** The shapes of checks and findings. A finding is code + data + cells; its sentence is made last, by the check's own message function. */
import type { IndicatorRow, RowId, ScoreTable } from '../score-table';
import type { Derivation } from '../scoring';
import type { AppliedStandards, Parameters, Reference } from '../standards';
import type { Addr, Dec, StaleCell, WorkbookSnapshot } from '../workbook';
import type { Severity, Words } from '../words';
import type { CheckCode } from './codes';

export type Aspect =
  'weight' | 'score' | 'total' | 'grade' | 'target' | 'actual' | 'reason' | 'evidence' | 'money' | 'rate' | 'text' | 'file' | 'unread';

/** The one thing a finding blames: a row (or group, or total: see keys in accused.ts), the table or the workbook, and an aspect of it. */
export interface Accused {
  readonly row: RowId | string | 'table' | 'workbook';
  readonly aspect: Aspect;
}

export interface Fix {
  readonly cell: Addr;
  readonly to: { readonly value: Dec | string } | { /** with the leading "=" */ readonly formula: string };
}

/** What a check yields for one mistake. */
export interface Raw<D> {
  readonly severity: Severity;
  readonly accused: Accused;
  /** What this mistake also explains: findings accusing these are dropped. */
  readonly accountsFor?: readonly Accused[];
  /** The cell to mark: the wrong cell itself, the blank cell where something is missing. */
  readonly cell: Addr;
  readonly related?: readonly Addr[];
  /** Name of the indicator, for people; null for the table as a whole. */
  readonly indicator: string | null;
  readonly data: D;
  /** What stands there and what should, as the contract's `actual` and `expected`. */
  readonly actual?: Dec | string | null;
  readonly expected?: Dec | string | null;
  readonly basis?: Reference;
  readonly fix?: Fix;
}

export interface Finding<D = unknown> extends Raw<D> {
  readonly code: CheckCode;
  readonly accountsFor: readonly Accused[];
  readonly related: readonly Addr[];
  readonly basis: Reference;
}

/** What a sheet must have for a check to say anything. */
export type Need =
  | 'weights'
  | 'scores'
  | 'totals'
  | 'subtotals'
  | 'groups'
  | 'targets'
  | 'actuals'
  | 'reasons'
  | 'evidence'
  | 'funding'
  | 'executionScore'
  | 'grade'
  | 'dataSheet'
  /** A list of the workbook's projects. */
  | 'summary'
  /** The project's line in an export of the budget system, where one was given. */
  | 'budget'
  /** The host can tell of external links; of hidden rows and columns; of pictures. */
  | 'links'
  | 'hidden'
  | 'pictures';

export interface CheckContext {
  readonly scoreTable: ScoreTable;
  /** Calculated: every formula at what it comes to. */
  readonly book: WorkbookSnapshot;
  /** Formulas of the workbook whose stored result is another one, or that have none. */
  readonly stale: readonly StaleCell[];
  readonly parameters: Parameters;
  /** The blank form and the standard, held against this table. */
  readonly standards: AppliedStandards;
  /** Row by id. */
  row(id: RowId): IndicatorRow;
  /** What the rules say this row's score is; unknown for rows that are not scored. Throws where deriving it failed. */
  expected(id: RowId): Derivation;
  /** True where another check already doubts what stands in this cell; then say nothing. */
  doubted(at: Addr): boolean;
  /** True for the first table of the workbook: findings about the whole file stand there only. */
  readonly first: boolean;
}

export interface Check<D = unknown> {
  readonly code: CheckCode;
  readonly title: string;
  /** What a finding is, as a statement of at most ten characters: the second line of its row in the pane. */
  readonly headline: string;
  readonly severities: readonly Severity[];
  readonly basis: Reference;
  readonly needs: readonly Need[];
  /** For `explain` and docs/checks.md: what it looks for, and how to put it right; one or two sentences each, for accountants. */
  readonly explain: { readonly looksFor: string; readonly howToFix: string };
  run(context: CheckContext): Iterable<Raw<D>>;
  /** One to three short sentences: where, what is, what should be, why, what to do. Never accuses. */
  message(data: D, words: Words, finding: Finding<D>): string;
}
