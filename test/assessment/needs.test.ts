/** What a check needs of a sheet, by itself: with it nothing is missing, without it people read why it was not checked. */
import { unmet } from '../../src/assessment/needs';
import type { Need } from '../../src/checks';
import type { ScoreTable } from '../../src/score-table';
import { goodSheet, type RowSpec, scoreTableOf, type SheetSpec } from '../support/score-table';
import { bookOf, sheetOf } from '../support/sheets';

const ROW: RowSpec = { name: '培训人次', weight: 10, score: 10, target: '≥100人', actual: '100人' };
const of = (rest: Partial<SheetSpec> = {}) => scoreTableOf({ rows: [ROW], ...rest });
const bare = (): ScoreTable => ({ ...of().scoreTable, groups: [], totals: [] });
const { book } = of();

const MISSING: readonly (readonly [need: Need, why: string, without: () => ScoreTable, having: () => ScoreTable])[] = [
  [
    'weights',
    '表中没有分值',
    () => of({ rows: [{ ...ROW, weight: null }] }).scoreTable,
    () => of({ rows: [ROW, { ...ROW, weight: null }] }).scoreTable,
  ],
  ['scores', '表中没有得分列', () => ({ ...bare(), self: null }), bare],
  [
    'totals',
    '表中没有总分',
    () => ({ ...bare(), totals: of({ subtotals: [{ group: '产出/数量', score: 10 }], total: null }).scoreTable.totals }),
    () => of({ total: { score: 10 }, subtotals: [{ group: '产出/数量', score: 10 }] }).scoreTable,
  ],
  [
    'subtotals',
    '表中没有小计',
    () => ({ ...bare(), totals: of({ total: { score: 10 } }).scoreTable.totals }),
    () => ({
      ...bare(),
      totals: of({ total: { score: 10 }, subtotals: [{ group: '产出/数量', score: 10 }] }).scoreTable.totals,
    }),
  ],
  [
    'groups',
    '表中没有上级指标',
    () => ({ ...bare(), totals: of({ total: { score: 10 } }).scoreTable.totals }),
    () => ({ ...bare(), groups: of().scoreTable.groups.slice(0, 1) }),
  ],
  [
    'groups',
    '表中没有上级指标',
    bare,
    () => ({ ...bare(), totals: of({ total: { score: 10 }, subtotals: [{ group: '产出/数量', score: 10 }] }).scoreTable.totals }),
  ],
  ['targets', '表中没有指标值列', () => of({ without: ['target'] }).scoreTable, bare],
  ['actuals', '表中没有完成值列', () => of({ without: ['actual'] }).scoreTable, bare],
  ['reasons', '表中没有原因说明栏', () => of({ without: ['reason'] }).scoreTable, bare],
  [
    'reasons',
    '表中没有原因说明栏',
    () => of({ without: ['reason'] }).scoreTable,
    () => of({ without: ['reason'], remarks: '无' }).scoreTable,
  ],
  [
    'evidence',
    '表中没有佐证材料列',
    () => of({ without: ['evidence'] }).scoreTable,
    () => of({ rows: [{ ...ROW, evidence: '签到表' }] }).scoreTable,
  ],
  ['funding', '表中没有资金情况', bare, () => scoreTableOf(goodSheet()).scoreTable],
  ['executionScore', '表中没有预算执行率得分', bare, () => scoreTableOf(goodSheet()).scoreTable],
  ['grade', '表中没有评价等级栏', bare, () => of({ grade: '优' }).scoreTable],
  ['summary', '工作簿中没有项目汇总表', bare, () => of({ summary: { score: 10 } }).scoreTable],
  ['dataSheet', '工作簿中没有基础数据表', bare, () => ({ ...bare(), data: [{} as ScoreTable['data'][number]] })],
];

test.each(MISSING)('%s: 「%s」 where there is none, and only there', (need, why, without, having) => {
  expect(unmet([need], without(), book)).toBe(why);
  expect(unmet([need], having(), book)).toBeNull();
});

test('a 得分 of a whole class is a subtotal', () => {
  const grouped = of().scoreTable.groups.map((group, at) => ({ ...group, scores: at === 0 ? group.scores : [] }));
  const scored = grouped.map((group) => ({ ...group, scores: [of().scoreTable.rows[0]!.scores[0]!] }));
  expect(unmet(['subtotals'], { ...bare(), groups: scored }, book)).toBeNull();
  expect(
    unmet(['subtotals'], { ...bare(), groups: [...scored.slice(0, 1), ...grouped.map((one) => ({ ...one, scores: [] }))] }, book),
  ).toBeNull();
  expect(unmet(['subtotals'], { ...bare(), groups: grouped.map((one) => ({ ...one, scores: [] })) }, book)).toBe('表中没有小计');
});

test('of several the first that is missing is told', () => {
  expect(unmet(['weights', 'grade', 'summary'], bare(), book)).toBe('表中没有评价等级栏');
  expect(unmet(['summary', 'grade'], bare(), book)).toBe('工作簿中没有项目汇总表');
  expect(unmet([], bare(), book)).toBeNull();
});

describe('what a program cannot see is said, not passed', () => {
  const blind = (rows: boolean, cols: boolean) => {
    const sheet = sheetOf('评分表', [['甲']]);
    return bookOf([
      Object.assign(Object.create(Object.getPrototypeOf(sheet)), sheet, {
        rowHidden: () => (rows ? false : null),
        colHidden: () => (cols ? false : null),
      }),
    ]);
  };

  test.each([
    [true, true, null],
    [true, false, '在当前程序里看不到隐藏的行和列，未检查'],
    [false, true, '在当前程序里看不到隐藏的行和列，未检查'],
    [false, false, '在当前程序里看不到隐藏的行和列，未检查'],
  ])('hidden rows seen: %s, columns: %s', (rows, cols, why) => expect(unmet(['hidden'], bare(), blind(rows, cols))).toBe(why));

  test('a copy of the table that was left out is known wherever it is', () =>
    expect(unmet(['hidden'], { ...bare(), leftOut: [] as unknown as NonNullable<ScoreTable['leftOut']> }, blind(false, false))).toBeNull());

  test('links', () => {
    expect(unmet(['links'], bare(), { ...book, externalLinks: null })).toBe('在当前程序里看不到外部链接，未检查');
    expect(unmet(['links'], bare(), { ...book, externalLinks: [] })).toBeNull();
  });

  test('pictures', () => {
    const unseen = bookOf(sheetOf('评分表', [['甲']], { pictures: null }));
    expect(unmet(['pictures'], bare(), unseen)).toBe('在当前程序里看不到图片，未检查');
    expect(unmet(['pictures'], bare(), book)).toBeNull();
  });
});
