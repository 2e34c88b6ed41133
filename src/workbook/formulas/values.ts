import { Dec } from '../decimal';
import type { Rect, SheetSnapshot } from '../types';

/** What we cannot work out; it is never a reason to doubt a cell. */
export const UNKNOWN = Symbol('unknown');
export type Unknown = typeof UNKNOWN;

/** An Excel error value on its way up. */
export class Failure {
  constructor(readonly error: string) {}
}

/** A reference that was not read yet: functions treat cells otherwise than values typed into them. */
export class Area {
  constructor(
    readonly sheet: SheetSnapshot,
    readonly sheetIndex: number,
    readonly rect: Rect,
  ) {}
}

/** null is a blank cell or an argument left out. */
export type Scalar = Dec | string | boolean | null;
export type FormulaResult = Scalar | Failure | Unknown;

export const DIV_BY_ZERO = new Failure('#DIV/0!');
export const NOT_A_VALUE = new Failure('#VALUE!');
export const NOT_A_NUMBER = new Failure('#NUM!');
export const NO_SUCH_CELL = new Failure('#REF!');

const ZERO = new Dec(0);
const ONE = new Dec(1);

export function isTrouble(value: unknown): value is Failure | Unknown {
  return value === UNKNOWN || value instanceof Failure;
}

/** Excel keeps 15 digits, so rounding and comparing must not see the 16th: 1/3*3 is 1. */
export function shown(value: Dec): Dec {
  return value.toSignificantDigits(15);
}

/** A result within the range of Excel's numbers. */
export function bounded(value: Dec): Dec | Failure {
  if (value.isZero()) return ZERO;
  if (!value.isFinite() || value.e > 307) return NOT_A_NUMBER;
  return value.e < -307 ? ZERO : value;
}

/** For operators and number arguments: blanks are 0, TRUE is 1, text is read as a number if it is one. */
export function toNumber(value: FormulaResult): Dec | Failure | Unknown {
  if (isTrouble(value) || value instanceof Dec) return value;
  if (value === null) return ZERO;
  if (typeof value === 'boolean') return value ? ONE : ZERO;
  return numberOfOperand(value);
}

/** For conditions. */
export function toCondition(value: FormulaResult): boolean | Failure | Unknown {
  if (isTrouble(value) || typeof value === 'boolean') return value;
  if (value === null) return false;
  if (value instanceof Dec) return !value.isZero();
  const upper = value.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? upper === 'TRUE' : NOT_A_VALUE;
}

/** For `&`. Numbers that Excel might write with an exponent are left unknown. */
export function toText(value: FormulaResult): string | Failure | Unknown {
  if (isTrouble(value) || typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!value.isZero() && (value.e < -5 || value.e > 14)) return UNKNOWN;
  return shown(value).toFixed();
}

const PLAIN = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$/;
const GROUPED = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$/;
/** Dates, times, money and fractions, which Excel reads by the rules of the place; full-width digits too. */
const LOCAL_FORM = /[０-９]|[0-9][^分]*[年月日时:：/\-￥¥$(), ]|[年月日时:：/\-￥¥$(), ].*[0-9]|[0-9] *[A-Za-z]|[A-Za-z] *[0-9]/;

/** VALUE: the number a text is, #VALUE! if it is none, unknown if that depends on the place. */
export function numberOfOperand(text: string): Dec | Failure | Unknown {
  if (text.length > 64) return /[0-9]/.test(text) ? UNKNOWN : NOT_A_VALUE;
  const trimmed = text.replace(/^ +|(?<! ) +$/g, '');
  const percent = trimmed.endsWith('%');
  const digits = percent ? trimmed.slice(0, -1) : trimmed;
  if (PLAIN.test(digits) || GROUPED.test(digits)) {
    const number = shown(new Dec(digits.replaceAll(',', '')));
    return bounded(percent ? number.div(100) : number);
  }
  return LOCAL_FORM.test(trimmed) ? UNKNOWN : NOT_A_VALUE;
}

/**
 * Excel's order: numbers before texts before logicals, a blank being whatever it is compared with. Texts are the
 * same whatever their case; which of two different ones is greater depends on the place and is unknown.
 */
export function compare(a: Scalar, b: Scalar): number | 'different' {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (left instanceof Dec && right instanceof Dec) return shown(left).comparedTo(shown(right));
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return String(left).toLowerCase() === String(right).toLowerCase() ? 0 : 'different';
}

function blankLike(other: Scalar): Dec | string | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : ZERO;
}

function rankOf(value: Dec | string | boolean): number {
  if (value instanceof Dec) return 0;
  return typeof value === 'string' ? 1 : 2;
}
