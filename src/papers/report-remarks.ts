/** What is said beside the words of a report. A file of its own: a page that writes one down need not hold what thinks it out. */
import { pendingNotice } from '../narrative';

export const REPORT_REMARKS = {
  pending: (pending: { readonly fill: number; readonly check: number }): string | null => pendingNotice({ pending }),
  differs: (ours: string): string => `这一段您改过，没有覆盖。按评分表现在的内容，这里是：\n${ours}`,
  gone: '这一段您改过，没有删去。评分表现在的内容里已经没有这一项。',
} as const;
