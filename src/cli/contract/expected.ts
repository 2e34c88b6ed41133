import { Dec } from '../../workbook/decimal';
import type { FundingRow, IndicatorRow, Submission } from '../../recognition/types';
import { plainNumber } from '../../messages/words';
import { held } from './plain';
import type { ExpectedJson } from './types';

/** Until criteria are scored, only the execution rate has a rule of its own: min(执行率, 1) × 分值. */
const NOT_SCORED = '评分标准尚未逐条计算';
const NO_BUDGET = '预算数或执行数未填写，无法计算执行率得分';
const NO_WEIGHT = '没有分值，无法计算执行率得分';

const unknown = (why: string): ExpectedJson => ({ is: 'unknown', why });

function fundingTotal(submission: Submission): FundingRow | null {
  const { funding } = submission;
  return funding === undefined || funding.total === null ? null : (funding.rows[funding.total] ?? null);
}

/** 「180÷200×5=4.5」; the cap is shown where it bites, the unrounded value where it differs. */
function executionArithmetic(executed: Dec, budget: Dec, weight: Dec, exact: Dec, score: Dec): string {
  const ratio = `${plainNumber(executed)}÷${plainNumber(budget)}`;
  const capped = executed.greaterThan(budget) ? `min(${ratio},1)` : ratio;
  const unrounded = exact.equals(score) ? '' : `${plainNumber(exact)}≈`;
  return `${capped}×${plainNumber(weight)}=${unrounded}${plainNumber(score)}`;
}

function expectedExecution(row: IndicatorRow, submission: Submission, decimals: number): ExpectedJson {
  const total = fundingTotal(submission);
  const budget = held(total?.budget);
  const executed = held(total?.executed);
  const weight = held(row.weight);
  if (budget === null || executed === null || !budget.isPositive() || budget.isZero() || executed.isNegative()) return unknown(NO_BUDGET);
  if (weight === null) return unknown(NO_WEIGHT);
  const exact = Dec.min(executed.div(budget), 1).times(weight);
  const score = exact.toDecimalPlaces(decimals);
  return { is: 'exact', score: score.toNumber(), arithmetic: executionArithmetic(executed, budget, weight, exact, score) };
}

/** The score the rules give this row, as far as they determine one. */
export function expectedOf(row: IndicatorRow, submission: Submission, decimals: number): ExpectedJson {
  return row.role === 'execution' ? expectedExecution(row, submission, decimals) : unknown(NOT_SCORED);
}
