/** Figures that a row or the data sheet states under a name: what they come to in 元 or as a fraction, how exactly they are written, and what is worked out of them. */
import type { FactRef } from '../../src/criteria';
import type { Figure, ScoreTable } from '../../src/score-table';
import { storedDecimals, storedPoints } from '../../src/score-table';
import { readPoints } from '../../src/score-table/stored-points';
import { isWorkedOut, mentionsIn, ownMention, statedFormula, statedInRow, workedOutArithmetic, workedOutOfData } from '../../src/scoring';
import { inSaidDecimals } from '../../src/scoring/exact';
import { shownDecimals } from '../../src/scoring/shown';
import type { Admissible } from '../../src/scoring';
import { Dec } from '../../src/workbook';
import { goodSheet, type RowSpec, scoreTableOf, type Typed } from '../support/score-table';

const dec = (value: number | string): Dec => new Dec(value);
const SPAN = { from: 0, to: 0 } as unknown as FactRef['span'];
const ref = (name: string, kind: FactRef['kind'] = 'rate', role: FactRef['role'] = 'named'): FactRef => ({
  kind,
  role,
  name,
  unit: '',
  span: SPAN,
});

function figure(label: string, value: number, unit: string | null, rest: Partial<Figure> & { readonly line?: number } = {}): Figure {
  const { line = 30, ...others } = rest;
  return {
    path: [label],
    value: { state: 'value', value: dec(value), at: { sheet: 0, row: line, col: 1 }, raw: value, odd: [] },
    period: 'this',
    basis: null,
    unit,
    ...others,
  };
}

const rowOf = (spec: RowSpec) => scoreTableOf({ rows: [{ weight: 10, score: 10, ...spec }] }).scoreTable.rows[0]!;

describe('what a row states', () => {
  const stated = (spec: RowSpec, refs: readonly FactRef[] = []) =>
    statedInRow(rowOf(spec), refs).map(
      ({ label, value, kind, money, decimals }) => `${label} ${value.toFixed()} ${kind}${money ? ' 元' : ''} ${decimals}`,
    );

  test.each<[actual: Typed, what: string | null]>([
    ['93.5%', '完成情况 0.935 rate 3'],
    ['112人', '完成情况 112 number 0'],
    ['12.50万元', '完成情况 125000 number 元 -3'],
    ['12.55万元', '完成情况 125500 number 元 -2'],
    ['900.4元', '完成情况 900.4 number 元 1'],
    ['1.5亿元', '完成情况 150000000 number 元 -7'],
    ['≥90%', null],
    ['已完成', null],
    [null, null],
  ])('完成值 %s: %s', (actual, what) => expect(stated({ name: '完成情况', actual })).toEqual(what === null ? [] : [what]));

  test('a sign in its own column is no bound of the 完成值', () =>
    expect(stated({ name: '合格率', actual: '93%', symbol: '≥', target: '90%' })).toEqual(['合格率 0.93 rate 2']));

  test.each<[name: string, reason: string, asked: FactRef, what: readonly string[]]>([
    ['支出进度', '三公经费控制率103%', ref('三公经费控制率'), ['三公经费控制率 1.03 rate 2']],
    ['支出进度', '三公经费控制率103%', ref('三公经费控制率', 'rate', 'target'), []],
    ['支出进度', '三公经费控制率103%', ref('三公经费控制率', 'rate', 'actual'), []],
    ['支出进度', '三公经费控制率103%', ref('三公经费控制率', 'yes'), []],
    ['支出进度', '三公经费控制率103%', ref(''), []],
    ['支出进度', '三公经费控制率103%', ref('公用经费控制率'), []],
    ['支出进度', '培训人数46人', { ...ref('培训人数', 'number'), unit: '人' }, ['培训人数 46 number 0']],
    ['支出进度', '', ref('三公经费控制率'), []],
  ])('in %s, «%s»: %s', (name, reason, asked, what) =>
    expect(stated({ name, reason: reason === '' ? null : reason }, [asked])).toEqual(what),
  );

  test('the row’s own measure goes by the row’s name', () =>
    expect(stated({ name: '三公经费控制率', reason: '三公经费控制率103%' }, [ref('三公经费控制率')])).toEqual([
      '三公经费控制率 1.03 rate 2',
    ]));
});

const withData = (data: readonly Figure[], rest: Partial<RowSpec> = {}): ScoreTable =>
  scoreTableOf({ ...goodSheet(), data, rows: [{ name: '完成情况', weight: 90, score: 90, ...rest }] }).scoreTable;

describe('a rate by its well-known formula', () => {
  const STAFF = [figure('在职人员数', 45, '人', { line: 31 }), figure('编制数', 50, '人', { line: 32 })];
  const worked = (data: readonly Figure[], name = '在职人员控制率', period?: 'this' | 'last' | number) => {
    const found = workedOutOfData(withData(data), name, period);
    return found === null ? null : `${found.value.toFixed()} of rows ${found.cells.map(({ row }) => row).join(' ')} by ${found.formula}`;
  };

  test('of its two figures', () => expect(worked(STAFF)).toBe('0.9 of rows 31 32 by 在职人员数÷编制数'));
  test('not of one alone', () => expect(worked(STAFF.slice(0, 1))).toBeNull());
  test('not where one stands there twice with nothing to tell them apart', () =>
    expect(worked([...STAFF, figure('编制数', 40, '人', { line: 33 })])).toBeNull());
  test('not over nothing', () => expect(worked([STAFF[0]!, figure('编制数', 0, '人')])).toBeNull());
  test('not of a rate', () => expect(worked([STAFF[0]!, figure('编制数', 50, '率')])).toBeNull());
  test('no rate nobody knows', () => expect(worked(STAFF, '某某满意率')).toBeNull());
  test('of the year asked for', () => {
    const last = STAFF.map((one, at) => ({ ...one, period: 'last' as const, value: { ...one.value, value: dec(at === 0 ? 30 : 40) } }));
    expect(worked([...STAFF, ...last])).toMatch(/^0\.9 /);
    expect(worked([...STAFF, ...last], '在职人员控制率', 'last')).toMatch(/^0\.75 /);
    expect(worked(STAFF, '在职人员控制率', 'last')).toBeNull();
  });
  test('万元 over 元 is put on one scale', () =>
    expect(
      worked(
        [figure('三公经费实际支出数', 9, '万元', { line: 31 }), figure('三公经费预算数', 100_000, '元', { line: 32 })],
        '三公经费控制率',
      ),
    ).toMatch(/^0\.9 /));
});

describe('a formula that the sheet states beside a figure', () => {
  const PARTS = [
    figure('基本支出', 60, '万元', { line: 31 }),
    figure('项目支出', 40, '万元', { line: 32 }),
    figure('本年收入', 200, '万元', { line: 33 }),
  ];
  const stated = (formula: string | undefined) => {
    const asked = figure('本年支出', 100, '万元', { line: 34, ...(formula === undefined ? {} : { formula }) });
    const found = statedFormula(withData([...PARTS, asked]), asked, 'this');
    return found === null ? null : found.value.toFixed();
  };

  test.each<[formula: string | undefined, value: string | null]>([
    ['基本支出＋项目支出', '1000000'],
    ['基本支出+项目支出', '1000000'],
    ['本年支出=基本支出+项目支出', '1000000'],
    ['基本支出÷本年收入×100%', '0.3'],
    ['基本支出/本年收入*100', '0.3'],
    ['基本支出÷本年收入。', '0.3'],
    ['本年收入-基本支出;', '1400000'],
    ['本年收入−基本支出', '1400000'],
    ['基本支出', null],
    ['基本支出+别的支出', null],
    ['见附件', null],
    [undefined, null],
  ])('%s: %s', (formula, value) => expect(stated(formula)).toBe(value));
});

describe('figures that a text names', () => {
  const DATA = [
    figure('编制人数', 46, '人', { line: 31 }),
    figure('基本支出', 900.47, '万元', { line: 32 }),
    figure('预算完成率', 0.95, '率', { line: 33, percent: true }),
  ];
  const named = (spec: Partial<RowSpec>) => {
    const table = withData(DATA, spec);
    const row = table.rows.find(({ name }) => name.value === '完成情况')!;
    return mentionsIn(table, row).map(
      ({ stated, standing }) =>
        `${stated.label} ${stated.value.toFixed()} ${stated.kind}${stated.money ? ' 元' : ''} ${stated.decimals}${standing === null ? '' : ` ${standing}`}`,
    );
  };

  test.each<[text: string, what: readonly string[]]>([
    ['编制人数46人', ['编制人数 46 number 0']],
    ['我单位编制人数为46名', ['编制人数 46 number 0']],
    ['编制人数46', []],
    ['编制人数46.5人', []],
    ['编制人数46万元', []],
    ['基本支出为900.47万元', ['基本支出 9004700 number 元 -2']],
    ['基本支出9,004,700元', ['基本支出 9004700 number 元 0']],
    ['基本支出900', []],
    ['基本支出900万元以内', []],
    ['基本支出约束', []],
    ['2023年基本支出900万元', []],
    ['2024年基本支出900万元', ['基本支出 9000000 number 元 -4']],
    ['2023年有结余。基本支出900万元', ['基本支出 9000000 number 元 -4']],
    ['上年基本支出900万元', []],
    ['本年基本支出900万元', ['基本支出 9000000 number 元 -4']],
    ['预算完成率95.5%', ['预算完成率 0.955 rate 3']],
    ['预算完成率95', []],
    ['编制人数46人，编制人数48人', []],
    ['编制人数46人，另有编制人数46人', ['编制人数 46 number 0']],
    ['编制人数46人，实际编制人数46人', ['编制人数 46 number 0', '编制人数 46 number 0']],
    ['编制人数', []],
    ['基本支出决算900万元', ['基本支出 9000000 number 元 -4 actual']],
    ['基本支出年初预算900万元', ['基本支出 9000000 number 元 -4 initial']],
    ['基本支出预算数为900万元', ['基本支出 9000000 number 元 -4 planned']],
    ['基本支出年初预算900万元，基本支出决算880万元', ['基本支出 9000000 number 元 -4 initial', '基本支出 8800000 number 元 -4 actual']],
  ])('«%s»', (reason, what) => expect(named({ reason })).toEqual(what));

  test('words of the 完成值 count, a figure there is the row’s own', () => {
    expect(named({ actual: '已按编制人数46人配备' })).toEqual([]);
    expect(named({ actual: '编制人数46人，已配备' })).toEqual(['编制人数 46 number 0']);
    expect(named({ actual: '46人' })).toEqual([]);
  });

  test.each<[name: string, reason: string | null, value: string | null]>([
    ['财政供养人员控制率', '控制率97.83%', '0.9783'],
    ['财政供养人员控制率', '控制率97.83%，控制率98%', null],
    ['财政供养人员控制率', '变动率97.83%', null],
    ['财政供养人员控制率', '控制率97.83', null],
    ['财政供养人员控制率', null, null],
    ['培训人数', '控制率97.83%', null],
  ])('the short name of %s in «%s»: %s', (name, reason, value) => {
    const { scoreTable } = scoreTableOf({ rows: [{ name, weight: 10, score: 10, reason }] });
    expect(ownMention(scoreTable, scoreTable.rows[0]!)?.value.toFixed() ?? null).toBe(value);
  });
});

describe('scores as people see them', () => {
  const table = (scores: readonly number[]): ScoreTable =>
    scoreTableOf({ rows: scores.map((score) => ({ weight: 50, score })) }).scoreTable;

  test.each<[scores: readonly number[], decimals: number]>([
    [[50, 49], 2],
    [[50, 49.5], 2],
    [[50, 49.55], 2],
    [[50, 49.555], 3],
  ])('%j go to %s decimals', (scores, decimals) => expect(shownDecimals(table(scores))).toBe(decimals));

  test.each([
    ['5', false],
    ['5.25', false],
    ['5−1×2=3', true],
    ['', false],
    ['3，或5', true],
  ])('«%s» is more than a score: %s', (text, more) => expect(isWorkedOut(text)).toBe(more));

  test('what is not determined has no arithmetic', () => {
    expect(workedOutArithmetic(table([50]), { is: 'unknown', why: 'no-rule' } as unknown as Admissible)).toBeNull();
    expect(workedOutArithmetic(table([50]), { is: 'range', from: dec(1), to: dec(2) } as unknown as Admissible)).toBeNull();
  });

  const due = (score: string, decimals: number | null, arithmetic: unknown) => {
    const found = inSaidDecimals({ is: 'exact', score: dec(score), arithmetic } as unknown as Admissible, decimals);
    return found.is === 'exact' ? `${found.score.toFixed()} ${found.arithmetic.op}` : found.is;
  };
  const given = { op: 'given', ref: ref('完成率'), value: dec('0.875') };
  const share = { op: 'multiply', left: given, right: { op: 'weight', value: dec(5) } };

  test.each<[score: string, decimals: number | null, due: string]>([
    ['4.375', 1, '4.4 round'],
    ['4.375', 2, '4.38 round'],
    ['4.375', 3, '4.375 multiply'],
    ['4.375', 4, '4.375 multiply'],
    ['4.375', 0, '4 round'],
    ['4.5', 0, '5 round'],
    ['4.375', null, '4.375 multiply'],
  ])('%s to %s decimals, half up: %s', (score, decimals, expected) => expect(due(score, decimals, share)).toBe(expected));

  test('points that are no share are never rounded, and what is not exact stays so', () => {
    expect(due('4.375', 1, { op: 'number', value: dec('4.375') })).toBe('4.375 number');
    expect(inSaidDecimals({ is: 'range', from: dec(1), to: dec(2) } as unknown as Admissible, 1).is).toBe('range');
  });
});

test.each<[scale: number | undefined, points: string, stored: string, decimals: number]>([
  [undefined, '6', '6', 2],
  [100, '6', '0.06', 4],
  [100, '6.5', '0.065', 4],
  [10, '6', '0.6', 3],
])('in a form of scale %s %s points are stored as %s, two decimals as %s', (scale, points, stored, decimals) => {
  const slot = scale === undefined ? {} : { scale: dec(scale) };
  expect(storedPoints(slot, dec(points)).toFixed()).toBe(stored);
  expect(readPoints(slot, dec(stored)).toFixed()).toBe(points);
  expect(storedDecimals(slot, 2)).toBe(decimals);
});
