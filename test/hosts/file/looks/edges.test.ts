/** Formats and colours at their edges, as Excel shows them. */
import { displayed, readLooks } from '../../../../src/hosts/file/looks';
import { hexColour, tinted } from '../../../../src/hosts/file/looks/colour';
import { read, spelled } from '../../../../src/hosts/file/looks/format/numerals';
import { xlsxOf } from '../../../support/ooxml';

const shown = (value: number, format: string): string => displayed(value, format).text.replaceAll('\u2007', '_');
const MONDAY = 45_726;
const clock = (hours: number, minutes = 0, seconds = 0): number => (hours * 3600 + minutes * 60 + seconds) / 86_400;

describe('times', () => {
  test.each<[number, string, string]>([
    [0, 'h AM/PM', '12 AM'],
    [0.5, 'h AM/PM', '12 PM'],
    [clock(11, 59), 'h:mm AM/PM', '11:59 AM'],
    [clock(13, 5), 'h:mm AM/PM', '1:05 PM'],
    [clock(13, 5), 'hh:mm', '13:05'],
    [clock(0, 5), 'h:m', '0:5'],
    [clock(12, 0, 1.25), 'hh:mm:ss.00', '12:00:01.25'],
    [clock(12, 0, 1.25), 'hh:mm:ss.000', '12:00:01.250'],
    [clock(12, 0, 1.25), 's.0', '1.3'],
    [clock(12, 0, 59.6), 'h:mm:ss', '12:01:00'],
    [clock(23, 59, 59.7), 'h:mm:ss', '0:00:00'],
    [clock(1, 2, 3), 'mm:ss', '02:03'],
    [clock(1), '[mm]:ss', '60:00'],
    [clock(0, 1), '[ss]', '60'],
    [1.25, '[h]', '30'],
    [1.25, '[hhh]', '030'],
    [clock(8, 30), 'h"时"mm"分"', '8时30分'],
    [MONDAY + clock(8, 30), 'm/d h:mm', '3/10 8:30'],
    [MONDAY + clock(23, 59, 59.9), 'yyyy-mm-dd', '2025-03-11'],
  ])('%d in %s is %s', (value, format, text) => expect(shown(value, format)).toBe(text));
});

describe('days', () => {
  test.each<[number, string, string]>([
    [MONDAY, 'mmmmm', 'M'],
    [MONDAY, 'mmm', 'Mar'],
    [MONDAY, 'mmmm', 'March'],
    [MONDAY, 'mm', '03'],
    [MONDAY, 'm"月"', '3月'],
    [MONDAY, 'dddd', 'Monday'],
    [MONDAY, 'aaa', '一'],
    [MONDAY, 'yyy', '2025'],
    [MONDAY, 'y', '25'],
    [MONDAY, '[DBNum2]yyyy"年"m"月"d"日"', '贰零贰伍年叁月壹拾日'],
    [MONDAY, '[DBNum3]yyyy', '２０２５'],
    [0, 'yyyy-mm-dd', '1900-01-00'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [2_958_465, 'yyyy-mm-dd', '9999-12-31'],
    [2_958_465.5, 'yyyy-mm-dd', '9999-12-31'],
    [2_958_466, 'yyyy-mm-dd', '########'],
    [36_526, 'yy', '00'],
  ])('%d in %s is %s', (value, format, text) => expect(shown(value, format)).toBe(text));

  test('a week', () => {
    const week = Array.from({ length: 7 }, (_, n) => MONDAY + n);
    expect(week.map((day) => shown(day, 'ddd')).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun');
    expect(week.map((day) => shown(day, 'aaaa')).join(' ')).toBe('星期一 星期二 星期三 星期四 星期五 星期六 星期日');
  });
});

describe('Chinese numerals', () => {
  test.each([
    ['0', '〇', '零'],
    ['7', '七', '柒'],
    ['10', '十', '壹拾'],
    ['11', '十一', '壹拾壹'],
    ['20', '二十', '贰拾'],
    ['101', '一百〇一', '壹佰零壹'],
    ['110', '一百一十', '壹佰壹拾'],
    ['1001', '一千〇一', '壹仟零壹'],
    ['1010', '一千〇一十', '壹仟零壹拾'],
    ['10000', '一万', '壹万'],
    ['10001', '一万〇一', '壹万零壹'],
    ['100000', '十万', '壹拾万'],
    ['100000000', '一亿', '壹亿'],
    ['100010000', '一亿〇一万', '壹亿零壹万'],
    ['1000000000000', '一万亿', '壹万亿'],
    ['007', '七', '柒'],
    ['12345678901234567', '一二三四五六七八九〇一二三四五六七', '壹贰叁肆伍陆柒捌玖零壹贰叁肆伍陆柒'],
    [
      '1234567890123456',
      '一千二百三十四万亿五千六百七十八亿九千〇一十二万三千四百五十六',
      '壹仟贰佰叁拾肆万亿伍仟陆佰柒拾捌亿玖仟零壹拾贰万叁仟肆佰伍拾陆',
    ],
    ['1.5', '一.五', '壹.伍'],
  ])('%s', (digits, small, large) => expect([read(digits, 1), read(digits, 2)]).toEqual([small, large]));
  test('digit by digit', () =>
    expect([spelled('2025', 1), spelled('20.5', 2), read('2025', 3)]).toEqual(['二〇二五', '贰零.伍', '２０２５']));
});

describe('sections', () => {
  test.each<[number, string, string]>([
    [5, '[<5]"a";"b"', 'b'],
    [4.9, '[<5]"a";"b"', 'a'],
    [5, '[<=5]"a";"b"', 'a'],
    [5.1, '[<=5]"a";"b"', 'b'],
    [5, '[>5]"a";"b"', 'b'],
    [5.1, '[>5]"a";"b"', 'a'],
    [5, '[>=5]"a";"b"', 'a'],
    [4.9, '[>=5]"a";"b"', 'b'],
    [5, '[=5]"a";"b"', 'a'],
    [6, '[=5]"a";"b"', 'b'],
    [5, '[<>5]"a";"b"', 'b'],
    [6, '[<>5]"a";"b"', 'a'],
    [-3, '[<0]0;0', '3'],
    [-3, '[<5]0;0', '-3'],
    [-3, '0;0', '3'],
    [-3, '0', '-3'],
    [0, '0;-0;"零"', '零'],
    [3, '0;-0;"零"', '3'],
  ])('%d in %s is %s', (value, format, text) => expect(shown(value, format)).toBe(text));
});

describe('numbers', () => {
  test.each<[number, string, string]>([
    [12345.678, '#,##0.0#', '12,345.68'],
    [12345.6, '#,##0.0#', '12,345.6'],
    [1000, '#,##0', '1,000'],
    [100, '#,##0', '100'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [5, '0,000', '0,005'],
    [0.5, '0%', '50%'],
    [0.005, '0%', '1%'],
    [0.0049, '0%', '0%'],
    [0.12345, '0.0%%', '1234.5%%'],
    [1500, '0.0,"千"', '1.5千'],
    [99999, '0.0E+0', '1.0E+5'],
    [0, '0.00E+00', '0.00E+00'],
    [1234, '0.00E-00', '1.23E03'],
    [0.001, '##0.0E+0', '1.0E-3'],
    [0.75, '# ?/4', '3/4'],
    [2.999, '# ?/?', '3___'],
    [0.1, '# ?/?', '1/9'],
    [3.14159, '# ?/?', '3 1/7'],
    [3.14159, '# ??/??', '3 14/99'],
    [99999999999, 'General', '99999999999'],
    [100000000000, 'General', '1E+11'],
    [0.0001, 'General', '0.0001'],
    [12.3456789012, 'General', '12.3456789'],
  ])('%d in %s is %s', (value, format, text) => expect(shown(value, format)).toBe(text));
});

describe('colours', () => {
  /** As Excel shows the tints of the Office theme, within what its own steps of hue and light round away. */
  test.each([
    ['#4472c4', 0.8, '#d9e1f2'],
    ['#4472c4', 0.6, '#b4c6e7'],
    ['#4472c4', 0.4, '#8ea9db'],
    ['#4472c4', -0.25, '#305496'],
    ['#4472c4', -0.5, '#203764'],
    ['#ed7d31', 0.8, '#fce4d6'],
    ['#ed7d31', 0.4, '#f4b084'],
    ['#ed7d31', -0.25, '#c65911'],
    ['#70ad47', 0.8, '#e2efda'],
    ['#70ad47', 0.4, '#a9d08e'],
    ['#70ad47', -0.25, '#548235'],
    ['#70ad47', -0.5, '#375623'],
    ['#ffc000', 0.8, '#fff2cc'],
    ['#ffc000', -0.25, '#bf8f00'],
    ['#c000c0', 0.5, '#ff61ff'],
    ['#000000', 0.5, '#808080'],
    ['#ffffff', -0.15, '#d9d9d9'],
    ['#4472c4', 3, '#ffffff'],
    ['#4472c4', -3, '#000000'],
  ])('%s with %d is %s', (colour, tint, due) => {
    const channels = (text: string) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
    const made = channels(tinted(colour, tint));
    channels(due).forEach((channel, n) => expect(Math.abs(channel - made[n]!)).toBeLessThanOrEqual(3));
  });

  test.each<[string, string | null]>([
    ['FF1F4E79', '#1f4e79'],
    ['1F4E79', '#1f4e79'],
    [' 1f4e79 ', '#1f4e79'],
    ['#1F4E79', null],
    ['1F4E7', null],
    ['F1F4E79', null],
    ['', null],
  ])('「%s」', (written, due) => expect(hexColour(written)).toBe(due));

  test.each<[string, string | null]>([
    ['<patternFill patternType="gray0625"/>', '#efefef'],
    ['<patternFill patternType="gray125"/>', '#dfdfdf'],
    ['<patternFill patternType="lightGray"/>', '#bfbfbf'],
    ['<patternFill patternType="mediumGray"/>', '#808080'],
    ['<patternFill patternType="darkGray"/>', '#404040'],
    ['<patternFill patternType="darkGrid"/>', '#a6a6a6'],
    ['<patternFill patternType="mediumGray"><fgColor rgb="FFFF0000"/><bgColor rgb="FF0000FF"/></patternFill>', '#800080'],
    ['<patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor rgb="FF0000FF"/></patternFill>', '#ff0000'],
    ['<patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill>', null],
    ['<patternFill><fgColor rgb="FFFF0000"/></patternFill>', null],
    [
      '<gradientFill><stop position="0"><color rgb="FF00FF00"/></stop><stop position="1"><color rgb="FF0000FF"/></stop></gradientFill>',
      '#00ff00',
    ],
    ['<patternFill patternType="solid"><fgColor indexed="63"/></patternFill>', '#333333'],
    ['<patternFill patternType="solid"><fgColor indexed="64"/></patternFill>', null],
    ['<patternFill patternType="solid"><fgColor auto="1" rgb="FFFF0000"/></patternFill>', null],
  ])('a fill %s', (fill, due) => {
    const looks = readLooks(xlsxOf({ styles: `<fills><fill/><fill>${fill}</fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>` }));
    expect(looks.styles[1]!.fill).toBe(due);
  });
});
