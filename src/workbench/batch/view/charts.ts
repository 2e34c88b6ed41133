import { DIFFERENCE_BINS, differenceBin, SCORE_BINS, scoreBin, TOP_CHECKS } from '../../../results';
import type { BatchRow, BatchState } from '../state';

/** What a bar of a picture stands for; clicked, it filters the table. */
export type BarKey = { readonly of: 'score' | 'difference'; readonly bin: number } | { readonly of: 'check'; readonly code: string };

export interface ChartBar {
  readonly key: BarKey;
  readonly label: string;
  readonly count: number;
}

const ofTable = ({ status }: BatchRow): boolean => status === 'ok';

/** Which bin a table's self-score falls into; null where it is unknown. */
export const tableScoreBin = (row: BatchRow): number | null => (ofTable(row) ? scoreBin(row.self, row.fullScore) : null);
export const tableDifferenceBin = (row: BatchRow): number | null => (ofTable(row) ? differenceBin(row.difference) : null);

const counted = (rows: readonly BatchRow[], bin: (row: BatchRow) => number | null, at: number): number =>
  rows.filter((row) => bin(row) === at).length;

export function scoreBars(rows: readonly BatchRow[]): ChartBar[] {
  return SCORE_BINS.map((label, bin) => ({ key: { of: 'score', bin }, label, count: counted(rows, tableScoreBin, bin) }));
}

export function differenceBars(rows: readonly BatchRow[]): ChartBar[] {
  return DIFFERENCE_BINS.map((label, bin) => ({ key: { of: 'difference', bin }, label, count: counted(rows, tableDifferenceBin, bin) }));
}

/** The checks that speak in most tables. */
export function checkBars({ checks }: BatchState): ChartBar[] {
  return checks.slice(0, TOP_CHECKS).map(({ code, title, tables }) => ({ key: { of: 'check', code }, label: title, count: tables }));
}

export const sameKey = (a: BarKey | null, b: BarKey | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export function matches(row: BatchRow, key: BarKey): boolean {
  if (key.of === 'check') return row.codes[key.code] !== undefined;
  return (key.of === 'score' ? tableScoreBin(row) : tableDifferenceBin(row)) === key.bin;
}
