import type { IndicatorRow, Slot, ScoreTable } from '../../src/score-table/types';
import type { Dec } from '../../src/workbook/decimal';

/** What was read, without where it stood: equal for two layouts of one form. */
export function essence(scoreTable: ScoreTable): unknown {
  const ids = new Map(scoreTable.rows.map((row, index) => [row.id, index] as const));
  return {
    kind: scoreTable.kind,
    unit: scoreTable.unit?.value ?? null,
    project: scoreTable.project?.value ?? null,
    year: scoreTable.year?.value ?? null,
    money: scoreTable.money,
    grade: scoreTable.grade?.value ?? null,
    fullScore: scoreTable.fullScore?.value.toFixed() ?? null,
    scoreColumns: scoreTable.scoreColumns.map((column) => column.kind),
    rows: scoreTable.rows.filter((row) => row.role !== 'placeholder').map((row) => rowOf(row, ids)),
    groups: scoreTable.groups.map((group) => [group.level, group.name.value, slot(group.weight), group.rows.length]),
    // A blank cell beside a total and no cell at all (merged away) say the same.
    // A blank cell beside a total and no cell at all (merged away) say the same.
    totals: scoreTable.totals.map((total) => [
      total.kind,
      total.where,
      slot(total.weight) ?? 'blank',
      total.scores.map((one) => slot(one ?? undefined) ?? 'blank'),
      total.covers?.length ?? null,
    ]),
    funding:
      scoreTable.funding?.rows.map((row) => [
        row.kind,
        row.label.value,
        row.parent,
        ...[row.initial, row.budget, row.arrived, row.executed, row.weight, row.rate, row.score].map(slot),
      ]) ?? null,
  };
}

function slot(one: Slot<Dec> | undefined): string | null {
  if (one === undefined) return null;
  return one.value === null ? one.state : one.value.toFixed();
}

function rowOf(row: IndicatorRow, ids: ReadonlyMap<string, number>): unknown {
  return {
    role: row.role,
    path: row.path,
    weight: slot(row.weight),
    scores: row.scores.map(slot),
    shares: row.shares === undefined ? null : (ids.get(row.shares) ?? null),
    target:
      row.target?.value === undefined
        ? null
        : [
            row.target.state,
            row.target.value?.number?.toFixed() ?? null,
            row.target.value?.comparator ?? null,
            row.target.value?.text ?? null,
          ],
    actual:
      row.actual?.value === undefined
        ? null
        : [row.actual.state, row.actual.value?.number?.toFixed() ?? null, row.actual.value?.text ?? null],
    reason: row.reason === undefined ? null : [row.reason.state, row.reason.value],
    criterion: row.criterion?.value ?? null,
    applies: row.applies,
  };
}
