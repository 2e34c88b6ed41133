import { displayed } from '../../../../src/hosts/file/looks';
import type { CellValue } from '../../../../src/workbook/types';

const shown = (value: CellValue, format: string): string => displayed(value, format).text.replaceAll('\u2007', '_');

describe('numbers', () => {
  it.each<[CellValue, string, string]>([
    [9.8, '0.00', '9.80'],
    [9.8, 'General', '9.8'],
    [0.30000000000000004, 'General', '0.3'],
    [1 / 3, 'General', '0.333333333'],
    [123456789012, 'General', '1.23457E+11'],
    [12345678901, 'General', '12345678901'],
    [1234567.891, 'General', '1234567.891'],
    [0.00001, 'General', '0.00001'],
    [0.000001234, 'General', '1.234E-06'],
    [-5, 'General', '-5'],
    [0, 'General', '0'],
    [12.5, '0', '13'],
    [1.005, '0.00', '1.01'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234567, '#,##0', '1,234,567'],
    [999, '#,##0', '999'],
    [0, '#,##0', '0'],
    [0, '#,###', ''],
    [12345, '#,##0,', '12'],
    [12345678, '0.0,,', '12.3'],
    [0.9473, '0.00%', '94.73%'],
    [0.9473, '0%', '95%'],
    [5, '#.##', '5.'],
    [0.5, '#.##', '.5'],
    [5.25, '0.??', '5.25'],
    [5.2, '0.??', '5.2_'],
    [5, '000', '005'],
    [12345, '0000-0000', '0001-2345'],
    [1234567, '00-00', '12345-67'],
    [12.5, '.00', '12.50'],
    [12.5, '"共"0.0"分"', '共12.5分'],
    [12.5, '0.0\\分', '12.5分'],
    [-12.5, '0.0', '-12.5'],
    [-12.5, '0.0;(0.0)', '(12.5)'],
    [0, '0.0;(0.0);"—"', '—'],
    [0, '0.00;-0.00;;@', ''],
    [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', ' 1,234.50 '],
    [-1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', ' -1,234.50 '],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', ' -__ '],
    [95, '[>=90]"优";[>=80]"良";"中"', '优'],
    [85, '[>=90]"优";[>=80]"良";"中"', '良'],
    [70, '[>=90]"优";[>=80]"良";"中"', '中'],
    [12345, '0.00E+00', '1.23E+04'],
    [0.00012, '0.0E+00', '1.2E-04'],
    [9999, '0.0E+00', '1.0E+04'],
    [12345, '##0.0E+0', '12.3E+3'],
    [1.5, '# ?/?', '1 1/2'],
    [0.333, '# ?/?', '1/3'],
    [2, '# ?/?', '2___'],
    [0.3125, '# ??/??', '5/16'],
    [1.25, '?/8', '10/8'],
    [5, '[$￥-804]#,##0.00', '￥5.00'],
    [123, '[DBNum1]General', '一百二十三'],
    [10, '[DBNum1]General', '十'],
    [100200, '[DBNum2]General', '壹拾万〇贰佰'.replace('〇', '零')],
    [2025, '[DBNum1]0', '二〇二五'],
    [5, '@', '5'],
    [5, 'G/通用格式"分"', '5分'],
    [5, '', ''],
  ])('%p in %p is %p', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it('takes the colour a section asks for', () => {
    expect(displayed(-1, '0;[Red]-0')).toEqual({ text: '-1', color: '#ff0000' });
    expect(displayed(-1, '0;[红色]-0').color).toBe('#ff0000');
    expect(displayed(1, '[Color10]0').color).toBe('#008000');
    expect(displayed(1, '0;[Red]-0').color).toBeNull();
  });
});

describe('dates and times', () => {
  const serial = 45_726; // 2025-03-10, a Monday
  it.each<[CellValue, string, string]>([
    [serial, 'yyyy/m/d', '2025/3/10'],
    [serial, 'yyyy-mm-dd', '2025-03-10'],
    [serial, 'yyyy"年"m"月"d"日"', '2025年3月10日'],
    [serial, '[$-804]yyyy"年"m"月"d"日";@', '2025年3月10日'],
    [serial, 'yy.mm', '25.03'],
    [serial, 'd-mmm-yy', '10-Mar-25'],
    [serial, 'mmmm d', 'March 10'],
    [serial, 'aaaa', '星期一'],
    [serial, 'ddd', 'Mon'],
    [serial, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二五年三月十日'],
    [serial + 0.75, 'yyyy/m/d h:mm', '2025/3/10 18:00'],
    [serial + 0.75, 'h:mm AM/PM', '6:00 PM'],
    [serial + 0.25, '上午/下午h"时"mm"分"', '上午6时00分'],
    [0.5, 'h:mm:ss', '12:00:00'],
    [1.5, '[h]:mm', '36:00'],
    [0.000011574, 'mm:ss.0', '00:01.0'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [-1, 'yyyy-mm-dd', '########'],
  ])('%p in %p is %p', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it('knows the calendar of 1904', () => {
    expect(displayed(serial - 1462, 'yyyy-mm-dd', true).text).toBe('2025-03-10');
  });

  it('agrees with the calendar for every day of two centuries', () => {
    const wrong = Array.from({ length: 73_000 }, (_, index) => index + 61).filter((day) => {
      const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
      return displayed(day, 'yyyy-mm-dd').text !== date.toISOString().slice(0, 10);
    });
    expect(wrong).toEqual([]);
  });
});

describe('texts and the rest', () => {
  it.each<[CellValue, string, string]>([
    ['优', 'General', '优'],
    ['优', '0.00', '优'],
    ['优', '0;-0;0;"等级："@', '等级：优'],
    ['优', '@"。"', '优。'],
    [null, '0.00', ''],
    [true, 'General', 'TRUE'],
    [{ error: '#REF!' }, '0.00', '#REF!'],
  ])('%p in %p is %p', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it('lives with any code', () => {
    for (const code of [
      '"',
      '\\',
      '[',
      '[h',
      '_',
      '*',
      ';;;;;;',
      '?/?/?',
      '0.0.0',
      'E+',
      '[>]0',
      '#'.repeat(5000),
      '[DBNum9]0',
      '0E+0E+0',
    ]) {
      for (const value of [0, 1, -1.5, 1e300, 5e-324, 'x', null, true]) expect(typeof displayed(value, code).text).toBe('string');
    }
  });
});
