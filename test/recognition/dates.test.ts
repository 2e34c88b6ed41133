/** Serial numbers and written dates, held against the calendar. */
import { dateOfSerial, dateOfText, isDateFormat, yearsOfText } from '../../src/recognition/dates';

const DAY = 86_400_000;
const serialOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY + 25569;

test('every day from 1900-03-01 to 2100-12-31, in both systems of dates', () => {
  const wrong: string[] = [];
  const last = serialOf(2100, 12, 31);
  for (let serial = 61; serial <= last; serial += 1) {
    const day = new Date((serial - 25569) * DAY);
    const due = `${day.getUTCFullYear()}-${day.getUTCMonth() + 1}-${day.getUTCDate()}`;
    const [one, other] = [dateOfSerial(serial, false), dateOfSerial(serial - 1462, true)];
    for (const said of [one, other]) if (said === null || `${said.year}-${said.month}-${said.day}` !== due) wrong.push(`${serial}: ${due}`);
  }
  expect(last).toBe(73415);
  expect(wrong).toEqual([]);
});

test.each<[number, string | null]>([
  // Excel believes in a 29th of February 1900, so nothing before it is sure.
  [60, null],
  [61, '1900-3-1'],
  [60.99, null],
  [45291, '2023-12-31'],
  [45291.999, '2023-12-31'],
  [45292, '2024-1-1'],
  [45350, '2024-2-28'],
  [45351, '2024-2-29'],
  [45352, '2024-3-1'],
  [109_574, '2199-12-31'],
  [109_575, null],
  [0, null],
  [-1, null],
])('serial %d is %s', (serial, due) => {
  const said = dateOfSerial(serial, false);
  expect(said === null ? null : `${said.year}-${said.month}-${said.day}`).toBe(due);
});

test.each<[string, string | null]>([
  ['2023年12月31日', '2023-12-31'],
  ['2023-1-5', '2023-1-5'],
  ['2023.12.31', '2023-12-31'],
  ['2023/12/31', '2023-12-31'],
  ['填报日期:2024年3月1日', '2024-3-1'],
  ['1999年1月1日', '1999-1-1'],
  ['2023年13月1日', null],
  ['2023年0月1日', null],
  ['2023年1月0日', null],
  ['2023年1月32日', null],
  ['2023年12月1日', '2023-12-1'],
  ['2023年1月31日', '2023-1-31'],
  ['2023年12月', null],
  ['1899年12月31日', null],
  ['2100年1月1日', null],
])('「%s」 is %s', (text, due) => {
  const said = dateOfText(text);
  expect(said === null ? null : `${said.year}-${said.month}-${said.day}`).toBe(due);
});

test.each<[string, readonly number[]]>([
  ['2023年度自评表', [2023]],
  ['2023年至2024年', [2023, 2024]],
  ['(2023)年度', [2023]],
  ['财预〔2020〕10号', []],
  ['12023年', []],
  ['2100年', []],
  ['2023', []],
])('years of 「%s」', (text, years) => expect(yearsOfText(text)).toEqual(years));

test.each<[string, boolean]>([
  ['General', false],
  ['0.00', false],
  ['#,##0', false],
  ['0%', false],
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-804]yyyy"年"m"月"', true],
  ['d-mmm', true],
  ['mm/dd', true],
  ['h:mm', true],
  ['0"天"', false],
  ['0"d"', false],
  ['[Red]0', false],
  ['0\\d', false],
  ['m', false],
])('format %s shows a date: %s', (format, is) => expect(isDateFormat(format)).toBe(is));
