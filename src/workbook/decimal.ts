import { Decimal } from 'decimal.js';
import { rememberedBy } from './remembered';

/** Every score, amount and rate is a Dec; half-up as the official rules round. */
export const Dec = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP });
export type Dec = Decimal;

/**
 * A stored number as a decimal. A double carries at most 15 decimal digits that were typed or shown; what lies
 * beyond is binary residue (0.0900000762939453 stays, 0.30000000000000004 becomes 0.3).
 */
export const decOfNumber: (value: number) => Dec = rememberedBy((value) =>
  new Dec(Number.isInteger(value) ? value : Number(value.toPrecision(15))),
);
