/** All checks, in the order of codes.ts. One import and one entry for each. */
import { actualCopiesTarget } from './actual-copies-target';
import { allFullMarks } from './all-full-marks';
import { boilerplateReason } from './boilerplate-reason';
import { checkCrashed } from './check-crashed';
import { dateOrder } from './date-order';
import { deductionUnexplained } from './deduction-unexplained';
import { directionSuspect } from './direction-suspect';
import { duplicateIndicator } from './duplicate-indicator';
import { evidenceMissing } from './evidence-missing';
import { exportResidue } from './export-residue';
import { externalLink } from './external-link';
import { formulaError } from './formula-error';
import { fullScoreWithDeviation } from './full-score-with-deviation';
import { grade } from './grade';
import { hardcodedTotal } from './hardcoded-total';
import { hiddenContent } from './hidden-content';
import { ocrSlip } from './ocr-slip';
import { overAchievement } from './over-achievement';
import { staleValue } from './stale-value';
import { subtotalScore } from './subtotal-score';
import { sumRange } from './sum-range';
import { templateResidue } from './template-residue';
import { totalImpossible } from './total-impossible';
import { totalMisplaced } from './total-misplaced';
import { totalScore } from './total-score';
import { unitNameMismatch } from './unit-name-mismatch';
import { valueType } from './value-type';
import { weightMissing } from './weight-missing';
import { weightTree } from './weight-tree';
import { weightsSum } from './weights-sum';
import { yearMismatch } from './year-mismatch';
import type { Check } from './types';

export const CHECKS: readonly Check[] = [
  weightsSum,
  weightTree,
  weightMissing,
  totalScore,
  subtotalScore,
  totalImpossible,
  totalMisplaced,
  sumRange,
  hardcodedTotal,
  grade,
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
  yearMismatch,
  unitNameMismatch,
  dateOrder,
  formulaError,
  staleValue,
  hiddenContent,
  externalLink,
  checkCrashed,
];
