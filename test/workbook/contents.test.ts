import { bookOf, sheetOf } from '../support/sheets';
import { changedSince, contentOf, holds, inverseOf, joinedEdits, sameContent } from '../../src/workbook/contents';
import { editedBook } from '../../src/workbook/edited-book';
import { Dec } from '../../src/workbook/decimal';
import { recalculated } from '../../src/workbook/recalculated';
import type { CellEdit, Content } from '../../src/workbook/write-plan';

const book = bookOf([
  sheetOf('甲', [
    [1, '二', null, true],
    [{ f: 'A1+1', v: 2 }, { f: 'A2*2', v: 4 }, { error: '#REF!' }],
  ]),
  sheetOf('乙', [[{ f: '甲!B2+1', v: 5 }]]),
]);
const at = (row: number, col: number, sheet = 0) => ({ sheet, row, col });
const value = (v: number | string): Content => ({ kind: 'value', value: typeof v === 'number' ? new Dec(v) : v });
const edit = (row: number, col: number, after: Content): CellEdit => ({
  at: at(row, col),
  before: contentOf(book, at(row, col)),
  after,
  reason: '',
});

test('contents are read as they stand', () => {
  expect(contentOf(book, at(0, 0))).toEqual(value(1));
  expect(contentOf(book, at(0, 2))).toEqual({ kind: 'blank' });
  expect(contentOf(book, at(9, 9))).toEqual({ kind: 'blank' });
  expect(contentOf(book, at(0, 3))).toEqual({ kind: 'value', value: true });
  expect(contentOf(book, at(1, 0))).toEqual({ kind: 'formula', formula: 'A1+1', stored: new Dec(2) });
  expect(contentOf(book, at(1, 2))).toEqual(value('#REF!'));
});

test('a number is no text and a formula no value', () => {
  expect(sameContent(value(1), value('1'))).toBe(false);
  expect(sameContent(value(2), contentOf(book, at(1, 0)))).toBe(false);
  expect(sameContent(value(1), { kind: 'value', value: new Dec('1.00') })).toBe(true);
});

test('edits lie over the book, and their inverse brings it back', () => {
  const edits = [edit(0, 0, value(7)), edit(0, 2, value('新')), edit(5, 6, value(9)), edit(1, 0, { kind: 'blank' })];
  const next = editedBook(book, edits);
  expect([...next.sheets[0]!.cellsOfRow(0)].map(([col, cell]) => [col, cell.value])).toEqual([
    [0, 7],
    [1, '二'],
    [2, '新'],
    [3, true],
  ]);
  expect([next.sheets[0]!.rows, next.sheets[0]!.cols, next.sheets[0]!.valueAt(5, 6)]).toEqual([6, 7, 9]);
  expect(next.sheets[0]!.at(1, 0)).toEqual({ value: null, format: 'General' });
  expect(changedSince(edits, book)).toEqual([]);
  expect(changedSince(edits, next)).toHaveLength(4);
  const back = editedBook(next, inverseOf(edits));
  for (const one of edits) expect(contentOf(back, one.at)).toEqual(one.before);
});

test('joined edits keep the first before and the last after, and drop what comes back', () => {
  const first = edit(0, 0, value(7));
  const joined = joinedEdits([
    first,
    { ...first, before: value(7), after: value(8) },
    edit(0, 2, value(1)),
    { at: at(0, 2), before: value(1), after: { kind: 'blank' }, reason: '' },
  ]);
  expect(joined).toEqual([{ ...first, after: value(8) }]);
});

describe('recalculated', () => {
  it('nothing where every stored value fits', () => {
    expect(recalculated(book, new Set([0, 1]), [], '')).toEqual([]);
  });

  it('all that reads a changed cell, through others and on other sheets', () => {
    const next = editedBook(book, [edit(0, 0, value(10))]);
    expect(recalculated(next, new Set(), [at(0, 0)], 'x').map((one) => [one.at, one.after])).toEqual([
      [at(1, 0), { kind: 'formula', formula: 'A1+1', stored: new Dec(11) }],
      [at(1, 1), { kind: 'formula', formula: 'A2*2', stored: new Dec(22) }],
      [at(0, 0, 1), { kind: 'formula', formula: '甲!B2+1', stored: new Dec(23) }],
    ]);
  });

  it('only what is asked for', () => {
    const next = editedBook(book, [edit(0, 0, value(10))]);
    expect(recalculated(next, new Set([1]), [], '').map((one) => one.at)).toEqual([at(0, 0, 1)]);
  });
});

describe('does the cell still hold it', () => {
  const formula = (stored: Content & { kind: 'value' }): Content => ({ kind: 'formula', formula: 'A1+1', stored: stored.value });
  const two = { kind: 'value', value: new Dec(2) } as const;
  it.each<[string, Parameters<typeof holds>[0], Content, boolean]>([
    ['nothing where nothing was', undefined, { kind: 'blank' }, true],
    ['an empty text where nothing was', { value: '', format: 'General' }, { kind: 'blank' }, true],
    ['a formula where nothing was', { value: null, formula: 'A1', format: 'General' }, { kind: 'blank' }, false],
    ['the same number', { value: 2, format: 'General' }, two, true],
    [
      'a number read without its binary residue',
      { value: 0.30000000000000004, format: 'General' },
      { kind: 'value', value: new Dec('0.3') },
      true,
    ],
    ['another number', { value: 2.01, format: 'General' }, two, false],
    ['the figure as text', { value: '2', format: 'General' }, two, false],
    ['an error that stood there', { value: { error: '#REF!' }, format: 'General' }, { kind: 'value', value: '#REF!' }, true],
    ['the formula and its result', { value: 2, formula: 'A1+1', format: 'General' }, formula(two), true],
    [
      'the formula, its leading sign in the plan',
      { value: 2, formula: 'A1+1', format: 'General' },
      { kind: 'formula', formula: '=A1+1', stored: new Dec(2) },
      true,
    ],
    ['the formula without a stored result', { value: null, formula: 'A1+1', format: 'General' }, formula(two), true],
    [
      'the formula, now an error, that had no result',
      { value: { error: '#N/A' }, formula: 'A1+1', format: 'General' },
      formula({ kind: 'value', value: '' }),
      true,
    ],
    ['the formula, now an error', { value: { error: '#N/A' }, formula: 'A1+1', format: 'General' }, formula(two), false],
    ['the formula with another result', { value: 3, formula: 'A1+1', format: 'General' }, formula(two), false],
    ['another formula', { value: 2, formula: 'A1+2', format: 'General' }, formula(two), false],
    ['the value in place of the formula', { value: 2, format: 'General' }, formula(two), false],
  ])('%s', (_, cell, before, expected) => {
    expect(holds(cell, before)).toBe(expected);
    const one = { at: at(0, 0), before, after: value(1), reason: '' };
    const sheet = editedBook(bookOf([sheetOf('甲', [[1]])]), []).sheets[0]!;
    const held = { ...book, sheets: [Object.assign(Object.create(sheet) as typeof sheet, { at: () => cell })] };
    expect(changedSince([one], held)).toEqual(expected ? [] : [at(0, 0)]);
  });
});
