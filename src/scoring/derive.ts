/** What the rules say each scored row's score is. */
import type { IndicatorRow, RowId, Submission } from '../recognition/types';
import type { CriteriaSwitches, FactRef, FactValue } from '../criteria/types';
import type { Reference } from '../standards/types';
import type { Derivation, WhyUnknown } from './types';
import { scoredRows } from './sheet/leaves';

/** A standard's rule for one row, as its official sentence. */
export interface StandardRule {
  readonly text: string;
  readonly from: 'template' | 'chosen' | 'official' | 'reconstructed';
  readonly basis: Reference;
}

export interface DeriveOptions {
  readonly switches?: CriteriaSwitches;
  /** The standard's rule for a row, where one is in force; null where it has none. */
  readonly standardRule?: (row: IndicatorRow) => StandardRule | null;
  /** What the user answered for a row. */
  readonly answers?: (row: IndicatorRow, ref: FactRef) => FactValue | undefined;
  /** What was thrown while a row was derived, for the caller to report; without it the error is thrown on. */
  readonly failed?: (row: IndicatorRow, error: unknown) => void;
}

export type Derivations = ReadonlyMap<RowId, Derivation>;

/** Nothing is known of the row's score, and why. */
export function unknownDerivation(why: WhyUnknown): Derivation {
  return { admissible: { is: 'unknown', why }, rule: null, facts: [], missing: [], near: [] };
}

/** A derivation for each row that is scored: indicators, the execution row, 加分/扣分 rows. */
export function deriveAll(submission: Submission, options: DeriveOptions = {}): Derivations {
  const derivations = new Map<RowId, Derivation>();
  for (const row of scoredRows(submission)) derivations.set(row.id, guarded(row, options));
  return derivations;
}

function guarded(row: IndicatorRow, options: DeriveOptions): Derivation {
  try {
    return unknownDerivation('no-rule');
  } catch (error) {
    if (options.failed === undefined) throw error;
    options.failed(row, error);
    return unknownDerivation('not-understood');
  }
}
