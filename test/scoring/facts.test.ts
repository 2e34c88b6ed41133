/** Where the figures of a derivation come from, and what is never taken for one. */
import type { FactRef } from '../../src/criteria';
import type { Figure } from '../../src/score-table/types';
import { deriveAll, type Derivation } from '../../src/scoring';
import { fromReason } from '../../src/scoring/facts/from-reason';
import { labelOf, pathKeys, sameLabel } from '../../src/scoring/facts/labels';
import { arithmeticShown } from '../../src/scoring/shown';
import { Dec } from '../../src/workbook/decimal';
import { goodSheet, scoreTableOf, type RowSpec, type SheetSpec } from '../support/score-table';
import { withRow } from '../checks/support/spoil';

const at = { sheet: 0, row: 0, col: 7 };
const ref = (kind: FactRef['kind'], name: string, unit = ''): FactRef => ({ kind, role: 'named', name, unit, span: [0, 0] });
const said = (text: string, of: FactRef, alone = true): string | undefined =>
  fromReason({ raw: text, at, state: 'value' }, of, [of.name], { alone, year: 2024, context: of.name })?.value.toString();

describe('labels', () => {
  it.each([
    ['“三公”经费实际支出数', '三公经费实际支出', true],
    ['其中：基本支出', '基本支出', true],
    ['一、本年收入合计', '收入合计', true],
    ['年中追加额', '年中追加金额', true],
    ['2024年度预算数（万元）', '2023年度预算数（万元）', false],
    ['上年三公经费', '三公经费', false],
    ['三公经费控制率', '三公经费', false],
    ['年初预算数', '调整预算数', false],
  ])('%s and %s: %s', (one, other, same) => expect(sameLabel(one, other)).toBe(same));

  it('takes the head of a column for part of the label, unless it says nothing', () => {
    expect(pathKeys(['日常公用经费', '调整预算数'])).toEqual(['调整预算', '日常公用经费调整预算']);
    expect(pathKeys(['日常公用经费', '金额'])).toEqual(['日常公用经费']);
    expect(labelOf('上年度结转').period).toBe('last');
  });
});

describe('what a reason states', () => {
  it.each([
    ['三公经费控制率103%，因任务增加', '1.03'],
    ['三公经费控制率为46÷50=92%', '0.92'],
    ['“三公”经费控制率（实际÷预算）达到98.5％', '0.985'],
    ['控制率103%', '1.03'],
    ['上年三公经费控制率103%', undefined],
    ['三公经费控制率103%，三公经费控制率104%', undefined],
    ['公用经费控制率103%', undefined],
    ['三公经费控制率有所上升', undefined],
    ['三公经费控制率103', undefined],
    ['三公经费控制率控制在100%以内，三公经费控制率为92%', '0.92'],
    ['三公经费控制率95%左右', undefined],
  ])('rate: %s', (text, value) => expect(said(text, ref('rate', '三公经费控制率'))).toBe(value));

  it.each([
    ['日常公用经费决算数528671.81元≤调整预算数715006元', '715006'],
    ['调整预算数71.5006万元', '715006'],
    ['日常公用经费调整预算数715,006元', '715006'],
    ['年初调整预算数1元', undefined],
  ])('amount: %s', (text, value) => expect(said(text, ref('number', '日常公用经费调整预算数'))).toBe(value));

  it.each([
    ['检查发现2例', '2'],
    ['检查发现问题0例', '0'],
    ['检查未发现问题', '0'],
    ['发现一例不符合规定', '1'],
    ['每发现1例扣1分', undefined],
    ['上年发现2例', undefined],
    ['发现2例，另发现3例', undefined],
    ['共计2例', undefined],
    ['2个项目发现3例', undefined],
    ['制度健全', undefined],
    ['未发现问题，但仍有3项制度待修订', undefined],
  ])('count: %s', (text, value) => expect(said(text, ref('count', '不符合规定', '例'))).toBe(value));

  it.each([
    ['发生有效投诉3起', '3'],
    ['受理投诉3起，均为无效投诉', undefined],
    ['受理投诉3起，经查不属实', undefined],
    ['受理投诉3起', undefined],
    ['发现1起，不属于有效投诉', undefined],
    ['受理投诉3起，其中有效投诉1起', '1'],
  ])('a count of what is qualified: %s', (text, value) => expect(said(text, ref('count', '发生有效投诉', '起'))).toBe(value));

  it('praise is not counted where points are taken off', () => {
    expect(said('被市级通报2次', ref('count', '被市级通报', '次'))).toBe('2');
    expect(said('获市级通报表扬2次', ref('count', '被市级通报', '次'))).toBeUndefined();
  });

  it('a unit of another kind counts something else', () => {
    expect(said('迟报3天', ref('count', '迟报', '天'))).toBe('3');
    expect(said('发现3例', ref('count', '迟报', '天'))).toBeUndefined();
  });
});

const figure = (label: string, value: number, more: Partial<Figure> = {}): Figure => ({
  path: [label],
  value: { state: 'value', value: new Dec(value), at: { sheet: 0, row: 30, col: 1 }, raw: value, odd: [] },
  period: 'this',
  basis: null,
  unit: '元',
  ...more,
});
const scored = (
  criterion: string | null,
  change: Partial<RowSpec> = {},
  rest: Partial<SheetSpec> = {},
): { readonly derivation: Derivation; readonly text: string } => {
  const { scoreTable } = scoreTableOf({
    ...withRow(1, {
      name: '三公经费控制率',
      path: '过程/预算执行',
      target: null,
      actual: null,
      weight: 15,
      score: 15,
      criterion,
      ...change,
    }),
    ...rest,
  });
  const derivation = deriveAll(scoreTable).get('r1' as never)!;
  return {
    derivation,
    text:
      derivation.admissible.is === 'exact'
        ? arithmeticShown(scoreTable, derivation.admissible.arithmetic)
        : derivation.admissible.is === 'unknown'
          ? derivation.admissible.why
          : derivation.admissible.is,
  };
};
const RATE = '三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。';

describe('derivations', () => {
  it('work a rate out of the data sheet by a well-known formula', () => {
    const data = [figure('“三公”经费实际支出数', 105), figure('预算安排的“三公”经费数', 100)];
    expect(scored(RATE, {}, { data }).text).toBe('15−1×(105÷100−100%)×100=10');
  });

  it('do so by the formula the row itself states', () => {
    const data = [figure('甲类支出', 9), figure('全部支出', 10)];
    expect(scored('完成程度=甲类支出÷全部支出×100%。得分=完成程度×分值。', { name: '完成程度' }, { data }).text).not.toBe('facts-missing');
    expect(scored('利用率=甲类支出÷全部支出×100%。得分=利用率×分值。', { name: '资产利用率' }, { data }).text).toBe('9÷10×15=13.5');
  });

  it('know the items a standard declares, under the labels it gives', () => {
    const { scoreTable } = scoreTableOf({
      ...withRow(1, {
        name: '甲项控制率',
        path: '过程',
        target: null,
        actual: null,
        weight: 15,
        score: 15,
        criterion: '得分=甲项控制率×分值。',
      }),
      data: [figure('甲项实支数', 8), figure('甲项安排数', 10)],
    });
    const items = [
      { name: '甲项控制率', synonyms: [], formulaText: '甲项支出 ÷ 甲项预算' },
      { name: '甲项支出', synonyms: ['甲项实支数'], formulaText: '' },
      { name: '甲项预算', synonyms: ['甲项安排数'], formulaText: '' },
    ];
    const { admissible } = deriveAll(scoreTable, { items }).get('r1' as never)!;
    expect(admissible.is === 'exact' && arithmeticShown(scoreTable, admissible.arithmetic)).toBe('8÷10×15=12');
    expect(deriveAll(scoreTable).get('r1' as never)!.admissible.is).toBe('unknown');
  });

  it('take 元 and 万元 from what is written, never from the size', () => {
    const rule = '日常公用经费决算数≤日常公用经费调整预算数得15分，否则不得分。';
    expect(
      scored(rule, {}, { data: [figure('日常公用经费决算数', 52.8, { unit: '万元' }), figure('日常公用经费调整预算数', 715006)] }).text,
    ).toContain('得15');
    expect(
      scored(rule, {}, { data: [figure('日常公用经费决算数', 52.8, { unit: null }), figure('日常公用经费调整预算数', 715006)] }).derivation
        .admissible.is,
    ).not.toBe('exact');
  });

  it('offer a near label and do not use it', () => {
    const { derivation } = scored(RATE, {}, { data: [figure('三公经费支出控制率（上半年）情况', 1.2, { unit: '率', percent: true })] });
    expect(derivation.admissible.is).not.toBe('exact');
    expect(derivation.near.map((one) => one.label)).toEqual(['三公经费支出控制率（上半年）情况']);
  });

  it('a bare 0.5 or 1 under 率 may be percent or a share: it is not used', () => {
    expect(scored(RATE, {}, { data: [figure('三公经费控制率', 1, { unit: '率' })] }).derivation.admissible.is).not.toBe('exact');
    expect(scored(RATE, {}, { data: [figure('三公经费控制率', 103, { unit: '率' })] }).text).toContain('=12');
  });

  it('know the cell of every fact, and point to it where it holds the very number', () => {
    const { derivation } = scored(RATE, { actual: { v: 1.03, format: '0%' } });
    expect(derivation.facts.map((fact) => [fact.from, fact.at?.row, fact.at?.col])).toEqual([['row', 9, 4]]);
    expect(JSON.stringify(derivation.admissible)).toContain('"origin":{"sheet":0,"row":9,"col":4}');
  });

  it('nothing anybody said is unknown, never 0', () => {
    const { derivation } = scored('每发现一例不符合规定的扣1分，扣完为止。', { actual: '—' });
    expect(derivation.admissible.is).toBe('one-of');
    expect(derivation.facts).toEqual([]);
    expect(scored('每发现一例不符合规定的扣1分，扣完为止。', { actual: '无' }).text).toBe('15−1×0=15');
  });

  it('answers of the user come first', () => {
    const { scoreTable } = scoreTableOf(
      withRow(1, { name: '三公经费控制率', target: null, actual: '101%', weight: 15, score: 15, criterion: RATE }),
    );
    const derivation = deriveAll(scoreTable, { answers: () => new Dec('1.03') }).get('r1' as never)!;
    expect([derivation.admissible.is === 'exact' && derivation.admissible.score.toNumber(), derivation.facts[0]!.from]).toEqual([
      12,
      'answer',
    ]);
  });

  it('同上 is the rule of the row above', () => {
    const sheet = withRow(
      2,
      { criterion: '同上', target: '≥10项', actual: '8项' },
      withRow(1, { criterion: '按完成比例计分，完成的计满分。' }),
    );
    const { scoreTable } = scoreTableOf(sheet);
    expect(deriveAll(scoreTable).get('r2' as never)!.rule?.text).toBe('按完成比例计分，完成的计满分。');
  });

  it('criterion and footnote that disagree say nothing', () => {
    const { scoreTable } = scoreTableOf({
      ...goodSheet(),
      funding: { ...goodSheet().funding!, total: { ...goodSheet().funding!.total, executed: 90, rate: '90%' } },
      notes: ['注：预算执行率达到80%以上得满分，每低1个百分点扣0.5分，扣完为止。'],
    });
    const execution = scoreTable.rows.find((row) => row.role === 'execution')!;
    const own = {
      ...scoreTable,
      rows: scoreTable.rows.map((row) =>
        row === execution
          ? {
              ...row,
              criterion: { state: 'value' as const, value: '得分=预算执行率×分值。', at: { sheet: 0, row: 4, col: 9 }, raw: '', odd: [] },
            }
          : row,
      ),
    };
    expect(deriveAll(own).get(execution.id)!.admissible).toEqual({ is: 'unknown', why: 'rules-disagree' });
  });

  it('one score cell over several rows is nobody’s alone', () => {
    const { scoreTable } = scoreTableOf(withRow(1, { sharesScoreOf: 1 }));
    expect(
      [...deriveAll(scoreTable)].filter(([, one]) => one.admissible.is === 'unknown' && one.admissible.why === 'shared').map(([id]) => id),
    ).toEqual(['r0', 'r1']);
  });

  it('an error is told to whoever asks, and the others are derived all the same', () => {
    const { scoreTable } = scoreTableOf(goodSheet());
    const failed: string[] = [];
    const derivations = deriveAll(scoreTable, {
      standardRule: (row) => {
        if (row.id === ('r0' as never)) throw new Error('broken');
        return null;
      },
      failed: (row) => failed.push(row.id),
    });
    expect([failed, derivations.size]).toEqual([['r0'], scoreTable.rows.length]);
  });
});
