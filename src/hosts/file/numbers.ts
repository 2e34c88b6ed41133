import { rawText } from './xml-text';

const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
const SPACE = 0x20;
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
const NUMBER = /^\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*$/;

/**
 * The number these bytes spell, NaN when they spell none. Up to 15 digits are put together as an integer and
 * divided once, which IEEE rounds exactly as reading the text would; anything longer is read as text.
 */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at += 1;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at += 1) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digits += 1;
    } else if (bytes[at] === POINT && point < 0) {
      point = at;
    } else {
      return numberInText(bytes, from, to);
    }
  }
  if (digits === 0 || digits > 15) return numberInText(bytes, from, to);
  const value = point < 0 ? whole : whole / POWERS[to - point - 1]!;
  return negative && value !== 0 ? -value : value;
}

function numberInText(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 400) return NaN;
  const value = numberIn(rawText(bytes, from, to));
  // No sheet knows a negative zero.
  return value === 0 ? 0 : value;
}

/** As numberAt, of a text. Beyond what a double holds is no number. */
export function numberIn(text: string): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** An index such as a style or shared string number: digits only, −1 when it is none. */
export function indexAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let start = from;
  let end = to;
  while (start < end && bytes[start]! <= SPACE) start += 1;
  while (end > start && bytes[end - 1]! <= SPACE) end -= 1;
  if (end === start || end - start > 9) return -1;
  for (let at = start; at < end; at += 1) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
