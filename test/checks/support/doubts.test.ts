/**
 * Where another check doubts a cell, nothing is built on it: of every check's bad example, which checks still speak when the cell they
 * blame, or one they name beside it, is doubted. Those that doubt cells themselves go on; so do those that look at how a cell is filled in.
 */
import path from 'node:path';
import { CHECKS, DOUBTERS } from '../../../src/checks';
import { recognise } from '../../../src/recognition';
import { bookWith, EXAMPLES } from '../examples';
import { expectPinned } from '../../support/pinned';
import { found } from './check-tester';

const MOST_RELATED = 4;

const lines = EXAMPLES.flatMap(([code, example]): readonly string[] => {
  const check = CHECKS.find((one) => one.code === code)!;
  if (DOUBTERS.includes(check.code)) return [];
  const book = bookWith(example, 'bad');
  const scoreTable = recognise(book).tables[0];
  if (scoreTable === undefined) return [];
  const built = { scoreTable, book };
  const said = (doubted: readonly string[]): string =>
    found(check, { name: code, built, doubted, first: true })
      .map(({ severity, cell, message }) => `${severity} ${cell} ${message.slice(0, 24)}`)
      .join(' / ');
  const all = found(check, { name: code, built, first: true });
  const cells = [...new Set(all.flatMap(({ cell, related }) => [cell, ...related.slice(0, MOST_RELATED)]))];
  const before = said([]);
  return cells.map((cell) => {
    const after = said([cell]);
    return `${code} with ${cell} doubted: ${after === before ? 'as before' : after === '' ? 'nothing' : after}`;
  });
});

test('what is said of a doubted cell', () => expectPinned(path.join(__dirname, 'pins'), 'doubts', lines));
