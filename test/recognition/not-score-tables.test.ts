import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../src/hosts/file';
import { recognise } from '../../src/recognition';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { Random } from '../conformance/random';
import { testWith } from '../support/shared-folder';
import { bookOf, sheetOf } from '../support/sheets';
import { FOREIGN } from './not-score-tables';

const CORPUS = join(__dirname, '..', '..', '..', 'shared', 'corpus');

test('there are more than forty kinds', () => {
  expect(FOREIGN.length).toBeGreaterThan(40);
});

test.each(FOREIGN.map((foreign) => [foreign.name, foreign] as const))('%s is no score table', (name, foreign) => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const found = recognise(bookOf(sheetOf(name, foreign.rows(new Random(seed)))));
    expect({ seed, tables: found.tables.map((table) => table.rows.map((row) => row.name.value)) }).toEqual({ seed, tables: [] });
  }
});

test('each says what was looked for and what was found instead', () => {
  const silent = FOREIGN.filter((foreign) => recognise(bookOf(sheetOf(foreign.name, foreign.rows(new Random(1))))).doubts.length === 0);
  expect(silent.map((foreign) => foreign.name)).toEqual([]);
});

test('all of them in one workbook are still none', () => {
  const sheets = FOREIGN.map((foreign, index) => sheetOf(`${index + 1}`, foreign.rows(new Random(index))));
  expect(recognise(bookOf(sheets)).tables).toEqual([]);
});

function corpusBooks(): [string, WorkbookSnapshot][] {
  const out: [string, WorkbookSnapshot][] = [];
  for (const file of readdirSync(CORPUS)
    .filter((name) => name.endsWith('.xlsx'))
    .sort()) {
    try {
      out.push([file, readXlsx(new Uint8Array(readFileSync(join(CORPUS, file))))]);
    } catch {
      // Broken and encrypted files are the reader's business.
    }
  }
  return out;
}

testWith('corpus')('no workbook of the corpus is taken for one', () => {
  const books = corpusBooks();
  expect(books.length).toBeGreaterThan(30);
  for (const [file, book] of books) expect([file, recognise(book).tables.length]).toEqual([file, 0]);
});
