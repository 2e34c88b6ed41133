/** Exports of the budget system as they come, each read from bytes, and which table is held against which of their lines. */
import { budgetsOf } from '../../src/approved';
import { BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { readBudgetLists, recognise } from '../../src/recognition';
import { book, type Rows } from './books';

/** 「code project unit: 预算数=value unit×lines」 for each project. */
async function listed(rows: Rows, merges: readonly string[] = []): Promise<readonly string[]> {
  return readBudgetLists(await book({ 执行: rows }, merges)).map(
    ({ code, project, unit, amounts }) =>
      `${code ?? '-'} ${project ?? '-'} ${unit ?? '-'}: ${Object.values(amounts)
        .map(({ heading, value, unit: money, lines }) => `${heading}=${value}${money ?? ''}×${lines}`)
        .join(' ')}`,
  );
}

it.each<[what: string, rows: Rows, merges: readonly string[], said: readonly string[]]>([
  [
    'one line a project, the unit in a note',
    [
      ['2024年项目支出执行情况表', null, null, '单位：万元'],
      ['项目名称', '年初预算数', '全年预算数', '执行数'],
      ['培训经费', 100, 90, 88.5],
      ['合计', 100, 90, 88.5],
    ],
    [],
    ['- 培训经费 -: 年初预算数=100万元×1 全年预算数=90万元×1 执行数=88.5万元×1'],
  ],
  [
    'headings over two rows, the unit in the heading',
    [
      ['项目编码', '项目名称', '预算数（元）', null, '执行数（元）'],
      [null, null, '年初', '调整后'],
      ['51000024T000001', '培训经费', 1000000, 900000, 885000],
    ],
    ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
    ['51000024T000001 培训经费 -: 预算数年初=1000000元×1 预算数调整后=900000元×1 执行数=885000元×1'],
  ],
  [
    'several lines of a project are added up',
    [
      ['单位名称', '项目名称', '部门经济分类', '指标金额', '支付金额'],
      ['甲局', '培训经费', '30216 培训费', 60, 50],
      ['甲局', '培训经费', '30211 差旅费', 40, 38.5],
      ['乙局', '培训经费', '30216 培训费', 7, 7],
    ],
    [],
    ['- 培训经费 甲局: 指标金额=100×2 支付金额=88.5×2', '- 培训经费 乙局: 指标金额=7×1 支付金额=7×1'],
  ],
  [
    'but not beside their sum, whether it is called so or not',
    [
      ['项目名称', '资金来源', '预算数', '执行数'],
      ['培训经费', '小计', 100, 88.5],
      ['培训经费', '一般公共预算', 60, 50],
      ['培训经费', '政府性基金', 40, 38.5],
      ['修路经费', null, 30, 30],
      ['修路经费', '一般公共预算', 30, 30],
      ['植树经费', '合并', 12, 9],
      ['植树经费', '一般公共预算', 8, 5],
      ['植树经费', '其他', 4, 4],
    ],
    [],
    ['- 培训经费 -: 预算数=100×1 执行数=88.5×1', '- 修路经费 -: 预算数=30×1 执行数=30×1', '- 植树经费 -: 预算数=12×1 执行数=9×1'],
  ],
  [
    'a project named once above its lines, merged or not',
    [
      ['项目编码', '项目名称', '经济科目', '执行数'],
      ['51000024T000001', '培训经费', '培训费', 50],
      [null, null, '差旅费', 38.5],
      ['51000024T000002', '修路经费', '建设费', 10],
      [null, null, '材料费', 20],
      [null, null, null, 118.5],
    ],
    ['A4:A5', 'B4:B5'],
    ['51000024T000001 培训经费 -: 执行数=88.5×2', '51000024T000002 修路经费 -: 执行数=30×2'],
  ],
  [
    'two columns of one kind: nobody says which',
    [
      ['项目名称', '执行数', '执行数', '预算数'],
      ['培训经费', 1, 2, 3],
    ],
    [],
    ['- 培训经费 -: 预算数=3×1'],
  ],
  [
    'no list of projects',
    [
      ['序号', '材料名称', '数量'],
      [1, '照片', 3],
    ],
    [],
    [],
  ],
  [
    'projects without money',
    [
      ['项目名称', '负责人'],
      ['培训经费', '某某'],
    ],
    [],
    [],
  ],
])('%s', async (_, rows, merges, said) => {
  expect(await listed(rows, merges)).toEqual(said);
});

const sheet = (head: Rows, budget: number, executed: number): Rows => [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ...head,
  ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', budget, budget, executed, 10, executed / budget, (executed / budget) * 10],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '培训次数', '≥48次', '48次', 90, 90],
];

const LIST: Rows = [
  ['2024年指标执行表', null, null, null, '单位：元'],
  ['项目编码', '项目名称', '预算单位', '全年预算数', '执行数'],
  ['51000024T000001', '培训经费', '教育局', 1000000, 900000],
  ['51000024T000002', '培训经费', '乙局', 500000, 500000],
  ['51000024T000003', '修路经费', '丙局', 300000, 300000],
];

it.each<[what: string, head: Rows, entry: number | null]>([
  ['by code, whatever the name', [['项目名称', '干部培训', '项目编码', '51000024T000002']], 1],
  ['by code before the name', [['项目名称', '51000024T000003-修路']], 2],
  ['by name', [['项目名称', '修路经费']], 2],
  [
    'by name and unit',
    [
      ['项目名称', '培训经费'],
      ['实施单位', '某县教育局'],
    ],
    0,
  ],
  ['not by a name that two have', [['项目名称', '培训经费']], null],
  [
    'not of another unit',
    [
      ['项目名称', '修路经费'],
      ['实施单位', '丁局'],
    ],
    null,
  ],
  ['not of another code', [['项目名称', '修路经费', '项目编码', '51000024T000009']], null],
  ['not by half a name', [['项目名称', '修路']], null],
])('finds the line %s', async (_, head, entry) => {
  const now = await book({ 自评: sheet(head, 30, 30) });
  const found = budgetsOf(recognise(now).tables, now, { file: '执行.xlsx', entries: readBudgetLists(await book({ 执行: LIST })) });
  expect(found.map((one) => one.entry)).toEqual([entry]);
});

it('is a finding of the table, and nothing where no list is given', async () => {
  const now = await book({
    甲: sheet(
      [
        ['项目名称', '培训经费'],
        ['实施单位', '教育局'],
      ],
      100,
      95,
    ),
    丁: sheet([['项目名称', '植树经费']], 1, 1),
  });
  const entries = readBudgetLists(await book({ 执行: LIST }));
  const ran = judgeBy({ ...BY_THE_SHEET, budget: { file: '执行.xlsx', entries } }).assess(now);
  const told = ran.flatMap(({ findings }) => findings.filter(({ code }) => code === 'amount-vs-budget').map(({ cell }) => cell.row + 1));
  expect(told).toEqual([6]);
  expect(ran[1]!.coverage.notApplicable).toContainEqual({ code: 'amount-vs-budget', why: '预算执行表中没有找到可以对应的项目' });
  const plain = judgeBy(BY_THE_SHEET).assess(now);
  expect(plain.map(({ coverage }) => JSON.stringify(coverage).includes('amount-vs-budget'))).toEqual([false, false]);
  expect(plain[0]!.coverage.checks).toBe(ran[0]!.coverage.checks - 1);
});
