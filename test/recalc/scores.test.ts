import { derivation, exact } from './support';
import { form, plan } from './form';
import { Dec } from '../../src/workbook/decimal';
import type { FactRef } from '../../src/criteria/types';

const COUNT: FactRef = { kind: 'count', role: 'named', name: '违规', unit: '例', span: [0, 2] };

describe('blank scores', () => {
  it('a right sheet is not touched', () => {
    expect(plan(form(), { 8: exact(20), 5: exact(9) })).toMatchObject({ changes: [], kept: [] });
  });

  it('what the rule determines is filled, and the total on it', () => {
    expect(plan(form({ G9: null, G13: null }), { 9: exact('19.5') }).changes).toEqual(['G9: · → 19.5', 'G13: · → 98.5']);
  });

  it('is rounded half up to the decimals of the sheet, at least two', () => {
    expect(plan(form({ G9: null, G13: null }), { 9: exact('19.455') }).changes[0]).toBe('G9: · → 19.46');
    expect(plan(form({ G9: null, G8: 19.125, G13: null }), { 9: exact('19.4555') }).changes[0]).toBe('G9: · → 19.456');
  });

  it('an unknown fact fills nothing, and what is missing is named', () => {
    const open = derivation({ is: 'unknown', why: 'facts-missing' }, { missing: [COUNT] });
    const planned = plan(form({ G9: null, G13: null, B14: null }), { 9: open });
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toEqual([
      'G9 「工程验收合格率」得分：缺少计算所需的数据：违规的例数',
      'G13 「总分」：还有1处得分未填，暂不合计',
      'B14 等级：总分未定，等级暂不填',
    ]);
  });

  it.each([
    ['a set of scores', derivation({ is: 'one-of', scores: [new Dec(5), new Dec(10)], readings: [] }), '评分标准允许5、10，由人评定'],
    [
      'a range',
      derivation({ is: 'range', from: new Dec(8), to: new Dec(10), fromIncluded: true, toIncluded: true }),
      '评分标准只定出8至10分的范围，由人评定',
    ],
    ['a judgement', derivation({ is: 'unknown', why: 'judgement' }), '由评分人按完成情况判断，不能由公式算出'],
    ['no rule', derivation({ is: 'unknown', why: 'no-rule' }), '表中没有写明该项的评分标准'],
  ])('%s is never filled', (_name, given, why) => {
    const planned = plan(form({ G9: null }), { 9: given });
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toContain(`G9 「工程验收合格率」得分：${why}`);
  });

  it('two readings that come to one score determine it', () => {
    const node = (value: string) => ({ op: 'number' as const, value: new Dec(value), shown: 'plain' as const });
    const readings = ['19.496', '19.5'].map((score) => ({ score: new Dec(score), reading: 'x', arithmetic: node(score) }));
    const given = derivation({ is: 'one-of', scores: readings.map((one) => one.score), readings });
    expect(plan(form({ G9: null, G13: null }), { 9: given }).changes).toEqual(['G9: · → 19.5', 'G13: · → 98.5']);
  });

  it('a row that does not apply is filled only where a rule says so', () => {
    const treated = derivation({ is: 'not-applicable', treatment: 'full' });
    expect(plan(form({ G9: null }), { 9: treated }).changes).toEqual([]);
  });

  it('a placeholder is somebody’s answer', () => {
    const planned = plan(form({ G9: '—' }), { 9: exact(20) });
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toEqual(['G9 「工程验收合格率」得分：写的是「—」，请人工核实']);
  });

  it('the reviewer’s column stays blank', () => {
    expect(plan(form({ G9: null, G13: null }), { 9: exact(20) }).changes.some((one) => one.startsWith('I'))).toBe(false);
  });

  it('an unfilled form stays as it is', () => {
    const blank = form({
      C5: null,
      D5: null,
      E5: null,
      G5: null,
      H5: null,
      C6: null,
      D6: null,
      E6: null,
      E8: null,
      E9: null,
      E10: null,
      E11: null,
      E12: null,
      G8: null,
      G9: null,
      G10: null,
      G11: null,
      G12: null,
      G13: null,
      B14: null,
    });
    const planned = plan(blank);
    expect(planned.changes).toEqual([]);
    expect(planned.recalc.tables[0]!.unfilled).toBe(true);
  });
});

describe('scores a person wrote', () => {
  const wrong = { 9: exact(17) };
  const low = { 9: exact(20) };

  it('stay by default', () => {
    const planned = plan(form(), wrong);
    expect(planned.changes).toEqual([]);
    expect(planned.kept[0]).toContain('按规则应为17');
  });

  it('are lowered when asked for, and the total follows', () => {
    expect(plan(form(), wrong, { scores: 'all' }).changes).toEqual(['G9: 20 → 17', 'G13: 99 → 96']);
  });

  it('are raised only with a word of its own', () => {
    const book = form({ G9: 15, G13: 94 });
    expect(plan(book, low, { scores: 'all' }).changes).toEqual([]);
    expect(plan(book, low, { scores: 'all' }).kept[0]).toContain('未另行确认不调高');
    expect(plan(book, low, { scores: 'all', raise: true }).changes).toEqual(['G9: 15 → 20', 'G13: 94 → 99']);
  });

  it('rounded as the whole sheet rounds are right', () => {
    expect(plan(form({ G9: 19, G13: 98 }), { 9: exact('19.4') }, { scores: 'all' }).changes).toEqual([]);
  });

  it('a formula is never replaced', () => {
    const planned = plan(form({ G9: { f: '10+10', v: 20 } }), wrong, { scores: 'all', raise: true });
    expect(planned.changes).toEqual([]);
    expect(planned.kept[0]).toContain('是公式');
  });

  it('are counted where the rules leave them open', () => {
    expect(plan(form(), { 9: derivation({ is: 'unknown', why: 'judgement' }) }).recalc.tables[0]!.asStated).toBeGreaterThan(0);
  });
});

describe('cells that are never written', () => {
  it('locked cells of a protected sheet', () => {
    const planned = plan(form({ G9: { v: null, locked: true }, G13: { v: null, locked: false } }, { protected: true }), { 9: exact(20) });
    expect(planned.changes).toEqual([]);
    expect(planned.kept).toContain('G9 「工程验收合格率」得分：单元格已锁定');
  });

  it('cells the host refused', () => {
    const planned = plan(form({ G9: null }), { 9: exact(20) }, { refused: [{ sheet: 0, row: 8, col: 6 }] });
    expect(planned.changes).toEqual([]);
    expect(planned.kept[0]).toContain('不能单独改写');
  });

  it('a grade beside a signature', () => {
    const planned = plan(form({ B14: null, C14: '单位负责人（签字）：' }));
    expect(planned.changes.filter((one) => one.startsWith('B14'))).toEqual([]);
  });
});

describe('proposed texts', () => {
  it('one for each deduction without a reason, never written', () => {
    const planned = plan(form({ E9: '95%', G9: null, G13: null }), { 9: exact('19.39') });
    expect(planned.recalc.tables[0]!.proposals).toEqual([
      {
        name: '工程验收合格率',
        at: { sheet: 0, row: 8, col: 7 },
        text: '指标值≥98%，完成值95%，分值20分，得19.39分（19.39），扣0.61分。原因：【待填】；改进措施：【待填】。',
      },
    ]);
    expect(planned.changes).toEqual(['G9: · → 19.39', 'G13: · → 98.39']);
  });
});

test('a score becomes a formula only where the formula follows the values: 「target met」 is a number, not ROUND(分值)', () => {
  const blank = { G8: null, G9: null, G10: null, G11: null, G12: null };
  const book = form({ H5: { f: 'ROUND(F5*G5,2)', v: 9 }, ...blank, E9: '90%' });
  const { changes } = plan(book);
  expect(changes).toContain('G8: · → 20');
  expect(changes.filter((one) => /ROUND\(F\d+,/.test(one))).toEqual([]);
});
