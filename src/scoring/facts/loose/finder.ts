/** What is bound by where it stands and not by its name: it asks, and never convicts. */
import { type CriteriaSwitches, type Criterion, factKey, type FactRef, type FactValue } from '../../../criteria';
import type { IndicatorRow, ScoreTable, Slot } from '../../../score-table';
import type { Dec } from '../../../workbook';
import type { KnownFact } from '../known';

/** One rule of one row, and what is known of its facts by their names, by factKey. */
export interface LooseInput {
  readonly scoreTable: ScoreTable;
  readonly row: IndicatorRow;
  readonly criterion: Criterion;
  readonly refs: readonly FactRef[];
  readonly weight: Dec;
  readonly switches: CriteriaSwitches;
  readonly known: ReadonlyMap<string, KnownFact>;
}

/** Facts that were not known, by factKey. */
export type LooseFinder = (input: LooseInput) => ReadonlyMap<string, KnownFact>;

export const NOTHING_LOOSE: ReadonlyMap<string, KnownFact> = new Map();

export const isUnbound = ({ known }: LooseInput, ref: FactRef): boolean => !known.has(factKey(ref));

/** A fact of the row's own cells, bound weakly. */
export function looseFact(value: FactValue, from: 'row' | 'reason', ...slots: readonly (Slot<unknown> | undefined)[]): KnownFact {
  return { value, from, cells: slots.flatMap((slot) => (slot === undefined ? [] : [slot.at])), money: '', weak: true };
}
