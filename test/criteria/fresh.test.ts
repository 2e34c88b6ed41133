/**
 * Fresh rows of 评分标准, each set committed before the program had read it, then mended by. runs.md tells the first runs. What holds now is
 * a floor: no right score is ruled out or accused, and as many are read and caught as before.
 */
import { told, totalsOf } from '../blind/criteria/blind-rows';
import { freshRows } from './fresh/fresh';

const SETS = ['first', 'second'] as const;

test.each(SETS)('the %s set', (set) => {
  const rows = freshRows(set);
  const totals = totalsOf(rows);
  console.info(told(set, totals));
  expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
});
