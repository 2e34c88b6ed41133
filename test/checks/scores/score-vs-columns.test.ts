import type { TestCell } from '../../support/sheets';
import { sheetOf } from '../../support/sheets';
import { saidOf } from '../support/published-form';

const CODE = 'score-vs-columns';
type Row = readonly [name: string, weight: number, other: TestCell, score: number];

/** 三级指标, 分值, 完成情况, a column beside the score, 得分 and what may follow. */
const sheet = (heading: string, rows: readonly Row[], { score = '得分', before = [] as readonly string[] } = {}) =>
  sheetOf('自评表', [
    ['2024年度项目绩效自评表'],
    ['单位名称', '某县水利局'],
    ['三级指标', '分值', '指标值', '完成值', ...before, heading, score],
    ...rows.map(([name, weight, other, given]) => [name, weight, '按计划完成', '已按计划完成', ...before.map(() => weight), other, given]),
    [
      '合计',
      rows.reduce((sum, [, weight]) => sum + weight, 0),
      '',
      '',
      ...before.map(() => ''),
      '',
      rows.reduce((sum, [, , , given]) => sum + given, 0),
    ],
  ]);

const deductions = (...odd: readonly Row[]): readonly Row[] => [
  ['绩效目标申报', 10, 0, 10],
  ['预算编制', 10, 2, 8],
  ['资金管理', 20, 0, 20],
  ['项目公示', 10, 0.5, 9.5],
  ['工程建设', 20, 0, 20],
  ...odd,
];
const items = (...odd: readonly Row[]): readonly Row[] => [
  ['绩效目标申报', 10, 100, 10],
  ['预算编制', 10, 96.5, 9.65],
  ['资金管理', 20, 100, 20],
  ['项目公示', 10, 83, 8.3],
  ['工程建设', 20, 100, 20],
  ...odd,
];
const said = (...given: Parameters<typeof sheet>): readonly string[] =>
  saidOf(CODE, sheet(...given)).map(({ severity, cell }) => `${severity} ${cell}`);
const ITEM = { score: '折算得分' };

describe('扣分 beside the score', () => {
  it('names both figures', () => {
    expect(saidOf(CODE, sheet('扣分', deductions(['群众满意度', 30, 3, 28])))).toEqual([
      {
        severity: 'mandatory',
        cell: 'F9',
        related: ['E9'],
        message: '「群众满意度」的扣分（E9）为3，30－3=27，得分（F9）却是28。其余各行都对得上，请核实这一行的扣分和得分。',
      },
    ]);
  });

  it.each<[string, readonly Row[], readonly string[]]>([
    ['all lines agree', deductions(['群众满意度', 30, 2, 28]), []],
    ['written with a minus', deductions(['群众满意度', 30, -2, 28]), []],
    ['one blank 扣分', deductions(['群众满意度', 30, null, 28]), []],
    ['one that is a word', deductions(['群众满意度', 30, '无', 28]), []],
    ['a deduction that the score does not show', deductions(['群众满意度', 30, 2, 30]), ['mandatory F9']],
    ['a score that the 扣分 does not show', deductions(['群众满意度', 30, 0, 28]), ['mandatory F9']],
    ['more taken off than there was: nothing is left', deductions(['安全生产', 5, 8, 0]), []],
    // More than a quarter: the column is something else here.
    ['three of eight differ', deductions(['甲', 10, 2, 10], ['乙', 10, 3, 10], ['丙', 10, 1, 10]), []],
    [
      'too few lines agree',
      deductions()
        .slice(0, 2)
        .concat([['群众满意度', 80, 3, 79]]),
      [],
    ],
    ['nothing was ever taken off', [...deductions().filter(([, , other]) => other === 0), ['群众满意度', 60, 0, 58]], []],
  ])('%s', (_name, rows, expected) => expect(said('扣分', rows)).toEqual(expected));

  it('says nothing of lines that share one 分值', () => {
    const lines = [...deductions(['群众满意度', 20, 2, 8], ['社会评价', 10, 1, 9])];
    const whole = sheet('扣分', lines);
    const merged = sheetOf(
      '自评表',
      Array.from({ length: whole.rows }, (_row, row) =>
        Array.from({ length: 6 }, (_col, col) => (row === 9 && col === 1 ? null : (whole.valueAt(row, col) as TestCell))),
      ),
      { merges: ['B9:B10'] },
    );
    expect(saidOf(CODE, merged)).toEqual([]);
  });

  it('is the reviewer’s behind a reviewer’s score, or where its head says so', () => {
    const rows = deductions(['群众满意度', 30, 3, 30]);
    expect(said('复核扣分', rows)).toEqual([]);
    expect(said('扣分', rows, { score: '自评得分', before: ['复核得分'] })).toEqual([]);
    expect(said('扣分', rows, { score: '自评得分' })).toEqual(['mandatory F9']);
  });
});

describe('单项得分 out of a hundred beside the weighted score', () => {
  it('shows the arithmetic', () => {
    expect(saidOf(CODE, sheet('单项得分', items(['群众满意度', 30, 90, 28]), ITEM)).map(({ message }) => message)).toEqual([
      '「群众满意度」的单项得分（E9）为90，90×30%=27，得分（F9）却是28。其余各行都对得上，请核实这一行的单项得分和得分。',
    ]);
  });

  it.each<[string, readonly Row[], readonly string[]]>([
    ['all lines agree', items(['群众满意度', 30, 93.3, 27.99]), []],
    ['rounded', items(['群众满意度', 30, 93.35, 28.01]), []],
    ['rounded to whole points', items(['群众满意度', 30, 93.35, 28]), []],
    ['a wrong product', items(['群众满意度', 30, 80, 27]), ['mandatory F9']],
    ['not of a hundred at all', items().map(([name, weight, , score]) => [name, weight, score, score]), []],
  ])('%s', (_name, rows, expected) => expect(said('单项得分', rows, ITEM)).toEqual(expected));
});
