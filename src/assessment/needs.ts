/** What a sheet must have for a check to say anything, and the phrase for people where it has not. */
import type { Need } from '../checks';
import { executionRow, type IndicatorRow, scoredRows, type ScoreTable, weightedRows } from '../score-table';
import type { WorkbookSnapshot } from '../workbook';

type Test = (scoreTable: ScoreTable, book: WorkbookSnapshot) => boolean;

const anyRow =
  (has: (row: IndicatorRow) => boolean): Test =>
  (scoreTable) =>
    scoredRows(scoreTable).some(has);

const NEEDS: Readonly<Record<Need, { readonly met: Test; readonly why: string }>> = {
  weights: { met: (scoreTable) => weightedRows(scoreTable).some((row) => row.weight?.state === 'value'), why: '表中没有分值' },
  scores: { met: (scoreTable) => scoreTable.self !== null, why: '表中没有得分列' },
  totals: { met: (scoreTable) => scoreTable.totals.some((total) => total.kind === 'total'), why: '表中没有总分' },
  subtotals: {
    met: (scoreTable) =>
      scoreTable.totals.some((total) => total.kind === 'subtotal') || scoreTable.groups.some((group) => group.scores.length > 0),
    why: '表中没有小计',
  },
  groups: {
    met: (scoreTable) => scoreTable.groups.length > 0 || scoreTable.totals.some((total) => total.kind === 'subtotal'),
    why: '表中没有上级指标',
  },
  targets: { met: anyRow((row) => row.target !== undefined), why: '表中没有指标值列' },
  actuals: { met: anyRow((row) => row.actual !== undefined), why: '表中没有完成值列' },
  reasons: {
    met: (scoreTable) => scoreTable.remarks !== undefined || scoredRows(scoreTable).some((row) => row.reason !== undefined),
    why: '表中没有原因说明栏',
  },
  evidence: { met: anyRow((row) => row.evidence !== undefined), why: '表中没有佐证材料列' },
  funding: { met: (scoreTable) => scoreTable.funding !== undefined, why: '表中没有资金情况' },
  executionScore: { met: (scoreTable) => executionRow(scoreTable) !== null, why: '表中没有预算执行率得分' },
  grade: { met: (scoreTable) => scoreTable.grade !== undefined, why: '表中没有评价等级栏' },
  summary: { met: (scoreTable) => scoreTable.summary !== undefined, why: '工作簿中没有项目汇总表' },
  budget: { met: (scoreTable) => scoreTable.budget?.amounts != null, why: '预算执行表中没有找到可以对应的项目' },
  dataSheet: { met: (scoreTable) => scoreTable.data.length > 0, why: '工作簿中没有基础数据表' },
  links: { met: (_, book) => book.externalLinks !== null, why: '在当前程序里看不到外部链接，未检查' },
  pictures: {
    met: ({ table }, book) => book.sheets[table.sheet]?.pictures !== null,
    why: '在当前程序里看不到图片，未检查',
  },
  hidden: {
    met: (scoreTable, book) => scoreTable.leftOut !== undefined || hiddenKnown(scoreTable, book),
    why: '在当前程序里看不到隐藏的行和列，未检查',
  },
};

/** A host that cannot tell of one row or column of the table cannot tell of any. */
function hiddenKnown({ table }: ScoreTable, book: WorkbookSnapshot): boolean {
  const sheet = book.sheets[table.sheet];
  return sheet === undefined || (sheet.rowHidden(table.range.top) !== null && sheet.colHidden(table.range.left) !== null);
}

/** Why these needs are not met: the first that is missing; null where all are there. */
export function unmet(needs: readonly Need[], scoreTable: ScoreTable, book: WorkbookSnapshot): string | null {
  for (const need of needs) if (!NEEDS[need].met(scoreTable, book)) return NEEDS[need].why;
  return null;
}
