import fc from 'fast-check';
import { halfUnit, roundingTolerance } from '../../src/score-table/tolerance';
import { decimalsOfFormat } from '../../src/workbook/number-format';
import type { Slot } from '../../src/score-table/types';
import { Dec } from '../../src/workbook/decimal';
import { bookOf, sheetOf } from '../support/sheets';
import { SEED } from '../fuzz/runs';

function tolerance(values: readonly number[], formats: readonly (string | undefined)[] = []): { decimals: number; tolerance: number } {
  const book = bookOf(sheetOf('表', [values.map((v, index) => ({ v, format: formats[index] ?? 'General' }))]));
  const slots = values.map((value, col): Slot<Dec> => ({
    state: 'value',
    value: new Dec(value),
    at: { sheet: 0, row: 0, col },
    raw: value,
    odd: [],
  }));
  const result = roundingTolerance(slots, book);
  return { decimals: result.decimals, tolerance: result.tolerance.toNumber() };
}

describe('decimals a number format shows', () => {
  it.each([
    ['0', 0],
    ['0.00', 2],
    ['#,##0.0', 1],
    ['0.00_ ', 2],
    ['0.00;[Red]-0.00', 2],
    ['0.0"分"', 1],
    ['0%', 2],
    ['0.00%', 4],
    ['General', null],
    ['@', null],
    ['yyyy"年"m"月"', null],
    ['0.00E+00', null],
  ])('%s → %s', (format, expected) => {
    expect(decimalsOfFormat(format)).toBe(expected);
  });
});

describe('tolerance', () => {
  it('is half a unit for each row that shows all the decimals', () => {
    expect(tolerance([9.94, 8.33, 10, 5])).toEqual({ decimals: 2, tolerance: 0.01 });
    expect(tolerance([9.5, 10, 5])).toEqual({ decimals: 1, tolerance: 0.05 });
  });
  it('is nothing for whole numbers and for no rows', () => {
    expect(tolerance([10, 9, 8])).toEqual({ decimals: 0, tolerance: 0 });
    expect(tolerance([])).toEqual({ decimals: 0, tolerance: 0 });
  });
  it('follows the number format where it cuts the value', () => {
    expect(tolerance([33.3333333333, 16.6666666667], ['0.0', '0.0'])).toEqual({ decimals: 1, tolerance: 0.1 });
    expect(tolerance([9.6, 10], ['0', '0'])).toEqual({ decimals: 0, tolerance: 0.5 });
    expect(tolerance([9.5], ['0.00'])).toEqual({ decimals: 1, tolerance: 0.05 });
  });
  it(`explains every sum of figures that were rounded to two decimals first, and is never larger than half a unit a row (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 30 }), (parts) => {
        const exact = parts.map((part) => new Dec(part).div(100_000));
        const rounded = exact.map((value) => value.toDecimalPlaces(2, Dec.ROUND_HALF_UP));
        const off = Dec.sum(...exact)
          .minus(Dec.sum(...rounded))
          .abs();
        const book = bookOf(sheetOf('表', [[]]));
        const slots = rounded.map((value, col): Slot<Dec> => ({
          state: 'value',
          value,
          at: { sheet: 0, row: 0, col },
          raw: null,
          odd: [],
        }));
        const bound = halfUnit(2).times(parts.length);
        expect(off.lte(bound)).toBe(true);
        expect(roundingTolerance(slots, book).tolerance.lte(bound.times(10))).toBe(true);
      }),
      { seed: SEED, verbose: 1 },
    );
  });
});
