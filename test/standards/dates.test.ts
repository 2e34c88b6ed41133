/** Dates of a standard as people write them: which are days that there are. */
import { holdsIn, overlap, reversed, whenOf } from '../../src/standards/dates';

test.each<[string, string | null]>([
  ['2024', '2024'],
  ['2024年', '2024'],
  ['2024-7-1', '2024-07-01'],
  ['2024年7月1日', '2024-07-01'],
  ['2024/07/31', '2024-07-31'],
  ['2024.7', '2024-07-01'],
  ['2024-2-29', '2024-02-29'],
  ['2023-2-29', null],
  ['2023-2-28', '2023-02-28'],
  ['2000-2-29', '2000-02-29'],
  ['1900-2-29', null],
  ['2096-2-29', '2096-02-29'],
  ['2024-4-31', null],
  ['2024-4-30', '2024-04-30'],
  ['2024-12-31', '2024-12-31'],
  ['2024-13-1', null],
  ['2024-0-1', null],
  ['2024-1-0', null],
  ['2100', null],
  ['一月', null],
  ['', null],
])('「%s」', (text, due) => expect(whenOf(text)).toBe(due));

describe('periods, both ends counted', () => {
  const period = (from: string | null, until: string | null): Parameters<typeof overlap>[0] => ({ from, until });

  test.each<[string, string | null, string | null, string | null, string | null, boolean]>([
    ['one day shared', '2023-01-01', '2024-06-30', '2024-06-30', null, true],
    ['one day apart', '2023-01-01', '2024-06-29', '2024-06-30', null, false],
    ['a year and its last day', '2023', '2023', '2023-12-31', null, true],
    ['a year and the next', '2023', '2023', '2024', '2024', false],
    ['one inside the other', '2020', null, '2022', '2022', true],
    ['without ends', null, null, '1999', '1999', true],
  ])('%s', (_, from, until, otherFrom, otherUntil, shared) => {
    const [one, other] = [period(from, until), period(otherFrom, otherUntil)];
    expect([overlap(one, other), overlap(other, one)]).toEqual([shared, shared]);
  });

  test('a period holds in a year that it touches by one day', () => {
    expect(holdsIn(period('2024-12-31', null), 2024)).toBe(true);
    expect(holdsIn(period('2025-01-01', null), 2024)).toBe(false);
    expect(holdsIn(period(null, '2024-01-01'), 2024)).toBe(true);
    expect(holdsIn(period(null, '2023-12-31'), 2024)).toBe(false);
  });

  test('one that ends before it begins is reversed; one day is none', () => {
    expect(reversed('2024-06-30', '2024-06-30')).toBe(false);
    expect(reversed('2024-07-01', '2024-06-30')).toBe(true);
    expect(reversed('2024', '2024')).toBe(false);
  });
});
