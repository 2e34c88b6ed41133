/** What the pane is given of the pinned forms: figures, findings, rows, and the list of 运算. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import { expectPinned } from '../../support/pinned';
import { PINNED_BOOKS, type NamedBook } from '../../support/pinned-books';
import { changesOf, VARIED } from '../../support/variations';
import { viewLines } from '../../support/view-lines';

const FOLDER = path.join(__dirname, 'pins');
const SAMPLES = path.join(__dirname, '../../../samples');

const samples = (): readonly NamedBook[] =>
  ['项目自评_有误.xlsx', '部门整体自评_湛江2024.xlsx'].map((id) => ({
    id,
    book: readXlsx(new Uint8Array(readFileSync(path.join(SAMPLES, id)))),
  }));

test.each<[string, () => readonly NamedBook[]]>([
  ['samples', samples],
  ['told', PINNED_BOOKS['told']!],
  ['values', PINNED_BOOKS['values']!],
])('%s', async (name, books) => {
  const lines: string[] = [];
  for (const { id, book } of books()) lines.push(`# ${id}`, ...(await viewLines(book)));
  expectPinned(FOLDER, name, lines);
});

test.each(['project', 'open', 'transfer'])('%s with one thing otherwise', async (name) => {
  const { base, variations } = VARIED[name]!();
  const first = await viewLines(base);
  const lines: string[] = [];
  for (const { what, book } of variations.filter((_, at) => at % 3 === 0))
    lines.push(`# ${what}`, ...changesOf(first, await viewLines(book)));
  expectPinned(FOLDER, `varied-${name}`, lines);
});
