/** Two states of one table held against each other: what changed, cell by cell, and what became of the findings. */
import type { FindingAnswer, TableAnswers } from '../answers';
import type { Assessment, Messages, Spoken } from '../assessment';
import type { Finding } from '../checks';
import type { ScoreTable } from '../score-table';
import type { Addr, Dec, WorkbookSnapshot } from '../workbook';

/** resubmitted: the same year handed in again · published: what was handed in and what was made public · yearly: last year and this. */
export type ComparisonKind = 'resubmitted' | 'published' | 'yearly';

/** One audited workbook, as much of it as comparing needs. */
export interface ComparedSide {
  readonly book: WorkbookSnapshot;
  readonly tables: readonly SideTable[];
  /** Titles of the checks. */
  readonly messages: Messages;
}

export interface SideTable {
  readonly assessment: Assessment;
  /** Sentences of the findings, in their order. */
  readonly spoken: Pick<Spoken, 'sentences'>;
  readonly answers: Pick<TableAnswers, 'findings'>;
}

/** What a value is of. The names for people stand in data/fields.json. */
export type Field =
  | 'name'
  | 'fullScore'
  | 'selfScore'
  | 'reviewScore'
  | 'financeScore'
  | 'otherScore'
  | 'target'
  | 'actual'
  | 'rate'
  | 'criterion'
  | 'reason'
  | 'evidence'
  | 'initial'
  | 'budget'
  | 'arrived'
  | 'executed'
  | 'value';

/** A value that is there, with what makes two of them the same. */
export interface Held {
  readonly at: Addr;
  /** As people write it: 「4.5」, 「98.2%」, 「≥95%」. */
  readonly shown: string;
  /** A figure in its base unit (元, points, a fraction), or a text. */
  readonly is: Dec | string;
  /** Half of the last decimal place written, in the same unit; absent for texts. */
  readonly half?: Dec;
}

/** A place that holds something or nothing. */
export interface HeldPlace {
  readonly at: Addr;
  readonly held: Held | null;
}

/** form: the sheet's head · row: an indicator · group: a class with points of its own · total · funding · data: the data sheet. */
export type SheetLineKind = 'form' | 'row' | 'group' | 'total' | 'funding' | 'data';

/** One line of a table: a name and its values. */
export interface TableLine {
  readonly kind: SheetLineKind;
  /** By which it is found again: names only, no addresses. */
  readonly key: string;
  /** Its own name, normalised: found again by it where the class above was renamed. */
  readonly own: string;
  /** For people. */
  readonly name: string;
  readonly at: Addr;
  readonly values: ReadonlyMap<Field, HeldPlace>;
  /** What a row's rules say of its score; null for other lines. */
  readonly row: ScoreTable['rows'][number] | null;
}

export interface ChangedCell {
  readonly field: Field;
  readonly before: Held | null;
  readonly after: Held | null;
  /** Where it stood and stands; null: that side has no such place. */
  readonly cells: readonly [Addr | null, Addr | null];
  /** One sentence. */
  readonly meaning: string;
}

export interface LineChange {
  readonly kind: SheetLineKind;
  readonly name: string;
  readonly state: 'changed' | 'added' | 'removed' | 'renamed';
  /** Where the line stands: in the later workbook, a line that is gone in the earlier one. */
  readonly at: Addr;
  readonly changes: readonly ChangedCell[];
}

/**
 * - resolved 已更正 · remaining 仍存在 · changed 仍存在，数值已变 · new 新增 ·
 * - unchecked: its check had nothing to look at this time, so nobody can say that it was corrected.
 */
export type FindingState = 'resolved' | 'remaining' | 'changed' | 'new' | 'unchecked';

export interface ComparedFinding {
  readonly state: FindingState;
  /** As it is now; where it arises no longer, as it was. */
  readonly finding: Finding;
  readonly answer: FindingAnswer;
  /** null where the sentence could not be made. */
  readonly sentence: string;
  readonly side: 'before' | 'after';
}

/** One table on both sides; one side null where the other workbook has no such table. */
export interface ComparedTable {
  readonly before: Assessment | null;
  readonly after: Assessment | null;
  /** Lines without any change, out of all that stand on both sides. */
  readonly same: number;
  /** Only what differs, in the order of the later table; lines that are gone stand last. */
  readonly lines: readonly LineChange[];
  /** Empty for what was made public: whether it agrees is the question there. */
  readonly findings: readonly ComparedFinding[];
  /** Total, grade or a score differ. */
  readonly scoresDiffer: boolean;
  /** Differences that are none since the content was withheld lawfully; of what was made public only. */
  readonly withheld: number;
}

export interface BookComparison {
  readonly as: ComparisonKind;
  readonly before: WorkbookSnapshot;
  readonly after: WorkbookSnapshot;
  readonly tables: readonly ComparedTable[];
}
