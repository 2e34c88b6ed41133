/**
 * Filled forms with one thing otherwise, and what changes by it in what the program says. Where the change goes is what a reader looks at:
 * a score that is emptied, a target in words, a column that is missing.
 */
import { a1 } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { DATA, deducted, MANY, OPEN, PROJECT, TRANSFER, type Rows } from '../narrative/forms';
import { FORM } from '../right-numbers/support';
import { bookOf, sheetOf, type TestCell } from './sheets';

export interface Variation {
  /** 「G9 emptied」 */
  readonly what: string;
  readonly book: WorkbookSnapshot;
}

export interface VariedForm {
  readonly name: string;
  readonly base: WorkbookSnapshot;
  readonly variations: readonly Variation[];
}

type Change = readonly [name: string, to: (cell: TestCell) => TestCell];

const TO_NUMBERS: readonly Change[] = [
  ['emptied', () => null],
  ['is half', (cell) => Number(cell) / 2],
  ['is 0', () => 0],
  ['is one more', (cell) => Number(cell) + 1],
  ['is text', (cell) => `${String(cell)}分`],
  ['is 5 and a bit', () => 5.055],
  ['is negative', (cell) => -Number(cell)],
  ['is shown in percent', (cell) => ({ v: Number(cell) / 100, format: '0.0%' })],
  ['is words', () => '见附件'],
];

const TO_TEXTS: readonly Change[] = [
  ['emptied', () => null],
  ['has other figures', (cell) => String(cell).replace(/\d+/g, (digits) => String(Number(digits) - 1))],
  ['is 不涉及', () => '不涉及'],
  ['is a dash', () => '—'],
  ['goes on', (cell) => `${String(cell)}（另见说明）`],
  ['is a number', () => 7],
  ['has ten times its figures', (cell) => String(cell).replace(/\d+/g, '$&0')],
  ['is cut', (cell) => String(cell).slice(0, Math.ceil(String(cell).length / 2))],
];

function put(rows: Rows, row: number, col: number, cell: TestCell): Rows {
  return rows.map((cells, r) => (r === row ? cells.map((old, c) => (c === col ? cell : old)) : cells));
}

/** Each filled cell with two of the changes in turn, so that every change meets every kind of cell. */
function* cellsChanged(rows: Rows): Iterable<readonly [string, Rows]> {
  let turn = 0;
  for (const [r, cells] of rows.entries())
    for (const [c, cell] of cells.entries()) {
      if (cell === null || cell === undefined) continue;
      const changes = typeof cell === 'number' ? TO_NUMBERS : TO_TEXTS;
      for (const at of [turn, turn + 4]) {
        const [name, to] = changes[at % changes.length]!;
        yield [`${a1(r, c)} ${name}`, put(rows, r, c, to(cell))];
      }
      turn += 1;
    }
}

/** A row emptied, or the same as the one above it; a column emptied, or exchanged with the next. Addresses stay. */
function* linesChanged(rows: Rows): Iterable<readonly [string, Rows]> {
  const width = Math.max(...rows.map((cells) => cells.length));
  const full = rows.map((cells) => Array.from({ length: width }, (_, c): TestCell => cells[c] ?? null));
  for (let r = 0; r < full.length; r += 1) {
    yield [`row ${r + 1} emptied`, full.map((cells, at) => (at === r ? cells.map(() => null) : cells))];
    if (r > 0) yield [`row ${r + 1} again what stands above`, full.map((cells, at) => (at === r ? full[r - 1]! : cells))];
  }
  for (let c = 0; c < width; c += 1) {
    yield [`column ${a1(0, c).slice(0, -1)} emptied`, full.map((cells) => cells.map((cell, at) => (at === c ? null : cell)))];
    if (c + 1 < width)
      yield [
        `column ${a1(0, c).slice(0, -1)} exchanged with the next`,
        full.map((cells) => cells.map((cell, at) => (at === c ? cells[c + 1]! : at === c + 1 ? cells[c]! : cell))),
      ];
  }
}

function varied(name: string, rows: Rows, changed: (rows: Rows) => Iterable<readonly [string, Rows]>, data?: Rows): VariedForm {
  const book = (one: Rows): WorkbookSnapshot =>
    bookOf([sheetOf('评分表', one), ...(data === undefined ? [] : [sheetOf('基础数据表', data)])]);
  return { name, base: book(rows), variations: [...changed(rows)].map(([what, one]) => ({ what, book: book(one) })) };
}

function* both(rows: Rows): Iterable<readonly [string, Rows]> {
  yield* cellsChanged(rows);
  yield* linesChanged(rows);
}

function ofData(): VariedForm {
  const book = (data: Rows): WorkbookSnapshot => bookOf([sheetOf('评分表', MANY), sheetOf('基础数据表', data)]);
  return { name: 'data', base: book(DATA), variations: [...both(DATA)].map(([what, data]) => ({ what, book: book(data) })) };
}

/** By name, the small ones first; made when asked for. */
export const VARIED: Readonly<Record<string, () => VariedForm>> = {
  open: () => varied('open', OPEN, both),
  transfer: () => varied('transfer', TRANSFER, both),
  data: ofData,
  deducted: () => varied('deducted', deducted([1, 2, 2, 3], 10), cellsChanged),
  many: () => varied('many', MANY, linesChanged),
  form: () => varied('form', FORM, linesChanged),
  project: () => varied('project', PROJECT, cellsChanged),
};

const MOST_SHOWN = 4;
const AROUND = 16;

/** FNV-1a, so that what is not shown is held all the same. */
export function sumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…${sumOf(text)}` : text);

/** Two lines of one thing: only what differs, and a little around it. */
function differing(was: string, now: string): string {
  let from = 0;
  while (from < was.length && was[from] === now[from]) from += 1;
  let end = 0;
  while (end < Math.min(was.length, now.length) - from && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const start = Math.max(0, from - AROUND);
  const middle = (text: string): string => cut(text.slice(start, Math.min(text.length, text.length - end + 6)), 60);
  return `${start === 0 ? '' : `${was.slice(0, 12)}…`}${middle(was)} ⇒ ${middle(now)}`;
}

/** What of `base` is otherwise in `lines`, in few lines; as many lines are paired one by one. */
export function changesOf(base: readonly string[], lines: readonly string[]): readonly string[] {
  const changed =
    base.length === lines.length
      ? lines.flatMap((line, at) => (line === base[at] ? [] : [differing(base[at]!, line)]))
      : [
          ...base.filter((line) => !lines.includes(line)).map((line) => `− ${cut(line, 80)}`),
          ...lines.filter((line) => !base.includes(line)).map((line) => `+ ${cut(line, 80)}`),
        ];
  const rest = changed.slice(MOST_SHOWN);
  return [...changed.slice(0, MOST_SHOWN), ...(rest.length === 0 ? [] : [`and ${rest.length} more ${sumOf(rest.join('\n'))}`])];
}

/** For a file of pinned lines: each variation with what changes by it. `every`: one of so many is taken. */
export function linesOfVaried({ base, variations }: VariedForm, lines: (book: WorkbookSnapshot) => readonly string[], every = 1): string[] {
  const first = lines(base);
  return variations
    .filter((_, at) => at % every === 0)
    .flatMap(({ what, book }) => {
      const changes = changesOf(first, lines(book));
      return changes.length === 1 ? [`# ${what}: ${changes[0]!}`] : [`# ${what}${changes.length === 0 ? ': the same' : ''}`, ...changes];
    });
}
