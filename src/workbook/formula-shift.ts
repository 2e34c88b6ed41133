import { columnName, MAX_COLS, MAX_ROWS } from './address';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DOLLAR = 0x24;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/**
 * The formula of a cell `rows` down and `cols` right of the one it was written for: relative references move,
 * `$` ones stay, texts, quoted sheet names and names of functions are left alone. A reference pushed off the
 * grid wraps around it, as the file format says of shared formulas. Linear in the length of the text.
 */
export function shiftFormula(formula: string, rows: number, cols: number): string {
  if (rows === 0 && cols === 0) return formula;
  let out = '';
  let copied = 0;
  let at = 0;
  while (at < formula.length) {
    const code = formula.charCodeAt(at);
    if (code === QUOTE || code === APOSTROPHE) {
      at = pastQuoted(formula, at, code);
    } else if (code === OPEN_BRACKET) {
      at = pastBracketed(formula, at);
    } else if (isNameByte(code)) {
      const end = pastWord(formula, at);
      const moved = isCalledOrSheet(formula, end) ? null : shiftWord(formula, at, end, rows, cols);
      if (moved !== null) {
        out += formula.slice(copied, at) + moved;
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  return copied === 0 ? formula : out + formula.slice(copied);
}

function pastQuoted(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charCodeAt(at) === quote) return at + 1;
  }
  return text.length;
}

/** `[1]` of an external book or `[列]` of a table: nothing in it is a cell. */
function pastBracketed(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACKET && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function pastWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isNameByte(text.charCodeAt(at))) at += 1;
  return at;
}

/** LOG10( is a function and Q1! a sheet, whatever they look like. */
function isCalledOrSheet(text: string, end: number): boolean {
  const next = text[end];
  return next === '(' || next === '!' || next === '[';
}

/** Letters, digits, `$`, `_`, `.` and everything beyond ASCII: what a name or a reference is made of. */
function isNameByte(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === DOLLAR ||
    code === 0x5f ||
    code === 0x2e ||
    code === 0x5c ||
    code > 0x7f
  );
}

const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([0-9]{1,7})$/;

function shiftWord(text: string, from: number, end: number, rows: number, cols: number): string | null {
  if (end - from > 12) return null;
  const word = text.slice(from, end);
  const cell = REFERENCE.exec(word);
  if (cell !== null) {
    const col = shiftColumn(cell[1]!, cell[2]!, cols);
    const row = shiftRow(cell[3]!, cell[4]!, rows);
    return col === null || row === null ? null : col + row;
  }
  // A:C and 2:4 are references only when a colon joins two of a kind.
  const column = COLUMN.exec(word);
  if (column !== null) return joins(text, from, end, COLUMN) ? shiftColumn(column[1]!, column[2]!, cols) : null;
  const row = ROW.exec(word);
  if (row !== null) return joins(text, from, end, ROW) ? shiftRow(row[1]!, row[2]!, rows) : null;
  return null;
}

function joins(text: string, from: number, end: number, kind: RegExp): boolean {
  if (text[end] === ':') {
    const to = pastWord(text, end + 1);
    return to - end <= 12 && kind.test(text.slice(end + 1, to));
  }
  if (text[from - 1] !== ':') return false;
  let start = from - 1;
  while (start > 0 && from - start <= 12 && isNameByte(text.charCodeAt(start - 1))) start -= 1;
  return kind.test(text.slice(start, from - 1));
}

function shiftColumn(dollar: string, letters: string, by: number): string | null {
  let col = 0;
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  if (col > MAX_COLS) return null;
  if (dollar !== '') return dollar + letters;
  return columnName(wrap(col - 1 + by, MAX_COLS));
}

function shiftRow(dollar: string, digits: string, by: number): string | null {
  const row = Number(digits);
  if (row < 1 || row > MAX_ROWS) return null;
  if (dollar !== '') return dollar + digits;
  return String(wrap(row - 1 + by, MAX_ROWS) + 1);
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
