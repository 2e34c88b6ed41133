/** Slips of the hand: the one number is the other, mistyped. So unlikely by chance that they say what was meant. */
import type { Dec } from '../workbook';

function digitsOf(written: Dec, due: Dec): readonly [string, string] | null {
  const decimals = Math.max(written.decimalPlaces(), due.decimalPlaces());
  const [one, other] = [written.toFixed(decimals), due.toFixed(decimals)];
  return one.length === other.length ? [one, other] : null;
}

const apartOf = (one: string, other: string): readonly number[] =>
  [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]));

/** Whether changing places of two digits that stand beside each other makes it the other. */
export function isTransposed(written: Dec, due: Dec): boolean {
  const digits = digitsOf(written, due);
  if (digits === null) return false;
  const [one, other] = digits;
  const apart = apartOf(one, other);
  const [a, b] = apart;
  return apart.length === 2 && one[a!] === other[b!] && one[b!] === other[a!] && b! - a! <= 2;
}

/** Fewer digits are the same by chance. */
const FEWEST_DIGITS = 4;

/** Two digits changed places, or one digit of at least four is another. */
export function isSlip(written: Dec, due: Dec): boolean {
  const digits = digitsOf(written, due);
  if (digits === null || digits[1].replace('.', '').length < FEWEST_DIGITS) return false;
  return isTransposed(written, due) || apartOf(...digits).length === 1;
}
