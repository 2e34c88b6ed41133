/** The 算式 column of 审核结果: of a score how it comes about, of a sum its formula. */
import { type Assessment, findingArithmetic } from '../assessment';
import type { Finding } from '../checks';

/** '' where there is none. */
export function arithmeticOf(finding: Finding, assessment: Assessment): string {
  const { fix } = finding;
  return findingArithmetic(finding, assessment) ?? (fix !== undefined && 'formula' in fix.to ? fix.to.formula : '');
}
