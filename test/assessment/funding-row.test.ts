/** Of rate, score and what was spent of a row of money one finding stands, the one that comes first. */
import { a1 } from '../../src/workbook';
import { form, type Over } from '../recalc/form';
import { assessBook } from '../recalc/support';

const found = (over: Over) =>
  assessBook(form(over))
    .flatMap((one) => one.findings)
    .filter(({ code, cell }) => cell.row === 4 && code !== 'execution-vs-performance')
    .map(({ code, cell }) => `${code} ${a1(cell.row, cell.col)}`);

test.each<[string, Over, readonly string[]]>([
  ['nothing wrong', {}, []],
  ['the rate', { G5: '95%' }, ['execution-rate G5']],
  ['spent more than there was', { E5: 210, E6: 210, G5: '105%', H5: 10 }, ['execution-over-100 G5']],
  ['spent more, and the rate', { E5: 210, E6: 210, G5: '95%', H5: 9.5 }, ['execution-rate G5']],
  ['less than its part, and the rate: two mistakes', { E5: 170, G5: '95%' }, ['funding-parts E5', 'execution-rate G5']],
])('%s', (_name, over, due) => expect(found(over)).toEqual(due));

test('another row of money has its own', () => {
  const codes = assessBook(form({ G5: '95%', E6: 250 }))
    .flatMap((one) => one.findings)
    .filter(({ code }) => /^(?:execution|funding)-(?:rate|over|parts)/.test(code))
    .map(({ code, cell }) => `${code} ${a1(cell.row, cell.col)}`);
  expect(codes.length).toBeGreaterThanOrEqual(2);
});
