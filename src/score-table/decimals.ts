/** To how many decimals a sheet gives its scores. */
import type { ScoreTable } from './types';
import { oncePerObject, type Dec } from '../workbook';
import { scoredRows, selfScore } from './scored-rows';

/** Most decimals any of these values has; 0 for none. */
export function decimalsOf(values: Iterable<Dec>): number {
  let most = 0;
  for (const value of values) {
    const places = value.decimalPlaces();
    if (places > most) most = places;
  }
  return most;
}

/** Decimals of the self-scores as typed, at most six (a computed score may have fifteen). */
export const scoreDecimals = oncePerObject((scoreTable: ScoreTable): number => {
  const values: Dec[] = [];
  for (const row of scoredRows(scoreTable)) {
    const value = selfScore(scoreTable, row)?.value;
    if (value != null) values.push(value);
  }
  return Math.min(6, decimalsOf(values));
});
