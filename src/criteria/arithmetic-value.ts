import { halfUp, Dec } from '../workbook';
import type { Arithmetic } from './types';

const ZERO = new Dec(0);
/** A spreadsheet carries 15 digits; whole numbers and rounding must not see the residue of a division beyond them. */
const DIGITS = 15;

export function floorOf(value: Dec): Dec {
  return value.toSignificantDigits(DIGITS).floor();
}

export function ceilOf(value: Dec): Dec {
  return value.toSignificantDigits(DIGITS).ceil();
}

/** Half up. */
export function roundOf(value: Dec, decimals: number): Dec {
  return halfUp(value.toSignificantDigits(DIGITS), decimals);
}

/** What the arithmetic comes to, unrounded. A division by zero, which evaluation never makes, would be 0. */
export function valueOfArithmetic(node: Arithmetic): Dec {
  switch (node.op) {
    case 'number':
    case 'weight':
      return node.value;
    case 'given':
      return node.given.value instanceof Dec ? node.given.value : ZERO;
    case 'min':
      return Dec.min(...node.of.map(valueOfArithmetic));
    case 'max':
      return Dec.max(...node.of.map(valueOfArithmetic));
    case 'because':
      return valueOfArithmetic(node.of);
    case 'floor':
      return floorOf(valueOfArithmetic(node.of));
    case 'ceil':
      return ceilOf(valueOfArithmetic(node.of));
    case 'abs':
      return valueOfArithmetic(node.of).abs();
    case 'round':
      return roundOf(valueOfArithmetic(node.of), node.decimals);
    default:
      return combined(node.op, valueOfArithmetic(node.left), valueOfArithmetic(node.right));
  }
}

function combined(op: 'add' | 'subtract' | 'multiply' | 'divide', left: Dec, right: Dec): Dec {
  switch (op) {
    case 'add':
      return left.plus(right);
    case 'subtract':
      return left.minus(right);
    case 'multiply':
      return left.times(right);
    case 'divide':
      return right.isZero() ? ZERO : left.div(right);
  }
}
