/** Grades of reviewers, beside the self-evaluation's. */
import { recognise } from '../../src/recognition';
import { a1 } from '../../src/workbook/address';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const FORM: readonly (readonly TestCell[])[] = [
  ['项目支出绩效自评表'],
  ['项目名称', '某项目'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '复核得分', '财政审核得分'],
  ['产出指标', '数量指标', '维修泵站数量', '≥12座', '12座', 60, 60, 58, 55],
  ['效益指标', '社会效益指标', '受益人口数', '≥3000人', '3100人', 40, 35, 30, 28],
  ['总分', null, null, null, null, 100, 95, 88, 83],
];

const grades = (...rows: readonly (readonly TestCell[])[]): readonly string[] => {
  const [table] = recognise(bookOf(sheetOf('自评表', [...FORM, ...rows]))).tables;
  return (table?.reviewGrades ?? []).map(
    ({ column, slot }) => `${table!.scoreColumns[column]!.header.value} ${a1(slot.at.row, slot.at.col)} ${slot.value}`,
  );
};

test.each<[string, readonly string[], readonly (readonly TestCell[])[]]>([
  ['in the score columns', ['复核得分 H7 良', '财政审核得分 I7 良'], [['评价等级', null, null, null, null, null, '优', '良', '良']]],
  ['the reviewer’s alone', ['复核得分 H7 良'], [['评价等级', null, null, null, null, null, '优', '良', null]]],
  [
    'behind labels of their own',
    ['复核得分 B8 良', '财政审核得分 B9 良'],
    [
      ['自评等级', '优'],
      ['复核等级', '良'],
      ['财政审核等级', '良'],
    ],
  ],
  ['one grade', [], [['评价等级', '优']]],
  [
    'a label without a grade',
    [],
    [
      ['自评等级', '优'],
      ['复核等级', '已复核'],
    ],
  ],
  ['none', [], []],
])('%s', (_, expected, rows) => expect(grades(...rows)).toEqual(expected));
