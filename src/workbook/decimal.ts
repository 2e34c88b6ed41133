import { Decimal } from 'decimal.js';
import { oncePerKey } from './once-per-key';

/** Every score, amount and rate is a Dec; half-up as the official rules round. */
export const Dec = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP });
export type Dec = Decimal;

/** Points and small counts, the most frequent numbers of all. */
const MOST_SMALL = 200;
const small: Dec[] = [];

const otherNumber = oncePerKey((value: number): Dec => new Dec(Number.isInteger(value) ? value : Number(value.toPrecision(15))));

/**
 * A stored number as a decimal. A double carries at most 15 decimal digits that were typed or shown; what lies
 * beyond is binary residue (0.0900000762939453 stays, 0.30000000000000004 becomes 0.3).
 */
export function decOfNumber(value: number): Dec {
  if (value >= 0 && value <= MOST_SMALL && Number.isInteger(value)) return (small[value] ??= new Dec(value));
  return otherNumber(value);
}

/** The one place where figures are rounded: half up, away from zero at .5, to so many decimals. */
export const halfUp = (value: Dec, decimals: number): Dec => value.toDecimalPlaces(decimals, Dec.ROUND_HALF_UP);

/** What is left when further decimals are simply cut off (people do; it is to be recognised, never to be done). */
export const cutOff = (value: Dec, decimals: number): Dec => value.toDecimalPlaces(decimals, Dec.ROUND_DOWN);
