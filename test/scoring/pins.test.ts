/** What every row of the pinned forms may score, by which rule and of which figures. */
import path from 'node:path';
import { derivedLines } from '../support/derived-lines';
import { expectPinned } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';
import { linesOfVaried, VARIED } from '../support/variations';

test.each(Object.entries(PINNED_BOOKS))('%s', (name, books) => {
  const lines = books().flatMap(({ id, book }) => [`# ${id}`, ...derivedLines(book)]);
  expectPinned(path.join(__dirname, 'pins'), name, lines);
});

test.each(Object.entries(VARIED))('%s with one thing otherwise', (name, form) => {
  expectPinned(path.join(__dirname, 'pins'), `varied-${name}`, linesOfVaried(form(), derivedLines));
});
