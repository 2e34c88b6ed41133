/** The execution row's score as it should be, on the stated rate; null where the sheet leaves it open. */
import {
  executionRow,
  executionScore,
  executionWeight,
  fundingTotal,
  type FundingRow,
  type IndicatorRow,
  type Slot,
} from '../../score-table';
import type { Dec } from '../../workbook';
import type { CheckContext } from '../types';
import { denominator, rateOn } from './money';
import { isPlainExecutionRule } from './derived';

export interface ExecutionFacts {
  readonly row: IndicatorRow;
  readonly score: Slot<Dec>;
  readonly stated: Dec;
  readonly weight: Dec;
  readonly rate: Dec;
  /** On the stated rate, unrounded. */
  readonly expected: Dec;
  /** On the amounts, where the stated rate is the same but for its decimals. */
  readonly onAmounts: Dec | null;
}

/**
 * Nothing is said where the row's 分值 is the whole table's (the total got into the row), where the sheet has a rule
 * of its own, or where a cell it rests on is doubted.
 */
export function executionFacts(context: CheckContext): ExecutionFacts | null {
  const { scoreTable } = context;
  const filled = filledRow(context);
  const total = fundingTotal(scoreTable);
  if (filled === null || total === null) return null;
  const { row, score, weight } = filled;
  const byAmounts = rateOn(total, denominator(scoreTable.funding!));
  const rate = statedRate(total, byAmounts);
  if (rate === null || weight.lte(0)) return null;
  const { rule } = context.expected(row.id);
  if (rule !== null && !isPlainExecutionRule(row, rule)) return null;
  if ([score, row.weight, total.rate].some((slot) => slot !== undefined && context.doubted(slot.at))) return null;
  const close = byAmounts !== null && byAmounts.minus(rate).abs().lte('0.005');
  return {
    row,
    score,
    stated: score.value,
    weight,
    rate,
    expected: executionScore(rate, weight),
    onAmounts: close ? executionScore(byAmounts, weight) : null,
  };
}

interface FilledRow {
  readonly row: IndicatorRow;
  readonly score: Slot<Dec> & { readonly value: Dec };
  readonly weight: Dec;
}

/** The execution row with a score and a 分值 of its own. */
function filledRow({ scoreTable, parameters }: CheckContext): FilledRow | null {
  const row = executionRow(scoreTable);
  const score = scoreTable.self === null ? undefined : row?.scores[scoreTable.self];
  const weight = row?.weight?.value ?? null;
  if (row === null || weight === null || score === undefined || score.value === null) return null;
  return executionWeight(scoreTable, parameters.fullScore.value) === null ? null : { row, score: score as FilledRow['score'], weight };
}

/** The rate written in the row; that of the amounts only where none is written. */
function statedRate({ rate }: FundingRow, byAmounts: Dec | null): Dec | null {
  return rate?.value ?? (rate === undefined || rate.state === 'blank' ? byAmounts : null);
}
