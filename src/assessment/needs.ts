/** What a sheet must have for a check to say anything, and the phrase for people where it has not. */
import type { Need } from '../checks/types';
import { executionRow } from '../score-table/execution';
import { scoredRows, weightedRows } from '../score-table/scored-rows';
import type { IndicatorRow, Submission } from '../score-table/types';
import type { WorkbookSnapshot } from '../workbook/types';

type Test = (submission: Submission, book: WorkbookSnapshot) => boolean;

const anyRow =
  (has: (row: IndicatorRow) => boolean): Test =>
  (submission) =>
    scoredRows(submission).some(has);

const NEEDS: Readonly<Record<Need, { readonly met: Test; readonly why: string }>> = {
  weights: { met: (submission) => weightedRows(submission).some((row) => row.weight?.state === 'value'), why: '表中没有分值' },
  scores: { met: (submission) => submission.self !== null, why: '表中没有得分列' },
  totals: { met: (submission) => submission.totals.some((total) => total.kind === 'total'), why: '表中没有总分' },
  subtotals: {
    met: (submission) => submission.totals.some((total) => total.kind === 'subtotal') || submission.groups.some((group) => group.scores.length > 0),
    why: '表中没有小计',
  },
  groups: { met: (submission) => submission.groups.length > 0 || submission.totals.some((total) => total.kind === 'subtotal'), why: '表中没有上级指标' },
  targets: { met: anyRow((row) => row.target !== undefined), why: '表中没有指标值列' },
  actuals: { met: anyRow((row) => row.actual !== undefined), why: '表中没有完成值列' },
  reasons: { met: (submission) => submission.remarks !== undefined || scoredRows(submission).some((row) => row.reason !== undefined), why: '表中没有原因说明栏' },
  evidence: { met: anyRow((row) => row.evidence !== undefined), why: '表中没有佐证材料列' },
  funding: { met: (submission) => submission.funding !== undefined, why: '表中没有资金情况' },
  executionScore: { met: (submission) => executionRow(submission) !== null, why: '表中没有预算执行率得分' },
  grade: { met: (submission) => submission.grade !== undefined, why: '表中没有评价等级栏' },
  dataSheet: { met: (submission) => submission.data.length > 0, why: '工作簿中没有基础数据表' },
  links: { met: (_, book) => book.externalLinks !== null, why: '在当前程序里看不到外部链接，未检查' },
  hidden: { met: (submission, book) => hiddenKnown(submission, book), why: '在当前程序里看不到隐藏的行和列，未检查' },
};

/** A host that cannot tell of one row or column of the table cannot tell of any. */
function hiddenKnown({ table }: Submission, book: WorkbookSnapshot): boolean {
  const sheet = book.sheets[table.sheet];
  return sheet === undefined || (sheet.rowHidden(table.range.top) !== null && sheet.colHidden(table.range.left) !== null);
}

/** Why these needs are not met: the first that is missing; null where all are there. */
export function unmet(needs: readonly Need[], submission: Submission, book: WorkbookSnapshot): string | null {
  for (const need of needs) if (!NEEDS[need].met(submission, book)) return NEEDS[need].why;
  return null;
}
