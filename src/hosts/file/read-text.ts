import { MAX_COLS, MAX_ROWS, SheetBuilder, type SheetData, UnreadableError } from '../../workbook';
import { pageText } from './html/decode';
import type { Limits } from './limits';
import { typedText } from './typed-text';

const SEPARATORS = ['\t', ',', ';'] as const;
/** Lines looked at to find out what stands between the cells. */
const LINES = 50;
/** So many of them must be divided for the text to be a table. */
const DIVIDED = 2;

/**
 * A table kept as text, cells between tabs, commas or semicolons, as programs export it under the name of a workbook.
 * @throws UnreadableError `not-spreadsheet` for a text that is no table; `too-many-cells`, `beyond-grid`
 */
export function readDelimited(bytes: Uint8Array, limits: Limits): SheetData {
  const text = pageText(bytes);
  const separator = separatorOf(text);
  if (separator === null) throw new UnreadableError('not-spreadsheet');
  const builder = new SheetBuilder('Sheet1');
  let left = limits.cells;
  for (const { row, col, value } of cellsOf(text, separator)) {
    if (row >= MAX_ROWS || col >= MAX_COLS) throw new UnreadableError('beyond-grid', builder.name);
    const typed = typedText(value);
    if (typed.value === null) continue;
    left -= 1;
    if (left < 0) throw new UnreadableError('too-many-cells');
    builder.set(row, col, typed.value, typed.format);
  }
  return builder.buildData();
}

/** What divides most of the first lines; null where nothing does. */
function separatorOf(text: string): string | null {
  const lines = text.slice(0, 65_536).split(/\r\n|\r|\n/, LINES);
  for (const separator of SEPARATORS) {
    const divided = lines.filter((line) => line.includes(separator)).length;
    if (divided >= DIVIDED && divided * 3 >= lines.filter((line) => line.trim() !== '').length) return separator;
  }
  return null;
}

/** Every field with its place; a field in quotes may hold separators, line ends and doubled quotes. */
function* cellsOf(text: string, separator: string): Generator<{ readonly row: number; readonly col: number; readonly value: string }> {
  let row = 0;
  let col = 0;
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    yield { row, col, value: field.value };
    at = field.end;
    if (text[at] === separator) {
      col += 1;
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    row += 1;
    col = 0;
  }
}

interface Field {
  readonly value: string;
  /** Of the separator or line end behind it. */
  readonly end: number;
}

function plain(text: string, from: number, separator: string): Field {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(from, end), end };
}

function quoted(text: string, from: number, separator: string): Field {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // A quote never closed is a letter like others.
    if (quote < 0) return plain(text, from, separator);
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const rest = plain(text, at, separator);
  return { value: value + rest.value, end: rest.end };
}
