import { Dec, cutOff, halfUp } from '../../src/workbook';

describe('rounding, in one place', () => {
  test.each([
    ['0.005', 2, '0.01'],
    ['2.675', 2, '2.68'],
    ['97.45', 1, '97.5'],
    ['97.449999', 1, '97.4'],
    ['-0.005', 2, '-0.01'],
    ['9.995', 2, '10'],
    ['8', 2, '8'],
    ['0.5', 0, '1'],
  ])('%s to %i decimals is %s', (value, decimals, expected) => {
    expect(halfUp(new Dec(value), decimals).toString()).toBe(expected);
  });

  test.each([
    ['0.999', 2, '0.99'],
    ['-0.019', 2, '-0.01'],
    ['8', 2, '8'],
  ])('%s cut off after %i decimals is %s', (value, decimals, expected) => {
    expect(cutOff(new Dec(value), decimals).toString()).toBe(expected);
  });
});
