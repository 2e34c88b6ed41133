/** The JSON of `compare`, key for key in the contract's order. */
import type { ComparisonKind, Field, FindingState, LineChange } from '../comparison';
import type { Severity } from '../words';
import type { AnswerJson, CellRef, CONTRACT } from './types';

export interface ComparisonSideJson {
  readonly sheet: string;
  readonly table: string;
  readonly unit: string | null;
  readonly project: string | null;
  readonly year: number | null;
  /** The total as stated, else the sum of the scores. */
  readonly total: number | null;
  readonly grade: string | null;
  /** 项目编码; only where approved goals are compared. */
  readonly code?: string | null;
}

export interface ChangeJson {
  readonly field: Field;
  /** What the field is called. */
  readonly name: string;
  /** Figures in 元, points or fractions; texts as they stand; null: nothing. */
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** Both as they were written. */
  readonly shown: readonly [string | null, string | null];
  readonly cells: readonly [CellRef | null, CellRef | null];
  readonly meaning: string;
}

export interface ComparedRowJson {
  readonly indicator: string;
  readonly kind: LineChange['kind'];
  readonly state: LineChange['state'];
  /** Only where approved goals are compared: info where nothing is asserted. */
  readonly severity?: Exclude<Severity, 'mandatory'>;
  readonly changes: readonly ChangeJson[];
}

export interface ComparedFindingJson {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly state: FindingState;
  /** Of which workbook the cell, the values and the sentence are. */
  readonly side: 'before' | 'after';
  readonly cell: CellRef;
  readonly indicator: string | null;
  readonly message: string;
  readonly actual: number | string | null;
  readonly expected: number | string | null;
  readonly answer: AnswerJson | null;
}

export interface ComparedTableJson {
  /** null: the other workbook alone has this table. */
  readonly before: ComparisonSideJson | null;
  readonly after: ComparisonSideJson | null;
  /** Lines on which nothing differs. */
  readonly same: number;
  /** A total, a grade, a score or a 分值 differs, or a row is there on one side only. */
  readonly scoresDiffer: boolean;
  readonly rows: readonly ComparedRowJson[];
  readonly findings: readonly ComparedFindingJson[];
  /** Differences that were withheld lawfully and are not among the rows; absent: none. */
  readonly withheld?: number;
}

export interface ComparisonJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'comparison';
  /** Paths as given; null: there is no such file on that side. */
  readonly before: string | null;
  readonly after: string | null;
  readonly as: ComparisonKind | 'target' | null;
  readonly status: 'ok' | 'unreadable' | 'unrecognised' | 'unmatched';
  /** Not for ok. */
  readonly reason?: string;
  readonly tables: readonly ComparedTableJson[];
}
