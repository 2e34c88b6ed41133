/** The small readers behind the checks of scores and money: rounding, rules of a sheet's own, formulas that pass over text, money. */
import { directionOf } from '../../../src/score-table/direction';
import { AMOUNT_NAMES, denominator, moneyReadings, ratePoints, sumTolerance } from '../../../src/checks/support/money';
import { isPlainExecutionRule } from '../../../src/checks/support/derived';
import { ruleKind } from '../../../src/checks/support/own-rule';
import type { CheckContext } from '../../../src/checks/types';
import type { ScoreTable } from '../../../src/score-table/types';
import { deriveAll } from '../../../src/scoring';
import { rounded, roundTo, stepOfOthers } from '../../../src/score-table/rounding';
import { isExactSlip, isScaleSlip } from '../../../src/checks/support/scale';
import { rateAsTyped, sumsOver } from '../../../src/checks/support/typed';
import { quantitySlot } from '../../../src/recognition/quantity';
import { rateSlot } from '../../../src/recognition/numbers';
import { a1, parseA1 } from '../../../src/workbook/address';
import { Dec } from '../../../src/workbook/decimal';
import type { CellValue } from '../../../src/workbook/types';
import { bookOf, sheetOf } from '../../support/sheets';
import { goodSheet, scoreTableOf } from '../../support/score-table';
import { withRow } from './spoil';

const kindOf = (scoreTable: ScoreTable, at: number) =>
  ruleKind({ expected: (id) => deriveAll(scoreTable).get(id)! } as CheckContext, scoreTable.rows[at]!);

const dec = (value: number | string) => new Dec(value);

describe('rounding', () => {
  it.each([
    ['8.62', '8.62', '0.01', 'right'],
    ['8.6', '8.62', '0.01', 'coarse'],
    ['8.6', '8.62', '0.1', 'right'],
    ['9', '8.62', '0.1', 'coarse'],
    ['8', '8.62', '0.1', 'coarse'],
    ['9', '8.62', '1', 'right'],
    ['8.5', '8.62', '0.5', 'right'],
    ['7', '8.62', '1', 'different'],
    ['8.625', '8.62', '0.01', 'right'],
  ])('%s for %s where others go by %s: %s', (stated, expected, step, is) =>
    expect(rounded(dec(stated), { score: dec(expected), proportional: true, full: dec('10') }, dec(step)).is).toBe(is),
  );

  it.each([
    ['9', '8.62', false, '10', 'different'],
    ['5', '4.5', false, '5', 'different'],
    ['2', '1.5', false, '3', 'different'],
    ['1.67', '1.666667', false, '5', 'right'],
    ['10', '9.6', true, '10', 'different'],
    ['10', '9.997', true, '10', 'right'],
    ['10', '9.6', true, '20', 'right'],
  ])('%s for %s, in proportion: %s, of %s: %s', (stated, expected, proportional, full, is) =>
    expect(rounded(dec(stated), { score: dec(expected), proportional, full: dec(full) }, dec('1')).is).toBe(is),
  );

  it('halves go up', () => expect(roundTo(dec('8.25'), dec('0.5')).toNumber()).toBe(8.5));

  it.each([
    [13, 1],
    [12.5, 0.5],
    [12.3, 0.1],
    [12.34, 0.01],
  ])('a score of %d makes the step %d', (score, step) => {
    const { scoreTable } = scoreTableOf(withRow(4, { score }));
    expect(stepOfOthers(scoreTable, scoreTable.rows[0]!, 0).toNumber()).toBe(step);
    expect(
      stepOfOthers(
        scoreTable,
        scoreTable.rows.find((row) => row.scores[0]?.value?.eq(score))!,
        0,
      ).toNumber(),
    ).toBe(1);
  });
});

describe('rules of the sheet’s own', () => {
  it.each([
    [null, 'none'],
    ['完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分。', 'ratio'],
    ['按完成比例得分', 'ratio'],
    ['每发现一处问题扣1分', 'own'],
    ['合格率≥95%得满分', 'own'],
    ['是否按要求完成', 'vague'],
  ])('%s: %s', (criterion, expected) => expect(kindOf(scoreTableOf(withRow(0, { criterion })).scoreTable, 1)).toBe(expected));

  it.each([
    ['注：预算执行率达到95%以上得满分，每低1个百分点扣0.5分。', true],
    ['执行率每低1个百分点扣0.1分', true],
    ['一级指标分值统一设置为产出50、效益30、满意度10、预算资金执行率10；得分不得超过该指标分值上限', false],
    ['预算执行率得分=执行率×分值', false],
  ])('%s: %s', (note, expected) => {
    const { scoreTable } = scoreTableOf({ ...goodSheet(), notes: [note] });
    const execution = scoreTable.rows[0]!;
    expect(isPlainExecutionRule(execution, deriveAll(scoreTable).get(execution.id)!.rule!)).toBe(!expected);
  });
});

describe('formulas that pass over text', () => {
  it.each([
    ['SUM(G5:G9)', 'G7', true],
    ['ROUND(SUM($G$5:$G$9),2)', 'G9', true],
    ['SUM(G5,G7)', 'G7', true],
    ['SUM(G5:G9)+G12', 'G12', false],
    ['G5+G6+G7', 'G7', false],
    ['SUM(F5:F9)', 'G7', false],
    ["SUM('另表'!G5:G9)", 'G7', false],
  ])('%s over %s: %s', (formula, cell, expected) => expect(sumsOver(formula, { sheet: 0, ...parseA1(cell)! })).toBe(expected));
});

test('a rate is written the way its cell has it', () => {
  const at = { sheet: 0, row: 0, col: 0 };
  const as = (raw: CellValue, format = 'General') => {
    const typed = rateAsTyped(rateSlot(raw, at, format, false), bookOf(sheetOf('表', [[{ v: raw, format }]])), dec('0.835'));
    return typeof typed === 'string' ? typed : typed.toNumber();
  };
  expect([as('90%'), as(0.9, '0.00%'), as(90), as(0.9), as(null), as(null, '0%')]).toEqual(['83.5%', 0.835, 83.5, 0.835, '83.5%', 0.835]);
});

describe('money', () => {
  const quantity = (raw: CellValue, unit = '') =>
    quantitySlot(raw, { sheet: 0, row: 0, col: 0 }, { format: 'General', symbol: null, unit, headerPercent: false, date1904: false })
      .value!;
  const readings = (raw: CellValue, unit = '', funds: '元' | '万元' | null = '万元') =>
    moneyReadings(quantity(raw, unit), null, funds).map((one) => one.toNumber());

  it('in 元, every reading that can be defended', () => {
    expect(readings('150万')).toEqual([1_500_000]);
    expect(readings('150万元')).toEqual([1_500_000]);
    expect(readings(33, '万元')).toEqual([330_000]);
    expect(readings('1500元')).toEqual([1500]);
    expect(readings(150)).toEqual([1_500_000]);
    expect(readings(150, '', null)).toEqual([150, 1_500_000]);
    expect(readings('150人')).toEqual([]);
    expect(readings('95%')).toEqual([]);
  });

  it('divides by the column marked (A), else by the yearly budget', () => {
    const { funding } = scoreTableOf(goodSheet()).scoreTable;
    expect(denominator(funding!)).toBe('budget');
    const marked = { ...funding!, columns: { ...funding!.columns, initial: { ...funding!.columns.initial!, value: '年初预算数（A）' } } };
    expect(denominator(marked)).toBe('initial');
    const withoutBudget = Object.fromEntries(Object.entries(funding!.columns).filter(([key]) => key !== 'budget'));
    expect(denominator({ ...funding!, columns: withoutBudget })).toBe('initial');
  });

  it('calls the amounts as official forms do, and shows a rate to four decimals of a percent', () => {
    expect(AMOUNT_NAMES).toEqual({ initial: '年初预算数', budget: '全年预算数', arrived: '到位数', executed: '全年执行数' });
    expect([ratePoints(dec('0.498839')), ratePoints(dec('0.9')), ratePoints(dec('0.33333335'))]).toEqual(['49.8839%', '90%', '33.3333%']);
    expect(ratePoints(dec('0.333333500'))).toBe('33.3334%');
  });

  it('half a cent for each amount', () => expect(sumTolerance([dec('802.21'), dec('564.01'), dec('1366.23')]).toNumber()).toBe(0.015));

  it('元 and 万元 mixed up', () => {
    expect([isScaleSlip(dec(100), dec(998000)), isScaleSlip(dec(100), dec(100000)), isScaleSlip(dec(0), dec(10000))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isExactSlip(dec(100), dec(1000000)), isExactSlip(dec(100), dec(998000)), isExactSlip(dec(100), dec(900000))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test('the builder’s rows are where the tests think', () => {
  const { scoreTable } = scoreTableOf(goodSheet());
  expect(scoreTable.rows.map((row) => a1(row.name.at.row, row.name.at.col))).toEqual(['A5', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14']);
  expect(directionOf(scoreTable.rows[3]!).way).toBe('down');
});
