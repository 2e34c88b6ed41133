/** All checks, in the order of codes.ts. One import and one entry for each. */
import type { ScoreTable } from '../score-table';
import { actualCopiesTarget } from './scores/actual-copies-target';
import { allFullMarks } from './scores/all-full-marks';
import { amountVsBudget } from './money/amount-vs-budget';
import { boilerplateReason } from './explanations/boilerplate-reason';
import { budgetAdjusted } from './money/budget-adjusted';
import { budgetBalance } from './money/budget-balance';
import { checkCrashed } from './workbook/check-crashed';
import { costVsExecution } from './money/cost-vs-execution';
import { rowNotRead } from './weights/row-not-read';
import { criterionNotUnderstood } from './scores/criterion-not-understood';
import { criterionVsWeight } from './weights/criterion-vs-weight';
import { dataVsScore } from './scores/data-vs-score';
import { dateOrder } from './workbook/date-order';
import { deductionUnexplained } from './explanations/deduction-unexplained';
import { directionSuspect } from './scores/direction-suspect';
import { doubleWeighting } from './weights/double-weighting';
import { scoreVsColumns } from './scores/score-vs-columns';
import { duplicateIndicator } from './workbook/duplicate-indicator';
import { evidenceMissing } from './explanations/evidence-missing';
import { executionOver100 } from './money/execution-over-100';
import { executionRateCheck } from './money/execution-rate';
import { executionScoreCheck } from './money/execution-score';
import { executionVsPerformance } from './scores/execution-vs-performance';
import { exportResidue } from './workbook/export-residue';
import { externalLink } from './workbook/external-link';
import { formulaError } from './workbook/formula-error';
import { fullScoreWithDeviation } from './scores/full-score-with-deviation';
import { fundingPartScored } from './money/funding-part-scored';
import { fundingParts } from './money/funding-parts';
import { grade } from './totals/grade';
import { hardcodedTotal } from './totals/hardcoded-total';
import { hiddenContent } from './workbook/hidden-content';
import { metTargetDeducted } from './scores/met-target-deducted';
import { missedTargetFullScore } from './scores/missed-target-full-score';
import { notApplicable } from './scores/not-applicable';
import { ocrSlip } from './workbook/ocr-slip';
import { overAchievement } from './scores/over-achievement';
import { qualitativeBand } from './scores/qualitative-band';
import { scoreInadmissible } from './scores/score-inadmissible';
import { scoreMismatch } from './scores/score-mismatch';
import { scoreMissing } from './scores/score-missing';
import { scoreNotNumeric } from './scores/score-not-numeric';
import { scoreOutOfRange } from './scores/score-out-of-range';
import { scoreRounded } from './scores/score-rounded';
import { scoreWithoutValues } from './scores/score-without-values';
import { sheetUnread } from './workbook/sheet-unread';
import { staleValue } from './workbook/stale-value';
import { subtotalScore } from './totals/subtotal-score';
import { sumRange } from './totals/sum-range';
import { templateChanged } from './workbook/template-changed';
import { templateResidue } from './workbook/template-residue';
import { totalImpossible } from './totals/total-impossible';
import { totalMisplaced } from './totals/total-misplaced';
import { totalOverCap } from './totals/total-over-cap';
import { totalScore } from './totals/total-score';
import { unitNameMismatch } from './workbook/unit-name-mismatch';
import { unitScale } from './money/unit-scale';
import { valueMissing } from './scores/value-missing';
import { valueType } from './scores/value-type';
import { weightMissing } from './weights/weight-missing';
import { weightTree } from './weights/weight-tree';
import { weightVsNote } from './weights/weight-vs-note';
import { weightVsStandard } from './weights/weight-vs-standard';
import { weightsSum } from './weights/weights-sum';
import { summaryVsScore } from './workbook/summary-vs-score';
import { goalVsActual } from './workbook/goal-vs-actual';
import { yearMismatch } from './workbook/year-mismatch';
import type { Check } from './types';

export const CHECKS: readonly Check[] = [
  weightsSum,
  weightTree,
  weightMissing,
  weightVsStandard,
  templateChanged,
  weightVsNote,
  totalScore,
  subtotalScore,
  totalImpossible,
  totalMisplaced,
  sumRange,
  hardcodedTotal,
  grade,
  scoreMissing,
  valueMissing,
  notApplicable,
  scoreNotNumeric,
  scoreOutOfRange,
  scoreMismatch,
  scoreInadmissible,
  totalOverCap,
  scoreRounded,
  missedTargetFullScore,
  metTargetDeducted,
  scoreWithoutValues,
  doubleWeighting,
  scoreVsColumns,
  qualitativeBand,
  executionRateCheck,
  executionScoreCheck,
  executionOver100,
  fundingParts,
  fundingPartScored,
  budgetBalance,
  budgetAdjusted,
  executionVsPerformance,
  costVsExecution,
  unitScale,
  deductionUnexplained,
  fullScoreWithDeviation,
  boilerplateReason,
  evidenceMissing,
  allFullMarks,
  overAchievement,
  actualCopiesTarget,
  valueType,
  directionSuspect,
  ocrSlip,
  exportResidue,
  templateResidue,
  duplicateIndicator,
  rowNotRead,
  criterionNotUnderstood,
  criterionVsWeight,
  dataVsScore,
  summaryVsScore,
  amountVsBudget,
  goalVsActual,
  yearMismatch,
  unitNameMismatch,
  dateOrder,
  formulaError,
  staleValue,
  hiddenContent,
  externalLink,
  sheetUnread,
  checkCrashed,
];
const WITHOUT_BUDGET: readonly Check[] = CHECKS.filter(({ needs }) => !needs.includes('budget'));

/** The checks a table is held against: those that ask for a list nobody gave are not among them. */
export const checksFor = ({ budget }: Pick<ScoreTable, 'budget'>): readonly Check[] => (budget === undefined ? WITHOUT_BUDGET : CHECKS);

export { statedSums, type StatedSum, judgeSum, addsUp } from './support/totals';
export { sumFormula } from './support/fixes';
export { type ExecutionRate } from './money/execution-rate';
export { rateAsTyped, isClearNumber, isText, skippedByTotal } from './support/typed';
export { AMOUNT_NAMES, denominator, rateOn, ratePoints } from './support/money';
export { hasOwnBands } from './totals/grade';
export { markedCells } from './support/marked-cells';
export { isReviewersColumn } from './support/reason-column';
export { type CheckCode } from './codes';
export { type DeductionUnexplained } from './explanations/deduction-unexplained';
export { gradeOf, bandOfWord } from './support/grades';
export { fullScoreOf } from './support/full-score';
export { checkCrashed, type CheckCrashed } from './workbook/check-crashed';
export { type Finding, type Check, type CheckContext, type Raw, type Need, type Fix, type Aspect } from './types';
export { accusedKey, accused, TABLE } from './support/accused';
export { codeOrder, FUNDING_PRECEDENCE, rank, REPEATING, DOUBTERS } from './precedence';
export { type FormulaError } from './workbook/formula-error';
export { weightTreeOf, looksComplete } from './support/weights';
export { scoreMismatch } from './scores/score-mismatch';
