/** The JSON of `check`, key for key in the contract's order. Unknown is null, never 0 or "". */
import type { AnswerState } from '../answers';
import type { Severity } from '../words';

export const CONTRACT = 1;

export interface CellRef {
  readonly sheet: string;
  readonly address: string;
}

/** Cells of one indicator, as A1 on `sheet`; null where the form has none. */
export interface IndicatorCells {
  readonly sheet: string;
  readonly name: string;
  readonly fullScore: string | null;
  readonly selfScore: string | null;
  readonly criterion: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly reason: string | null;
  /** Where a 复核分 is typed, filled in or not. */
  readonly reviewScore: string | null;
}

export interface CriterionJson {
  readonly understood: 'whole' | 'part' | 'none';
  readonly kind: string;
  readonly text: string;
}

export type ExpectedJson =
  | { readonly is: 'exact'; readonly score: number; readonly arithmetic: string }
  | {
      readonly is: 'one-of';
      readonly scores: readonly number[];
      readonly readings: readonly { readonly score: number; readonly arithmetic: string; readonly reading: string }[];
    }
  | { readonly is: 'range'; readonly from: number; readonly to: number; readonly fromIncluded: boolean; readonly toIncluded: boolean }
  | { readonly is: 'not-applicable'; readonly treatment: 'full' | 'excluded' | 'zero' }
  | { readonly is: 'unknown'; readonly why: string };

export interface IndicatorJson {
  readonly name: string;
  readonly path: readonly string[];
  readonly fullScore: number | null;
  readonly selfScore: number | null;
  readonly execution: boolean;
  readonly reviewScore: number | null;
  readonly applies: boolean | null;
  readonly bonus: boolean;
  readonly cells: IndicatorCells;
  readonly criterion: CriterionJson | null;
  readonly expected: ExpectedJson;
}

export type FixJson = { readonly cell: CellRef; readonly value: number | string } | { readonly cell: CellRef; readonly formula: string };

export interface FindingJson {
  /** What the finding is known by, however the workbook was moved about: 「R7QK-3F」. Unique in its workbook. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly cell: CellRef;
  readonly related: readonly CellRef[];
  readonly indicator: string | null;
  readonly message: string;
  readonly actual: number | string | null;
  readonly expected: number | string | null;
  readonly basis: string;
  readonly fix: FixJson | null;
  /** How the expected score is worked out, for findings on a row's score; null elsewhere and where none is determined. */
  readonly arithmetic: string | null;
  /** What was replied to it; null: nothing was written. */
  readonly answer: AnswerJson | null;
}

export interface AnswerJson {
  readonly state: AnswerState | 'resolved';
  /** The unit's 说明; '' where only a reviewer wrote. */
  readonly text: string;
  /** Opinions of 主管部门 and 财政部门. */
  readonly department: string | null;
  readonly finance: string | null;
  /** The cell of the 说明; null: it was not written in a workbook. */
  readonly cell: CellRef | null;
}

/** An earlier finding that arises no longer: 已更正. */
export interface ResolvedJson {
  readonly id: string;
  readonly code: string | null;
  readonly indicator: string | null;
  readonly answer: AnswerJson | null;
}

export interface TotalsJson {
  readonly fullScore: number | null;
  readonly stated: number | null;
  readonly sum: number | null;
  readonly review: number | null;
  readonly recomputed: number | null;
  readonly asStated: { readonly indicators: number; readonly fullScore: number };
  readonly deducted: number | null;
  readonly explained: number | null;
  readonly grade: {
    readonly stated: string | null;
    readonly expected: string | null;
    /** Cut-offs in force as shares of the full score, the best first. */
    readonly bands: readonly { readonly name: string; readonly from: number }[];
  };
}

export interface StandardJson {
  readonly id: string;
  readonly status: 'official' | 'reconstructed' | 'template' | 'own';
  readonly how: 'from-template' | 'chosen' | 'detected' | 'from-sheet';
  /** For people; absent for the sheet's own rules. */
  readonly title?: string;
}

export interface NotRunJson {
  readonly code: string;
  readonly why: string;
}

/** One audited score table. */
export interface TableJson {
  readonly contract: typeof CONTRACT;
  readonly file: string;
  readonly status: 'ok';
  readonly sheet: string;
  readonly table: string;
  readonly moneyUnit: '元' | '万元' | null;
  readonly kind: 'whole' | 'project' | 'transfer' | null;
  readonly unit: string | null;
  readonly project: string | null;
  readonly year: number | null;
  /** 「9K2MQ7XA-3F70BCDE」: codes over what the rows ask for and over what they say; the second only where that is enough to tell tables by. */
  readonly contents: string | null;
  readonly standard: StandardJson | null;
  readonly totals: TotalsJson;
  readonly indicators: readonly IndicatorJson[];
  readonly findings: readonly FindingJson[];
  readonly resolved: readonly ResolvedJson[];
  readonly coverage: {
    readonly checks: number;
    readonly run: number;
    readonly notApplicable: readonly NotRunJson[];
    readonly failed: readonly NotRunJson[];
  };
}

/** Why a file was lost that another program, machine or version of ours might have read: no pass, and no fault of the file's. */
export type FailureJson = 'crash' | 'time';

/** A file that could not be read. */
export interface UnreadableJson {
  readonly contract: typeof CONTRACT;
  readonly file: string;
  readonly status: 'unreadable';
  readonly reason: string;
  /** null: the file itself is in the way. */
  readonly failure: FailureJson | null;
}

/** A file that holds no score table. */
export interface UnrecognisedJson {
  readonly contract: typeof CONTRACT;
  readonly file: string;
  readonly status: 'unrecognised';
  readonly reason: string;
}

export type RefusedJson = UnreadableJson | UnrecognisedJson;

export type EntryJson = TableJson | RefusedJson;
