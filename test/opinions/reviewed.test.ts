/** 复核分 as typed, what it comes to, and its grade. */
import { reviewedScores, typedScore } from '../../src/opinions';
import { rowsByKey } from '../../src/opinions/rows';
import type { TableJson } from '../../src/receipt';

test.each<[typed: string, value: string | null]>([
  ['4.5', '4.5'],
  ['４．５', '4.5'],
  ['4.5分', '4.5'],
  [' 4 . 5 ', '4.5'],
  ['1,000', '1000'],
  ['-2', '-2'],
  ['', null],
  ['优', null],
  ['4.5.6', null],
  ['4-5', null],
  ['1234567', null],
  ['分', null],
])('«%s» is %s', (typed, value) => expect(typedScore(typed)?.toFixed() ?? null).toBe(value));

const BANDS = [
  { name: '优', from: 0.9 },
  { name: '良', from: 0.8 },
  { name: '中', from: 0.6 },
  { name: '差', from: 0 },
];

const row = (n: number, fullScore: number | null, selfScore: number | null, bonus = false) => ({
  name: `指标${n}`,
  path: ['产出', `指标${n}`],
  bonus,
  fullScore,
  selfScore,
  reviewScore: null,
  cells: { name: { sheet: '自评表', address: `C${n + 3}` }, reviewScore: null, selfScore: null },
});

function reviewed(typed: readonly string[], rows = [row(1, 40, 40), row(2, 60, 55)], totals: object = {}) {
  const entry = {
    file: '甲.xlsx',
    indicators: rows,
    totals: { fullScore: 100, stated: 95, sum: 95, review: null, grade: { stated: '优', expected: '优', bands: BANDS }, ...totals },
  } as unknown as TableJson;
  const keys = [...rowsByKey(entry).keys()];
  const scores = new Map(typed.map((score, at) => [keys[at]!, { score, why: '' }] as const));
  return reviewedScores(entry, { scores } as unknown as Parameters<typeof reviewedScores>[1]);
}

test.each<[typed: readonly string[], review: number | null, grade: string | null]>([
  [['40', '50'], 90, '优'],
  [['40', '49.99'], 89.99, '良'],
  [['30', '50'], 80, '良'],
  [['30', '49.9'], 79.9, '中'],
  [['10', '50'], 60, '中'],
  [['10', '49'], 59, '差'],
  [['0', '0'], 0, '差'],
  [['40'], null, null],
  [['40', '优'], null, null],
])('%j come to %s: %s', (typed, review, grade) => {
  const found = reviewed(typed);
  expect([found.review?.toNumber() ?? null, found.grade]).toEqual([review, grade]);
  expect(found.cut?.toNumber() ?? null).toBe(review === null ? null : Number((95 - review).toFixed(2)));
});

test('how many are done of how many', () => {
  const found = reviewed(['40']);
  expect([found.done, found.of]).toEqual([1, 2]);
  const withBonus = reviewed(['40', '50'], [row(1, 40, 40), row(2, 60, 55), row(3, 5, null, true)]);
  expect([withBonus.done, withBonus.of, withBonus.review?.toNumber()]).toEqual([2, 2, 90]);
});

test.each([
  [100, 90],
  [101, 90],
  [102, null],
  [98, null],
  [null, null],
])('分值 of 100 in a form of %s: the sum is %s', (fullScore, review) =>
  expect(reviewed(['40', '50'], undefined, { fullScore }).review?.toNumber() ?? null).toBe(review),
);

test('what the unit gave is the stated total, else the sum of its scores', () => {
  expect(reviewed(['40', '50'], undefined, { stated: 97 }).self?.toNumber()).toBe(97);
  expect(reviewed(['40', '50'], undefined, { stated: null }).self?.toNumber()).toBe(95);
  expect(reviewed(['40', '50']).rows.map(({ cut }) => cut?.toNumber())).toEqual([0, 5]);
});
