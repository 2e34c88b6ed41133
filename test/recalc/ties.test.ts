/** What the audit says of a total is what 运算 does with it: accused is corrected, rounded is left, and of what is open nothing is written. */
import { contentText, DEFAULT_OPTIONS, planRecalc } from '../../src/recalc';
import { a1 } from '../../src/workbook';
import { Dec } from '../../src/workbook/decimal';
import { wordsFor } from '../../src/words/words';
import { form, type Over } from './form';
import { assessBook, text } from './support';

function both(over: Over) {
  const book = form(over);
  const accused = assessBook(book)
    .flatMap((one) => one.findings)
    .some(({ code, severity, cell }) => code === 'total-score' && severity === 'mandatory' && a1(cell.row, cell.col) === 'G13');
  const written = planRecalc(book, assessBook, DEFAULT_OPTIONS).cells.find(({ at }) => a1(at.row, at.col) === 'G13');
  return { accused, written: written === undefined ? null : text(written.after) };
}

describe('the score of one row and the total', () => {
  test.each<[number, number, string | null]>([
    [19.5, 98.5, null],
    [19.5, 98, '98.5'],
    [19.5, 99, '98.5'],
    [19.55, 98.55, null],
    [19.55, 98.6, null],
    [19.55, 98.5, '98.55'],
    [19.54, 98.5, null],
    [19.54, 98.6, '98.54'],
    [19.555, 98.555, null],
    [19.555, 98.56, null],
    [19.555, 98.55, '98.555'],
    [19.554, 98.55, null],
    [19.556, 98.56, null],
    [19.556, 98.55, '98.556'],
    [19.445, 98.45, null],
    [19.445, 98.44, '98.445'],
  ])('%d and %d', (score, total, due) => expect(both({ G8: score, G13: total })).toEqual({ accused: due !== null, written: due }));

  test('a total that was rounded follows exactly once a score below it is filled in', () => {
    expect(both({ G8: 19.55, H5: null, G13: 98.6 }).written).toBe('98.55');
  });
});

describe('a row that does not apply and has no score', () => {
  test.each<[string, Over]>([
    ['a total that counts it', { G13: 99 }],
    ['a total that does not', { G13: 79 }],
    ['a blank total', { G13: null }],
  ])('%s: nothing is written', (_name, over) => {
    const book = form({ E8: '不涉及', G8: null, ...over });
    expect(planRecalc(book, assessBook, DEFAULT_OPTIONS).cells).toEqual([]);
  });
});

test('scores that only a person can give are counted as stated', () => {
  const tables = (over: Over) => planRecalc(form(over), assessBook, { ...DEFAULT_OPTIONS, scores: 'all' }).tables[0]!;
  expect(tables({}).asStated).toBe(0);
  expect(tables({ D8: '明显提升', E8: '明显提升' }).asStated).toBe(1);
});

test('a formula is told whole up to sixty characters', () => {
  const told = (length: number) => contentText({ kind: 'formula', formula: 'A'.repeat(length), stored: new Dec(5) }, wordsFor(form(), 0));
  expect(told(60)).toBe(`5（公式 =${'A'.repeat(60)}）`);
  expect(told(61)).toBe(`5（公式 =${'A'.repeat(59)}…）`);
});
