/** A list of projects beside their own score sheets, from the cells to what is said. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { a1 } from '../../src/workbook/address';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../support/sheets';

type Rows = readonly (readonly TestCell[])[];

const form = (project: string, score: number, executed = 200): Rows => [
  ['项目支出绩效自评表（2024年度）'],
  ['项目名称', project, null, null, null, null, '单位：万元'],
  ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 200, 200, executed, 10, executed / 200, (executed / 200) * 10],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '原因'],
  ['产出指标', '数量指标', '维修泵站数量', '≥12座', '12座', 50, 50, null],
  [
    '效益指标',
    '社会效益指标',
    '受益人口数',
    '≥3000人',
    '3100人',
    40,
    score - 50 - (executed / 200) * 10,
    '受天气影响，部分工作推迟，下年补做',
  ],
  ['总分', null, null, null, null, 100, score, null],
];

const LIST: Rows = [
  ['2024年度项目支出绩效自评结果汇总表'],
  [null, null, null, null, '单位：万元'],
  ['序号', '项目名称', '预算数', '执行数', '自评得分', '自评等级'],
  [1, '泵站维修项目', 200, 200, 100, '优'],
  [2, '河道清淤项目', 200, 200, 96, '优'],
  ['合计', null, 400, 400, null, null],
];

const at = (cells: Readonly<Record<string, TestCell>>): Rows =>
  LIST.map((row, r) => row.map((cell, c) => (a1(r, c) in cells ? cells[a1(r, c)] : cell)));

/** 「汇总!E4」 of every finding of the check. */
function found(list: Rows, projects: readonly (readonly [string, number, number?])[], options: SheetOptions = {}): readonly string[] {
  const book = bookOf([
    sheetOf('汇总', list, options),
    ...projects.map(([name, score, executed], index) => sheetOf(`项目${index + 1}`, form(name, score, executed))),
  ]);
  return recognise(book)
    .tables.flatMap((table, index) => assess(table, book, { first: index === 0 }).findings)
    .filter((one) => one.code === 'summary-vs-score')
    .map((one) => `${book.sheets[one.cell.sheet]!.name}!${a1(one.cell.row, one.cell.col)}`);
}

const BOTH = [
  ['泵站维修项目', 100],
  ['河道清淤项目', 96],
] as const;

test.each<[string, readonly string[], Rows, readonly (readonly [string, number, number?])[]]>([
  ['the same', [], LIST, BOTH],
  ['another score', ['汇总!E5'], at({ E5: 98 }), BOTH],
  ['another amount', ['汇总!D4'], at({ D4: 190 }), BOTH],
  ['a budget that none of the amounts is', ['汇总!C4'], at({ C4: 260 }), BOTH],
  ['quotes and spaces in the name', ['汇总!E4'], at({ B4: '“泵站维修”项目 ', E4: 91 }), BOTH],
  ['a name that stands in the list twice', [], at({ B5: '泵站维修项目', E4: 91 }), BOTH],
  ['a name that two sheets have', [], at({ E4: 91 }), [BOTH[0], BOTH[0]]],
  ['a name only alike', [], at({ B4: '泵站维修项目（二期）', E4: 91 }), BOTH],
  ['a project without a sheet', [], at({ E5: 91 }), [BOTH[0]]],
  ['two columns of scores', [], at({ D3: '得分', E4: 91 }), BOTH],
  ['another year’s list is read like any', ['汇总!E4'], at({ E4: 91, F4: null }), BOTH],
])('%s', (_, cells, list, projects) => expect(found(list, projects)).toEqual(cells));

test('headings over two rows', () => {
  const list: Rows = [
    ['项目支出绩效自评情况表'],
    ['序号', '项目名称', '资金情况（元）', null, '自评结果', null],
    [null, null, '全年预算数', '全年执行数', '得分', '等级'],
    [1, '泵站维修项目', 2000000, 1900000, 100, '优'],
  ];
  const merges = ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'];
  expect(found(list, BOTH, { merges })).toEqual(['汇总!D4']);
});

test('a hidden list is not read', () => {
  expect(found(at({ E4: 91 }), BOTH, { state: 'hidden' })).toEqual([]);
});
