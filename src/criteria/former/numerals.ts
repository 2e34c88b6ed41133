/** Figures in a text: digits with thousands separators, and Chinese numerals where a unit makes them figures. */
import { Dec } from '../../workbook';

export interface Numeral {
  readonly value: Dec;
  /** End in the text, excluded. */
  readonly to: number;
  readonly chinese: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** More digits than this are no figure of a criterion; the rest is read as the next figure, so that work stays linear. */
const MOST_DIGITS = 18;

function digitsEnd(text: string, from: number): number {
  let to = from;
  while (to - from < MOST_DIGITS && isDigit(text.charCodeAt(to))) to += 1;
  return to;
}

/** End of 「,234,567」, or `from`. */
function groupsEnd(text: string, from: number): number {
  let to = from;
  while (text[to] === ',' && to - from < MOST_DIGITS) {
    const end = digitsEnd(text, to + 1);
    if (end - to !== 4) break;
    to = end;
  }
  return to;
}

function arabic(text: string, from: number): Numeral | null {
  let to = digitsEnd(text, from);
  if (to === from) return null;
  if (to - from <= 3 && text[from] !== '0') to = groupsEnd(text, to);
  if (text[to] === '.' && isDigit(text.charCodeAt(to + 1))) to = digitsEnd(text, to + 1);
  return { value: new Dec(text.slice(from, to).replaceAll(',', '')), to, chinese: false };
}

const CHINESE: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100 };
const MOST_NUMERALS = 6;

/** 「二十五」, 「百」, 「一百」, 「半」. */
function chinese(text: string, from: number): Numeral | null {
  if (text[from] === '半') return { value: new Dec('0.5'), to: from + 1, chinese: true };
  let total = 0;
  let digit = -1;
  let to = from;
  for (; to - from < MOST_NUMERALS; to += 1) {
    const char = text[to] ?? '';
    const scale = SCALES[char];
    const one = CHINESE[char];
    if (scale !== undefined) {
      total += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    } else if (one !== undefined && digit <= 0) digit = one;
    else break;
  }
  if (to === from) return null;
  const whole = total + Math.max(digit, 0);
  return text[to] === '点' ? withPoint(text, whole, to) : { value: new Dec(whole), to, chinese: true };
}

/** 「零点五」. */
function withPoint(text: string, whole: number, point: number): Numeral {
  let to = point + 1;
  let decimals = '';
  while (decimals.length < MOST_NUMERALS && CHINESE[text[to] ?? ''] !== undefined) {
    decimals += String(CHINESE[text[to]!]);
    to += 1;
  }
  return decimals === ''
    ? { value: new Dec(whole), to: point, chinese: true }
    : { value: new Dec(`${whole}.${decimals}`), to, chinese: true };
}

/** The figure that begins at `from`, if one does. */
export function figureAt(text: string, from: number): Numeral | null {
  return isDigit(text.charCodeAt(from)) ? arabic(text, from) : chinese(text, from);
}

/** 「百分之五」 → 0.05, 「三分之一」 → 1/3. */
export function fractionAt(text: string, from: number): Numeral | null {
  if (text.startsWith('百分之', from)) {
    const part = figureAt(text, from + 3);
    return part === null ? null : { value: part.value.div(100), to: part.to, chinese: true };
  }
  const whole = figureAt(text, from);
  if (whole === null || !text.startsWith('分之', whole.to) || whole.value.isZero()) return null;
  const part = figureAt(text, whole.to + 2);
  return part === null ? null : { value: part.value.div(whole.value), to: part.to, chinese: true };
}
