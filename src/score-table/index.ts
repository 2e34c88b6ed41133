/**
 * The room's door: what other rooms use of it.
 * What a score table is, and what may be asked of one.
 */
export { compareQuantities, comparedPair, completionRatio, isSameFigure } from './compare-quantities';
export { scoreDecimals } from './decimals';
export { type Dimension, dimensionOf } from './dimension';
export { type Way, directionOf, directionOfName, endsInDenial } from './direction';
export {
  AMOUNTS,
  type Amount,
  denominator,
  executionRate,
  executionRow,
  executionScore,
  executionWeight,
  fundingTotal,
  rateOn,
} from './execution';
export { explanation, isBoilerplate, isMadeOf, namesDeduction, saysDone, saysNothing, statesShortfall } from './reason-text';
export { type Exact, rounded, stepOfOthers } from './rounding';
export { saidDecimals } from './said-decimals';
export { saysWhy } from './says-why';
export {
  type ScoreCell,
  byWeight,
  rowById,
  scoreCells,
  scoredRows,
  selfScore,
  sumOfCells,
  valueOf,
  weightCells,
  weightedRows,
} from './scored-rows';
export { readPoints, storedDecimals, storedPoints } from './stored-points';
export { covers, formulaAt, plainSumAt, readsCell } from './sum-formulas';
export { decimalsShown, halfUnit, roundingTolerance } from './tolerance';
export { decimalsOf } from './decimals';
export {
  type BudgetAmount,
  type BudgetAmounts,
  type BudgetKind,
  type BudgetOfTable,
  type Column,
  type ColumnRole,
  type Comparator,
  type Doubt,
  type Figure,
  type Found,
  type Funding,
  type FundingKind,
  type FundingRow,
  type Goals,
  type Group,
  type GroupId,
  type IndicatorRow,
  type MoneyUnit,
  type Oddity,
  type Quantity,
  type Recognised,
  type RowId,
  type RowRole,
  type ScoreColumn,
  type ReviewGrade,
  type ScoreTable,
  type SummaryLine,
  type Slot,
  type TotalRow,
} from './types';
export { oldValuesBehind, oldValuesReadBy, type OldValue } from './under-merges';
export { isUnfilled, rowsOwingScore } from './unfilled';
export { type StatedName, cleanName, isNearlySame, isWithin, namesInBook } from './unit-names';
