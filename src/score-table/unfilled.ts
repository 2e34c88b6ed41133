/** A form nobody has filled in yet. */
import type { IndicatorRow, ScoreTable } from './types';
import type { Accused, Aspect } from '../checks/types';
import { accused, fundingKey, groupKey, headKey, TABLE, totalKey } from '../checks/support/accused';
import { fundingTotal } from './execution';
import { selfScore, weightedRows } from './scored-rows';

const EVERY: readonly Aspect[] = ['score', 'total', 'grade', 'target', 'actual', 'reason', 'evidence', 'money', 'rate', 'text'];
const HEADS = ['单位', '年度', '日期', '项目', 'unit', 'year', 'date', 'project'];

const verdicts = new WeakMap<ScoreTable, boolean>();

/** True where neither a score, a total, a 完成值 nor an amount of the funding total has been typed. */
export function isBlankForm(scoreTable: ScoreTable): boolean {
  let blank = verdicts.get(scoreTable);
  if (blank === undefined) {
    blank = look(scoreTable);
    verdicts.set(scoreTable, blank);
  }
  return blank;
}

function look(scoreTable: ScoreTable): boolean {
  const total = fundingTotal(scoreTable);
  const amounts = [total?.initial, total?.budget, total?.executed].every((slot) => slot === undefined || slot.value === null || slot.value.isZero());
  const { self } = scoreTable;
  const totals = self === null || scoreTable.totals.every((one) => one.scores[self]?.value?.isZero() ?? true);
  return amounts && totals && scoreTable.rows.every((row) => (self === null || isUnscored(scoreTable, row)) && (row.actual === undefined || row.actual.value === null || row.actual.value.text === ''));
}

function isUnscored(scoreTable: ScoreTable, row: IndicatorRow): boolean {
  const state = selfScore(scoreTable, row)?.state;
  return state !== 'value' && state !== 'text' && state !== 'error';
}

/** Everything in such a form but its 分值: none of it is a mistake yet. */
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

/** Rows that owe a score: with a 分值 where the table has them, not marked 不适用, not inside another row's score cell. */
export function rowsOwingScore(scoreTable: ScoreTable): readonly IndicatorRow[] {
  return weightedRows(scoreTable).filter((row) => row.applies !== false && row.shares === undefined && (row.weight === undefined || row.weight.state === 'value' || row.weight.state === 'text'));
}
