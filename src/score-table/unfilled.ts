/** A form nobody has filled in yet. */
import type { IndicatorRow, ScoreTable } from './types';
import { fundingTotal } from './execution';
import { selfScore, weightedRows } from './scored-rows';

const verdicts = new WeakMap<ScoreTable, boolean>();

/** True where neither a score, a total, a 完成值 nor an amount of the funding total has been typed. */
export function isUnfilled(scoreTable: ScoreTable): boolean {
  let blank = verdicts.get(scoreTable);
  if (blank === undefined) {
    blank = look(scoreTable);
    verdicts.set(scoreTable, blank);
  }
  return blank;
}

function look(scoreTable: ScoreTable): boolean {
  const total = fundingTotal(scoreTable);
  const amounts = [total?.initial, total?.budget, total?.executed].every(
    (slot) => slot === undefined || slot.value === null || slot.value.isZero(),
  );
  const { self } = scoreTable;
  const totals = self === null || scoreTable.totals.every((one) => one.scores[self]?.value?.isZero() ?? true);
  return (
    amounts &&
    totals &&
    scoreTable.rows.every(
      (row) =>
        (self === null || isUnscored(scoreTable, row)) &&
        (row.actual === undefined || row.actual.value === null || row.actual.value.text === ''),
    )
  );
}

function isUnscored(scoreTable: ScoreTable, row: IndicatorRow): boolean {
  const state = selfScore(scoreTable, row)?.state;
  return state !== 'value' && state !== 'text' && state !== 'error';
}

/** Rows that owe a score: with a 分值 where the table has them, not marked 不适用, not inside another row's score cell. */
export function rowsOwingScore(scoreTable: ScoreTable): readonly IndicatorRow[] {
  return weightedRows(scoreTable).filter(
    (row) =>
      row.applies !== false &&
      row.shares === undefined &&
      (row.weight === undefined || row.weight.state === 'value' || row.weight.state === 'text'),
  );
}
