/** Labels are data: every wording in the list is read, wherever it stands, and no value is taken for a label. */
import { recognise } from '../../src/recognition';
import { tableLabelOf } from '../../src/recognition/labels';
import type { CellValue } from '../../src/workbook';
import { bookOf, sheetOf } from '../support/sheets';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'];
const ROWS: readonly (readonly CellValue[])[] = [
  ['产出', '数量', '培训人次', '≥100', '100', 50, 50, ''],
  ['效益', '社会', '服务人次', '≥100', '100', 50, 50, ''],
  ['总分', '', '', '', '', 100, 100, ''],
];

function read(above: readonly (readonly CellValue[])[], below: readonly (readonly CellValue[])[] = []) {
  const rows = [['2024年度项目支出绩效自评表'], ...above, HEAD, ...ROWS, ...below].map((row) => [...row]);
  return recognise(bookOf([sheetOf('自评表', rows)])).tables[0]!;
}

const DATES = ['填报日期', '填表日期', '报送日期', '申报日期', '编制日期', '编报日期', '上报日期', '自评日期'];

describe.each(DATES)('%s', (label) => {
  it('in a cell of its own, with the date beside it', () => {
    expect(read([[label, '2025年3月5日']]).filledOn?.value).toEqual({ year: 2025, month: 3, day: 5 });
  });

  it('with the date in the same cell', () => {
    expect(read([[`${label}：2025-03-05`]]).filledOn?.value).toEqual({ year: 2025, month: 3, day: 5 });
  });

  it('behind the unit in one cell, with and without a blank', () => {
    for (const gap of ['   ', '']) {
      const table = read([[`填报单位：某县水务局${gap}${label}：2025年3月5日`]]);
      expect([table.unit?.value, table.filledOn?.value]).toEqual(['某县水务局', { year: 2025, month: 3, day: 5 }]);
    }
  });

  it('below the table, where it is no row of it', () => {
    const table = read([], [[`${label}：2025年3月5日`]]);
    expect([table.rows.length, table.filledOn?.value.month]).toEqual([2, 3]);
  });
});

it.each([
  ['填报单位', 'unit', 0],
  ['被评价部门(单位)名称', 'unit', 0],
  ['评价单位', 'unit', 0.5],
  ['项目单位:', 'unit', 1],
  ['单位(盖章)', 'unit', 2],
  ['项目名称', 'project', 0],
  ['偏差大或目标未完成的原因分析', 'remarks', 0],
  ['其他需要说明的问题', 'remarks', 0],
] as const)('%s', (text, field, rank) => {
  expect(tableLabelOf(text)).toEqual({ field, rank });
});

it.each(['某县水务局', '日期不详的合同', '项目', '2025年3月5日', ''])('「%s」 is no label', (text) => {
  expect(tableLabelOf(text)).toBeNull();
});
