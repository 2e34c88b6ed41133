/** A data sheet headed 万元 holds counts too: only what is known to be money takes the unit, and the unit column comes first. */
import { bookOf, sheetOf } from '../support/sheets';
import { assessAll, found, type Row } from './support';

const SCORES: readonly Row[] = [
  ['某局2024年度部门整体支出绩效自评表'],
  ['一级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因和说明'],
  ['过程', '合同签订率', '合同签订率=签订合同数÷合同总数×100%。签订率=100%得10分，每低1个百分点扣0.1分，扣完为止', 10, 10, null],
  [null, '合同管理', '合同总数≤20份得10分，超过20份不得分', 10, 10, null],
  [null, '三公经费控制率', '控制率=三公经费实际支出数÷三公经费预算数×100%。控制率≤100%得80分，否则不得分', 80, 80, null],
  ['合计', null, null, 100, 100, null],
];

const book = (data: readonly Row[], scores = SCORES) => bookOf([sheetOf('评分表', scores), sheetOf('基础数据表', data)]);
const expected = (data: readonly Row[], name: string): string => {
  const [one] = assessAll(book(data));
  const row = one!.scoreTable.rows.find((each) => each.name.value === name)!;
  const { admissible } = one!.derivations.get(row.id)!;
  return admissible.is === 'exact' ? admissible.score.toString() : admissible.is;
};

const PLAIN: readonly Row[] = [
  ['2024年度基础数据表'],
  ['单位：万元'],
  ['项目', '金额'],
  ['合同总数', 18],
  ['签订合同数', 18],
  ['三公经费预算数', 21.15],
  ['三公经费实际支出数', 20.8],
];
const UNITS: readonly Row[] = [
  ['2024年度基础数据表'],
  ['单位：万元'],
  ['指标项目', '计量单位', '数值', '备注'],
  ['合同总数', '份', 18, null],
  ['签订合同数', '份', 18, null],
  ['三公经费预算数', '元', 211500, null],
  ['三公经费实际支出数', '万元', 20.8, null],
];
const HEADED: readonly Row[] = [
  ['2024年度基础数据表（单位：万元）'],
  ['类别', '项目', '2024年'],
  ['合同', '合同总数', 18],
  [null, '签订合同数', 18],
  ['三公经费', '三公经费预算数', 21.15],
  [null, '三公经费实际支出数', 20.8],
];
const BRACKETS: readonly Row[] = [
  ['2024年度基础数据表'],
  ['单位：元'],
  ['合同总数（份）', 18, '签订合同数（份）', 18],
  ['三公经费预算数', 211500, '三公经费实际支出数', 208000],
];

test.each([
  ['headed 万元', PLAIN],
  ['with a unit column', UNITS],
  ['by classes', HEADED],
  ['with units in brackets', BRACKETS],
])('%s: counts stay what they are', (_name, data) => {
  expect(found(book(data))).toEqual([]);
  expect(expected(data, '合同签订率')).toBe('10');
  expect(expected(data, '合同管理')).toBe('10');
  expect(expected(data, '三公经费控制率')).toBe('80');
});

test('a real excess is found', () => {
  const more = PLAIN.map((row) => (row[0] === '合同总数' ? ['合同总数', 22] : row));
  expect(found(book(more)).filter((one) => one.endsWith('E4'))).toHaveLength(1);
});

test('two sides of different dimension give unknown', () => {
  const mixed: readonly Row[] = [
    ['2024年度基础数据表'],
    ['单位：万元'],
    ['项目', '计量单位', '数值'],
    ['合同总数', '份', 18],
    ['签订合同数', '万元', 18],
  ];
  expect(expected(mixed, '合同签订率')).not.toBe('10');
  expect(found(book(mixed)).filter((one) => one.endsWith('E3'))).toEqual([]);
});

test('money without any unit is no 元', () => {
  const none = PLAIN.filter((row) => row[0] !== '单位：万元');
  const scores = SCORES.map((row) =>
    row[1] === '三公经费控制率' ? [null, '三公经费', '三公经费实际支出数≤30万元得80分，否则不得分', 80, 80, null] : row,
  );
  expect(found(book(none, scores)).filter((one) => one.endsWith('E5'))).toEqual([]);
});
