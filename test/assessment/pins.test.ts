/** Every finding of the pinned forms with its sentence, and the totals they rest on. */
import path from 'node:path';
import { assessedLines } from '../support/assessed-lines';
import { expectPinned } from '../support/pinned';
import { PINNED_BOOKS } from '../support/pinned-books';
import { linesOfVaried, VARIED } from '../support/variations';

test.each(Object.entries(PINNED_BOOKS))('%s', (name, books) => {
  const lines = books().flatMap(({ id, book }) => [`# ${id}`, ...assessedLines(book)]);
  expectPinned(path.join(__dirname, 'pins'), name, lines);
});

test.each(Object.entries(VARIED))('%s with one thing otherwise', (name, form) => {
  expectPinned(path.join(__dirname, 'pins'), `varied-${name}`, linesOfVaried(form(), assessedLines, name === 'project' ? 3 : 1));
});
