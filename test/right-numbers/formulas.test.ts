/** Formulas as other programs leave them: without a result, or with an old one. They are judged by what they come to. */
import { assessAll, bookWith, column, FORM, found, recalculated, sentences, type Over } from './support';

const form = (over: Over = {}) => bookWith(FORM, over);
const POINTS: Readonly<Record<number, number>> = { 11: 15, 12: 15, 13: 10, 14: 10, 15: 15, 16: 15, 17: 10 };
const TOTAL = 'G6+SUM(G11:G17)';
const live = (stored?: number): Over => ({
  ...column('G', 11, 17, (row) => ({ f: `F${row}*1`, ...(stored === undefined ? {} : { v: stored }) })),
  G18: { f: TOTAL, ...(stored === undefined ? {} : { v: stored }) },
});
const all = (over: Over) => found(form(over), { info: true });

test('fresh formulas: nothing to say', () => {
  const fresh = { ...column('G', 11, 17, (row) => ({ f: `F${row}*1`, v: POINTS[row]! })), G18: { f: TOTAL, v: 99.5 } };
  expect(all(fresh)).toEqual([]);
});

test('a total never calculated: one line that asks nothing', () => {
  expect(all({ G18: { f: TOTAL } })).toEqual(['I stale-value G18']);
  expect(assessAll(form({ G18: { f: TOTAL } }))[0]!.totals.stated?.toString()).toBe('99.5');
  expect(sentences(form({ G18: { f: TOTAL } })).join()).toContain('没有保存计算结果');
});

test('scores and total never calculated', () => {
  expect(all(live())).toEqual(['I stale-value G18']);
  expect(String(assessAll(form(live()))[0]!.totals.sum)).toBe('99.5');
});

test('stored as 0: one finding, and no check judges the 0', () => {
  expect(found(form(live(0)))).toEqual(['A stale-value G18']);
  expect(sentences(form(live(0))).join()).toContain('保存的公式结果为0，按表中现有数据重新计算为99.5');
});

test('over several levels and another sheet', () => {
  const book = form({ G18: { f: 'SUM(G11:G17)+G6', v: 99.5 }, F6: { f: 'D6/C6' }, G6: { f: 'ROUND(F6*E6,2)', v: 0 } });
  expect(found(book)).toEqual(['A stale-value G6']);
  expect(recalculated(book).writes).toEqual([]);
});

test('a wrong total is wrong whatever was stored', () => {
  expect(found(form({ G18: { f: 'SUM(G11:G17)' } }))).toEqual(['M sum-range G18']);
  expect(found(form({ G18: { f: 'SUM(G11:G17)', v: 99.5 } }))).toEqual(['M sum-range G18']);
});

test('a grade that is a formula over an old total', () => {
  expect(found(form({ G18: { f: TOTAL, v: 0 }, B19: { f: 'IF(G18>=90,"优",IF(G18>=80,"良","中"))', v: '中' } }))).toEqual([
    'A stale-value G18',
  ]);
});

test('what we cannot work out is not called blank', () => {
  const unknown = form({ G17: { f: 'LOOKUP(E17,J1:K9)' }, G18: { f: TOTAL } });
  expect(found(unknown, { info: true })).toEqual(['A stale-value G18']);
  expect(sentences(unknown).join()).toContain('本程序也不能计算');
  expect(recalculated(unknown).writes).toEqual([]);
});

test('and stands where it has a result', () => {
  expect(all({ G17: { f: 'LOOKUP(E17,J1:K9)', v: 10 } })).toEqual([]);
});

test('targets and 完成值 that are formulas', () => {
  expect(found(form({ E17: { f: '93/100', format: '0%' } }), { info: true })).toEqual(['I stale-value E17']);
  expect(found(form({ E15: { f: '3000+100', v: 0 } }))).toEqual(['A stale-value E15']);
});

test('rounded as shown is not old', () => {
  expect(all({ G6: { f: 'E6*D6/C6*1.0001', v: 9.5, format: '0.00' }, G18: { f: TOTAL, v: 99.5 } })).toEqual([]);
});

test('运算 refreshes the results and leaves the formulas', () => {
  const { writes, cell } = recalculated(form(live(0)), { scores: 'all', raise: true });
  expect(writes).toEqual([]);
  expect([cell('G11'), cell('G18'), cell('B19')]).toEqual([15, 99.5, '优']);
});
