import type { Dec } from '../decimal';
import type { Operator } from './ast';
import {
  DIV_BY_ZERO,
  NOT_A_NUMBER,
  UNKNOWN,
  bounded,
  compare,
  isTrouble,
  toNumber,
  toText,
  type FormulaResult,
  type Scalar,
} from './values';

/** Beyond this a power costs more than any score sheet needs. */
const MAX_EXPONENT = 1024;

/** Two values joined by an operator; unknown beats an error, the left error beats the right one. */
export function applyOperator(operator: Operator, left: FormulaResult, right: FormulaResult): FormulaResult {
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  if (isTrouble(left)) return left;
  if (isTrouble(right)) return right;
  if (operator === '&') return joined(left, right);
  if (isComparison(operator)) return compared(operator, left, right);
  const a = toNumber(left);
  const b = toNumber(right);
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  if (isTrouble(a)) return a;
  if (isTrouble(b)) return b;
  return calculated(operator, a, b);
}

type Comparison = '=' | '<>' | '<=' | '>=' | '<' | '>';

function isComparison(operator: Operator): operator is Comparison {
  return operator === '=' || operator === '<>' || operator.startsWith('<') || operator.startsWith('>');
}

/** Whether a comparison holds; unknown for the order of two texts. */
export function compared(operator: Comparison, left: Scalar, right: Scalar): boolean | typeof UNKNOWN {
  const order = compare(left, right);
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (order === 'different') return UNKNOWN;
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function joined(left: Scalar, right: Scalar): FormulaResult {
  const a = toText(left);
  const b = toText(right);
  if (typeof a !== 'string') return a;
  return typeof b === 'string' ? a + b : b;
}

function calculated(operator: Operator, a: Dec, b: Dec): FormulaResult {
  switch (operator) {
    case '+':
      return bounded(a.plus(b));
    case '-':
      return bounded(a.minus(b));
    case '*':
      return bounded(a.times(b));
    case '/':
      return b.isZero() ? DIV_BY_ZERO : bounded(a.div(b));
    case '^':
      return power(a, b);
    default:
      return UNKNOWN;
  }
}

function power(base: Dec, exponent: Dec): FormulaResult {
  if (base.isZero() && exponent.isZero()) return NOT_A_NUMBER;
  if (base.isZero() && exponent.isNegative()) return DIV_BY_ZERO;
  if (base.isNegative() && !exponent.isInteger()) return NOT_A_NUMBER;
  return exponent.abs().greaterThan(MAX_EXPONENT) ? UNKNOWN : bounded(base.pow(exponent));
}
