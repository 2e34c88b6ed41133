/** The words by which 审核结果 is found again, written and read: whoever saved the workbook meanwhile may have dropped our tag. */
import words from './data/sheet-words.json';

export const RESULT_TITLE: string = words.title;
/** Headings of the columns that people write into, and of those that lead back to the finding. */
export const REPLY_HEADINGS = words.headings;
/** Above the findings of one report, its name behind it. */
export const REPORT_HEAD: string = words.reportHead;
export const AGREED: readonly string[] = words.agreed;
export const RETURNED: readonly string[] = words.returned;
