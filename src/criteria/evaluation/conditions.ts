import type { Dec } from '../../workbook';
import type { Condition, FactRef } from '../types';
import { isKnown, expressionValue } from './expressions';
import type { Ground } from './ground';
import type { Known } from './known';

/** null: cannot be told. */
export type Truth = boolean | null;

type Comparator = Extract<Condition, { kind: 'compare' }>['comparator'];

/** A quotient's residue beyond 15 digits decides nothing. */
const DIGITS = 15;

export function comparisonHolds(left: Dec, comparator: Comparator, right: Dec): boolean {
  const order = left.toSignificantDigits(DIGITS).comparedTo(right.toSignificantDigits(DIGITS));
  switch (comparator) {
    case '=':
      return order === 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
  }
}

/** Facts lacking are noted only where they leave the answer open. */
export function truthOf(condition: Condition, max: Known | null, ground: Ground): Truth {
  return ground.settled(
    () => look(condition, max, ground),
    (truth) => truth !== null,
  );
}

function look(condition: Condition, max: Known | null, ground: Ground): Truth {
  if (condition.kind === 'holds') return holds(condition.of, ground);
  if (condition.kind === 'compare') {
    const left = expressionValue(condition.left, max, ground);
    const right = expressionValue(condition.right, max, ground);
    return isKnown(left) && isKnown(right) ? comparisonHolds(left.value, condition.comparator, right.value) : null;
  }
  if (condition.kind === 'not') return negated(truthOf(condition.of, max, ground));
  return joinedTruth(
    condition,
    condition.of.map((one) => truthOf(one, max, ground)),
  );
}

/** A count holds where there is any. */
function holds(ref: FactRef, ground: Ground): Truth {
  const value = ground.given(ref)?.value;
  if (typeof value === 'boolean') return value;
  if (value === undefined || typeof value === 'string') {
    ground.lacks(ref);
    return null;
  }
  return !value.isZero();
}

export const negated = (truth: Truth): Truth => (truth === null ? null : !truth);

type Joined = Exclude<Condition, { kind: 'holds' } | { kind: 'compare' } | { kind: 'not' }>;

/** Three-valued: false beats unknown in «all», true beats it in «any». */
export function joinedTruth(condition: Joined, truths: readonly Truth[]): Truth {
  const sure = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === null).length;
  const [from, to] = boundsOf(condition, truths.length);
  if (sure >= from && sure + open <= to) return true;
  return sure > to || sure + open < from ? false : null;
}

function boundsOf(condition: Joined, all: number): readonly [number, number] {
  if (condition.kind === 'so-many') return [condition.from, condition.to];
  return condition.kind === 'all' ? [all, all] : [1, all];
}
