import { exact } from './support';
import { byRow, form, plan } from './form';
import { withDerivations } from './support';
import { DEFAULT_OPTIONS, planRecalc } from '../../src/recalc';
import { bookOf } from '../support/sheets';

describe('a column of formulas', () => {
  const live = {
    G8: { f: 'F8', v: 20 },
    G10: { f: 'F10', v: 10 },
    G11: { f: 'F11', v: 30 },
    G12: { f: 'F12', v: 10 },
    G13: { f: 'SUM(H5,G8:G12)', v: 79 },
  };

  it('takes a score as a live formula over the cells it rests on', () => {
    const planned = plan(form({ ...live, D9: 98, E9: 49, G9: null }));
    expect(planned.changes[0]).toMatch(/^G9: · → =ROUND\(.*E9\/D9\*F9.*,2\) \[10\]$/);
    expect(planned.changes.slice(1)).toEqual(['G13: =SUM(H5,G8:G12) [79] → =SUM(H5,G8:G12) [89]', 'B14: 优 → 良']);
  });

  it('takes a number where a figure stands within a text', () => {
    expect(plan(form({ ...live, D9: '≥98个', E9: '49个', G9: null })).changes[0]).toBe('G9: · → 10');
  });
});

test('a row scored by the national rule needs both values', () => {
  expect(plan(form({ E9: null, G9: null })).kept[0]).toBe('G9 「工程验收合格率」得分：没有填写可计算的完成值，无法按完成比例计算');
});

test('every table of a workbook is worked on, each with its own list', () => {
  const book = bookOf([
    ...form({ G13: 98 }).sheets,
    ...form({ G9: null, G13: null }).sheets.map((sheet) => Object.assign(Object.create(sheet) as typeof sheet, { name: '二' })),
  ]);
  const recalc = planRecalc(book, withDerivations(byRow({ 9: exact(18) })), DEFAULT_OPTIONS);
  expect(recalc.tables.map((table) => table.changes.map((change) => [change.edit.at.sheet, change.part, change.how]))).toEqual([
    [[0, 'total', 'corrected']],
    [
      [1, 'score', 'filled'],
      [1, 'total', 'filled'],
    ],
  ]);
  expect(recalc.tables.map((table) => table.after.totals.stated?.toNumber())).toEqual([99, 97]);
});
