/** Insertions and deletions that nobody has accepted or rejected: what is handed in is not yet decided. */
import type { ReportContext } from '../context';

export function checkRevisions(context: ReportContext): void {
  const { revisions } = context.document;
  if (revisions === 0) return;
  context.find(
    'report-unresolved-revisions',
    'advisory',
    null,
    `报告里还有${revisions}处修订没有接受或拒绝，这里按全部接受来核对。请在 Word 或 WPS 的「审阅」中处理后再报送。`,
  );
}
