import type { CriteriaSwitches, FactRef, FactValue } from '../criteria';
import type { IndicatorRow } from '../score-table';
import type { StandardItem } from './facts/items';
import type { QualitativeBand, Reference } from '../standards';

/** A standard's rule for one row, as its official sentence. */
export interface StandardRule {
  readonly text: string;
  readonly from: 'template' | 'chosen' | 'official' | 'reconstructed';
  readonly basis: Reference;
}

export interface DeriveOptions {
  readonly switches?: CriteriaSwitches;
  /** 达成 levels and the lower bound of their shares, from the best down. */
  readonly qualitativeBands?: readonly QualitativeBand[];
  /** The standard's rule for a row, where one is in force; null where it has none. */
  readonly standardRule?: (row: IndicatorRow) => StandardRule | null;
  /** Data items the standard declares; the well-known ones hold beside them. */
  readonly items?: readonly StandardItem[];
  /** What the user answered for a row. */
  readonly answers?: (row: IndicatorRow, ref: FactRef) => FactValue | undefined;
  /** What was thrown while a row was derived, for the caller to report; without it the error is thrown on. */
  readonly failed?: (row: IndicatorRow, error: unknown) => void;
}
