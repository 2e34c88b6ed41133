/** Totals in words: every numeral, every hundredth, and what is none. */
import { totalOfText } from '../../src/recognition/total-text';
import { normal } from '../../src/workbook';
import { numeral } from '../support/numerals';

const value = (text: string): string | null => totalOfText(normal(text))?.value.toString() ?? null;
const ALL = Array.from({ length: 120 }, (_, n) => n + 1);

test('一分 … 一百二十分', () => expect(ALL.map((n) => value(`${numeral(n)}分`))).toEqual(ALL.map(String)));
test('with a label and a grade', () =>
  expect(ALL.map((n) => totalOfText(normal(`总分：${numeral(n)}分，等级：良`)))).toMatchObject(ALL.map(() => ({ grade: '良' }))));
test('…点五', () => expect(ALL.map((n) => value(`${numeral(n)}点五分`))).toEqual(ALL.map((n) => `${n}.5`)));
test('figures', () => expect(ALL.map((n) => value(`${n}.25分（优）`))).toEqual(ALL.map((n) => `${n}.25`)));

test.each<[string, string | null, string | null]>([
  ['89/100', '89', null],
  ['110/100', '110', null],
  ['111/100', null, null],
  ['89分(满分100分)', '89', null],
  ['八十九点一五分', '89.15', null],
  ['八十九', null, null],
  ['百分', '100', null],
  ['两百分', '200', null],
  ['89分、优秀', '89', '优秀'],
  ['89良', '89', '良'],
  ['自评等级:优', null, null],
  ['见附件', null, null],
  ['八点五点一分', null, null],
  ['89.15分(良)等级评定结果为良好且需要进一步整改的若干事项', null, null],
])('「%s」', (text, due, grade) => {
  expect(value(text)).toBe(due);
  expect(totalOfText(normal(text))?.grade ?? null).toBe(grade);
});
