/** A blank form as the text of a standard: what it says, and nothing it does not. */
import { recognise } from '../../src/recognition';
import { formOf } from '../../src/standards';
import { formAsStandard } from '../../src/standards/template/as-standard';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const FORM: readonly (readonly TestCell[])[] = [
  ['2024年度部门整体支出绩效自评表'],
  ['单位名称：'],
  ['一级指标', '三级指标', '分值', '评分标准', '自评得分', '扣分说明'],
  ['履职效能', '重点任务完成率', 60, '得分=完成率×分值', null, null],
  [null, '信息公开', 20, '按时公开得20分，否则不得分', null, null],
  ['加分项', '获省级表彰', 20, '每获1次加1分', null, null],
  ['合计', null, 100, null, null, null],
];

const tree = (rows: readonly (readonly TestCell[])[], year: number | null) => {
  const book = bookOf(sheetOf('评分表', rows));
  return formAsStandard(formOf(recognise(book).tables[0]!, book, '空白表.xlsx'), year);
};

test('without footnotes there is no 注, without a year no 起', () => {
  expect(Object.keys(tree(FORM, null))).toEqual(['编号', '名称', '适用', '状态', '效力', '沿用', '依据', '规定', '指标']);
});

test('the whole of it', () => {
  const made = tree([...FORM, ['注：1.自评得分保留两位小数。']], 2024);
  expect(made).toMatchObject({
    编号: 'form-2024',
    名称: '2024年度部门整体支出绩效自评表',
    适用: '整体',
    状态: '重构',
    效力: '约束',
    起: 2024,
    规定: { 满分: 100 },
    注: ['注:1.自评得分保留两位小数。'],
  });
  expect(JSON.stringify(made['指标'])).toContain('"名称":"重点任务完成率","分值":60,"标准":"得分=完成率×分值"');
});
