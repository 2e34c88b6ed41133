/** The 算式 of a finding, the same wherever it is shown: receipt, list of the pane, 审核结果. */
import type { Finding } from '../checks';
import type { RowId } from '../score-table';
import { workedOutArithmetic } from '../scoring';
import type { Assessment } from './types';

/** The arithmetic of the score a finding speaks of; null where it speaks of no score, or none is worked out. */
export function findingArithmetic(
  { accused }: Finding,
  { scoreTable, derivations }: Pick<Assessment, 'scoreTable' | 'derivations'>,
): string | null {
  const derivation = accused.aspect === 'score' ? derivations.get(accused.row as RowId) : undefined;
  return derivation === undefined ? null : workedOutArithmetic(scoreTable, derivation.admissible);
}
