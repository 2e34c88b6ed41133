/** Scores among themselves: to how many decimals they go, whose cell is whose, what a sum covers, what an execution row is worth. */
import {
  byWeight,
  comparedPair,
  denominator,
  executionRate,
  executionScore,
  executionWeight,
  isSameFigure,
  isUnfilled,
  oldValuesBehind,
  oldValuesReadBy,
  rateOn,
  rounded,
  rowsOwingScore,
  saidDecimals,
  scoreCells,
  scoreDecimals,
  scoredRows,
  type ScoreTable,
  stepOfOthers,
  sumOfCells,
  weightCells,
  weightedRows,
} from '../../src/score-table';
import { quantitySlot } from '../../src/recognition/quantity';
import { a1, type CellValue, Dec } from '../../src/workbook';
import { goodSheet, type RowSpec, scoreTableOf, type SheetSpec } from '../support/score-table';
import { bookOf, sheetOf } from '../support/sheets';

const dec = (value: number | string): Dec => new Dec(value);
const tableOf = (rows: readonly RowSpec[], rest: Partial<SheetSpec> = {}): ScoreTable => scoreTableOf({ rows, ...rest }).scoreTable;

test.each<[text: string, decimals: number | null]>([
  ['得分保留一位小数', 1],
  ['得分保留1位小数', 1],
  ['保留两位小数', 2],
  ['保留二位小数', 2],
  ['保留三位小数', 3],
  ['保留四位小数', 4],
  ['保留4位小数', 4],
  ['保留小数点后两位', 2],
  ['保留到小数点后一位', 1],
  ['精确到小数点后3位', 3],
  ['取小数后二位', 2],
  ['保留2位', 2],
  ['四舍五入取整数', 0],
  ['精确到个位', 0],
  ['精确到0.1', 1],
  ['精确至0.01分', 2],
  ['精确到0.001', 3],
  ['精确到0.15', null],
  ['保留五位小数', null],
  ['取2位', null],
  ['完成率保留一位小数', null],
  ['百分比四舍五入,保留两位小数', null],
  ['按完成率计分，得分保留一位小数', 1],
  ['每低1个百分点扣1分', null],
])('%s: to %s decimals', (text, decimals) => expect(saidDecimals(text)).toBe(decimals));

describe('to what step the other scores keep', () => {
  const step = (scores: readonly CellValue[], criterion: string | null = null): string => {
    const table = tableOf(scores.map((score, at) => ({ score, weight: 10, criterion: at === 0 ? criterion : null })));
    return stepOfOthers(table, table.rows[0]!, 0).toString();
  };
  test.each<[CellValue[], string | null, string]>([
    [[9.37, 8, 10], null, '1'],
    [[9.37, 8.5, 10], null, '0.5'],
    [[9.37, 8.4, 10], null, '0.1'],
    [[9.37, 8.25, 10], null, '0.01'],
    [[9.37, 8.123, 10], null, '0.01'],
    [[9.37, 8.4, null], null, '0.1'],
    [[9.37], null, '1'],
    [[9, 8.25, 10], '得分保留一位小数', '0.1'],
    [[9, 8.5, 10], '得分保留两位小数', '0.5'],
    [[9, 8.5, 10], '四舍五入取整数', '1'],
  ])('%s with «%s»: %s', (scores, criterion, expected) => expect(step(scores, criterion)).toBe(expected));

  test('a score cell of several rows is one score, and its own to each of them', () => {
    const table = tableOf([{ score: 9.37, weight: 10 }, { sharesScoreOf: 1 }, { score: 8, weight: 10 }]);
    expect(stepOfOthers(table, table.rows[0]!, 0).toString()).toBe('1');
    expect(stepOfOthers(table, table.rows[2]!, 0).toString()).toBe('0.01');
  });
});

test.each<[stated: string, expected: string, proportional: boolean, full: string | null, step: string, verdict: string]>([
  ['9.33', '9.3333', true, '10', '0.01', 'right'],
  ['9.34', '9.3333', true, '10', '0.01', 'different'],
  ['9.3', '9.3333', true, '10', '0.01', 'coarse 0.1'],
  ['9.3', '9.3333', true, '10', '0.1', 'right'],
  ['9.4', '9.3333', true, '10', '0.1', 'different'],
  ['9.5', '9.3333', true, '10', '0.1', 'coarse 0.5'],
  ['9', '9.3333', true, '10', '0.5', 'right'],
  ['9', '9.3333', true, '10', '0.1', 'coarse 0.5'],
  ['9', '9.45', true, '10', '0.1', 'coarse 0.5'],
  ['10', '9.6', true, '10', '1', 'different'],
  ['10', '9.6', true, null, '1', 'right'],
  ['10', '9.9951', true, '10', '0.01', 'right'],
  ['9', '9.3333', false, '10', '1', 'different'],
  ['8.3333', '9.3333', true, '10', '1', 'different'],
  ['9.3384', '9.3333', false, '10', '0.01', 'different'],
  ['9.3383', '9.3333', false, '10', '0.01', 'right'],
])('%s where %s is due (in proportion: %s, of %s, step %s): %s', (stated, score, proportional, full, step, verdict) => {
  const is = rounded(dec(stated), { score: dec(score), proportional, full: full === null ? null : dec(full) }, dec(step));
  expect(is.is === 'coarse' ? `coarse ${is.step.toString()}` : is.is).toBe(verdict);
});

describe('whose cell is whose', () => {
  const table = tableOf(
    [
      { name: '甲', weight: 10, score: 9 },
      { name: '乙', sharesScoreOf: 1 },
      { name: '丙', weight: 20, score: 18.25 },
      { name: '丁', weight: 5, score: 4.5, role: 'bonus' },
      { name: '戊', weight: 7, score: null, applies: false },
      { name: '己', weight: 8, score: null },
      { name: '庚', weight: null, score: null, role: 'note' as never },
    ],
    { total: null },
  );
  const names = (rows: readonly { readonly name: { readonly value: string } }[]): string => rows.map((row) => row.name.value).join('');
  test('rows that carry scores, and 分值', () => {
    expect([names(scoredRows(table)), names(weightedRows(table)), names(rowsOwingScore(table))]).toEqual([
      '甲乙丙丁戊己',
      '甲乙丙戊己',
      '甲丙己',
    ]);
  });
  test('cells, each once, with the rows in it', () => {
    const shown = (cells: ReturnType<typeof scoreCells>): string[] =>
      cells.map(({ slot, rows }) => `${slot.value?.toString() ?? '-'} ${names(rows)}`);
    expect(shown(scoreCells(table, scoredRows(table), 0))).toEqual(['9 甲乙', '18.25 丙', '4.5 丁', '- 戊', '- 己']);
    expect(shown(weightCells(table, weightedRows(table)))).toEqual(['10 甲乙', '20 丙', '7 戊', '8 己']);
    expect(shown(scoreCells(table, [table.rows[1]!], 0))).toEqual(['9 乙']);
    expect(sumOfCells(scoreCells(table, scoredRows(table), 0)).toString()).toBe('31.75');
    expect(sumOfCells(scoreCells(table, [table.rows[4]!], 0)).toString()).toBe('0');
    expect(scoreDecimals(table)).toBe(2);
  });
  test('scores beside one merged 分值', () => {
    const merged = tableOf([
      { weight: 10, score: 4 },
      { sharesWeightOf: 1, score: 5 },
      { weight: 3, score: 3 },
    ]);
    expect(byWeight(scoreCells(merged, scoredRows(merged), 0)).map((group) => group.map(({ slot }) => slot.value?.toString()))).toEqual([
      ['4', '5'],
      ['3'],
    ]);
  });
});

describe('old values under merged cells', () => {
  const sheet = sheetOf(
    '表',
    [
      [1, 2, 3, 'text'],
      [4, 0, 6, 7],
      [8, 9, 10, { f: 'SUM(A1:C3)', v: 43 }],
      [{ f: 'SUM(B2:D2)', v: 1 }, { f: "SUM('表'!A1:B2)", v: 1 }, { f: 'SUM(别表!A1:C3)', v: 1 }, null],
    ],
    { merges: ['A1:B2', 'C2:D3'] },
  );
  const book = bookOf(sheet);
  const at = (row: number, col: number) => ({ sheet: 0, row, col });
  const found = (row: number, col: number): string =>
    oldValuesReadBy(book, at(row, col))
      .map((one) => `${a1(one.at.row, one.at.col)}=${one.value.toString()}`)
      .join(' ');
  test.each<[number, number, string]>([
    [2, 3, 'B1=2 A2=4 C3=10'],
    [3, 0, 'D2=7'],
    [3, 1, 'B1=2 A2=4'],
    [3, 2, ''],
    [0, 0, ''],
  ])('formula in row %i, column %i reads %s', (row, col, expected) => expect(found(row, col)).toBe(expected));
  test('they explain a difference that is their sum, and no other', () => {
    expect(oldValuesBehind(book, at(2, 3), dec(16)).length).toBe(3);
    expect(oldValuesBehind(book, at(2, 3), dec(15))).toEqual([]);
    expect(oldValuesBehind(book, at(3, 2), dec(0))).toEqual([]);
  });
});

describe('the execution row', () => {
  const of = (total: object, rest: Partial<SheetSpec> = {}): ScoreTable =>
    scoreTableOf({ ...goodSheet(), funding: { ...goodSheet().funding!, total }, ...rest }).scoreTable;
  test.each<[string, string, string]>([
    ['1.2', '10', '10'],
    ['1', '10', '10'],
    ['0.9', '10', '9'],
    ['0', '10', '0'],
    ['-0.1', '10', '0'],
  ])('at %s of %s: %s', (rate, weight, score) => expect(executionScore(dec(rate), dec(weight)).toString()).toBe(score));
  test.each<[object, string | null, string | null]>([
    [{ initial: 80, budget: 100, executed: 90, rate: '95%', weight: 10 }, '0.9', '10'],
    [{ initial: 80, executed: 60, rate: '95%', weight: 10 }, '0.95', '10'],
    [{ initial: 80, budget: 0, executed: 60, rate: '95%', weight: 10 }, '0.95', '10'],
    [{ budget: 100, executed: null, rate: '95%', weight: 10 }, '0.95', '10'],
    [{ budget: 100, executed: null, rate: null, weight: 10 }, null, '10'],
    [{ budget: 100, executed: 90, weight: 100 }, '0.9', null],
    [{ budget: 100, executed: 90, weight: 99 }, '0.9', null],
    [{ budget: 100, executed: 90, weight: 89 }, '0.9', '89'],
  ])('%j: rate %s, 分值 %s', (total, rate, weight) => {
    const table = of(total);
    expect([executionRate(table)?.toString() ?? null, executionWeight(table, dec(100))?.toString() ?? null]).toEqual([rate, weight]);
  });
  test('divided by the column marked (A), else by 全年预算数, else by 年初预算数', () => {
    const { funding } = of({ initial: 80, budget: 100, arrived: 50, executed: 40, weight: 10 }, {});
    const { budget, ...rest } = funding!.columns;
    const named = (value: string) => ({ ...budget!, value });
    expect(denominator(funding!)).toBe('budget');
    expect(denominator({ ...funding!, columns: rest })).toBe('initial');
    expect(denominator({ ...funding!, columns: { ...rest, initial: named('年初预算数（A）'), budget: budget! } })).toBe('initial');
    expect(denominator({ ...funding!, columns: { ...rest, arrived: named('到位数( A )'), budget: budget! } })).toBe('arrived');
    expect(denominator({ ...funding!, columns: { ...rest, executed: named('执行数(A)'), budget: budget! } })).toBe('budget');
    expect(denominator({ ...funding!, columns: { ...rest, budget: named('全年预算数(B)') } })).toBe('budget');
    const row = funding!.rows[0]!;
    expect([rateOn(row, 'budget')?.toString(), rateOn(row, 'initial')?.toString()]).toEqual(['0.4', '0.5']);
    expect(rateOn({ ...row, budget: { ...row.budget!, value: dec(0) } }, 'budget')).toBeNull();
  });
});

test.each<[string, SheetSpec, boolean]>([
  ['nothing filled in', { rows: [{ weight: 10, score: null, actual: null }], total: null }, true],
  ['a score', { rows: [{ weight: 10, score: 0, actual: null }], total: null }, false],
  ['a 完成值', { rows: [{ weight: 10, score: null, actual: '9项' }], total: null }, false],
  ['a score in words', { rows: [{ weight: 10, score: '优', actual: null }], total: null }, false],
  ['a total', { rows: [{ weight: 10, score: null, actual: null }], total: { score: 96 } }, false],
  ['a total of a formula', { rows: [{ weight: 10, score: null, actual: null }], total: { score: { f: 'SUM(G5:G6)', v: 0 } } }, true],
])('%s: blank is %s', (_, spec, blank) => expect(isUnfilled(scoreTableOf(spec).scoreTable)).toBe(blank));

describe('figures on one scale', () => {
  const quantity = (raw: CellValue, unit = '') =>
    quantitySlot(raw, { sheet: 0, row: 0, col: 0 }, { format: 'General', symbol: null, unit, headerPercent: false, date1904: false })
      .value!;
  test.each<[CellValue, CellValue, string, boolean | null]>([
    ['5万', '5', '50000/50000', true],
    ['5万', '50000', '50000/50000', true],
    ['5万', '200', '-', false],
    ['0', '5万', '-', false],
    ['1亿', '1', '100000000/100000000', true],
    ['1亿元', '10000万元', '100000000/100000000', true],
    ['100万元', '100', '100/100', true],
    ['100万元', '1000000', '1000000/1000000', true],
    ['100元', '100', '100/100', true],
    ['48次', '40人', '-', null],
    ['3公里', '3000米', '3000/3000', true],
    ['3公里', '3', '3/3', true],
    ['95%', '95', '0.95/0.95', true],
    ['95%', '0.95', '-', true],
    ['95%', '1', '-', false],
    ['95%', '0', '0.95/0', false],
    ['95%', '95人', '-', null],
    ['95人', '95%', '-', null],
    ['10项', '10项。', '10/10', true],
  ])('%s and %s: %s, the same: %s', (one, other, pair, same) => {
    const both = comparedPair(quantity(one), quantity(other));
    expect(both === null ? '-' : `${both.target.toString()}/${both.actual.toString()}`).toBe(pair);
    expect(isSameFigure(quantity(one), quantity(other))).toBe(same);
  });
});
