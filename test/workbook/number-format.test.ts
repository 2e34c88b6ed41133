import { percentSign } from '../../src/workbook/number-format';

test.each([
  ['0%', 0.95, 'scales'],
  ['0.00%', 0.95, 'scales'],
  ['#,##0.0%;[Red]-#,##0.0%', 0.95, 'scales'],
  ['0.00%_);(0.00%)', -0.2, 'scales'],
  ['[$-804]0.0%', 0.1, 'scales'],
  ['"约"0%', 0.1, 'scales'],
  ['0.0"%"', 93.2, 'written'],
  ['0\\%', 93, 'written'],
  ['0!%', 93, 'written'],
  ['0.0 "%"', 93.2, 'written'],
  ['General"%"', 93.2, 'written'],
  ['#,##0.00"％"', 93.2, 'written'],
  ['0％', 93, 'written'],
  ['"%"0', 93, null],
  ['0"（%）"', 93, null],
  ['0.0_%', 93, null],
  ['0.0*%', 93, null],
  ['General', 93, null],
  ['@', 93, null],
  ['0.00', 93, null],
  ['0;-0%', 5, null],
  ['0;-0%', -5, 'scales'],
  ['0%;-0%;0', 0, null],
  ['[<=1]0%;0"%"', 0.93, 'scales'],
  ['[<=1]0%;0"%"', 93, 'written'],
  ['[>1]0.0"%";0.0%', 0.5, 'scales'],
] as const)('%s at %d: %s', (format, figure, expected) => {
  expect(percentSign(format, figure)).toBe(expected);
});
