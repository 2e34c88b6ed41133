import { bookOf, sheetOf } from '../support/sheets';
import { changedSince, contentOf, editedBook, inverseOf, joinedEdits, sameContent } from '../../src/workbook/contents';
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
