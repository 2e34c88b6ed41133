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
  if (!mayBeIndicator(row) || row.weight?.state !== 'blank' || selfScore(scoreTable, row)?.state !== 'blank') return false;
  const above = [...scoreTable.rows].reverse().find((other) => other.top < row.top && other.role === 'indicator');
  // A line below a scored row that has no values of its own gives that row's.
  return above !== undefined && above.name.at.col === row.name.at.col && saysAsMuch(row, above);
}

function mayBeIndicator({ role, shares, applies, name }: IndicatorRow): boolean {
  const named = name.value.length >= 3 && !BREAKDOWN.test(name.value);
  return (role === 'breakdown' || role === 'placeholder') && shares === undefined && applies !== false && named;
}

const isFilled = (...slots: readonly ({ readonly state: string } | undefined)[]): boolean => slots.every((slot) => slot?.state === 'value');

/** Values like the scored row above it, or, where the form has none, a criterion of its own. */
function saysAsMuch(row: IndicatorRow, above: IndicatorRow): boolean {
  if (row.target !== undefined || row.actual !== undefined) return isFilled(row.target, row.actual, above.target, above.actual);
  return isFilled(row.criterion, above.criterion) && row.criterion?.at.row === row.name.at.row;
}
