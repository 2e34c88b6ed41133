/** What 运算 would write into the pinned forms: as they are, and with every score and sum emptied; and what it leaves and why. */
import path from 'node:path';
import { recognise } from '../../src/recognition';
import type { Addr, WorkbookSnapshot } from '../../src/workbook';
import { expectPinned } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';
import { plannedLines } from '../support/planned-lines';
import { blanked } from './support';
import { linesOfVaried, VARIED } from '../support/variations';

const FOLDER = path.join(__dirname, 'pins');

function scoreCells(book: WorkbookSnapshot): readonly Addr[] {
  return recognise(book).tables.flatMap(({ rows, totals, self }) =>
    self === null
      ? []
      : [...rows.flatMap((row) => row.scores[self] ?? []), ...totals.flatMap((one) => one.scores[self] ?? [])].map((slot) => slot.at),
  );
}

test.each(Object.entries(PINNED_BOOKS))('%s', (name, books) => {
  const lines = books().flatMap(({ id, book }) => [
    `# ${id}`,
    ...plannedLines(book, { scores: 'all', raise: true, totals: 'formula' }),
    'emptied',
    ...plannedLines(blanked(book, scoreCells(book)), {}),
  ]);
  expectPinned(FOLDER, name, lines);
});

test.each(Object.entries(VARIED))('%s with one thing otherwise', (name, form) => {
  expectPinned(
    FOLDER,
    `varied-${name}`,
    linesOfVaried(form(), (book) => plannedLines(book, { scores: 'all', raise: true, totals: 'formula' }), name === 'project' ? 8 : 4),
  );
});
