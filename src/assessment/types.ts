import type { CheckCode, Finding } from '../checks';
import type { RowId, ScoreTable } from '../score-table';
import type { Derivation } from '../scoring';
import type { GradeBand, StandardLabel } from '../standards';
import type { Dec } from '../workbook';

/** Why a check had nothing to look at, or could not finish. `why` is a Chinese phrase for people. */
export interface NotRun {
  readonly code: CheckCode;
  readonly why: string;
}

export interface Coverage {
  /** checks = run + notApplicable + failed. */
  readonly checks: number;
  readonly run: number;
  readonly notApplicable: readonly NotRun[];
  readonly failed: readonly NotRun[];
}

/** The contract's `totals`, as decimals; null is unknown, never 0. */
export interface Totals {
  readonly fullScore: Dec | null;
  /** The total as stated for the self-score column. */
  readonly stated: Dec | null;
  /** Σ of the self-scores that are numbers. */
  readonly sum: Dec | null;
  /** The stated total of the review column, else null. */
  readonly review: Dec | null;
  readonly recomputed: Dec | null;
  readonly asStated: { readonly indicators: number; readonly fullScore: Dec };
  /** Σ (分值 − 得分) over scored rows below their 分值. */
  readonly deducted: Dec | null;
  /** The part of `deducted` on rows whose reason cell says why. */
  readonly explained: Dec | null;
  readonly grade: {
    readonly stated: string | null;
    readonly expected: string | null;
    /** Cut-offs in force, the best first. */
    readonly bands: readonly GradeBand[];
  };
}

export interface Assessment {
  readonly scoreTable: ScoreTable;
  /** Whose rules the table was judged by. */
  readonly standard: StandardLabel;
  /** What the rules say each scored row's score is; rows that are not scored have none. */
  readonly derivations: ReadonlyMap<RowId, Derivation>;
  readonly totals: Totals;
  /** Arbitrated, in order: severity, then reading order. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}
