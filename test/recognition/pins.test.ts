/** Everything that is read in the pinned forms: columns, rows, groups, totals, money, figures, each with its cells. */
import path from 'node:path';
import { expectPinned } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';
import { recognisedLines } from '../support/recognised-lines';
import { linesOfVaried, VARIED } from '../support/variations';

test.each(Object.entries(PINNED_BOOKS))('%s', (name, books) => {
  const lines = books().flatMap(({ id, book }) => [`# ${id}`, ...recognisedLines(book)]);
  expectPinned(path.join(__dirname, 'pins'), name, lines);
});

test.each(Object.entries(VARIED))('%s with one thing otherwise', (name, form) => {
  expectPinned(path.join(__dirname, 'pins'), `varied-${name}`, linesOfVaried(form(), recognisedLines));
});
