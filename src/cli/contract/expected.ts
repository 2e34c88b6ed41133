import type { Dec } from '../../workbook/decimal';
import type { FundingRow, IndicatorRow, Submission } from '../../recognition/types';
import { executionScore, fundingTotal, rateOfAmounts } from '../../checks/support/execution';
import { plainNumber } from '../../messages/words';
import { held } from './plain';
import type { ExpectedJson } from './types';

/** Until criteria are scored, only the execution rate has a rule of its own: min(执行率, 1) × 分值. */
const NOT_SCORED = '评分标准尚未逐条计算';
const NO_AMOUNTS = '预算数或执行数未填写，无法计算执行率得分';
const NO_WEIGHT = '没有分值，无法计算执行率得分';

const unknown = (why: string): ExpectedJson => ({ is: 'unknown', why });

/** 「180÷200×5=4.5」; the cap is shown where it bites, the unrounded value where it differs. */
function executionArithmetic(total: FundingRow, rate: Dec, weight: Dec, exact: Dec, score: Dec): string {
  const budget = held(total.budget) ?? held(total.initial);
  const executed = held(total.executed);
  const ratio = executed === null || budget === null ? plainNumber(rate) : `${plainNumber(executed)}÷${plainNumber(budget)}`;
  const capped = rate.greaterThan(1) ? `min(${ratio},1)` : ratio;
  const unrounded = exact.equals(score) ? '' : `${plainNumber(exact)}≈`;
  return `${capped}×${plainNumber(weight)}=${unrounded}${plainNumber(score)}`;
}

function expectedExecution(row: IndicatorRow, submission: Submission, decimals: number): ExpectedJson {
  const total = fundingTotal(submission);
  const rate = total === null ? null : rateOfAmounts(total);
  const weight = held(row.weight);
  if (total === null || rate === null) return unknown(NO_AMOUNTS);
  if (weight === null) return unknown(NO_WEIGHT);
  const exact = executionScore(rate, weight);
  const score = exact.toDecimalPlaces(decimals);
  return { is: 'exact', score: score.toNumber(), arithmetic: executionArithmetic(total, rate, weight, exact, score) };
}

/** The score the rules give this row, as far as they determine one. */
export function expectedOf(row: IndicatorRow, submission: Submission, decimals: number): ExpectedJson {
  return row.role === 'execution' ? expectedExecution(row, submission, decimals) : unknown(NOT_SCORED);
}
