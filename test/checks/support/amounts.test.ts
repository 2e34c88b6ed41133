/** What stands beneath the checks: money in every reading, lists of parts, rates as a cell holds them, rows left out. */
import { wrongFigures, wrongPartLists } from '../../../src/checks/support/figure-sums';
import { inYuan, isCostRow, isForEach, moneyReadings, ratePoints, sumOfSlots, sumTolerance } from '../../../src/checks/support/money';
import { isClearNumber, isText, rateAsTyped, sumsOver } from '../../../src/checks/support/typed';
import { unscoredRows } from '../../../src/checks/support/unscored';
import { staleYear } from '../../../src/checks/support/years';
import { quantitySlot } from '../../../src/recognition/quantity';
import type { Figure } from '../../../src/score-table';
import { type CellValue, Dec, normal } from '../../../src/workbook';
import { goodSheet, type RowSpec, scoreTableOf } from '../../support/score-table';
import { bookOf, sheetOf } from '../../support/sheets';

const at = { sheet: 0, row: 0, col: 0 };
const dec = (value: number | string): Dec => new Dec(value);
const quantity = (raw: CellValue, unit = '') =>
  quantitySlot(raw, at, { format: 'General', symbol: null, unit, headerPercent: false, date1904: false }).value!;

test.each<[raw: CellValue, unit: string, beside: CellValue, funding: '元' | '万元' | null, readings: string]>([
  ['5万元', '', null, null, '50000'],
  ['5万', '', null, null, '50000'],
  ['5', '万元', null, null, '50000'],
  ['5', '元', null, null, '5'],
  ['5', '亿元', null, null, '500000000'],
  ['5元', '', null, '万元', '5'],
  ['5', '', null, '万元', '50000'],
  ['5', '', null, '元', '5'],
  ['5', '', null, null, '5 50000'],
  ['5', '', '6元', '万元', '5'],
  ['5', '', '6万', '元', '5 50000'],
  ['5', '', '6项', null, ''],
  ['5项', '', null, null, ''],
  ['5%', '', null, null, ''],
  ['健全', '', null, null, ''],
])('%s in %s beside %s, funding in %s: %s', (raw, unit, beside, funding, readings) => {
  const other = beside === null ? null : quantity(beside);
  expect(moneyReadings(quantity(raw, unit), other, funding).map(String).join(' ')).toBe(readings);
});

test('sums, rates and scales of money', () => {
  expect([ratePoints(dec('0.498839')), ratePoints(dec('0.49883949')), ratePoints(dec(1))]).toEqual(['49.8839%', '49.8839%', '100%']);
  expect(
    [
      sumTolerance([dec(1)]),
      sumTolerance([dec(1), dec('2.5')]),
      sumTolerance([dec('1.123'), dec(2)]),
      sumTolerance([dec('1.12345678')]),
    ].map(String),
  ).toEqual(['0.005', '0.01', '0.001', '5e-7']);
  expect([inYuan(dec(3), '万元'), inYuan(dec(3), '元'), inYuan(dec(3), null)].map((one) => one?.toString() ?? null)).toEqual([
    '30000',
    '3',
    null,
  ]);
  const slot = (value: number | null) => ({ state: 'value' as const, value: value === null ? null : dec(value), at, raw: value, odd: [] });
  expect(sumOfSlots([slot(1), undefined, slot(null), slot(2)]).toString()).toBe('3');
});

test.each<[name: string, path: string, each: boolean, cost: boolean]>([
  ['项目总成本', '成本指标/经济成本', false, true],
  ['人均培训成本', '成本指标/经济成本', true, false],
  ['单套设备价格', '成本指标', true, false],
  ['培训人次', '产出指标/数量指标', false, false],
])('%s under %s: for each %s, cost %s', (name, above, each, cost) => {
  const row = scoreTableOf({ rows: [{ name, path: above, weight: 10, score: 10 }] }).scoreTable.rows[0]!;
  expect([isForEach(row), isCostRow(row)]).toEqual([each, cost]);
});

test.each<[raw: CellValue, format: string, rate: string, written: string]>([
  ['83%', 'General', '0.9', '90%'],
  ['83%', 'General', '0.83456', '83.46%'],
  [0.83, '0%', '0.9', '0.9'],
  [83, '0"%"', '0.9', '90'],
  [83, 'General', '0.9', '90'],
  [0.83, 'General', '0.9', '0.9'],
  [1.5, 'General', '0.9', '0.9'],
  [1.6, 'General', '0.9', '90'],
  [83, 'General', '0.01', '1%'],
  [83, 'General', '0.015', '1.5%'],
  [83, 'General', '0.016', '1.6'],
  [0.83, 'General', '1.6', '160%'],
  [0.83, 'General', '1.5', '1.5'],
])('beside %s shown as %s, %s is written %s', (raw, format, rate, written) => {
  const book = bookOf(sheetOf('表', [[{ v: raw, format }]]));
  expect(String(rateAsTyped({ state: 'value', value: dec(0.83), at, raw, odd: [] }, book, dec(rate)))).toBe(written);
});

test.each<[formula: string, over: boolean]>([
  ['SUM(A1:A3)', true],
  ['SUM(A2:A3)', false],
  ['SUM(A1)', true],
  ['SUM(A1,A2)+A3', false],
  ['SUM(A1:A3)+A4', true],
  ['A1+A2', false],
  ['SUMPRODUCT(A1:A2,B1:B2)', true],
  ['SUM(其他!A1:A3)', false],
])('%s passes over text in A1: %s', (formula, over) => expect(sumsOver(formula, at)).toBe(over));

test('a score as text, and whether its number is beyond doubt', () => {
  const slot = (raw: CellValue, state: 'value' | 'text' | 'blank', odd: readonly string[] = []) =>
    ({ state, value: dec(5), at, raw, odd }) as never;
  expect([isText(slot('5', 'value')), isText(slot('优', 'text')), isText(slot('', 'blank')), isText(slot(5, 'value'))]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([
    isClearNumber(slot('5分', 'value', ['unit-suffix'])),
    isClearNumber(slot('5 分', 'value', ['inner-space', 'unit-suffix'])),
    isClearNumber(slot('9 5', 'value', ['inner-space'])),
    isClearNumber(slot('l5', 'value', ['ocr'])),
    isClearNumber(slot('优', 'text')),
  ]).toEqual([true, true, false, false, false]);
});

describe('lists of parts in a data sheet', () => {
  const cell = (row: number, col = 1) => ({ sheet: 0, row, col });
  const figure = (label: string, row: number, value: number, more: Partial<Figure> = {}): Figure => ({
    path: [label],
    value: { state: 'value', value: dec(value), at: cell(row), raw: value, odd: [] },
    period: 'this',
    basis: null,
    unit: '元',
    ...more,
  });
  const found = (whole: number, parts: readonly (readonly [string, number])[], unit = '元'): string => {
    const data = [
      figure('三公经费', 1, whole, { unit }),
      ...parts.map(([label, value], n) => figure(label, n + 2, value, { unit, partOf: cell(1) })),
    ];
    return wrongPartLists(scoreTableOf({ ...goodSheet(), data }).scoreTable)
      .map((one) => `${one.label} ${one.value.toString()}≠${one.sum.toString()}`)
      .join();
  };
  test.each<[string, number, (readonly [string, number])[], string, string]>([
    [
      'more than the whole',
      100,
      [
        ['接待费', 60],
        ['车辆费', 50],
      ],
      '元',
      '三公经费 100≠110',
    ],
    [
      'less, and not complete',
      100,
      [
        ['接待费', 60],
        ['车辆费', 30],
      ],
      '元',
      '',
    ],
    [
      'less, with the rest named',
      100,
      [
        ['接待费', 60],
        ['其他', 30],
      ],
      '元',
      '三公经费 100≠90',
    ],
    [
      'equal',
      100,
      [
        ['接待费', 60],
        ['其他', 40],
      ],
      '元',
      '',
    ],
    [
      'within rounding',
      100,
      [
        ['接待费', 60],
        ['其他', 39.99],
      ],
      '元',
      '',
    ],
    [
      'beyond rounding',
      100,
      [
        ['接待费', 60],
        ['其他', 39.98],
      ],
      '元',
      '三公经费 100≠99.98',
    ],
    ['one part is no list', 100, [['其他', 30]], '元', ''],
    [
      'parts of parts',
      100,
      [
        ['接待费', 100],
        ['其中一', 40],
      ],
      '元',
      '',
    ],
    [
      'two of three come to the whole',
      100,
      [
        ['接待费', 60],
        ['车辆费', 40],
        ['其中一', 10],
      ],
      '元',
      '',
    ],
    [
      'the last two come to the whole',
      100,
      [
        ['其中一', 10],
        ['接待费', 60],
        ['车辆费', 40],
      ],
      '元',
      '',
    ],
    [
      'counts of people are none',
      100,
      [
        ['接待费', 60],
        ['其他', 30],
      ],
      '人',
      '',
    ],
    [
      'in 万元',
      100,
      [
        ['接待费', 60],
        ['其他', 30],
      ],
      '万元',
      '三公经费 100≠90',
    ],
    ['twelve parts', 100, Array.from({ length: 12 }, (_, n) => [n === 0 ? '其他' : `部分${n}`, 1] as const), '元', '三公经费 100≠12'],
    ['thirteen parts', 100, Array.from({ length: 13 }, (_, n) => [n === 0 ? '其他' : `部分${n}`, 1] as const), '元', ''],
  ])('%s', (_, whole, parts, unit, expected) => expect(found(whole, parts, unit)).toBe(expected));

  test('the other columns of the same list come out', () => {
    const beside = (first: number, filled: number): string => {
      const data = [
        figure('三公经费', 1, 100),
        figure('接待费', 2, 60, { partOf: cell(1) }),
        figure('车辆费', 3, 30, { partOf: cell(1) }),
        figure('三公经费', 1, first, { period: 'last', value: { ...figure('', 1, first).value, at: cell(1, 2) } }),
        figure('接待费', 2, 50, { period: 'last', partOf: cell(1, 2), value: { ...figure('', 2, 50).value, at: cell(2, 2) } }),
        figure('车辆费', 3, filled, { period: 'last', partOf: cell(1, 2), value: { ...figure('', 3, filled).value, at: cell(3, 2) } }),
      ];
      return wrongPartLists(scoreTableOf({ ...goodSheet(), data }).scoreTable)
        .map((one) => `${one.value.toString()}≠${one.sum.toString()}`)
        .join();
    };
    expect([beside(80, 30), beside(90, 30), beside(50, 0)]).toEqual(['100≠90', '', '']);
  });

  test('rates with one definition', () => {
    const rate = (value: number, unit = '率'): string => {
      const data = [
        figure('编制人数', 1, 50, { unit: '人' }),
        figure('在职人数', 2, 48, { unit: '人' }),
        figure('在职人员控制率', 3, value, { unit, ...(unit === '%' ? { percent: true as const } : {}) }),
      ];
      return wrongFigures(scoreTableOf({ ...goodSheet(), data }).scoreTable)
        .map((one) => `${one.label} ${one.sum.toString()} ${one.formula}`)
        .join();
    };
    expect([rate(96), rate(95.99), rate(95.9), rate(0.96, '%'), rate(0.9599, '%'), rate(0.95, '%')].map((one) => one !== '')).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});

test.each<[string, number | null]>([
  ['2023年12月底前完成', 2023],
  ['2023年底前完成', 2023],
  ['2023年11月底前完成', null],
  ['截至2023年', 2023],
  ['截止2022年', 2022],
  ['截至2020年', null],
  ['截至2021年', 2021],
  ['截至2023年，2024年继续', null],
  ['2023年启动', null],
  ['自2023年起', null],
  ['2024年12月底前完成', null],
])('%s in 2024 is a text of %s', (text, year) => expect(staleYear(normal(text), 2024)).toBe(year));

test('rows among scored ones that have neither 分值 nor 得分', () => {
  const scored: RowSpec = { weight: 10, score: 10, target: '≥1项', actual: '1项', reason: null, criterion: '按比例' };
  const bare = (change: Partial<RowSpec> = {}): RowSpec => ({
    ...scored,
    name: '培训场次',
    role: 'breakdown',
    weight: null,
    score: null,
    ...change,
  });
  const names = (rows: readonly RowSpec[]): string =>
    unscoredRows(scoreTableOf({ rows, total: null }).scoreTable)
      .map((row) => row.name.value)
      .join();
  const three = [scored, { ...scored, name: '乙项' }, { ...scored, name: '丙项' }];
  expect([
    names([...three, bare()]),
    names([...three.slice(1), bare()]),
    names([...three, bare(), bare({ name: '培训人次' })]),
    names([...three, bare({ name: '其中：培训' })]),
    names([...three, bare({ name: '(1)培训' })]),
    names([...three, bare({ name: '培训' })]),
    names([...three, bare({ weight: 5 })]),
    names([...three, bare({ score: 5 })]),
    names([...three, bare({ role: 'indicator' })]),
    names([...three, bare({ applies: false })]),
    names([...three, bare({ actual: null })]),
    names([...three, bare({ target: null })]),
    names([bare(), ...three]),
    names([...three, ...three, bare(), bare({ name: '培训人次' })]),
    names([...three, ...three.slice(1), bare(), bare({ name: '培训人次' })]),
  ]).toEqual(['培训场次', ...Array.from({ length: 12 }, () => ''), '培训场次,培训人次', '']);
});
