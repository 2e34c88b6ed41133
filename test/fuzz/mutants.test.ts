/**
 * Files that are wrong inside a sound wrapping: each is read or refused, and whatever is read can be looked at, audited and written. A
 * mutant is named by the seed and its number; most of them must be readable, or only the door would be tried.
 */
import { CFB } from '@e965/xlsx';
import { editWorkbook, readLooks, readXlsx, sniff } from '../../src/hosts/file';
import { DEFAULT_LIMITS } from '../../src/hosts/file/limits';
import { oldWorkbook } from '../../src/hosts/file/old-workbook';
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { loadStandard } from '../../src/standards';
import { readYaml } from '../../src/standards/yaml';
import { UnreadableError, type WorkbookSnapshot } from '../../src/workbook';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRows } from '../cli/fixtures/books';
import { wholePlan } from '../support/edit-plans';
import { compoundOf, legacyBytes } from '../support/legacy-bytes';
import { drawFrom, type Draw, mutantOf } from '../support/mutants';
import { partsOf } from '../support/ooxml';
import { packageOf, type Parts, RICH_PARTS } from '../support/varied-package';
import { RUNS, SEED } from './runs';

/** 2,000 in an ordinary run, 10^5 in a long one. */
const MUTANTS = RUNS >= 10_000 ? 10 * RUNS : 4 * RUNS;
/** What costs more is done with one in so many. */
const SELDOM = 10;
/** All of them in a long run. */
const AUDITED = RUNS >= 10_000 ? 1 : 4;
const READABLE = 0.3;

const cell = (value: string | number | null): string =>
  value === null
    ? '<c/>'
    : typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value.replace(/[<&]/g, '')}</t></is></c>`;
const SCORED: Parts = partsOf({
  sheets: [
    `<sheetData>${projectRows({ total: 98, lastScore: 8, reason: '满意度偏低' })
      .map((row, at) => `<row r="${at + 1}">${row.map(cell).join('')}</row>`)
      .join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells>`,
  ],
});
const BASES = [RICH_PARTS, SCORED];
const judge = judgeBy(BY_THE_SHEET);

/** null: refused, for a reason of the file's. */
function orRefused<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function useAll(bytes: Uint8Array, book: WorkbookSnapshot, at: number): void {
  if (Math.floor(at / BASES.length) % AUDITED === 0) orRefused(() => auditBook('甲.xlsx', book, judge));
  if (Math.floor(at / BASES.length) % SELDOM !== 0) return;
  orRefused(() => readLooks(bytes));
  const edited = orRefused(() => editWorkbook(bytes, wholePlan(book)));
  if (edited?.ok === true) expect(readXlsx(edited.bytes).sheets.length).toBeGreaterThanOrEqual(book.sheets.length);
}

/** Runs `one` for each number and tells which one failed. */
function each(count: number, one: (draw: Draw, at: number) => void): void {
  for (let at = 0; at < count; at += 1) {
    try {
      one(drawFrom(SEED + at), at);
    } catch (error) {
      throw new Error(`mutant ${SEED + at}`, { cause: error });
    }
  }
}

test(`${MUTANTS} packages (seed ${SEED})`, () => {
  let read = 0;
  each(MUTANTS, (draw, at) => {
    const bytes = packageOf(mutantOf(BASES[at % BASES.length]!, draw));
    expect(typeof sniff(bytes)).toBe('string');
    const book = orRefused(() => readXlsx(bytes));
    if (book === null) return;
    read += 1;
    useAll(bytes, book, at);
  });
  expect(read / MUTANTS).toBeGreaterThan(READABLE);
});

const stream = new Uint8Array(
  (CFB.find(CFB.read(Buffer.from(legacyBytes('biff8')), { type: 'buffer' }), 'Workbook')!.content as Uint8Array).slice(),
);

function recordsOf(bytes: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const to = at + 4 + (bytes[at + 2]! | (bytes[at + 3]! << 8));
    records.push(bytes.slice(at, to));
    at = to;
  }
  return records;
}

const RECORDS = recordsOf(stream);

/** Records gone, doubled, moved, of another length than they say, or with other bytes. */
function mutatedStream(draw: Draw): Uint8Array {
  const records = RECORDS.map((one) => one.slice());
  for (let left = 1 + draw(4); left > 0; left -= 1) {
    const at = 1 + draw(records.length - 1);
    const one = records[at]!;
    const kind = draw(5);
    if (kind === 0) records.splice(at, 1);
    else if (kind === 1) records.splice(at, 0, ...Array.from({ length: 1 + draw(50) }, () => one.slice()));
    else if (kind === 2) records.splice(1 + draw(records.length - 1), 0, one.slice());
    else if (kind === 3) one[2 + draw(2)] = draw(256);
    else if (one.length > 4)
      for (let more = draw(4); more >= 0; more -= 1) one[4 + draw(one.length - 4)] = [0, 1, 0x7f, 0x80, 0xff, draw(256)][draw(6)]!;
    if (records.length < 3) break;
  }
  return Uint8Array.from(records.flatMap((one) => [...one]));
}

test(`${MUTANTS / 2} binary workbooks, by their records and by the bytes of their container (seed ${SEED})`, () => {
  const whole = compoundOf({ Workbook: stream });
  let read = 0;
  each(MUTANTS / 2, (draw, at) => {
    const byRecords = at % 2 === 0;
    const bytes = byRecords ? compoundOf({ Workbook: mutatedStream(draw) }) : whole.slice();
    // The header and the directory say where everything lies.
    if (!byRecords) for (let left = draw(6); left >= 0; left -= 1) bytes[draw(2) === 0 ? draw(512) : draw(bytes.length)] = draw(256);
    if (sniff(bytes) !== 'xls') return;
    const looked = orRefused(() => oldWorkbook(bytes, 'xls', DEFAULT_LIMITS));
    if (looked !== null) read += 1;
  });
  expect(read / (MUTANTS / 2)).toBeGreaterThan(READABLE);
});

const FOLDER = path.join(__dirname, '../../src/standards/builtin');
const YAMLS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(path.join(FOLDER, name), 'utf8').split('\n'))
  // The longest take a tenth of a second each.
  .filter(({ length }) => length < 200);
const PIECES = [
  '- ',
  '  ',
  ': ',
  '&a ',
  '*a',
  '*a, *a',
  '!!js/function x',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '? ',
  '<<: *a',
  '---',
  '\u0000',
  '\t',
  '~',
  '1e999',
  '.nan',
  '2024-02-30',
  '__proto__: 1',
  'constructor: {}',
  '得分',
  '%',
  '#',
];

test(`${MUTANTS / 4} standards as YAML (seed ${SEED})`, () => {
  let read = 0;
  each(MUTANTS / 4, (draw) => {
    const lines = [...YAMLS[draw(YAMLS.length)]!];
    for (let left = 1 + (draw(3) >> 1); left > 0; left -= 1) {
      const at = draw(lines.length);
      const line = lines[at]!;
      const place = draw(line.length + 1);
      const piece = PIECES[draw(PIECES.length)]!;
      const other = lines[draw(lines.length)]!;
      lines.splice(
        at,
        1,
        ...[[], [line, line], [other], [line.slice(0, place) + piece + line.slice(place)], [line.slice(0, place)], [` ${line}`]][draw(6)]!,
      );
      if (lines.length === 0) lines.push('a: 1');
    }
    const yaml = readYaml(lines.join('\n'));
    if (!yaml.ok) return expect(yaml.problems.length).toBeGreaterThan(0);
    read += 1;
    const loaded = loadStandard(yaml.tree, { lineOf: yaml.lineOf });
    if (!loaded.ok) expect(loaded.problems.length).toBeGreaterThan(0);
  });
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  expect(read / (MUTANTS / 4)).toBeGreaterThan(READABLE);
});
