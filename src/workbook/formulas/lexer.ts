import { MAX_COLS, MAX_ROWS, parseA1 } from '../address';
import type { Rect } from '../types';

export type Token = {
  readonly from: number;
  readonly to: number;
} & (
  | { readonly kind: 'number' | 'operator' | 'open' | 'close' | 'comma' | 'foreign' | 'end' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly rect: Rect }
  /** A name with its opening bracket. */
  | { readonly kind: 'function'; readonly name: string }
);

const NUMBER = /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?/y;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)/iy;
const WORD = /[A-Za-z0-9_.$\\?\u0080-\uffff]*/y;
const OPERATOR = /<>|<=|>=|[=<>&+\-*/^%]/y;
const SPACE = /[ \t\r\n]+/y;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

/** Every text becomes tokens, the last of them «end»; what is no part of the grammar is «foreign». One pass. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = pastMatch(SPACE, text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = pastMatch(SPACE, text, token.to);
  }
  tokens.push({ kind: 'end', from: text.length, to: text.length });
  return tokens;
}

function tokenAt(text: string, from: number): Token {
  const char = text[from]!;
  if (char === '(') return { kind: 'open', from, to: from + 1 };
  if (char === ')') return { kind: 'close', from, to: from + 1 };
  if (char === ',') return { kind: 'comma', from, to: from + 1 };
  if (char === '"') return textToken(text, from);
  if (char === "'") return quotedSheet(text, from);
  if (char === '#') return errorToken(text, from);
  if (char === '{') return foreign(from, pastBraces(text, from));
  const operator = pastMatch(OPERATOR, text, from);
  if (operator > from) return { kind: 'operator', from, to: operator };
  const word = pastMatch(WORD, text, from);
  return word > from ? wordToken(text, from, word) : foreign(from, Math.max(from + 1, pastForeign(text, from)));
}

function textToken(text: string, from: number): Token {
  const to = pastQuoted(text, from, '"');
  if (to < 0) return foreign(from, text.length);
  return { kind: 'text', value: text.slice(from + 1, to - 1).replaceAll('""', '"'), from, to };
}

/** `'…'!A1`. A bracket names another workbook, a colon a run of sheets. */
function quotedSheet(text: string, from: number): Token {
  const end = pastQuoted(text, from, "'");
  if (end < 0) return foreign(from, text.length);
  const sheet = text.slice(from + 1, end - 1).replaceAll("''", "'");
  if (text[end] !== '!' || sheet === '' || /[[\]:]/.test(sheet)) return foreign(from, pastForeign(text, end));
  return onSheet(text, from, sheet, end + 1);
}

function errorToken(text: string, from: number): Token {
  const to = pastMatch(ERROR, text, from);
  if (to === from) return foreign(from, Math.max(from + 1, pastForeign(text, from + 1)));
  // #REF!A1 is a cell of a sheet that was deleted.
  return { kind: 'error', error: text.slice(from, to).toUpperCase(), from, to: pastForeign(text, to) };
}

function wordToken(text: string, from: number, end: number): Token {
  const next = text[end];
  const word = text.slice(from, end);
  if (next === '(') return { kind: 'function', name: word.toUpperCase(), from, to: end + 1 };
  if (next === '[') return foreign(from, pastForeign(text, end));
  if (next === '!') return onSheet(text, from, word, end + 1);
  const range = rangeAt(text, from, end);
  if (range !== null) return reference(text, from, null, range);
  if (/^[0-9.]/.test(word)) return numberToken(text, from);
  if (next === ':') return foreign(from, pastForeign(text, end));
  const upper = word.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', from, to: end };
  const cell = rectOf(word, word);
  return cell === null ? foreign(from, pastForeign(text, end)) : reference(text, from, null, { rect: cell, to: end });
}

function numberToken(text: string, from: number): Token {
  const to = pastMatch(NUMBER, text, from);
  if (to === from || pastForeign(text, to) > to) return foreign(from, Math.max(from + 1, pastForeign(text, to)));
  return { kind: 'number', from, to };
}

function onSheet(text: string, from: number, sheet: string, at: number): Token {
  if (text[at] === '#') {
    const token = errorToken(text, at);
    return { ...token, from };
  }
  const end = pastMatch(WORD, text, at);
  const range = rangeAt(text, at, end);
  if (range !== null) return reference(text, from, sheet, range);
  const word = text.slice(at, end);
  const cell = rectOf(word, word);
  if (cell === null || text[end] === '(') return foreign(from, pastForeign(text, at));
  return reference(text, from, sheet, { rect: cell, to: end });
}

/** The reference, unless it runs on into something we do not read: `A1:B2:C3`, `A1#`, `S!A1:S!B2`. */
function reference(text: string, from: number, sheet: string | null, range: { rect: Rect; to: number }): Token {
  const to = pastForeign(text, range.to);
  if (to > range.to || text[range.to] === '(') return foreign(from, to);
  return { kind: 'reference', sheet, rect: range.rect, from, to };
}

/** `A1:B2`, `A:C` or `3:5` beginning with the word from…end. */
function rangeAt(text: string, from: number, end: number): { rect: Rect; to: number } | null {
  if (text[end] !== ':') return null;
  const to = pastMatch(WORD, text, end + 1);
  const rect = rangeOf(text.slice(from, end), text.slice(end + 1, to));
  return rect === null ? null : { rect, to };
}

function rangeOf(from: string, to: string): Rect | null {
  if (from.length > 12 || to.length > 12) return null;
  return rectOf(from, to) ?? columnsOf(from, to) ?? rowsOf(from, to);
}

function rectOf(from: string, to: string): Rect | null {
  if (from.length > 12 || to.length > 12) return null;
  const a = parseA1(from);
  const b = parseA1(to);
  return a === null || b === null ? null : spanning(a.row, b.row, a.col, b.col);
}

function columnsOf(from: string, to: string): Rect | null {
  const a = COLUMN.exec(from);
  const b = COLUMN.exec(to);
  if (a === null || b === null) return null;
  const left = parseA1(`${a[1]}1`);
  const right = parseA1(`${b[1]}1`);
  return left === null || right === null ? null : spanning(0, MAX_ROWS - 1, left.col, right.col);
}

function rowsOf(from: string, to: string): Rect | null {
  const a = ROW.exec(from);
  const b = ROW.exec(to);
  if (a === null || b === null) return null;
  const top = parseA1(`A${a[1]}`);
  const bottom = parseA1(`A${b[1]}`);
  return top === null || bottom === null ? null : spanning(top.row, bottom.row, 0, MAX_COLS - 1);
}

function spanning(row1: number, row2: number, col1: number, col2: number): Rect {
  return {
    top: Math.min(row1, row2),
    left: Math.min(col1, col2),
    bottom: Math.max(row1, row2),
    right: Math.max(col1, col2),
  };
}

function foreign(from: number, to: number): Token {
  return { kind: 'foreign', from, to };
}

/** Past everything that hangs together with a foreign word: sheets, brackets, quoted names, `#`, `@`, `:`. */
function pastForeign(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '[') at = pastBrackets(text, at);
    else if (char === "'") at = pastQuoted(text, at, "'") < 0 ? text.length : pastQuoted(text, at, "'");
    else if (char === '!' || char === ':' || char === '#' || char === '@') at += 1;
    else {
      const word = pastMatch(WORD, text, at);
      if (word === at) return at;
      at = word;
    }
  }
  return at;
}

function pastBrackets(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function pastBraces(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}') return at + 1;
    if (text[at] !== '"') continue;
    const end = pastQuoted(text, at, '"');
    if (end < 0) return text.length;
    at = end - 1;
  }
  return text.length;
}

/** Past the closing quote, doubled ones being part of the text; −1 when it never closes. */
function pastQuoted(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== quote) continue;
    if (text[at + 1] !== quote) return at + 1;
    at += 1;
  }
  return -1;
}

function pastMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
