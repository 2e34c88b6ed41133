import { Dec } from '../../workbook/decimal';
import type { FundingRow, IndicatorRow, Submission } from '../../recognition/types';
import { executionRate, executionScore, fundingTotal, rateOfAmounts } from '../../checks/support/execution';
import { hasOwnExecutionRule } from '../../checks/support/own-rule';
import { scoreDecimals } from '../../checks/support/tolerance';
import { plainNumber } from '../../messages/words';
import { held } from './plain';
import type { ExpectedJson } from './types';

/** Until criteria are scored, only the execution rate has a rule of its own: min(执行率, 1) × 分值. */
const NOT_SCORED = '评分标准尚未逐条计算';
const OWN_RULE = '表中另有执行率计分规定，尚未逐条计算';
const NO_RATE = '预算数、执行数和执行率未填写完整，无法计算执行率得分';
const NO_WEIGHT = '没有分值，无法计算执行率得分';
const DECIMALS_AT_LEAST = 2;

const unknown = (why: string): ExpectedJson => ({ is: 'unknown', why });

/** 「180÷200」 where the amounts are there, else the stated rate. */
function ratioText(total: FundingRow | null, rate: Dec): string {
  if (total === null || rateOfAmounts(total) === null) return `${plainNumber(rate.times(100))}%`;
  const budget = held(total.budget) ?? held(total.initial);
  return `${plainNumber(total.executed!.value!)}÷${plainNumber(budget!)}`;
}

/** 「180÷200×5=4.5」; the cap is shown where it bites, the unrounded value where it differs. */
function executionArithmetic(ratio: string, rate: Dec, weight: Dec, exact: Dec, score: Dec): string {
  const capped = rate.greaterThan(1) ? `min(${ratio},1)` : ratio;
  const unrounded = exact.equals(score) ? '' : `${plainNumber(exact)}≈`;
  return `${capped}×${plainNumber(weight)}=${unrounded}${plainNumber(score)}`;
}

function expectedExecution(row: IndicatorRow, submission: Submission): ExpectedJson {
  const weight = held(row.weight);
  const rate = executionRate(submission);
  if (hasOwnExecutionRule(submission)) return unknown(OWN_RULE);
  if (rate === null) return unknown(NO_RATE);
  if (weight === null) return unknown(NO_WEIGHT);
  const exact = executionScore(rate, weight);
  const score = exact.toDecimalPlaces(Math.max(DECIMALS_AT_LEAST, scoreDecimals(submission)), Dec.ROUND_HALF_UP);
  return { is: 'exact', score: score.toNumber(), arithmetic: executionArithmetic(ratioText(fundingTotal(submission), rate), rate, weight, exact, score) };
}

/** The score the rules give this row, as far as they determine one; rounded to the sheet's own decimals, at least two. */
export function expectedOf(row: IndicatorRow, submission: Submission): ExpectedJson {
  return row.role === 'execution' ? expectedExecution(row, submission) : unknown(NOT_SCORED);
}
