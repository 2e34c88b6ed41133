/** Small forms as receipts. */
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { type ReportFindingJson, type ReportJson, type TableJson, unreadReportJson } from '../../src/receipt';
import { MANY, PROJECT, type Rows } from '../narrative/forms';
import { changedForm } from '../papers/support';
import { bookOf, sheetOf } from '../support/sheets';

export const tablesOf = (file: string, ...sheets: readonly Rows[]): readonly TableJson[] =>
  auditBook(file, bookOf(sheets.map((rows, at) => sheetOf(`表${at + 1}`, rows))), judgeBy(BY_THE_SHEET)).entries as readonly TableJson[];

/** A wrong total; a second mistake; the unit under another name. */
export const WRONG = changedForm(MANY, [[23, 5, 90]]);
export const WORSE = changedForm(WRONG, [[3, 5, 6]]);
export const named = (rows: Rows, unit: string): Rows => changedForm(rows, [[1, 0, `单位名称：${unit}`]]);
export const projectOf = (name: string, unit: string, rows: Rows = PROJECT): Rows =>
  changedForm(rows, [
    [2, 1, name],
    [2, 6, unit],
  ]);

export const oneOf = (file: string, rows: Rows): TableJson => tablesOf(file, rows)[0]!;

/** A report with one mandatory and one advisory finding. */
export function reportJsonOf(file: string, unit: string | null = '示例市民政局', year: number | null = 2024): ReportJson {
  const finding = (id: string, severity: 'mandatory' | 'advisory', message: string): ReportFindingJson => ({
    id,
    code: severity === 'mandatory' ? 'report-total' : 'report-dates',
    severity,
    place: { paragraph: 6, heading: ['自评情况'], quote: '自评得分91分。', from: 4, to: 6, table: null },
    also: [],
    cell: { sheet: '表1', address: 'F24' },
    indicator: null,
    message,
    actual: 91,
    expected: 90,
    basis: '报告与评分表应当一致',
    answer: null,
  });
  const bare = unreadReportJson(file, '');
  const findings = [
    finding('AAAA-11', 'mandatory', '报告写的总分与评分表不同。'),
    finding('BBBB-22', 'advisory', '报告的日期早于评价年度。'),
  ];
  return { ...bare, status: 'ok', with: '附件2.xlsx', format: 'docx', unit, year, findings };
}
