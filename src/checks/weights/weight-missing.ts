import { type IndicatorRow, selfScore, sumOfCells, weightCells, weightedRows } from '../../score-table';
import type { Addr, Dec } from '../../workbook';
import { accused, groupKey, TABLE, totalKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { fullScoreOf } from '../support/full-score';
import { unscoredRows } from '../support/unscored';
import { rowsWithoutWeight } from '../support/weights';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface WeightMissing {
  readonly cell: Addr;
  readonly name: string;
  readonly score: Dec | null;
  /** What stands there instead of a number; null for a blank cell. */
  readonly text: string | null;
  /** What is left of the full score where this is the only row without; null where that is not sure. */
  readonly left: Dec | null;
  /** Neither 分值 nor 得分: perhaps it is not to be scored at all. */
  readonly unscored: boolean;
}

export const weightMissing: Check<WeightMissing> = {
  code: 'weight-missing',
  title: '分值漏填',
  headline: '分值漏填',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['weights'],
  explain: {
    looksFor:
      '有分值列的表中，参与计分的指标没有填写分值；填了指标值和完成值的指标既没有分值也没有得分。「其中」等分解行、合并分值内的行、占位行和加分扣分项不在此列。',
    howToFix: '补填该项指标的分值，并使各项分值合计等于满分。',
  },
  *run(context) {
    const rows = rowsWithoutWeight(context.scoreTable);
    for (const row of rows) {
      if (context.doubted(row.weight!.at)) continue;
      yield finding(context, row, rows.length === 1);
    }
    const unscored = unscoredRows(context.scoreTable).filter((row) => !context.doubted(row.weight!.at));
    for (const row of unscored) yield withoutBoth(context, row, rows.length === 0 && unscored.length === 1);
  },
  message(data, words) {
    const is = data.text === null ? '空白' : `填的是文字「${data.text}」，不是数字`;
    const score = data.score === null ? '' : `，而该项已填得分${words.number(data.score)}`;
    if (data.unscored)
      return `${words.name(data.name)}填有内容，却既没有分值（${words.cell(data.cell)}）也没有得分。${data.left === null ? '' : `其余各项分值距满分还差${words.number(data.left)}分。`}请核实是否漏填；确不计分的请注明。`;
    const left = data.left === null ? '' : `其余各项分值距满分还差${words.number(data.left)}分。`;
    return `${words.name(data.name)}的分值 ${words.cell(data.cell)} ${is}${score}。${left}参与计分的指标都应有分值，请补填。`;
  },
};

function finding({ scoreTable }: CheckContext, row: IndicatorRow, only: boolean): Raw<WeightMissing> {
  const { weight } = row;
  const full = fullScoreOf(scoreTable);
  const left = only && full !== null ? full.minus(sumOfCells(weightCells(scoreTable, weightedRows(scoreTable)))) : null;
  const expected = left !== null && left.gt(0) ? left : null;
  return {
    severity: 'mandatory',
    accused: accused(row.id, 'weight'),
    accountsFor: sumsAbove(scoreTable, row),
    cell: weight!.at,
    indicator: row.name.value,
    data: {
      cell: weight!.at,
      name: row.name.value,
      score: selfScore(scoreTable, row)?.value ?? null,
      text: weight!.state === 'text' ? String(weight!.raw).trim() : null,
      left: expected,
      unscored: false,
    },
    actual: weight!.state === 'text' ? String(weight!.raw) : null,
    expected,
  };
}

/** Certain only where the other rows leave points over. */
function withoutBoth(context: CheckContext, row: IndicatorRow, only: boolean): Raw<WeightMissing> {
  const raw = finding(context, row, only);
  const left = raw.data.left !== null;
  return {
    ...raw,
    severity: left ? 'mandatory' : 'advisory',
    accountsFor: left ? raw.accountsFor! : [],
    data: { ...raw.data, unscored: true },
  };
}

/** Every sum the missing figure would be part of. */
function sumsAbove(scoreTable: CheckContext['scoreTable'], row: IndicatorRow): readonly Accused[] {
  const groups = scoreTable.groups.filter((group) => group.rows.includes(row.id)).map((group) => accused(groupKey(group.id), 'weight'));
  const totals = scoreTable.totals.map((_, index) => accused(totalKey(index), 'weight'));
  return [accused(TABLE, 'weight'), ...groups, ...totals];
}
