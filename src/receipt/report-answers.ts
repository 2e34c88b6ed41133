/** What was replied to the findings of a report. */
import { answeredList, type ListAnswers, type WrittenReply } from '../answers';
import { REPORT_CODES } from '../report';
import { shortCode } from '../workbook';
import { answerJson } from './answers';
import type { ReportFindingJson, ReportJson } from './report-types';

const VALUES_LETTERS = 5;

/** The file without its folders, as 审核结果 names it. */
export const reportName = ({ file }: Pick<ReportJson, 'file'>): string => file.replace(/^.*[\\/]/, '');

const TITLES: Readonly<Record<string, { readonly title: string }>> = REPORT_CODES;

export const reportCheckTitle = (code: string): string => TITLES[code]?.title ?? code;

/** What a finding rests on: both values; where there are none the words it is about. */
function valuesOf({ actual, expected, place }: ReportFindingJson): string {
  const about = actual === null && expected === null ? (place?.quote ?? '') : '';
  return shortCode(JSON.stringify([actual, expected, about]), VALUES_LETTERS);
}

export function reportAnswers(report: ReportJson, replies: readonly WrittenReply[]): ListAnswers {
  const findings = report.findings.map((finding) => ({
    id: finding.id,
    code: finding.code,
    severity: finding.severity,
    values: valuesOf(finding),
    words: [finding.message, reportCheckTitle(finding.code)],
  }));
  return answeredList(findings, reportName(report), replies);
}

/** The report's object with what was replied to each finding. */
export function answeredReport(report: ReportJson, replies: readonly WrittenReply[]): ReportJson {
  if (replies.length === 0 || report.findings.length === 0) return report;
  const { findings } = reportAnswers(report, replies);
  return {
    ...report,
    findings: report.findings.map((finding, index) => ({ ...finding, answer: answerJson(findings[index]!.state, findings[index]!.reply) })),
  };
}
