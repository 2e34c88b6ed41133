import type { Dec } from '../../../../workbook';

const MOST_DIGITS = 11;
const LARGEST = 1e11;
const SMALLEST = 1e-4;
const MANTISSA = 5;

/** A number as "General" shows it in a wide column: eleven digits, powers of ten beyond. Takes numbers from 0 up. */
export function generalText(value: Dec): string {
  if (value.isZero()) return '0';
  if (value.gte(LARGEST) || value.lt(SMALLEST / 10)) return scientific(value);
  const whole = value.trunc().toFixed(0);
  const decimals = Math.max(0, MOST_DIGITS - 1 - (whole === '0' ? 1 : whole.length));
  return trimmed(value.toFixed(Math.min(decimals, MOST_DIGITS - 2)));
}

function scientific(value: Dec): string {
  const [mantissa, exponent] = value.toExponential(MANTISSA).split('e') as [string, string];
  const power = Number(exponent);
  return `${trimmed(mantissa)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
