/** What stands around a table in forms beyond the published cases: funding as label and figure, several labels in a cell. */
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const table: readonly (readonly TestCell[])[] = [
  ['一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '分值', '自评得分', '未完成原因分析'],
  ['产出指标', '数量指标', '维修面积', '≥500平方米', '520平方米', 60, 60, null],
  ['效益指标', '社会效益', '使用条件改善', '明显', '明显', 40, 40, null],
  ['总分', null, null, null, null, 100, 100, null],
];

function read(above: readonly (readonly TestCell[])[]) {
  return recognise(bookOf(sheetOf('自评表', [...above, ...table]))).tables[0]!;
}

test('funding written as label and figure, with its parts and its rate', () => {
  const { funding, money } = read([
    ['2023年度项目绩效自评表'],
    ['填报单位：某某局', null, null, null, null, null, '金额单位：万元'],
    ['预算安排情况', null, '资金到位情况', null, '资金执行情况', null, '预算执行进度'],
    ['预算数：', 100, '到位数：', 90, '执行数：', 86.2, '86.20%'],
    ['其中：财政资金', 80, '其中：财政资金', 80, '其中：财政资金', 70, null],
    ['其他资金', 20, '其他资金', 10, '其他资金', 16.2, null],
  ]);
  expect(money).toBe('万元');
  expect(
    funding!.rows.map((row) => [
      row.kind,
      row.label.value,
      row.budget?.value?.toString(),
      row.arrived?.value?.toString(),
      row.executed?.value?.toString(),
    ]),
  ).toEqual([
    ['total', '预算资金', '100', '90', '86.2'],
    ['part', '其中:财政资金', '80', '80', '70'],
    ['part', '其他资金', '20', '10', '16.2'],
  ]);
  expect(funding!.rows[0]!.rate?.value?.toString()).toBe('0.862');
  expect(funding!.rows[0]!.executed?.at).toEqual({ sheet: 0, row: 3, col: 5 });
});

test.each([
  ['项目名称：桥梁维修   单位：某某局   金额单位：万元', '桥梁维修', '某某局'],
  ['填报单位：某某局          2024年3月15日          单位：元', undefined, '某某局'],
  ['省级预算部门名称：某某厅', undefined, '某某厅'],
])('several labels in one cell: %s', (text, project, unit) => {
  const found = read([['2023年度绩效自评表'], [text]]);
  expect(found.project?.value).toBe(project);
  expect(found.unit?.value).toBe(unit);
});

test('an indicator called 绩效目标 is no goal block', () => {
  const found = recognise(
    bookOf(
      sheetOf('评分表', [
        ['一级指标', '二级指标', '三级指标', '分值', '得分'],
        ['决策', '项目立项', '立项规范性', 50, 50],
        [null, '绩效目标', '绩效目标合理性', 50, 48],
        ['总分', null, null, 100, 98],
      ]),
    ),
  ).tables[0]!;
  expect(found.rows.map((row) => row.path.join('/'))).toEqual(['决策/项目立项/立项规范性', '决策/绩效目标/绩效目标合理性']);
});

describe('whose sheet it is', () => {
  const unitOf = (above: readonly (readonly TestCell[])[], below: readonly (readonly TestCell[])[] = []): string | null | undefined =>
    recognise(bookOf(sheetOf('自评表', [['2023年度项目绩效自评表'], ...above, ...table, ...below]))).tables[0]!.unit?.value;

  test.each([
    '被评价部门',
    '评价部门',
    '编报部门',
    '编报单位',
    '填报部门（单位）',
    '预算部门名称',
    '被考核单位',
    '自评单位（盖章）',
    '部门（单位）名称',
  ])('%s', (label) => {
    expect(unitOf([[`${label}：某县林业局`]])).toBe('某县林业局');
    expect(unitOf([[label, null, '某县林业局']])).toBe('某县林业局');
  });

  test('who is evaluated goes before who evaluates', () => {
    expect(unitOf([['评价部门：某县财政局'], ['被评价部门：某县林业局']])).toBe('某县林业局');
  });

  test.each([
    ['nothing beside it', ['单位（盖章）：']],
    ['a date', ['填报单位（盖章）：', null, '2024年3月1日']],
    ['a signature', ['单位（公章）', null, '负责人：张三']],
    ['a person', ['单位（盖章）：张三']],
  ])('a line for a stamp below the table names nobody: %s', (_, line) => {
    expect(unitOf([], [line])).toBeUndefined();
    expect(unitOf([['单位名称：某县林业局']], [line])).toBe('某县林业局');
  });

  test('unless a name stands there', () => {
    expect(unitOf([], [['填报单位（盖章）：某县林业局']])).toBe('某县林业局');
  });
});
