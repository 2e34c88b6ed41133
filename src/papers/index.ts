/**
 * The room's door: what other rooms use of it.
 * The Word documents we write, as content: 自评报告, 审核反馈意见.
 */
export { reportNotes, type ReportNote } from './report-notes';
export { reportContent, type ReportNames } from './report-content';
export { REPORT_REMARKS } from './report-remarks';
export { letterText, returnContent, type ReturnLetter, type ReturnOptions } from './return-content';
export { returnedUnits, type ReturnedUnit } from './returned-units';
