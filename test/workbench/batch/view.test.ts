import { checkBars, differenceBars, matches, scoreBars, tableDifferenceBin, tableScoreBin } from '../../../src/workbench/batch/view/charts';
import { nextSorting, scoreText, sortedBy } from '../../../src/workbench/batch/view/sorting';
import { row, state } from './states';

describe('bars', () => {
  it.each([
    [0, 0],
    [59.99, 0],
    [60, 1],
    [84.999, 3],
    [85, 4],
    [99.99, 6],
    [100, 7],
    [103, 7],
  ])('a score of %s falls into bin %s', (self, bin) => expect(tableScoreBin(row(1, { self }))).toBe(bin));

  it('a score is seen against its own full score; unknown is in no bin', () => {
    expect(tableScoreBin(row(1, { self: 18, fullScore: 20 }))).toBe(5);
    expect(tableScoreBin(row(1, { self: null }))).toBeNull();
    expect(tableScoreBin(row(1, { fullScore: 0 }))).toBeNull();
    expect(tableScoreBin(row(1, { status: 'unfilled' }))).toBeNull();
  });

  it.each([
    [-5.01, 0],
    [-5, 1],
    [-2, 2],
    [-0.5, 3],
    [-0.01, 3],
    [0, 4],
    [0.01, 5],
  ])('a difference of %s falls into bin %s', (difference, bin) => expect(tableDifferenceBin(row(1, { difference }))).toBe(bin));

  it('every table with scores stands in one bar of each picture, and a bar counts what it filters', () => {
    const { rows } = state(60);
    const known = rows.filter(({ status }) => status === 'ok').length;
    for (const bars of [scoreBars(rows), differenceBars(rows)]) {
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(known);
      for (const { key, count } of bars) expect(rows.filter((one) => matches(one, key))).toHaveLength(count);
    }
    for (const { key, count } of checkBars(state(60))) expect(state(60).rows.filter((one) => matches(one, key))).toHaveLength(count);
  });
});

describe('sorting', () => {
  const rows = [
    row(1, { id: 'a', self: 80, unit: '乙' }),
    row(2, { id: 'b', self: null, unit: null }),
    row(3, { id: 'c', self: 100, unit: '甲' }),
    row(4, { id: 'd', status: 'unreadable', self: null, unit: null }),
    row(5, { id: 'e', self: 80, unit: '丙' }),
  ];
  const ids = (...given: Parameters<typeof sortedBy>) =>
    sortedBy(...given)
      .map(({ id }) => id)
      .join('');

  it('as they come, by numbers either way, what is unknown always last', () => {
    expect(ids(rows, null)).toBe('abcde');
    expect(ids(rows, { by: 'self', down: true })).toBe('caebd');
    expect(ids(rows, { by: 'self', down: false })).toBe('aecbd');
    expect(ids(rows, { by: 'file', down: false })).toBe('aebcd');
  });

  it('a column clicked again turns round', () => {
    const first = nextSorting(null, 'mandatory');
    expect(first).toEqual({ by: 'mandatory', down: true });
    expect(nextSorting(first, 'mandatory').down).toBe(false);
    expect(nextSorting(first, 'unit')).toEqual({ by: 'unit', down: false });
    expect(nextSorting(null, 'difference').down).toBe(false);
  });

  it.each([
    [89.7, '89.70'],
    [-1.33, '−1.33'],
    [0, '0.00'],
    [88.125, '88.125'],
    [-0.00001, '0.00'],
    [100, '100.00'],
  ])('%s is written %s', (value, text) => expect(scoreText(value)).toBe(text));
});
