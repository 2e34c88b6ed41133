/** A report, read already, held against a workbook that was audited, or against none. */
import type { DocumentSnapshot } from '../document';
import { reportJson, type ReportJson } from '../receipt';
import { readReport } from '../report';
import type { Review } from '../results';
import { NOT_ITS_TABLE, otherYear, WITH_UNREADABLE } from '../words';
import type { AuditedBook } from './audit-book';

/** As it was given. */
export interface OpenedReport {
  readonly label: string;
  readonly document: DocumentSnapshot;
}

/** `audited`: null where it is no workbook. */
export interface WorkbookBeside {
  readonly label: string;
  readonly audited: AuditedBook | null;
}

/** A report against no workbook; `reason`: why, null where nobody asked for one. */
export const unpairedReport = ({ label, document }: OpenedReport, reason: string | null): ReportJson =>
  reportJson(label, { workbook: null, book: null, reason }, readReport(document, null));

const yearOf = ({ tables }: Review): number | null =>
  tables.find(({ assessment }) => assessment.scoreTable.year !== undefined)?.assessment.scoreTable.year?.value ?? null;

/** A report against its workbook. One of another year, or without a score table, is not held against it, and the reason is said. */
export function reportAgainst(report: OpenedReport, { label, audited }: WorkbookBeside): ReportJson {
  if (audited === null || audited.review === null) {
    const entry = audited?.entries[0];
    const unread = entry !== undefined && entry.status === 'unreadable' ? entry.reason : null;
    return unpairedReport(report, unread === null ? NOT_ITS_TABLE : WITH_UNREADABLE(label, unread.replace(/。$/, '')));
  }
  const { review } = audited;
  const assessments = review.tables.map(({ assessment }) => assessment);
  const reading = readReport(report.document, { book: review.book, assessments });
  const year = yearOf(review);
  if (reading.year !== null && year !== null && reading.year !== year) return unpairedReport(report, otherYear(reading.year, year));
  return reportJson(report.label, { workbook: label, book: review.book, reason: reading.judged ? null : NOT_ITS_TABLE }, reading);
}
