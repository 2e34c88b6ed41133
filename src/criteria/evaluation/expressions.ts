import { Dec } from '../../workbook';
import type { Expr } from '../types';
import type { Ground } from './ground';
import * as known from './known';
import type { Known } from './known';

/** Why an expression has no value: a fact is lacking or it divides by zero, or the 分值 is not known. */
export type NoValue = 'open' | 'no-max';

export function isKnown(value: Known | NoValue): value is Known {
  return typeof value === 'object';
}

type TwoSided = Extract<Expr, { left: Expr }>;

/** The value, with its arithmetic. Every part is looked at, so that all that is lacking is named at once. */
export function expressionValue(expr: Expr, max: Known | null, ground: Ground): Known | NoValue {
  switch (expr.op) {
    case 'number':
      return known.number(expr.value, expr.shown);
    case 'fact':
      return ground.figure(expr.ref) ?? 'open';
    case 'max-points':
      return max ?? 'no-max';
    case 'min':
    case 'max':
      return ofAll(
        expr.of.map((one) => expressionValue(one, max, ground)),
        expr.op === 'min' ? known.least : known.greatest,
      );
    case 'floor':
      return ofAll([expressionValue(expr.of, max, ground)], known.floor);
    case 'ceil':
      return ofAll([expressionValue(expr.of, max, ground)], known.ceil);
    case 'abs':
      return ofAll([expressionValue(expr.of, max, ground)], known.magnitude);
    case 'round':
      return ofAll([expressionValue(expr.of, max, ground)], (of) => known.roundedKnown(of, expr.decimals));
    default:
      return ofTwo(expr, expressionValue(expr.left, max, ground), expressionValue(expr.right, max, ground), ground);
  }
}

function ofAll(values: readonly (Known | NoValue)[], join: (...values: Known[]) => Known): Known | NoValue {
  if (values.every(isKnown)) return join(...values);
  return values.includes('no-max') ? 'no-max' : 'open';
}

function ofTwo(expr: TwoSided, left: Known | NoValue, right: Known | NoValue, ground: Ground): Known | NoValue {
  if (!isKnown(left) || !isKnown(right)) return left === 'no-max' || right === 'no-max' ? 'no-max' : 'open';
  switch (expr.op) {
    case 'add':
      return known.plus(left, right);
    case 'subtract':
      return known.minus(left, right);
    case 'multiply':
      return known.times(left, right);
    case 'divide':
      return right.value.isZero() ? overZero(expr, left, ground) : known.over(left, right);
  }
}

const WHOLE = known.number(new Dec(1), 'percent');

/**
 * A share of zero. 目标÷完成 (a reverse indicator) with nothing done is met in full, and so is 0÷0 of a target and what
 * came of it; whether a target of 0 was overstepped or surpassed the division cannot say.
 */
function overZero({ left, right }: TwoSided, numerator: Known, ground: Ground): Known | NoValue {
  if (ground.zeroTarget === 'unknown') return 'open';
  const reverse = hasRole(left, 'target') && hasRole(right, 'actual') && !numerator.value.isNegative();
  const forward = hasRole(left, 'actual') && hasRole(right, 'target') && numerator.value.isZero();
  return reverse || forward ? WHOLE : 'open';
}

const hasRole = (expr: Expr, role: 'target' | 'actual'): boolean => expr.op === 'fact' && expr.ref.role === role;
