/** Whole texts, word for word: which rows are named, in what order, and what fits. `npm run pin` renews them; read the difference. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assessment/assess';
import { narrate, narrativeText, pendingNotice, type Length } from '../../src/narrative';
import { recognise } from '../../src/recognition';
import { assessAll } from '../right-numbers/support';
import { expectPinned } from '../support/pinned';
import { bookOf, sheetOf } from '../support/sheets';
import { linesOfVaried, VARIED } from '../support/variations';
import type { WorkbookSnapshot } from '../../src/workbook';
import { DATA, deducted, MANY, OPEN, PROJECT, TRANSFER, type Rows } from './forms';
import { untraced } from './trace';

const FOLDER = path.join(__dirname, 'texts');

function told(rows: Rows, data?: Rows) {
  const book = bookOf([sheetOf('评分表', rows), ...(data === undefined ? [] : [sheetOf('基础数据表', data)])]);
  const table = recognise(book).tables[0]!;
  const assessment = assess(table, book, { first: true });
  const parts = (['full', 'short', 'box'] as const).map((length: Length) => {
    const narrative = narrate(assessment, length);
    expect(untraced(narrative, table, book)).toEqual([]);
    return `【${length}】${pendingNotice(narrative) ?? ''}\n${narrativeText(narrative)}`;
  });
  return parts.join('\n');
}

function box(rows: Rows, limit: number): string {
  const book = bookOf(sheetOf('评分表', rows));
  return narrativeText(narrate(assess(recognise(book).tables[0]!, book, { first: true }), 'box', limit));
}

test.each<[string, () => string]>([
  ['project', () => told(PROJECT)],
  ['many-rows', () => told(MANY)],
  ['data-sheet', () => told(MANY, DATA)],
  ['open', () => told(OPEN)],
  ['transfer', () => told(TRANSFER)],
  ['four-deductions', () => [0, 10, 30, 90].map((reasons) => box(deducted([1, 2, 2, 3], reasons), 200)).join('\n')],
  ['eight-deductions', () => [0, 10, 30, 90].map((reasons) => box(deducted([1, 2, 2, 3, 1, 4, 1, 1], reasons), 200)).join('\n')],
  ['limits', () => [200, 199, 103, 102, 60, 30].map((limit) => box(deducted([1, 2, 2, 3, 1, 4, 1, 1], 10), limit)).join('\n')],
])('%s', (name, text) => {
  const file = path.join(FOLDER, `${name}.txt`);
  if (process.env['PIN'] === 'write') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text());
  }
  expect(existsSync(file)).toBe(true);
  expect(text()).toBe(readFileSync(file, 'utf8'));
});

const LENGTHS: readonly Length[] = ['full', 'short', 'box'];

const lines = (book: WorkbookSnapshot): readonly string[] =>
  assessAll(book).flatMap((assessment) =>
    LENGTHS.flatMap((length) => {
      const narrative = narrate(assessment, length);
      return [`${length} ${pendingNotice(narrative) ?? ''}`, ...narrativeText(narrative).split('\n')];
    }),
  );

test.each(Object.entries(VARIED))('%s with one thing otherwise', (name, form) => {
  expectPinned(FOLDER, `varied-${name}`, linesOfVaried(form(), lines, name === 'project' ? 3 : 1));
});
