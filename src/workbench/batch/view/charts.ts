import type { BatchRow, BatchState } from '../state';
import { sayBatch } from './say';

/** What a bar of a picture stands for; clicked, it filters the table. */
export type BarKey = { readonly of: 'score' | 'difference'; readonly bin: number } | { readonly of: 'check'; readonly code: string };

export interface ChartBar {
  readonly key: BarKey;
  readonly label: string;
  readonly count: number;
}

const HUNDRED = 100;
/** Lower bounds of the scores as percent of the full score; the last is the full score itself. */
const SCORE_FLOORS = [0, 60, 70, 80, 85, 90, 95, HUNDRED];
/** 重算分 − 自评分: upper bounds of the bins below it; then 一致, then higher. */
const DIFFERENCE_CEILINGS = [-5, -2, -0.5];
const SAME = 4;
const HIGHER = 5;
const TOP_CHECKS = 7;
const TINY = 1e-6;

/** Which bin a table's self-score falls into; null where it is unknown. */
export function scoreBin({ status, self, fullScore }: BatchRow): number | null {
  if (status !== 'ok' || self === null || fullScore === null || fullScore <= 0) return null;
  const percent = (self / fullScore) * HUNDRED + TINY;
  for (let bin = SCORE_FLOORS.length - 1; bin > 0; bin -= 1) if (percent >= SCORE_FLOORS[bin]!) return bin;
  return 0;
}

export function differenceBin({ status, difference }: BatchRow): number | null {
  if (status !== 'ok' || difference === null) return null;
  if (Math.abs(difference) < TINY) return SAME;
  if (difference > 0) return HIGHER;
  const bin = DIFFERENCE_CEILINGS.findIndex((ceiling) => difference < ceiling - TINY);
  return bin < 0 ? DIFFERENCE_CEILINGS.length : bin;
}

const scoreLabel = (bin: number): string =>
  bin === 0
    ? sayBatch('bin.below')
    : bin === SCORE_FLOORS.length - 1
      ? sayBatch('bin.full')
      : sayBatch('bin.from', { from: SCORE_FLOORS[bin]! });

const DIFFERENCE_LABELS = (): readonly string[] => [
  sayBatch('bin.lower', { n: 5 }),
  sayBatch('bin.between', { from: 2, to: 5 }),
  sayBatch('bin.between', { from: 0.5, to: 2 }),
  sayBatch('bin.little'),
  sayBatch('bin.same'),
  sayBatch('bin.higher'),
];

const counted = (rows: readonly BatchRow[], bin: (row: BatchRow) => number | null, at: number): number =>
  rows.filter((row) => bin(row) === at).length;

export function scoreBars(rows: readonly BatchRow[]): ChartBar[] {
  return SCORE_FLOORS.map((_, bin) => ({ key: { of: 'score', bin }, label: scoreLabel(bin), count: counted(rows, scoreBin, bin) }));
}

export function differenceBars(rows: readonly BatchRow[]): ChartBar[] {
  return DIFFERENCE_LABELS().map((label, bin) => ({ key: { of: 'difference', bin }, label, count: counted(rows, differenceBin, bin) }));
}

/** The checks that speak in most tables. */
export function checkBars({ checks }: BatchState): ChartBar[] {
  return checks.slice(0, TOP_CHECKS).map(({ code, title, tables }) => ({ key: { of: 'check', code }, label: title, count: tables }));
}

export const sameKey = (a: BarKey | null, b: BarKey | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export function matches(row: BatchRow, key: BarKey): boolean {
  if (key.of === 'check') return row.codes[key.code] !== undefined;
  return (key.of === 'score' ? scoreBin(row) : differenceBin(row)) === key.bin;
}
