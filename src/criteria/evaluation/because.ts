/** What held when points were read off a table: kept beside the points, so that people see why. */
import type { Dec } from '../../workbook';
import type { Comparison, Condition, Expr, Interval } from '../types';
import { isKnown, expressionValue } from './expressions';
import type { Ground } from './ground';
import type { Known } from './known';
import type { Scores } from './scores';

/** The scores, each with what held. */
export function because(scores: Scores, held: readonly Comparison[]): Scores {
  if (held.length === 0 || scores.is !== 'points') return scores;
  return {
    is: 'points',
    of: scores.of.map((point) =>
      point.arithmetic === null ? point : { ...point, arithmetic: { op: 'because', of: point.arithmetic, held } },
    ),
  };
}

/** 80%≤85%＜90% */
export function heldInterval({ from, fromIncluded, to, toIncluded }: Interval, figure: Known, share: boolean): Comparison[] {
  const bound = (value: Dec): Comparison['right'] => ({ op: 'number', value, shown: share ? 'percent' : 'plain' });
  const left = figure.arithmetic;
  if (from !== null && to !== null && from.equals(to)) return [{ left, comparator: '=', right: bound(from) }];
  return [
    ...(from === null ? [] : [{ left, comparator: fromIncluded ? '>=' : '>', right: bound(from) } as const]),
    ...(to === null ? [] : [{ left, comparator: toIncluded ? '<=' : '<', right: bound(to) } as const]),
  ];
}

const OPPOSITE = { '>=': '<', '<=': '>', '>': '<=', '<': '>=', '=': null } as const;

/** The comparisons of a condition that is known to hold, or not to; none where it asks for more than comparisons. */
export function heldCondition(condition: Condition, holds: boolean, max: Known | null, ground: Ground): Comparison[] {
  if (condition.kind === 'not') return heldCondition(condition.of, !holds, max, ground);
  if (condition.kind === 'all' && holds) {
    const parts = condition.of.map((one) => heldCondition(one, true, max, ground));
    return parts.some((part) => part.length === 0) ? [] : parts.flat();
  }
  if (condition.kind !== 'compare') return [];
  const comparator = holds ? condition.comparator : OPPOSITE[condition.comparator];
  const [left, right] = [side(condition.left, max, ground), side(condition.right, max, ground)];
  return comparator === null || left === null || right === null ? [] : [{ left, comparator, right }];
}

function side(expr: Expr, max: Known | null, ground: Ground): Comparison['left'] | null {
  const value = expressionValue(expr, max, ground);
  return isKnown(value) ? value.arithmetic : null;
}
