/** Named rows with a target and a 完成值 (or a criterion) and neither 分值 nor 得分, among rows that have both. */
import { scoredRows, selfScore, type IndicatorRow, type ScoreTable } from '../../score-table';

const BREAKDOWN = /^(?:其中|含[:：]|[①-⑩]|\(\d+\))/;

/** At most a few: where many rows go without points, the form means it so. */
export function unscoredRows(scoreTable: ScoreTable): readonly IndicatorRow[] {
  if (scoreTable.self === null) return [];
  const scored = scoredRows(scoreTable).filter((row) => row.role === 'indicator');
  const found = scoreTable.rows.filter((row) => isLeftOut(scoreTable, row));
  return scored.length >= 3 && found.length * 3 <= scored.length ? found : [];
}

function isLeftOut(scoreTable: ScoreTable, row: IndicatorRow): boolean {
  if ((row.role !== 'breakdown' && row.role !== 'placeholder') || row.shares !== undefined || row.applies === false) return false;
  const name = row.name.value;
  if (name.length < 3 || BREAKDOWN.test(name) || row.weight?.state !== 'blank' || selfScore(scoreTable, row)?.state !== 'blank')
    return false;
  const above = [...scoreTable.rows].reverse().find((other) => other.top < row.top && other.role === 'indicator');
  // A line below a scored row that has no values of its own gives that row's.
  if (above === undefined || above.name.at.col !== row.name.at.col) return false;
  const valued = row.target?.state === 'value' && row.actual?.state === 'value';
  if (row.target !== undefined || row.actual !== undefined)
    return valued && above.target?.state === 'value' && above.actual?.state === 'value';
  return row.criterion?.state === 'value' && above.criterion?.state === 'value' && row.criterion.at.row === row.name.at.row;
}
