/**
 * The room's door: what other rooms use of it.
 * The Word documents we write, as content: 自评报告, 审核反馈意见.
 */
export { NO_NAMES, REPORT_REMARKS, reportContent, type ReportNames } from './report-content';
