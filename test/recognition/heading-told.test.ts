import { recognise } from '../../src/recognition';
import { bookOf, sheetOf } from '../support/sheets';

/** Headings nobody would know, so that nothing is found by itself. */
const ODD = sheetOf('表', [
  ['某局年度考评', null, null],
  ['考评事项', '满格', '自己打'],
  ['制度健全', 10, 10],
  ['公开及时', 20, 18],
  ['培训到位', 30, 30],
]);

test('a sheet whose headings are not known is read from where the user says they stand', () => {
  const book = bookOf(ODD);
  expect(recognise(book).tables).toEqual([]);
  const { tables } = recognise(book, { sheet: 0, row: 1 });
  expect(tables).toHaveLength(1);
  expect(tables[0]!.rows.filter((row) => row.role === 'indicator').map((row) => row.name.value)).toEqual([
    '制度健全',
    '公开及时',
    '培训到位',
  ]);
});

test('an empty row is no heading, and other sheets are read as ever', () => {
  const scores = sheetOf('评分表', [
    ['一级指标', '指标名称', '分值', '评分标准', '自评得分'],
    ['产出', '培训人数', 40, '达到100人得满分', 40],
    ['效益', '满意度', 60, '≥90%得满分', 60],
  ]);
  expect(recognise(bookOf([ODD, scores]), { sheet: 0, row: 9 }).tables.map((table) => table.table.sheet)).toEqual([1]);
});
