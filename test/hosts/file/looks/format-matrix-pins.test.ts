/** What cells show: every value under every format that forms use, and under odd ones. `npm run pin` renews it. */
import path from 'node:path';
import { displayed } from '../../../../src/hosts/file/looks';
import { builtinFormat } from '../../../../src/hosts/file/builtin-formats';
import type { CellValue } from '../../../../src/workbook/types';
import { expectPinned } from '../../../support/pinned';

const NUMBERS: readonly CellValue[] = [
  0,
  1,
  -1,
  0.5,
  -0.5,
  9.995,
  0.0045,
  99.949,
  100,
  1234.5,
  -1234567.891,
  1e-7,
  1.5e11,
  123456789012345,
  0.1 + 0.2,
];
const DAYS: readonly CellValue[] = [0, 1, 59, 60, 61, 366, 45291, 45291.5, 45292.04167, 45351.999994, 73050.75, 2958465.99, 2958466, -1];
const OTHERS: readonly CellValue[] = ['文字', '', true, false, { error: '#DIV/0!' }, null];

const FORMATS: readonly string[] = [
  ...Array.from({ length: 59 }, (_, id) => builtinFormat(id)),
  '0.0',
  '0.000',
  '#.##',
  '#,##0.0##',
  '0.0"分"',
  '0"%"',
  '0.0%',
  '%0',
  '0,',
  '0.00,,"百万"',
  '00000',
  '000-0000',
  '[Red]0.00;[蓝色]-0.00;"零";@"！"',
  '[>=90]"优";[>=80]"良";"差"',
  '[<60][Red]0;[=100]"满";0.0',
  '0.0;;',
  ';;;',
  '""',
  '@',
  '"共"@"项"',
  '[DBNum1]General',
  '[DBNum2]General"元"',
  '[DBNum1][$-804]yyyy"年"m"月"d"日"',
  '[$￥-804]#,##0.00;-[$￥-804]#,##0.00',
  '?/?',
  '# ?/8',
  '# ??/??',
  '0.0E+0',
  '##0.00E-00',
  'yyyy/mm/dd',
  'yy-m-d',
  'yyyy"年"mm"月"',
  'aaaa',
  '[$-804]aaa',
  'dddd, mmmm d',
  'ddd mmm',
  'mmmmm',
  'h:mm:ss',
  'hh:mm AM/PM',
  '上午/下午h"时"mm"分"',
  '[h]:mm',
  '[mm]:ss.00',
  '[ss]',
  'ss.000',
  'yyyy-mm-dd hh:mm',
  'm',
  'h"时"m"分"',
  'e"年"',
  'b1yyyy',
  '_(* #,##0_);_(* (#,##0)',
  '0\\ 分',
  '!0.0',
  '*-0',
  '0;0;0;0;0',
  '0.0.0',
  '[未知]0',
  '"未完',
  '\\',
];

test('every value under every format', () => {
  const lines = FORMATS.flatMap((format) => {
    const shown = (value: CellValue, date1904 = false): string => {
      const { text, color } = displayed(value, format, date1904);
      return `${text.replaceAll('\u2007', '˽')}${color === null ? '' : `{${color}}`}`;
    };
    return [
      `# ${format}`,
      NUMBERS.map((value) => shown(value)).join(' | '),
      DAYS.map((value) => shown(value)).join(' | '),
      [...OTHERS.map((value) => shown(value)), shown(45291.25, true)].join(' | '),
    ];
  });
  expectPinned(path.join(__dirname, 'pins'), 'format-matrix', lines);
});
