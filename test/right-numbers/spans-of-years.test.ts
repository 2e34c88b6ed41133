/** 「≥30年」 is how long something lasts and is compared like any quantity; a year or a month of the calendar is a date. */
import { FORM, bookWith, found, recalculated, sentences } from './support';

const row = (name: string, target: string, actual: string) => ({ C16: name, D16: target, E16: actual });
const lasting = (target: string, actual: string) => row('泵站使用年限', target, actual);

test.each([
  ['≥10年', '10年'],
  ['不少于10年', '12年'],
  ['10年以上', '11年'],
])('%s, %s: nothing to say, and a blank score is filled', (target, actual) => {
  expect(found(bookWith(FORM, lasting(target, actual)))).toEqual([]);
  expect(recalculated(bookWith(FORM, { ...lasting(target, actual), G16: null })).writes).toEqual(['G16 · → 15']);
});

test('below a written bound with full marks', () => {
  expect(found(bookWith(FORM, lasting('≥10年', '6年')))).toEqual(['M missed-target-full-score G16']);
});

test('a year of the calendar is no number of years', () => {
  expect(found(bookWith(FORM, row('管网改造完成', '2024年', '2024年')))).toEqual([]);
  expect(found(bookWith(FORM, row('管网改造完成', '2025年', '2024年')))).toEqual([]);
});

test('a date where a count is due is told once', () => {
  const book = bookWith(FORM, { E11: { v: 45731, format: 'm"月"d"日"' }, A20: '填报日期：2025年2月20日' });
  expect(found(book)).toEqual(['A value-type E11']);
  expect(sentences(book).filter((one) => one.includes('填报日期'))).toEqual([]);
});

test('what a score without values needs is named', () => {
  const { kept } = recalculated(bookWith(FORM, { D12: null, E12: null }), { scores: 'all' });
  expect(kept).toEqual([expect.stringContaining('没有填写可计算的指标值')]);
});
