/** 报告核对: one row a finding; a report without any has a row of its own. */
import type { SheetContent } from '../../workbook';
import { SEVERITY_NAMES } from '../../words';
import { NOTHING } from '../values';
import type { Collected } from './collect';
import type { ReportDigest } from './report-digest';
import { type PageValue, tablePage } from './table-page';
import { NOTHING_REPEATED, NOTHING_TO_CHANGE, REPORT_HEADINGS, REPORTS_GUIDE, REPORTS_TITLE } from './texts';

const WIDTHS = [5, 16, 24, 20, 8, 36, 16, 56, 10];

function rowsOf({ file, unit, with: workbook, reason, findings }: ReportDigest): readonly (readonly PageValue[])[] {
  const head = [unit ?? NOTHING, file, workbook ?? NOTHING];
  const own = findings.map(({ severity, quote, cell, message, id }): readonly PageValue[] => [
    ...head,
    { value: SEVERITY_NAMES[severity], style: severity === 'mandatory' ? 'mandatory' : 'advisory' },
    quote === '' ? NOTHING : quote,
    cell === '' ? NOTHING : cell,
    message,
    id,
  ]);
  // Why it was not read, or was held against nothing, is said even where nothing was found.
  const said = own.length === 0 || reason !== null ? [[...head, NOTHING, NOTHING, NOTHING, reason ?? NOTHING_TO_CHANGE, NOTHING]] : [];
  return [...own, ...said];
}

export function reportsSheet({ reports }: Collected): SheetContent {
  return tablePage({
    title: REPORTS_TITLE,
    above: [REPORTS_GUIDE],
    headings: REPORT_HEADINGS,
    widths: WIDTHS,
    rows: reports.flatMap(rowsOf).map((row, index) => [String(index + 1), ...row]),
    none: NOTHING_REPEATED,
  });
}
