import { derivation, exact } from './support';
import { form, plan } from './form';

const RIGHT = 'ROUND(SUM(G8:G12,H5),2)';

describe('totals', () => {
  it('a blank one is a number where the table is typed', () => {
    expect(plan(form({ G13: null })).changes).toEqual(['G13: · → 99']);
  });

  it('a blank one is a formula where the table has formulas', () => {
    expect(plan(form({ G13: null, F13: { f: 'SUM(F5,F8:F12)', v: 100 } })).changes).toEqual([`G13: · → =${RIGHT} [99]`]);
  });

  it('a typed one is replaced by a number, only when wrong', () => {
    expect(plan(form({ G13: 98 })).changes).toEqual(['G13: 98 → 99']);
    expect(plan(form({ G13: '98分' })).changes).toEqual(['G13: 98分 → 99分']);
    expect(plan(form({ G13: '99' })).changes).toEqual([]);
  });

  it('a formula stays, and its stored value follows', () => {
    const book = form({ G9: null, G13: { f: 'H5+SUM(G8:G12)', v: 79 } });
    expect(plan(book, { 9: exact(18) }).changes).toEqual(['G9: · → 18', 'G13: =H5+SUM(G8:G12) [79] → =H5+SUM(G8:G12) [97]']);
  });

  it('an old stored value is refreshed, also where none was stored', () => {
    expect(plan(form({ G13: { f: 'SUM(H5,G8:G12)', v: 90 } })).changes).toEqual(['G13: =SUM(H5,G8:G12) [90] → =SUM(H5,G8:G12) [99]']);
    expect(plan(form({ G13: { f: 'SUM(H5,G8:G12)', v: null } })).changes).toEqual(['G13: =SUM(H5,G8:G12) [] → =SUM(H5,G8:G12) [99]']);
  });

  it('a formula that leaves a leaf out becomes the right one', () => {
    expect(plan(form({ G13: { f: 'SUM(H5,G8:G11)', v: 89 }, B14: '良' })).changes).toEqual([
      `G13: =SUM(H5,G8:G11) [89] → =${RIGHT} [99]`,
      'B14: 良 → 优',
    ]);
  });

  it('a formula that is no plain sum is spoken of, not replaced', () => {
    const planned = plan(form({ G13: { f: 'SUM(H5,G8:G12)*0.9', v: 89.1 }, B14: null }));
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toEqual(['G13 「总分」：是公式，结果与应为的99不同，请核对公式', 'B14 等级：总分未定，等级暂不填']);
  });

  it('are not summed while a score is open', () => {
    const planned = plan(form({ G9: null, G13: null }), { 9: derivation({ is: 'unknown', why: 'judgement' }) });
    expect(planned.changes).toEqual([]);
    expect(planned.kept[1]).toBe('G13 「总分」：还有1处得分未填，暂不合计');
  });

  it('may be written as formulas', () => {
    expect(plan(form(), {}, { totals: 'formula' }).changes).toEqual([`G13: 99 → =${RIGHT} [99]`]);
    expect(plan(form({ G13: 97 }), {}, { totals: 'formula' }).changes).toEqual([`G13: 97 → =${RIGHT} [99]`]);
  });

  it('stay numbers where a formula would pass over a text', () => {
    const planned = plan(form({ G9: '2 0' }), {}, { totals: 'formula' });
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toEqual(['G9 「工程验收合格率」得分：写的是「2 0」，请人工核实']);
  });

  it('may be written as numbers', () => {
    expect(plan(form({ G13: { f: 'SUM(H5,G8:G12)', v: 99 } }), {}, { totals: 'value' }).changes).toEqual([
      'G13: =SUM(H5,G8:G12) [99] → 99',
    ]);
  });

  it('rounding as far as the total shows is right', () => {
    expect(plan(form({ G9: 19.125, G13: 98.13 })).changes).toEqual([]);
  });

  it('formulas on other sheets that read what was changed follow', () => {
    const book = form({ G13: 98, A14: null, B14: { f: 'IF(G13>=90,"优","良")', v: '优' }, C14: { f: 'G13/100', v: 0.98 } });
    expect(plan(book).changes).toEqual(['G13: 98 → 99', 'C14: =G13/100 [0.98] → =G13/100 [0.99]']);
  });
});

describe('grades', () => {
  it('a blank one is filled, on the new total', () => {
    expect(plan(form({ G8: 5, G13: null, B14: null })).changes).toEqual(['G13: · → 84', 'B14: · → 良']);
  });

  it('a wrong one is corrected in its own words', () => {
    expect(plan(form({ G8: 5, G13: 84, B14: '优秀' })).changes).toEqual(['B14: 优秀 → 良好']);
  });

  it('a form with bands of its own is left', () => {
    const planned = plan(form({ B14: null, A15: '注：评价等级按得分划分，95分以上为优，85分以上为良，70分以上为中，70分以下为差。' }));
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toEqual(['B14 等级：表中另有等级划分，请人工填写']);
  });
});

describe('the execution rate', () => {
  it('a blank one is 执行数÷预算数, as the cell shows rates', () => {
    expect(plan(form({ G5: null })).changes).toEqual(['G5: · → 90%']);
    expect(plan(form({ G5: { v: null, format: '0.00%' }, E5: 166.6667, E6: 166.6667 })).changes[0]).toBe('G5: · → 0.8333');
  });

  it('a wrong one stays until asked', () => {
    const book = form({ G5: '95%', H5: 9 });
    expect(plan(book).kept[0]).toContain('按金额应为90%');
    expect(plan(book, {}, { scores: 'all' }).changes).toEqual(['G5: 95% → 90%']);
    const low = form({ G5: '80%', H5: 8, G13: 98 });
    expect(plan(low, {}, { scores: 'all' }).changes).toEqual([]);
    expect(plan(low, {}, { scores: 'all', raise: true }).changes[0]).toBe('G5: 80% → 90%');
  });

  it('the rate of a part stays blank', () => {
    expect(plan(form({ G6: null })).changes).toEqual([]);
  });
});
