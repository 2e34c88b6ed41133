/** What stays unsaid of a form nobody has filled in yet. */
import type { ScoreTable } from '../../score-table';
import type { Accused, Aspect } from '../types';
import { accused, fundingKey, groupKey, headKey, TABLE, totalKey } from './accused';

const EVERY: readonly Aspect[] = ['score', 'total', 'grade', 'target', 'actual', 'reason', 'evidence', 'money', 'rate', 'text'];
const HEADS = ['单位', '年度', '日期', '项目', 'unit', 'year', 'date', 'project'];

/** Everything in an unfilled form but its 分值: none of it is a mistake yet. */
export function allOfForm(scoreTable: ScoreTable): readonly Accused[] {
  const keys = [
    TABLE,
    ...scoreTable.rows.map((row) => row.id),
    ...scoreTable.groups.map((group) => groupKey(group.id)),
    ...scoreTable.totals.flatMap((_, index) => scoreTable.scoreColumns.map((__, column) => totalKey(index, column))),
    ...(scoreTable.funding?.rows.map((_, index) => fundingKey(index)) ?? []),
    ...HEADS.map(headKey),
  ];
  return keys.flatMap((key) => EVERY.map((aspect) => accused(key, aspect)));
}
