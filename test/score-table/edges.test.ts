/** Where one verdict turns into the other: days of a month, steps of a column, names that are nearly the same, sums that read a cell. */
import { quantitySlot } from '../../src/recognition/quantity';
import { isUnfilled, rounded, roundingTolerance, rowsOwingScore, stepOfOthers } from '../../src/score-table';
import { compareQuantities } from '../../src/score-table/compare-quantities';
import { directionOfName } from '../../src/score-table/direction';
import { valueOf } from '../../src/score-table/scored-rows';
import { formulaAt, plainSumAt, readsCell } from '../../src/score-table/sum-formulas';
import { isNearlySame, isWithin } from '../../src/score-table/unit-names';
import { a1, Dec, parseA1 } from '../../src/workbook';
import { scoreTableOf, type RowSpec, type SheetSpec } from '../support/score-table';
import { bookOf, sheetOf } from '../support/sheets';

const at = (text: string, sheet = 0) => ({ sheet, ...parseA1(text)! });
const quantity = (raw: string) =>
  quantitySlot(raw, at('A1'), { format: 'General', symbol: null, unit: '', headerPercent: false, date1904: false }).value!;
const dec = (value: number | string): Dec => new Dec(value);

test.each<[due: string, done: string, verdict: string]>([
  ['2024年6月30日', '2024年6月29日', 'met'],
  ['2024年6月30日', '2024年6月30日', 'met'],
  ['2024年6月29日', '2024年6月30日', 'missed'],
  ['2024年6月30日前', '2024年6月30日', 'unknown'],
  ['2024年6月30日前', '2024年6月29日', 'met'],
  ['2024年6月前', '2024年6月', 'unknown'],
  ['2024年6月', '2024年6月', 'met'],
  ['2024年6月30日', '2024年6月', 'unknown'],
  ['2024年6月', '2024年7月', 'missed'],
  ['2024年6月', '2024年5月', 'met'],
  ['2024年1月', '2023年12月', 'met'],
  ['2024年12月', '2025年1月', 'missed'],
  ['2024年12月', '1月', 'unknown'],
])('due %s, done %s: %s', (due, done, verdict) =>
  expect(compareQuantities(quantity(due), quantity(done), { way: 'unknown', certain: false, from: 'none' })).toBe(verdict),
);

test.each<[name: string, above: string, target: string | null, way: string]>([
  ['培训场次', '产出/数量', '≥4场', 'up'],
  ['培训', '产出/数量', '95%', 'up'],
  ['培训', '产出/数量', '50%', 'up'],
  ['培训', '产出/数量', '49%', 'unknown'],
  ['培训', '产出/成本', '4场', 'unknown'],
  ['培训', '产出/成本指标', '4万元', 'down'],
  ['培训', '产出/数量', '4万元', 'unknown'],
  ['培训', '产出/数量', null, 'unknown'],
  ['培训', '产出/数量', '健全', 'unknown'],
])('%s under %s with the target %s: %s', (name, above, target, way) => {
  const { scoreTable } = scoreTableOf({ rows: [{ name, path: above, weight: 10, score: 10 }] });
  const row = scoreTable.rows[0]!;
  expect(directionOfName(row, target === null ? null : quantity(target)).way).toBe(way);
});

test.each<[scores: readonly number[], step: string]>([
  [[9.25, 8, 7], '1'],
  [[9.25, 8.5, 7], '0.5'],
  [[9.25, 8.4, 7], '0.1'],
  [[9.25, 8.41, 7], '0.01'],
  [[9.25, 8.411, 7], '0.01'],
  [[9.25], '1'],
])('a score of 9.25 among %j goes by steps of %s', (scores, step) => {
  const { scoreTable } = scoreTableOf({ rows: scores.map((score) => ({ weight: 10, score })) });
  expect(stepOfOthers(scoreTable, scoreTable.rows[0]!, 0).toString()).toBe(step);
});

test.each<[stated: string, due: string, proportional: boolean, full: string | null, is: string]>([
  ['8.6251', '8.62', false, null, 'different'],
  ['8.6250', '8.62', false, null, 'right'],
  ['8.6149', '8.62', false, null, 'different'],
  ['9', '8', true, null, 'different'],
  ['9', '8.1', true, null, 'different'],
  ['9', '8.6', true, null, 'coarse'],
  ['8', '8.9', true, null, 'coarse'],
  ['8', '9', true, null, 'different'],
  ['10', '9.6', true, '10', 'different'],
  ['10', '9.6', true, null, 'coarse'],
  ['9.6', '9.64', true, '10', 'coarse'],
  ['9.7', '9.64', true, '10', 'different'],
])('%s for %s, in proportion %s, of %s: %s', (stated, due, proportional, full, is) =>
  expect(rounded(dec(stated), { score: dec(due), proportional, full: full === null ? null : dec(full) }, dec('0.01')).is).toBe(is),
);

test('what a rule rounds may stand unrounded', () => {
  const exact = { score: dec('4.4'), proportional: true, full: dec(5), unrounded: dec('4.375') };
  expect(rounded(dec('4.375'), exact, dec('0.01')).is).toBe('right');
  expect(rounded(dec('4.385'), exact, dec('0.01')).is).not.toBe('right');
});

test.each<[one: string, other: string, nearly: boolean]>([
  ['某县水务局', '某县水务局', false],
  ['某县水务局', '某县水利局', true],
  ['县水务局', '县水利局', false],
  ['某县水务局', '县水务局', false],
  ['县水务局', '某县水利局', false],
  ['某县水务局机', '某乡水利局机', false],
  ['某某县水务管理局机关', '某某县水利管里局机关', true],
  ['某县水务管理局机关', '某县水利管里局机关', false],
  ['第一中学校区', '第二中学校区', false],
])('%s and %s are one name with a slip: %s', (one, other, nearly) => {
  expect(isNearlySame(one, other)).toBe(nearly);
  expect(isNearlySame(other, one)).toBe(nearly);
});

test.each([
  ['发改委', '发展和改革委员会', true],
  ['发委改', '发展和改革委员会', false],
  ['会', '发展和改革委员会', true],
  ['会会', '发展和改革委员会', false],
  ['', '委', true],
])('%s is short for %s: %s', (short, long, within) => expect(isWithin(short, long)).toBe(within));

describe('which cells a formula reads', () => {
  const book = bookOf([
    sheetOf('评分表', [[1, { f: 'SUM(A1:A3)', v: 6 }, { f: "'基础 表'!A1+A3", v: 4 }, { f: 'IF(A1>0,A2,0)', v: 2 }], [2], [3]]),
    sheetOf('基础 表', [[1]]),
  ]);
  const slot = (cell: string) => ({ state: 'value', value: dec(1), at: at(cell), raw: 1, odd: [] }) as never;

  test.each<[cell: string, of: string, sheet: number, reads: boolean]>([
    ['B1', 'A1', 0, true],
    ['B1', 'A3', 0, true],
    ['B1', 'A4', 0, false],
    ['B1', 'B1', 0, false],
    ['B1', 'A1', 1, false],
    ['C1', 'A1', 1, true],
    ['C1', 'A1', 0, false],
    ['C1', 'A3', 0, true],
    ['C1', 'A3', 1, false],
    ['A1', 'A1', 0, false],
  ])('%s reads %s of sheet %s: %s', (cell, of, sheet, reads) => expect(readsCell(book, slot(cell), at(of, sheet))).toBe(reads));

  test('a sum is told from any other formula, and from none', () => {
    expect(plainSumAt(book, at('B1'))).toHaveLength(1);
    expect([plainSumAt(book, at('D1')), plainSumAt(book, at('A1')), plainSumAt(book, at('A1', 7))]).toEqual([null, null, null]);
    expect([formulaAt(book, at('A1')), formulaAt(book, at('D1')) !== null]).toEqual([null, true]);
  });
});

describe('how far a sum may be off', () => {
  const off = (values: readonly (readonly [value: number, format?: string])[]) => {
    const rows = values.map(([value, format]) => [format === undefined ? value : { v: value, format }]);
    const slots = values.map(([value], row) => ({ state: 'value', value: dec(value), at: { sheet: 0, row, col: 0 }, raw: value, odd: [] }));
    const { decimals, tolerance } = roundingTolerance(slots as never, bookOf(sheetOf('评分表', rows)));
    return `${decimals} ${tolerance.toString()}`;
  };

  test.each<[values: Parameters<typeof off>[0], shown: string]>([
    [[[40], [60]], '0 0'],
    [[[40.5], [60]], '1 0.05'],
    [[[40.5], [59.5]], '1 0.1'],
    [[[40.55], [59.5]], '2 0.005'],
    [[[40.55, '0.0'], [59.5]], '1 0.1'],
    [[[40.55, '0'], [59]], '0 0.5'],
    [[[40.55, '0.000']], '2 0.005'],
    [[], '0 0'],
  ])('%j: %s', (values, shown) => expect(off(values)).toBe(shown));
});

describe('a form nobody has filled in', () => {
  const ROW: RowSpec = { name: '培训人次', weight: 10 };
  const form = (rest: Partial<SheetSpec> = {}) => scoreTableOf({ rows: [ROW], ...rest }).scoreTable;

  test.each<[what: string, spec: Partial<SheetSpec>, unfilled: boolean]>([
    ['nothing', {}, true],
    ['a score', { rows: [{ ...ROW, score: 0 }] }, false],
    ['a score in words', { rows: [{ ...ROW, score: '见附件' }] }, false],
    ['a 完成值', { rows: [{ ...ROW, actual: '100人' }] }, false],
    ['a 指标值', { rows: [{ ...ROW, target: '100人' }] }, true],
    ['a total', { total: { score: 97 } }, false],
    ['a total of nothing', { total: { score: 0 } }, true],
    ['money spent', { funding: { total: { executed: 3 } } }, false],
    ['a budget', { funding: { total: { budget: 3 } } }, false],
    ['a first budget', { funding: { total: { initial: 3 } } }, false],
    ['money of nothing', { funding: { total: { initial: 0, budget: 0, executed: 0 } } }, true],
  ])('%s', (_, spec, unfilled) => expect(isUnfilled(form(spec))).toBe(unfilled));

  test('who owes a score', () => {
    const table = form({
      rows: [
        { name: '甲', weight: 10 },
        { name: '乙', weight: null },
        { name: '丙', weight: 10, applies: false },
        { name: '丁', sharesScoreOf: 3 },
        { name: '戊', weight: '十分' },
      ],
    });
    expect(rowsOwingScore(table).map(({ name }) => name.value)).toEqual(['甲', '戊']);
    expect(rowsOwingScore(form({ without: ['weight'] }))).toHaveLength(1);
    expect(a1(table.rows[0]!.name.at.row, 0)).toBe('A5');
  });

  test('what has no value has none', () => {
    expect([valueOf(null), valueOf(undefined)]).toEqual([null, null]);
    expect(valueOf({ state: 'value', value: 3, at: at('A1'), raw: 3, odd: [] })).toBe(3);
  });
});
