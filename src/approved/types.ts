/** Approved goals and score tables as plain data, so that many files can be read apart and held against each other in one place. */
import type { Quantity } from '../score-table';

export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}

/** A 指标值 that is written, its figures as text. */
export interface WrittenTarget extends Omit<Quantity, 'number' | 'upper'> {
  readonly number: string | null;
  readonly upper: string | null;
  /** As people read it, with the sign and the unit of their own columns: 「≥48次」. */
  readonly shown: string;
}

export interface TargetLine {
  /** From the outermost class to its own name, as written. */
  readonly path: readonly string[];
  readonly name: string;
  /** 「其中…」: a part of the line above, not scored itself. */
  readonly isPart: boolean;
  readonly nameAt: CellPlace;
  /** null: none is written. */
  readonly target: WrittenTarget | null;
  /** null: the table has no such place. */
  readonly targetAt: CellPlace | null;
}

/** The indicators of one project or unit. */
export interface TargetTable {
  readonly code: string | null;
  readonly project: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly sheet: string;
  /** A1 range. */
  readonly range: string;
  readonly hasTargets: boolean;
  readonly lines: readonly TargetLine[];
}

/**
 * changed: another 指标值 · blank: approved and not written now · removed: the indicator is gone · added: it is new ·
 * unclear: written so differently, or under a name that several have, that nothing is said of it.
 */
export type TargetState = 'changed' | 'blank' | 'removed' | 'added' | 'unclear';

export interface TargetDifference {
  readonly state: TargetState;
  readonly name: string;
  /** The approved line and the one of the score table; null: there is none. */
  readonly lines: readonly [TargetLine | null, TargetLine | null];
  /** One sentence. */
  readonly meaning: string;
}

/** why: nothing was compared, as a sentence. */
export type TargetComparison =
  | { readonly compared: true; readonly same: number; readonly differences: readonly TargetDifference[] }
  | { readonly compared: false; readonly why: string };
