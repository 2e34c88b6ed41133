/** Every finding of the pinned forms with its sentence, and the totals they rest on. */
import path from 'node:path';
import { messagesOf, spoken } from '../../src/assessment/sentences';
import { CHECKS } from '../../src/checks';
import { assessAll } from '../right-numbers/support';
import { cellName, expectPinned, shown } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';

const FOLDER = path.join(__dirname, 'pins');
const MESSAGES = messagesOf(CHECKS);

test.each(Object.entries(PINNED_BOOKS))('%s', (name, books) => {
  const lines = books().flatMap(({ id, book }) => [
    `# ${id}`,
    ...assessAll(book).flatMap(({ findings, scoreTable, totals }) => {
      const { sentences } = spoken(findings, scoreTable.table.sheet, book, MESSAGES);
      return [
        `totals ${shown(totals)}`,
        ...findings.map(
          ({ severity, code, cell, related, accused }, n) =>
            `${severity} ${code} ${cellName(cell)} [${related.map(cellName).join(' ')}] ${accused.aspect}: ${sentences[n]}`,
        ),
      ];
    }),
  ]);
  expectPinned(FOLDER, name, lines);
});
