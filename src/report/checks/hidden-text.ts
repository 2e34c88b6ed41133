/** Text that is there and not shown. */
import type { ReportContext } from '../context';

export function checkHiddenText(context: ReportContext): void {
  const { hidden } = context.document;
  if (hidden === 0) return;
  context.find(
    'report-hidden-text',
    'advisory',
    null,
    `报告里有${hidden}个字设成了隐藏文字，看不见也打印不出，没有核对。请取消隐藏或删去。`,
  );
}
