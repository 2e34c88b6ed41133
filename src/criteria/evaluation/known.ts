/** A figure that is known, together with the arithmetic that gives it. */
import { Dec } from '../../workbook';
import type { Arithmetic } from '../types';
import { ceilOf, floorOf, roundOf } from '../arithmetic-value';

export interface Known {
  readonly value: Dec;
  readonly arithmetic: Arithmetic;
}

export const KNOWN_ZERO: Known = number(new Dec(0));

export function number(value: Dec, shown: 'plain' | 'percent' = 'plain'): Known {
  return { value, arithmetic: { op: 'number', value, shown } };
}

const isNumber = ({ arithmetic, value }: Known, n: number): boolean => arithmetic.op === 'number' && value.equals(n);

export function plus(left: Known, right: Known): Known {
  if (isNumber(left, 0)) return right;
  if (isNumber(right, 0)) return left;
  return { value: left.value.plus(right.value), arithmetic: { op: 'add', left: left.arithmetic, right: right.arithmetic } };
}

export function minus(left: Known, right: Known): Known {
  if (isNumber(right, 0)) return left;
  return { value: left.value.minus(right.value), arithmetic: { op: 'subtract', left: left.arithmetic, right: right.arithmetic } };
}

/** Once so much is so much; 1 point seven times stays 1×7, as people write it. */
export function times(left: Known, right: Known): Known {
  if (isNumber(right, 1)) return left;
  return { value: left.value.times(right.value), arithmetic: { op: 'multiply', left: left.arithmetic, right: right.arithmetic } };
}

/** The caller has seen that `right` is not 0. */
export function over(left: Known, right: Known): Known {
  if (isNumber(right, 1)) return left;
  return { value: left.value.div(right.value), arithmetic: { op: 'divide', left: left.arithmetic, right: right.arithmetic } };
}

export function least(...of: readonly Known[]): Known {
  return { value: Dec.min(...of.map((one) => one.value)), arithmetic: { op: 'min', of: of.map((one) => one.arithmetic) } };
}

export function greatest(...of: readonly Known[]): Known {
  return { value: Dec.max(...of.map((one) => one.value)), arithmetic: { op: 'max', of: of.map((one) => one.arithmetic) } };
}

export function floor(of: Known): Known {
  return { value: floorOf(of.value), arithmetic: { op: 'floor', of: of.arithmetic } };
}

export function ceil(of: Known): Known {
  return { value: ceilOf(of.value), arithmetic: { op: 'ceil', of: of.arithmetic } };
}

export function magnitude(of: Known): Known {
  return { value: of.value.abs(), arithmetic: { op: 'abs', of: of.arithmetic } };
}

export function roundedKnown(of: Known, decimals: number): Known {
  return { value: roundOf(of.value, decimals), arithmetic: { op: 'round', of: of.arithmetic, decimals } };
}
