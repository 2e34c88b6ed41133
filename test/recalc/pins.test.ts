/** What 运算 would write into the pinned forms: as they are, and with every score and sum emptied; and what it leaves and why. */
import path from 'node:path';
import { DEFAULT_OPTIONS, keptText, planRecalc, type RecalcOptions } from '../../src/recalc';
import { recognise } from '../../src/recognition';
import type { Addr, WorkbookSnapshot } from '../../src/workbook';
import { wordsFor } from '../../src/words/words';
import { assessAll } from '../right-numbers/support';
import { cellName, expectPinned } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';
import { blanked, text } from './support';

const FOLDER = path.join(__dirname, 'pins');

function planned(book: WorkbookSnapshot, options: Partial<RecalcOptions>): readonly string[] {
  const { cells, tables } = planRecalc(book, assessAll, { ...DEFAULT_OPTIONS, ...options });
  return [
    ...cells.map(({ at, before, after }) => `${cellName(at)}: ${text(before)} → ${text(after)}`),
    ...tables.flatMap(({ kept, before }) => kept.map((one) => `kept ${keptText(one, wordsFor(book, before.scoreTable.table.sheet))}`)),
  ];
}

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
    ...planned(book, { scores: 'all', raise: true, totals: 'formula' }),
    'emptied',
    ...planned(blanked(book, scoreCells(book)), {}),
  ]);
  expectPinned(FOLDER, name, lines);
});
