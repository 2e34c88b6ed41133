import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

function totals(rows: readonly (readonly TestCell[])[], merges: readonly string[] = []) {
  const book = bookOf(sheetOf('评分表', rows, { merges }));
  return assess(recognise(book).tables[0]!, book, { first: true }).totals;
}

const HEAD: readonly (readonly TestCell[])[] = [['2024年度部门整体绩效自评表'], ['一级指标', '三级指标', '分值', '自评得分', '扣分说明']];

describe('totals', () => {
  test('a deduction counts as explained where the row says why', () => {
    const { deducted, explained, stated, sum } = totals([
      ...HEAD,
      ['投入', '预算编制', 40, 38, '年中调剂2次，扣2分'],
      ['产出', '任务完成', 60, 59, null],
      ['总分', null, 100, 97, null],
    ]);
    expect([deducted, explained, stated, sum].map((value) => value?.toString())).toEqual(['3', '2', '97', '97']);
  });

  test('one 分值 over several scores is held against their sum', () => {
    const { deducted, explained } = totals(
      [
        ...HEAD,
        ['投入', '预算编制', 40, 25, null],
        ['投入', '预算执行', null, 14, '执行偏慢，扣1分'],
        ['产出', '任务完成', 60, 60, null],
        ['总分', null, 100, 99, null],
      ],
      ['C3:C4'],
    );
    expect([deducted?.toString(), explained?.toString()]).toEqual(['1', '1']);
  });

  test('no 分值, nothing deducted: unknown, not 0', () => {
    const { deducted, explained } = totals([
      ['2024年度部门整体绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '评分标准', '自评得分'],
      ['投入', '预算', '预算编制', '合理得满分', 38],
      ['产出', '数量', '任务完成', '完成得满分', 59],
    ]);
    expect([deducted, explained]).toEqual([null, null]);
  });
});
