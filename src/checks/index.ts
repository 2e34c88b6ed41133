/** All checks, in the order of codes.ts. One import and one entry for each. */
import { actualCopiesTarget } from './actual-copies-target';
import { allFullMarks } from './all-full-marks';
import { boilerplateReason } from './boilerplate-reason';
import { budgetAdjusted } from './budget-adjusted';
import { budgetBalance } from './budget-balance';
import { checkCrashed } from './check-crashed';
import { costVsExecution } from './cost-vs-execution';
import { criterionNotUnderstood } from './criterion-not-understood';
import { criterionVsWeight } from './criterion-vs-weight';
import { dataVsScore } from './data-vs-score';
import { dateOrder } from './date-order';
import { deductionUnexplained } from './deduction-unexplained';
import { directionSuspect } from './direction-suspect';
import { doubleWeighting } from './double-weighting';
import { duplicateIndicator } from './duplicate-indicator';
import { evidenceMissing } from './evidence-missing';
import { executionOver100 } from './execution-over-100';
import { executionRate } from './execution-rate';
import { executionScore } from './execution-score';
import { executionVsPerformance } from './execution-vs-performance';
import { exportResidue } from './export-residue';
import { externalLink } from './external-link';
import { formulaError } from './formula-error';
import { fullScoreWithDeviation } from './full-score-with-deviation';
import { fundingPartScored } from './funding-part-scored';
import { fundingParts } from './funding-parts';
import { grade } from './grade';
import { hardcodedTotal } from './hardcoded-total';
import { hiddenContent } from './hidden-content';
import { metTargetDeducted } from './met-target-deducted';
import { missedTargetFullScore } from './missed-target-full-score';
import { notApplicable } from './not-applicable';
import { ocrSlip } from './ocr-slip';
import { overAchievement } from './over-achievement';
import { qualitativeBand } from './qualitative-band';
import { scoreInadmissible } from './score-inadmissible';
import { scoreMismatch } from './score-mismatch';
import { scoreMissing } from './score-missing';
import { scoreNotNumeric } from './score-not-numeric';
import { scoreOutOfRange } from './score-out-of-range';
import { scoreRounded } from './score-rounded';
import { scoreWithoutValues } from './score-without-values';
import { staleValue } from './stale-value';
import { subtotalScore } from './subtotal-score';
import { sumRange } from './sum-range';
import { templateChanged } from './template-changed';
import { templateResidue } from './template-residue';
import { totalImpossible } from './total-impossible';
import { totalMisplaced } from './total-misplaced';
import { totalOverCap } from './total-over-cap';
import { totalScore } from './total-score';
import { unitNameMismatch } from './unit-name-mismatch';
import { unitScale } from './unit-scale';
import { valueMissing } from './value-missing';
import { valueType } from './value-type';
import { weightMissing } from './weight-missing';
import { weightTree } from './weight-tree';
import { weightVsNote } from './weight-vs-note';
import { weightVsStandard } from './weight-vs-standard';
import { weightsSum } from './weights-sum';
import { yearMismatch } from './year-mismatch';
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
  qualitativeBand,
  executionRate,
  executionScore,
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
  criterionNotUnderstood,
  criterionVsWeight,
  dataVsScore,
  yearMismatch,
  unitNameMismatch,
  dateOrder,
  formulaError,
  staleValue,
  hiddenContent,
  externalLink,
  checkCrashed,
];
