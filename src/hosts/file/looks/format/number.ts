import { Dec } from '../../../../workbook';
import { generalText } from './general';
import { read, spelled } from './numerals';
import type { Section, FormatToken } from './tokens';

/** As wide as a digit: what `?` shows for a digit that is not there. */
const FIGURE_SPACE = '\u2007';
const MAX_DENOMINATOR_DIGITS = 5;

type Digit = Extract<FormatToken, { is: 'digit' }>;

/** A number from 0 up in one section. */
export function formattedNumber(value: Dec, section: Section): string {
  const { tokens } = section;
  if (tokens.some(({ is }) => is === 'general')) return withGeneral(value, section);
  const slash = tokens.findIndex(({ is }) => is === 'slash');
  if (slash > 0 && tokens.slice(0, slash).some(isDigit)) return fractionText(value, tokens, slash);
  const text = tokens.some(({ is }) => is === 'exponent') ? powerText(value, tokens) : plainText(value, tokens);
  return section.numerals === 0 ? text : spelled(text, section.numerals);
}

function withGeneral(value: Dec, { tokens, numerals }: Section): string {
  const text = generalText(value);
  const shown = numerals === 0 ? text : read(text, numerals);
  return tokens.map((token) => (token.is === 'general' ? shown : asWritten(token))).join('');
}

function isDigit(token: FormatToken): token is Digit {
  return token.is === 'digit';
}

/** Tokens that stand for themselves. */
function asWritten(token: FormatToken): string {
  switch (token.is) {
    case 'literal':
      return token.text;
    case 'percent':
      return '%';
    case 'slash':
      return '/';
    default:
      return '';
  }
}

function plainText(value: Dec, tokens: readonly FormatToken[]): string {
  const point = pointIn(tokens);
  const decimals = tokens.slice(point + 1).filter(isDigit);
  const lastDigit = tokens.reduce((last, token, at) => (isDigit(token) ? at : last), -1);
  const percents = tokens.filter(({ is }) => is === 'percent').length;
  const thousands = commasAfter(tokens, lastDigit) + (point < tokens.length ? commasBefore(tokens, point) : 0);
  const scaled = value.times(new Dec(100).pow(percents)).div(new Dec(1000).pow(thousands));
  const [whole, rest = ''] = scaled.toFixed(Math.min(decimals.length, 30)).split('.') as [string, string?];
  return laidOut(tokens, whole, rest, point);
}

/** Place of the point; behind the last token where there is none. */
function pointIn(tokens: readonly FormatToken[]): number {
  const at = tokens.findIndex(({ is }) => is === 'point');
  return at < 0 ? tokens.length : at;
}

function commasAfter(tokens: readonly FormatToken[], at: number): number {
  let count = 0;
  while (at >= 0 && tokens[at + 1 + count]?.is === 'comma') count += 1;
  return count;
}

function commasBefore(tokens: readonly FormatToken[], point: number): number {
  let count = 0;
  while (tokens[point - 1 - count]?.is === 'comma') count += 1;
  return count;
}

function laidOut(tokens: readonly FormatToken[], whole: string, rest: string, point: number): string {
  const places = tokens.slice(0, point).filter(isDigit).length;
  const grouped = hasGrouping(tokens, point);
  const digits = whole === '0' ? '' : whole;
  const shownRest = trimmedRest(tokens.slice(point + 1).filter(isDigit), rest);
  let out = '';
  let place = places;
  let decimal = 0;
  tokens.forEach((token, at) => {
    if (!isDigit(token)) out += token.is === 'point' && at === point ? '.' : asWritten(token);
    else if (at < point) {
      out += place === places ? overflow(digits, places, grouped) : '';
      out += wholeDigit(digits, place, token.sign, grouped);
      place -= 1;
    } else {
      out += shownRest[decimal] ?? '';
      decimal += 1;
    }
  });
  // A format without a place before the point still shows what stands there: ".00" of 12.5 is 12.50.
  return places === 0 && digits !== '' && point < tokens.length ? digits + out : out;
}

/** A comma between digits before the point. */
function hasGrouping(tokens: readonly FormatToken[], point: number): boolean {
  const before = tokens.slice(0, point);
  return before.some((token, at) => token.is === 'comma' && before.slice(0, at).some(isDigit) && before.slice(at + 1).some(isDigit));
}

/** The digits for which the format has no place stand before the first of its places. */
function overflow(digits: string, places: number, grouped: boolean): string {
  let out = '';
  for (let at = 0; at < digits.length - places; at += 1) {
    out += digits[at]!;
    if (grouped && (digits.length - 1 - at) % 3 === 0) out += ',';
  }
  return out;
}

/** `place` counts from the right, 1 is the last before the point. */
function wholeDigit(digits: string, place: number, sign: Digit['sign'], grouped: boolean): string {
  const digit = digits[digits.length - place];
  const shown = digit ?? (sign === '0' ? '0' : sign === '?' ? FIGURE_SPACE : '');
  return grouped && shown !== '' && shown !== FIGURE_SPACE && place > 1 && (place - 1) % 3 === 0 ? `${shown},` : shown;
}

function trimmedRest(places: readonly Digit[], rest: string): string[] {
  const out = [...rest];
  for (let at = out.length - 1; at >= 0; at -= 1) {
    if (out[at] !== '0' || places[at]?.sign === '0') break;
    out[at] = places[at]?.sign === '?' ? FIGURE_SPACE : '';
  }
  return out;
}

function powerText(value: Dec, tokens: readonly FormatToken[]): string {
  const at = tokens.findIndex(({ is }) => is === 'exponent');
  const exponent = tokens[at] as Extract<FormatToken, { is: 'exponent' }>;
  const mantissa = tokens.slice(0, at);
  const places = Math.max(1, mantissa.slice(0, pointIn(mantissa)).filter(isDigit).length);
  const decimals = mantissa.slice(pointIn(mantissa) + 1).filter(isDigit).length;
  let power = value.isZero() ? 0 : Math.floor(value.e / places) * places;
  // 9.999E+02 rounds up into the next power.
  if (value.div(new Dec(10).pow(power)).toDecimalPlaces(decimals).gte(new Dec(10).pow(places))) power += places;
  const width = tokens.slice(at + 1).filter(isDigit).length;
  const sign = power < 0 ? '-' : exponent.plus ? '+' : '';
  const tail = tokens
    .slice(at + 1)
    .map(asWritten)
    .join('');
  return `${plainText(value.div(new Dec(10).pow(power)), mantissa)}E${sign}${String(Math.abs(power)).padStart(width, '0')}${tail}`;
}

/** "# ?/?", "# ??/??", "?/8": the nearest fraction with so many digits below the line, or with the one given. */
function fractionText(value: Dec, tokens: readonly FormatToken[], slash: number): string {
  const below = belowLine(tokens, slash);
  const above = tokens.slice(0, slash);
  const lastRun = above.length - [...above].reverse().findIndex((token) => !isDigit(token));
  const mixed = lastRun <= above.length && above.slice(0, lastRun).some(isDigit);
  const whole = mixed ? value.trunc() : new Dec(0);
  const [top, bottom] = nearest(value.minus(whole), below.fixed, below.digits);
  const carried = mixed && top === bottom;
  const shownWhole = carried ? whole.plus(1) : whole;
  const shownTop = carried ? 0 : top;
  if (!mixed) return `${shownTop}/${bottom}`;
  if (shownTop === 0) return `${shownWhole.toFixed(0)}${FIGURE_SPACE.repeat(2 * below.digits + 1)}`;
  return `${shownWhole.isZero() ? '' : `${shownWhole.toFixed(0)} `}${shownTop}/${bottom}`;
}

function belowLine(tokens: readonly FormatToken[], slash: number): { fixed: number | null; digits: number } {
  const after = tokens.slice(slash + 1);
  const digits = after.filter(isDigit).length;
  const written = after.map((token) => (token.is === 'literal' ? token.text : isDigit(token) && token.sign === '0' ? '0' : '')).join('');
  const fixed = /^[1-9][0-9]*/.exec(written.trim());
  return { fixed: fixed === null ? null : Number(fixed[0]), digits: Math.max(1, Math.min(digits, MAX_DENOMINATOR_DIGITS)) };
}

function nearest(part: Dec, fixed: number | null, digits: number): [number, number] {
  if (fixed !== null) return [part.times(fixed).toDecimalPlaces(0).toNumber(), fixed];
  const most = 10 ** digits - 1;
  const target = part.toNumber();
  let best: [number, number] = [Math.round(target), 1];
  // Continued fractions would be fewer steps; this many are nothing.
  for (let bottom = 2; bottom <= Math.min(most, 9999); bottom += 1) {
    const top = Math.round(target * bottom);
    if (Math.abs(top / bottom - target) < Math.abs(best[0] / best[1] - target) - 1e-12) best = [top, bottom];
  }
  return best;
}
