/** Whose words an explanation is: one that stands behind a filled review score may be the reviewer's. */
import type { IndicatorRow, ScoreTable, Slot } from '../../score-table';

/**
 * The row's explanation where it speaks of the self-score. undefined where a 复核 or 财政审核 score stands between the
 * self-score and the explanation and differs from the self-score: then the words may tell why the reviewer took points off.
 */
export function ownReason(scoreTable: ScoreTable, row: IndicatorRow): Slot<string> | undefined {
  const { reason } = row;
  const self = scoreTable.self === null ? undefined : row.scores[scoreTable.self];
  if (reason === undefined || self === undefined || isUnits(scoreTable)) return reason;
  const reviewed = scoreTable.scoreColumns.some((column, index) => {
    if (index === scoreTable.self || column.col < self.at.col || column.col > reason.at.col) return false;
    const score = row.scores[index]?.value ?? null;
    return score !== null && (self.value === null || !score.eq(self.value));
  });
  return reviewed ? undefined : reason;
}

/** The head of the column says whose words it holds, or the reviewer's have a column of their own. */
function isUnits({ columns }: ScoreTable): boolean {
  const own = columns.find((column) => column.role === 'reason');
  if (own !== undefined && /自评|自查|单位/.test(own.header.value)) return true;
  return columns.some(
    (column) => column !== own && /复核|审核|核查|财政|评审/.test(column.header.value) && /意见|说明|原因|理由/.test(column.header.value),
  );
}
