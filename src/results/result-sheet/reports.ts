/** The findings of the reports that belong to the workbook, a block a report, below those of its tables. */
import { isWritten, type Resolved, type WrittenReply } from '../../answers';
import { reportAnswers, reportCheckTitle, type ReportFindingJson, type ReportJson, reportName, reportVerdict } from '../../receipt';
import { GROUP_NAMES, SEVERITY_MEANINGS } from '../../words';
import { SEVERITIES } from '../items';
import type { Page, PageCell } from '../page';
import type { Review } from '../types';
import { NOTHING } from '../values';
import { COL, LAST } from './layout';
import { replyPieces, resolvedLines } from './replies';
import { NOT_READ_AGAIN, paragraphText, reportHead, resolvedHead, WHOLE_REPORT } from './texts';

const text = (col: number, value: string): PageCell => ({ col, value, style: 'text' });

/** Numbers whose unit their code says; of others the sentence tells both. */
const SHOWN: ReadonlySet<string> = new Set(['report-total', 'report-score', 'report-grade', 'report-deduction-sum']);

function shown({ code }: ReportFindingJson, value: number | string | null): string {
  return value === null || !SHOWN.has(code) ? NOTHING : String(value);
}

function findingLine(
  finding: ReportFindingJson,
  number: number,
  answer: ReturnType<typeof reportAnswers>['findings'][number],
): readonly PageCell[] {
  const { id, place, code, indicator, message, actual, expected, basis } = finding;
  return [
    text(COL.number, String(number)),
    text(COL.id, id),
    text(COL.place, place === null ? WHOLE_REPORT : paragraphText(place.paragraph)),
    text(COL.check, reportCheckTitle(code)),
    text(COL.indicator, indicator ?? NOTHING),
    text(COL.sentence, place === null ? message : `「${place.quote}」\n${message}`),
    text(COL.actual, shown(finding, actual)),
    text(COL.expected, shown(finding, expected)),
    text(COL.arithmetic, NOTHING),
    text(COL.basis, basis),
    ...replyPieces(finding, answer),
  ];
}

const asResolved = (reply: WrittenReply, sure: boolean): Resolved => ({ id: reply.id, code: null, indicator: null, reply, sure });

function addReport(page: Page, report: ReportJson, replies: readonly WrittenReply[], from: number): number {
  page.band(reportHead(reportName(report)), 'label');
  page.band(report.status === 'ok' ? reportVerdict(report) : (report.reason ?? ''), 'text');
  const { findings, left } = reportAnswers(report, replies);
  let number = from;
  for (const severity of SEVERITIES) {
    const own = report.findings.flatMap((finding, index) => (finding.severity === severity ? [{ finding, answer: findings[index]! }] : []));
    if (own.length === 0) continue;
    const value = `${GROUP_NAMES[severity]}　${own.length} 项　${SEVERITY_MEANINGS[severity]}`;
    page.line([{ col: 0, to: LAST, value, style: severity }]);
    for (const { finding, answer } of own) page.line(findingLine(finding, (number += 1), answer));
  }
  const read = report.status === 'ok';
  if (left.length > 0) page.band(resolvedHead(read ? left.length : 0), 'label');
  for (const line of resolvedLines(left.map((reply) => asResolved(reply, read)))) page.line(line);
  return number;
}

/** `from`: the number of the last finding above. What was written to reports that were not read this time is kept. */
export function addReports(page: Page, { reports = [], replies = [] }: Review, from: number): void {
  let number = from;
  for (const report of reports) number = addReport(page, report, replies, number);
  const names = new Set(reports.map(reportName));
  const kept = replies.filter((reply) => reply.report !== undefined && isWritten(reply) && !names.has(reply.report));
  for (const name of new Set(kept.map(({ report }) => report!))) {
    page.band(reportHead(name), 'label');
    page.band(NOT_READ_AGAIN, 'text');
    const own = kept.filter(({ report }) => report === name);
    for (const line of resolvedLines(own.map((reply) => asResolved(reply, false)))) page.line(line);
  }
}
