/** What the execution row's score should be: min(执行率, 1) × 分值. */
import type { Found, Funding, FundingRow, IndicatorRow, ScoreTable } from './types';
import { Dec } from '../workbook';
import { sumOfCells, weightCells, weightedRows } from './scored-rows';

const ONE = new Dec(1);

/** The execution-rate row; where a sheet counts it twice, the first. */
export function executionRow(scoreTable: ScoreTable): IndicatorRow | null {
  return scoreTable.rows.find((row) => row.role === 'execution') ?? null;
}

/** The line 年度资金总额. */
export function fundingTotal(scoreTable: ScoreTable): FundingRow | null {
  const { funding } = scoreTable;
  return funding === undefined || funding.total === null ? null : (funding.rows[funding.total] ?? null);
}

/** 全年执行数 ÷ 全年预算数 (年初 where there is no other), unrounded; null where an amount is missing or the budget is 0. */
export function rateOfAmounts(total: FundingRow): Dec | null {
  const executed = total.executed?.value ?? null;
  const budget = (total.budget ?? total.initial)?.value ?? null;
  return executed === null || budget === null || budget.lte(0) ? null : executed.div(budget);
}

/** The rate the amounts give, else the stated one; a fraction, not yet capped. */
export function executionRate(scoreTable: ScoreTable): Dec | null {
  const total = fundingTotal(scoreTable);
  if (total === null) return null;
  return rateOfAmounts(total) ?? total.rate?.value ?? null;
}

/**
 * The execution row's own 分值. null where it has none, or where the 分值 of the whole table got into the row, be it stated
 * as the full score or as the sum of the others.
 */
export function executionWeight(scoreTable: ScoreTable, usualFull: Dec): Dec | null {
  const row = executionRow(scoreTable);
  const weight = row?.weight?.value ?? null;
  if (row === null || weight === null) return null;
  const cells = weightCells(
    scoreTable,
    weightedRows(scoreTable).filter((one) => one !== row),
  ).filter(({ slot }) => slot.value !== null);
  if (cells.length > 0 && weight.gte(scoreTable.fullScore?.value ?? usualFull)) return null;
  // Where few rows have 分值 of their own, their sum tells nothing.
  const most = cells.reduce((count, cell) => count + cell.rows.length, 0) * 2 > weightedRows(scoreTable).length - 1;
  return most && weight.gte(sumOfCells(cells)) ? null : weight;
}

/** min(rate, 1) × 分值, unrounded; negative rates count as 0. */
export function executionScore(rate: Dec, weight: Dec): Dec {
  const capped = rate.gt(ONE) ? ONE : rate.lt(0) ? new Dec(0) : rate;
  return capped.times(weight);
}

export type Amount = 'initial' | 'budget' | 'arrived' | 'executed';

export const AMOUNTS: readonly Amount[] = ['initial', 'budget', 'arrived', 'executed'];

/** The column the sheet divides by: the one marked (A), else 全年预算数, else 年初预算数. */
export function denominator(funding: Funding): Amount {
  const marked = AMOUNTS.find((amount) => amount !== 'executed' && isMarkedA(funding.columns[amount]));
  return marked ?? (funding.columns.budget !== undefined ? 'budget' : 'initial');
}

function isMarkedA(header: Found<string> | undefined): boolean {
  return header !== undefined && /[(（]\s*[AＡa]\s*[)）]/.test(header.value);
}

/** Executed ÷ the amount in this column, unrounded; null where either is missing or the divisor is not positive. */
export function rateOn(row: FundingRow, amount: Amount): Dec | null {
  const [executed, divisor] = [row.executed?.value ?? null, row[amount]?.value ?? null];
  return executed === null || divisor === null || divisor.lte(0) ? null : executed.div(divisor);
}
