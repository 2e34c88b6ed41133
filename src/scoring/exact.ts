/** A score that is due, as it is compared with what somebody typed. */
import { type Arithmetic, isProportional, valueOfArithmetic } from '../criteria';
import type { Exact } from '../score-table';
import { type Dec, halfUp } from '../workbook';
import type { Admissible } from './types';

/** `full`: the 分值, null where there is none. */
export function dueScore({ score, arithmetic }: { readonly score: Dec; readonly arithmetic: Arithmetic }, full: Dec | null): Exact {
  const common = { score, proportional: isProportional(arithmetic), full };
  return arithmetic.op === 'round' ? { ...common, unrounded: valueOfArithmetic(arithmetic.of) } : common;
}

/** The same, rounded half up as the row's own criterion wants it; only what is in proportion to something is ever rounded. */
export function inSaidDecimals(admissible: Admissible, decimals: number | null): Admissible {
  if (admissible.is !== 'exact' || decimals === null || admissible.score.decimalPlaces() <= decimals) return admissible;
  if (!isProportional(admissible.arithmetic)) return admissible;
  const { arithmetic } = admissible;
  return { is: 'exact', score: halfUp(admissible.score, decimals), arithmetic: { op: 'round', of: arithmetic, decimals } };
}
