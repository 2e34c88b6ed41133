import { type IndicatorRow, selfScore } from '../../score-table';
import type { Dec } from '../../workbook';
import { accused, TABLE } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import type { Check, CheckContext, Raw } from '../types';

export interface ScoreWithoutValues {
  readonly name: string;
  readonly score: Dec;
  /** Set where no row of the table has a value. */
  readonly rows: number | null;
}

export const scoreWithoutValues: Check<ScoreWithoutValues> = {
  code: 'score-without-values',
  title: '没有指标值和完成值而有得分',
  headline: '有得分未填数据',
  severities: ['mandatory'],
  basis: { ...EVALUATION_RULES, article: '得分以指标值和完成值为依据' },
  needs: ['scores', 'targets', 'actuals'],
  explain: {
    looksFor: '表中有指标值、完成值两列，某行两格都空着却填了得分；数值写在下面分解行里的不算。',
    howToFix: '补填该行的指标值和实际完成值；没有开展的指标不应计分。',
  },
  *run(context) {
    const { scoreTable } = context;
    const scored = scoreTable.rows.filter((row) => row.role === 'indicator' && row.shares === undefined && isScored(context, row));
    const bare = scored.filter(
      (row) =>
        row.applies !== false &&
        row.target !== undefined &&
        row.actual !== undefined &&
        !hasValues(scoreTable.rows, row) &&
        !standsElsewhere(context, row),
    );
    if (bare.length > 2 && bare.length === scored.length) yield allRows(context, bare);
    else for (const row of bare) yield oneRow(context, row);
  },
  message(data, words, finding) {
    if (data.rows !== null)
      return `表中${data.rows}个指标的指标值、完成值两列全部空着，却都填了得分（${words.cell(finding.cell)}起）。得分没有数据依据，请补填指标值和实际完成值。`;
    return `${words.name(data.name)}得${words.number(data.score)}分（${words.cell(finding.cell)}），而指标值、完成值（${words.cells(finding.related)}）都没有填。得分没有数据依据，请补填两个值或核实得分。`;
  },
};

function isScored(context: CheckContext, row: IndicatorRow): boolean {
  const slot = selfScore(context.scoreTable, row);
  return slot?.value != null && slot.value.gt(0) && !context.doubted(slot.at);
}

/** The row itself, lines inside its score cell, or unscored lines below it: does any carry a value? */
function hasValues(rows: readonly IndicatorRow[], row: IndicatorRow): boolean {
  if (isFilled(row) || rows.some((other) => other.shares === row.id && isFilled(other))) return true;
  for (let index = rows.indexOf(row) + 1; index < rows.length; index += 1) {
    const below = rows[index]!;
    if (below.role !== 'breakdown') return false;
    if (isFilled(below)) return true;
  }
  return false;
}

function isFilled(row: IndicatorRow): boolean {
  return [row.target, row.actual, row.completion].some((slot) => slot !== undefined && slot.state !== 'blank');
}

/** The budget's execution rate has its figures in the funding table. */
function standsElsewhere({ scoreTable }: CheckContext, row: IndicatorRow): boolean {
  return (
    scoreTable.funding !== undefined && /执行率|执行进度|预算完成率|支出进度/.test(row.name.value) && !/采购|三公/.test(row.name.value)
  );
}

function allRows(context: CheckContext, rows: readonly IndicatorRow[]): Raw<ScoreWithoutValues> {
  const cells = rows.map((row) => selfScore(context.scoreTable, row)!);
  return {
    severity: 'mandatory',
    accused: accused(TABLE, 'score'),
    accountsFor: rows.map((row) => accused(row.id, 'score')),
    cell: cells[0]!.at,
    related: cells.slice(1).map((slot) => slot.at),
    indicator: null,
    data: { name: rows[0]!.name.value, score: cells[0]!.value!, rows: rows.length },
  };
}

function oneRow(context: CheckContext, row: IndicatorRow): Raw<ScoreWithoutValues> {
  const slot = selfScore(context.scoreTable, row)!;
  return {
    severity: 'mandatory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    related: [row.target!.at, row.actual!.at],
    indicator: row.name.value,
    data: { name: row.name.value, score: slot.value!, rows: null },
    actual: slot.value,
  };
}
