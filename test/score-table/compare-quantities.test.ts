import * as fc from 'fast-check';
import { compareQuantities, completionRatio } from '../../src/score-table/compare-quantities';
import { directionOf, type Direction } from '../../src/score-table/direction';
import { quantitySlot } from '../../src/recognition/quantity';
import type { CellValue } from '../../src/workbook/types';
import { scoreTableOf } from '../support/score-table';
import { SEED } from '../fuzz/runs';

const UP: Direction = { way: 'up', certain: true, from: 'name' };
const DOWN: Direction = { way: 'down', certain: true, from: 'name' };
const NONE: Direction = { way: 'unknown', certain: false, from: 'none' };

function quantity(raw: CellValue, unit = '', format = 'General') {
  return quantitySlot(raw, { sheet: 0, row: 0, col: 0 }, { format, symbol: null, unit, headerPercent: false, date1904: false }).value!;
}
const verdict = (target: CellValue, actual: CellValue, direction: Direction, unit = '', year: number | null = null) =>
  compareQuantities(quantity(target, unit), quantity(actual, unit), direction, year);

describe('numbers', () => {
  it.each<[CellValue, CellValue, Direction, string]>([
    ['95%', '100%', UP, 'met'],
    ['95%', '94.9%', UP, 'missed'],
    ['100%', '92%', DOWN, 'met'],
    ['3%', 0, DOWN, 'met'],
    ['3%', '5%', DOWN, 'missed'],
    ['≥95%', 98, UP, 'met'],
    ['≥95%', 90, UP, 'missed'],
    ['100%', 1, UP, 'unknown'],
    ['95%', 0.98, UP, 'unknown'],
    ['≥200人', '210人', UP, 'met'],
    ['≥200人', 180, UP, 'missed'],
    ['≥200人', '180户', UP, 'unknown'],
    ['=10个', '8个', NONE, 'missed'],
    ['=10个', '12个', NONE, 'unknown'],
    ['=0起', '1起', NONE, 'missed'],
    ['10个', '8个', NONE, 'unknown'],
    ['10个', '10个', NONE, 'met'],
    ['健全', '健全', UP, 'unknown'],
    ['≥266米', '≥266米', UP, 'unknown'],
    ['>10个', '10个', UP, 'unknown'],
    ['150万元', '1500000元', DOWN, 'met'],
    ['≤150万元', '160万', DOWN, 'missed'],
    ['≤90万元', '95', DOWN, 'missed'],
    ['5万', '5', DOWN, 'met'],
    ['5万', '6', DOWN, 'missed'],
    ['5万', '600', DOWN, 'unknown'],
    ['≥3公里', '2800米', UP, 'missed'],
    ['≤2小时', '150分钟', DOWN, 'missed'],
    ['≤2小时', '90分钟', DOWN, 'met'],
    ['≤1年', '13个月', DOWN, 'missed'],
    ['≥50亩', '3.5公顷', UP, 'met'],
    ['24小时内', '20小时内', DOWN, 'met'],
    ['24小时内', '24小时内', DOWN, 'unknown'],
    ['24小时内', '30小时内', DOWN, 'unknown'],
    ['≤5天', '5小时', DOWN, 'unknown'],
    ['≥95%', '≥96%', UP, 'met'],
    ['≥95%', '≤96%', UP, 'unknown'],
    ['90%-95%', '93%', NONE, 'met'],
    ['90%-95%', '80%', UP, 'missed'],
    ['90%-95%', '99%', UP, 'met'],
  ])('%s and %s', (target, actual, direction, expected) => expect(verdict(target, actual, direction)).toBe(expected));

  it('a percent format and a unit column', () => {
    expect(compareQuantities(quantity(100, '%'), quantity(0.98, '', '0%'), UP)).toBe('missed');
    expect(verdict(98, 100, UP, '%')).toBe('met');
    expect(verdict(33, 32.9999, DOWN, '万元')).toBe('met');
  });

  it('a value typed to fewer decimals than its target proves nothing', () => {
    expect(verdict('≤32.9998万元', '33万元', DOWN)).toBe('unknown');
    expect(verdict('≤32.4万元', '33万元', DOWN)).toBe('missed');
  });
});

describe('dates', () => {
  it.each<[string, string, number | null, string]>([
    ['9月前', '7月', null, 'met'],
    ['9月前', '10月', null, 'missed'],
    ['9月前', '9月', null, 'unknown'],
    ['2021年12月完成', '2021年12月完成', null, 'met'],
    ['2021年12月', '2022年1月', null, 'missed'],
    ['9月前', '2023年7月', 2023, 'met'],
    ['9月前', '2024年1月', 2023, 'missed'],
    ['9月前', '2023年7月', null, 'unknown'],
    ['2023年12月31日前', '2023年12月20日', null, 'met'],
    ['9月前', '按期', null, 'unknown'],
  ])('%s and %s', (target, actual, year, expected) => expect(verdict(target, actual, NONE, '', year)).toBe(expected));
});

describe('what never happens', () => {
  const figure = fc.integer({ min: 0, max: 100000 }).map((n) => n / 100);
  const unit = fc.constantFrom('', '%', '人', '万元', '元', '个');

  it(`the same value typed twice is never missed (seed ${SEED})`, () => {
    fc.assert(
      fc.property(figure, unit, fc.constantFrom(UP, DOWN, NONE), fc.constantFrom('', '≥', '≤', '='), (n, u, direction, sign) => {
        expect(verdict(`${sign}${n}${u}`, `${n}${u}`, direction)).toBe('met');
      }),
      { seed: SEED, verbose: true },
    );
  });

  it(`met in one direction and unequal is missed or unknown in the other (seed ${SEED})`, () => {
    fc.assert(
      fc.property(figure, figure, unit, (a, b, u) => {
        fc.pre(a !== b);
        const verdicts = [verdict(`${a}${u}`, `${b}${u}`, UP), verdict(`${a}${u}`, `${b}${u}`, DOWN)];
        expect(verdicts.filter((one) => one === 'met')).toHaveLength(1);
      }),
      { seed: SEED, verbose: true },
    );
  });

  it(`any text is read without a throw (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        fc.pre(a.trim() !== '' && b.trim() !== '');
        const { scoreTable } = scoreTableOf({ rows: [{ name: '指标', target: a, actual: b, weight: 10, score: 10 }] });
        const row = scoreTable.rows[0]!;
        if (row.target?.value == null || row.actual?.value == null) return;
        expect(['met', 'missed', 'unknown']).toContain(compareQuantities(row.target.value, row.actual.value, directionOf(row)));
      }),
      { seed: SEED, verbose: true },
    );
  });
});

test('ratio', () => {
  expect(completionRatio(quantity('≥200人'), quantity('150人'), 'up')!.toNumber()).toBe(0.75);
  expect(completionRatio(quantity('≤90万元'), quantity('120万元'), 'down')!.toNumber()).toBe(0.75);
  expect(completionRatio(quantity('≥0人'), quantity('150人'), 'up')).toBeNull();
  expect(completionRatio(quantity('健全'), quantity('健全'), 'up')).toBeNull();
});
