/** Every check has a bad example that it finds and a good one that it does not, or says why a small table cannot show it. */
import { assess } from '../../src/assessment';
import { CHECKS } from '../../src/checks';
import { recognise } from '../../src/recognition';
import type { WorkbookSnapshot } from '../../src/workbook';
import { bookWith, EXAMPLES, type ShownExample } from './examples';

/** What a small table cannot show: it needs a standard, a form, another file, or a fault of ours. */
const MOST_WITHOUT = 10;

function codesOf(book: WorkbookSnapshot): readonly string[] {
  return recognise(book).tables.flatMap((table, index) => assess(table, book, { first: index === 0 }).findings.map(({ code }) => code));
}

const shown = EXAMPLES.filter((one): one is [string, ShownExample] => 'bad' in one[1]);

it.each(shown)('%s', (code, example) => {
  expect(codesOf(bookWith(example, 'bad'))).toContain(code);
  expect(codesOf(bookWith(example, 'good'))).not.toContain(code);
});

it('every check has one, in the order of the codes; the correct sheet itself has no finding', () => {
  expect(EXAMPLES.map(([code]) => code)).toEqual(CHECKS.map(({ code }) => code));
  expect(EXAMPLES.length - shown.length).toBeLessThanOrEqual(MOST_WITHOUT);
  expect(codesOf(bookWith({ bad: {}, good: {} }, 'good'))).toEqual([]);
});
