import {
  executionRate,
  executionRow,
  executionScore,
  type ScoreCell,
  scoreCells,
  scoredRows,
  type Slot,
  sumOfCells,
  weightCells,
} from '../../score-table';
import { halfUp, type Addr, Dec } from '../../workbook';
import { accused, fundingKey, TABLE, totalKey } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { fullScoreOf } from '../support/full-score';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface TotalMisplaced {
  readonly cell: Addr;
  readonly name: string;
  readonly score: Dec;
  /** 分值 of the row as stated. */
  readonly weight: Dec;
  /** True where the row's 分值 is the full score too. */
  readonly weightToo: boolean;
  /** The execution row's score by its rate; null for other rows and unknown rates. */
  readonly due: Dec | null;
  /** The blank cell where the total belongs. */
  readonly home: Addr | null;
}

const HALF = new Dec('0.5');
const ZERO = new Dec(0);

export const totalMisplaced: Check<TotalMisplaced> = {
  code: 'total-misplaced',
  title: '总分填错位置',
  headline: '总分填错位置',
  severities: ['mandatory'],
  basis: { ...EVALUATION_RULES, article: '自评表格式：资金行填执行率得分，总分另填' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor: '全表的总分是否误填在某一项的得分格里，常见的是资金（执行率）行填了总分。',
    howToFix: '把总分移到总分（合计）格，该行改填本项的分值和得分。',
  },
  *run(context) {
    const { scoreTable } = context;
    const column = scoreTable.self!;
    const cells = scoreCells(scoreTable, scoredRows(scoreTable), column);
    for (const cell of cells) {
      if (cell.slot.value === null || context.doubted(cell.slot.at) || !holdsTotal(context, cell, cells)) continue;
      yield finding(context, cell, column);
      return;
    }
  },
  message(data, words) {
    const n = words.number;
    const weight = data.weightToo ? `，分值填的也是满分${n(data.weight)}` : `，超过本项分值${n(data.weight)}`;
    const due = data.due === null ? '本行应填本项的得分' : `本行应填执行率得分，按执行率计算约为${n(data.due)}分`;
    const home = data.home === null ? '总分另填在总分（合计）处' : `总分应填在 ${words.cell(data.home)}`;
    return `${words.name(data.name)}的得分 ${words.cell(data.cell)} 填${n(data.score)}${weight}，看来是全表的总分。${due}，${home}，请核对后更正。`;
  },
};

function holdsTotal({ scoreTable }: CheckContext, cell: ScoreCell, cells: readonly ScoreCell[]): boolean {
  const score = cell.slot.value!;
  const weights = weightCells(scoreTable, cell.rows);
  const full = fullScoreOf(scoreTable);
  if (full === null || weights.length === 0 || weights.some((one) => one.slot.value === null) || cells.length < 3) return false;
  const weight = sumOfCells(weights);
  // The row claims the whole table's 分值 and most of it as its score.
  if (weight.eq(full)) return score.gt(full.times(HALF)) && score.lte(full);
  if (!score.gt(weight) || weight.lte(0)) return false;
  if (otherTotal(scoreTable, score)) return false;
  return isSumOfOthers(cell, cells, score, weight);
}

/** A total that states something else: then this is a score out of range, not the total. */
function otherTotal({ totals, self }: CheckContext['scoreTable'], score: Dec): boolean {
  return totals.some((total) => total.kind === 'total' && total.scores[self!]?.value != null && !total.scores[self!]!.value!.eq(score));
}

/** What the other scores come to, with or without a score of this row's own on top. */
function isSumOfOthers(cell: ScoreCell, cells: readonly ScoreCell[], score: Dec, weight: Dec): boolean {
  const others = cells.filter((other) => other !== cell);
  if (others.some((other) => other.slot.value === null && other.rows[0]!.role !== 'bonus')) return false;
  const sum = others.reduce((all, other) => all.plus(other.slot.value ?? ZERO), ZERO);
  const own = score.minus(sum);
  return sum.gt(weight) && own.gte(0) && own.lte(weight);
}

function finding(context: CheckContext, cell: ScoreCell, column: number): Raw<TotalMisplaced> {
  const { scoreTable } = context;
  const row = cell.rows[0]!;
  const score = cell.slot.value!;
  const weight = sumOfCells(weightCells(scoreTable, cell.rows));
  const weightToo = weight.eq(fullScoreOf(scoreTable)!);
  const home = blankTotal(scoreTable.totals.map((total) => (total.kind === 'total' ? (total.scores[column] ?? null) : null)));
  const due = row.role === 'execution' ? dueScore(context, weightToo) : null;
  return {
    severity: 'mandatory',
    accused: accused(row.id, 'score'),
    accountsFor: totalsAccounted(context, column, weightToo),
    cell: cell.slot.at,
    related: home === null ? [] : [home],
    indicator: row.name.value,
    data: { cell: cell.slot.at, name: row.name.value, score, weight, weightToo, due, home },
    actual: score,
    expected: due,
  };
}

/** The execution score by rate: on what the other rows leave of the full score where this row's own 分值 is no help. */
function dueScore(context: CheckContext, weightToo: boolean): Dec | null {
  const { scoreTable } = context;
  const rate = executionRate(scoreTable);
  if (rate === null) return null;
  const execution = executionRow(scoreTable)!;
  if (!weightToo) return execution.weight?.value == null ? null : halfUp(executionScore(rate, execution.weight.value), 2);
  const rest = scoredRows(scoreTable).filter((row) => row !== execution && row.role !== 'bonus');
  const left = fullScoreOf(scoreTable)!.minus(sumOfCells(weightCells(scoreTable, rest)));
  return left.gt(0) && left.lte(20) ? halfUp(executionScore(rate, left), 2) : null;
}

function blankTotal(slots: readonly (Slot<Dec> | null)[]): Addr | null {
  return slots.find((slot) => slot !== null && slot.state === 'blank')?.at ?? null;
}

function totalsAccounted({ scoreTable }: CheckContext, column: number, weightToo: boolean): readonly Accused[] {
  const totals = scoreTable.totals.map((_, index) => accused(totalKey(index, column), 'total'));
  const funding = scoreTable.funding?.total ?? null;
  const rows = funding === null ? [] : [accused(fundingKey(funding), 'score')];
  const weights = weightToo ? [accused(TABLE, 'weight'), ...scoreTable.totals.map((_, index) => accused(totalKey(index), 'weight'))] : [];
  return [...totals, ...rows, ...weights];
}
