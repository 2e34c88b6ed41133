/** What `report` says beside its findings. */
export const NO_REPORT = '请写明自评报告，例如：jihe report 自评报告.docx --with 附件2.xlsx';
export const unknownReportFormat = (text: string): string => `report 没有「${text}」这种输出格式，可用的是 text、json、ndjson。`;
export const NO_REPORT_FOUND = '没有找到自评报告（.docx、.html、.txt），没有核对。';
/** What a spreadsheet that was given as a report is told. */
export const CHECK_SHEETS = '；审核评分表请用 jihe check';
export const reportCopiesLine = (copies: number, folder: string): string => `已写出带批注的副本 ${copies} 份，在「${folder}」。`;

export const reportCountsLine = (read: number, unreadable: number): string =>
  `已核对 ${read} 份报告${unreadable > 0 ? `，无法读取 ${unreadable} 个` : ''}。`;
