/** Which workbook of a second submission is which of the first. */
import { bookIdentities, type ReceivedBook } from '../../src/roster';

/** 「文件: 单位|项目|项目编码; …」 */
function book(text: string): ReceivedBook {
  const [file, told] = text.split(': ');
  const tables = told!.split('; ').map((one) => {
    const [unit, project, projectCode] = one.split('|').map((part) => (part === '' ? null : part));
    const kind = project == null ? ('whole' as const) : ('project' as const);
    const names = { unit: unit ?? null, unitCode: null, project: project ?? null, projectCode: projectCode ?? null };
    return { sheet: '表', kind, ...names, year: 2024, unfilled: false };
  });
  return { is: 'book', file: file!, tables, data: false, units: [] };
}
const books = (...texts: readonly string[]): readonly ReceivedBook[] => texts.map(book);
const COUNTY = books(
  '1.xlsx: 清河县教育局',
  '2.xlsx: 清河县民政局',
  '3.xlsx: 清河县水利局|河道治理|51070001',
  '4.xlsx: 清河县水利局|清淤|51070002',
);

it.each([
  ['by name, however the files are called', ['2.xlsx: 清河县教育局', '1.xlsx: 县民政局（盖章）'], ['2.xlsx=1.xlsx', '1.xlsx=2.xlsx']],
  ['by project', ['a.xlsx: 县水利局|清淤', 'b.xlsx: |河道治理'], ['a.xlsx=4.xlsx', 'b.xlsx=3.xlsx']],
  ['by code, the unit renamed', ['a.xlsx: 清河县水务局|清淤|51070002'], ['a.xlsx=4.xlsx']],
  ['a unit that says its former name', ['a.xlsx: 清河县民生局（原清河县民政局）'], ['a.xlsx=2.xlsx']],
  ['of two workbooks nobody knows', ['a.xlsx: 清河县水利局|清淤; 清河县水利局|河道治理'], []],
  ["two later ones of one unit are nobody's", ['a.xlsx: 清河县教育局', 'b.xlsx: 清河县教育局'], []],
  ['a project of a unit is not the unit', ['a.xlsx: 清河县教育局|校舍维修'], []],
  ['a stranger', ['a.xlsx: 白水县教育局'], []],
])('%s', (_, after, expected) => {
  expect([...bookIdentities(COUNTY, books(...after)).same].map((pair) => pair.join('='))).toEqual(expected);
});

it.each([
  ['another unit in a folder of the same number', '2.xlsx', 'b.xlsx: 清河县水利局', true],
  ['the same unit, differently written', '1.xlsx', 'b.xlsx: 东山市清河县教育局', false],
  ['nobody is named', '1.xlsx', 'b.xlsx: ', false],
  ['another name, the same project', '4.xlsx', 'b.xlsx: 清河县水务局|清淤', false],
])('a path that suggests a pair: %s', (_, before, after, contradicts) => {
  expect(bookIdentities(COUNTY, books(after)).contradicts(before, 'b.xlsx')).toBe(contradicts);
});
