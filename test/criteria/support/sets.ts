/** What an outcome admits, and whether one admits no more than another. */
import type { Arithmetic, Outcome } from '../../../src/criteria/index';
import type { Dec } from '../../../src/workbook/decimal';

export function hull(of: Outcome): readonly [Dec, Dec] | null {
  switch (of.is) {
    case 'exact':
      return [of.score, of.score];
    case 'one-of':
      return [of.scores[0]!, of.scores.at(-1)!];
    case 'range':
      return [of.from, of.to];
    default:
      return null;
  }
}

export const arithmetics = (of: Outcome): readonly { readonly score: Dec; readonly arithmetic: Arithmetic }[] =>
  of.is === 'exact' ? [of] : of.is === 'one-of' ? of.readings : [];

/** Whether nothing is admitted by `less` that `more` excluded. Residue beyond 25 digits is no score of its own. */
export function isWithin(narrow: Outcome, wide: Outcome): boolean {
  const bounds = hull(narrow);
  const around = hull(wide);
  if (bounds === null || around === null) return true;
  if (wide.is === 'range') return atMost(around[0], bounds[0]) && atMost(bounds[1], around[1]) && openEndsHold(narrow, wide);
  if (narrow.is === 'range') return false;
  const scores = wide.is === 'one-of' ? wide.scores : [around[0]];
  return (narrow.is === 'one-of' ? narrow.scores : [bounds[0]]).every((one) => scores.some((other) => near(one, other)));
}

const near = (a: Dec, b: Dec): boolean => a.minus(b).abs().lessThan('1e-25');
export const atMost = (a: Dec, b: Dec): boolean => a.lessThanOrEqualTo(b) || near(a, b);

function openEndsHold(narrow: Outcome, wide: Extract<Outcome, { is: 'range' }>): boolean {
  const [from, to] = hull(narrow)!;
  const openFrom = narrow.is === 'range' && !narrow.fromIncluded;
  const openTo = narrow.is === 'range' && !narrow.toIncluded;
  return (wide.fromIncluded || openFrom || !near(from, wide.from)) && (wide.toIncluded || openTo || !near(to, wide.to));
}
