/** Lists of budgets and of goals: headings of one and of two lines, projects divided by subject, codes, years, units, texts for amounts. */
import path from 'node:path';
import { indicatorForms, readBudgetLists, recognise, recogniseGoals } from '../../src/recognition';
import type { WorkbookSnapshot } from '../../src/workbook';
import { expectPinned, shown } from '../support/pinned';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { sheet } from './field/field';

const FOLDER = path.join(__dirname, 'pins');
const CODE = '11000024Y000002';
const LISTS: Readonly<Record<string, readonly (readonly TestCell[])[]>> = {
  plain: [
    ['2024年项目支出执行表'],
    ['单位：万元'],
    ['项目名称', '单位名称', '年初预算数', '调整预算数', '执行数'],
    ['甲项目', '水务局', 100, 120, 90.5],
    ['乙项目', '水务局', 50, 50, 50],
    ['合计', null, 150, 170, 140.5],
  ],
  'units in the headings': [
    ['项目名称', '年初预算数(元)', '执行数(万元)', '到位数(单位:万元)'],
    ['甲项目', 1000000, 90, 80],
  ],
  'codes beside names': [
    ['项目编码', '项目名称', '预算数', '支出数'],
    [CODE, '甲项目', 100, 90],
    [`${CODE}-乙项目`, null, 10, 9],
    ['12', '丙项目', 5, 4],
  ],
  'a code within the name': [
    ['项目名称', '全年预算数', '执行数'],
    [`${CODE}-甲项目`, 100, 90],
    [`甲项目(${CODE})`, 1, 1],
  ],
  'two heads over each other': [
    ['项目名称', '预算数', null, '执行数', null],
    [null, '年初', '全年', '合计', '其中：财政'],
    ['甲项目', 100, 120, 90, 80],
  ],
  'two columns of a kind': [
    ['项目名称', '执行数', '执行数', '年初预算数'],
    ['甲项目', 1, 2, 3],
  ],
  'divided by subject': [
    ['项目名称', '功能科目', '经济分类', '年初预算数', '执行数'],
    ['甲项目', null, null, 100, 90],
    ['甲项目', '水利', '办公费', 60, 50],
    ['甲项目', '水利', '差旅费', 40, 40],
    ['乙项目', '水利', '办公费', 5, 4],
    [null, '水利', '差旅费', 6, 5],
    [null, null, null, 7, 6],
    ['丙项目', '合计', null, 1, 1],
  ],
  'the first is the sum': [
    ['项目名称', '功能科目', '执行数'],
    ['甲项目', '甲', 90],
    ['甲项目', '乙', 50],
    ['甲项目', '丙', 40],
    ['乙项目', '甲', 9],
    ['乙项目', '乙', 9],
  ],
  'several whole beside others': [
    ['项目名称', '功能科目', '执行数'],
    ['甲项目', null, 90],
    ['甲项目', null, 50],
    ['甲项目', '丙', 40],
  ],
  'by years': [
    ['项目名称', '年度', '执行数'],
    ['甲项目', '2024', 90],
    ['甲项目', 2023, 80],
    ['甲项目', '2022年', 70],
    ['甲项目', null, 60],
  ],
  'by units': [
    ['项目名称', '预算单位', '主管部门', '执行数'],
    ['甲项目', '一站', '水务局', 90],
    ['甲项目', '二站', '水务局', 80],
    ['甲项目', '—', null, 70],
  ],
  'amounts as texts': [
    ['项目名称', '执行数', '年初预算数'],
    ['甲项目', '1,234.50', '90%'],
    ['乙项目', '12元', '12人'],
    ['丙项目', '—', '无'],
    ['丁项目', '5万元', '3'],
  ],
  'shown with fewer decimals': [
    ['项目名称', '执行数', '年初预算数'],
    ['甲项目', { v: 90.5678, format: '0.00' }, { v: 90.12345678, format: 'General' }],
    ['乙项目', { v: 3, format: '0.00' }, 4],
  ],
  'the head in row 20': [
    ...Array.from({ length: 19 }, (_, n): TestCell[] => [n === 3 ? '2024年度' : '说明']),
    ['项目名称', '执行数'],
    ['甲项目', 90],
  ],
  'the head in row 21': [...Array.from({ length: 20 }, (): TestCell[] => ['说明']), ['项目名称', '执行数'], ['甲项目', 90]],
  'no names': [
    ['序号', '执行数'],
    [1, 90],
  ],
  'no amounts': [
    ['项目名称', '序号'],
    ['甲项目', 1],
  ],
  'a year in a long text': [[`${'某'.repeat(60)}2023年`], ['2024年度'], ['项目名称', '执行数'], ['甲项目', 90]],
};
test('lists of budgets', () => {
  const of = (book: WorkbookSnapshot): readonly string[] => readBudgetLists(book).map((one) => JSON.stringify(one));
  const merged = bookOf(sheetOf('表', LISTS['two heads over each other']!, { merges: ['A1:A2', 'B1:C1', 'D1:E1'] }));
  expectPinned(FOLDER, 'budget-lists', [
    ...Object.entries(LISTS).flatMap(([name, rows]) => [`# ${name}`, ...of(bookOf(sheetOf('表', rows)))]),
    '# heads merged',
    ...of(merged),
    '# on a sheet of a year, and on a hidden one',
    ...of(
      bookOf([
        sheetOf(
          '2023年执行',
          LISTS['no amounts']!.map((row, at) => [row[0], at === 0 ? '执行数' : 5]),
        ),
        sheetOf('隐藏', LISTS['plain']!, { state: 'hidden' }),
      ]),
    ),
  ]);
});

const GOALS: Readonly<Record<string, string>> = {
  'a form of goals':
    '2024年度项目绩效目标申报表|||\n项目名称|甲项目||\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|培训人次|≥100人\n^|质量指标|合格率|≥95%\n效益指标|社会效益|知晓率|≥90%',
  'with points':
    '项目绩效目标表|||||\n一级指标|二级指标|三级指标|指标值|权重|备注\n产出指标|数量指标|培训人次|≥100人|40|\n效益指标|社会效益|知晓率|≥90%|50|',
  'sign, figure and unit apart':
    '项目绩效目标表|||||\n一级指标|二级指标|三级指标|指标性质|指标值|计量单位\n产出指标|数量指标|培训人次|≥|100|人\n效益指标|社会效益|知晓率|≥|90|%',
  'a list of several projects':
    '2024年绩效目标批复表||||||\n项目编码|项目名称|单位名称|一级指标|二级指标|三级指标|指标值\n11000024Y000002|甲项目|水务局|产出指标|数量指标|培训人次|≥100人\n||||效益指标|知晓率|≥90%\n11000024Y000003|乙项目|水务局|产出指标|数量指标|修路|10公里',
  'two forms on one sheet':
    '项目绩效目标表|||\n项目名称|甲项目||\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|培训人次|≥100人\n|||\n项目绩效目标表|||\n项目名称|乙项目||\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|修路|10公里',
  'no goals': '通讯录|\n姓名|电话\n张三|1234',
};
test('forms and lists of goals', () => {
  const lines = Object.entries(GOALS).flatMap(([name, text]) => {
    const book = bookOf(sheet('目标', text));
    const tables = recogniseGoals(book);
    return [
      `# ${name}`,
      ...tables.flatMap(({ rows }) => rows.map(shown)),
      ...indicatorForms(book, recognise(book).tables).map((one) => `form ${shown(one)}`),
    ];
  });
  expectPinned(FOLDER, 'goals', lines);
});

test('each of two forms on one sheet says whose it is', () => {
  const forms = recogniseGoals(bookOf(sheet('目标', GOALS['two forms on one sheet']!)));
  expect(forms.map(({ project, rows }) => [project, rows.map(({ name }) => name.value)])).toEqual([
    ['甲项目', ['培训人次']],
    ['乙项目', ['修路']],
  ]);
});
