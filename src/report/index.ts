/**
 * The room's door: what other rooms use of it.
 * The report held against its score sheet: what its numbers are, which of them agree, what differs.
 */
export { REPORT_CODES, type ReportCode } from './codes';
export { isNamedIn, isNamedReport, isReportCover, subjectInName } from './file-name';
export { coverText, readReport } from './read-report';
export { type ReportFinding, type ReportReading, type ReportSheet, type TextSpan } from './types';
