/** The 算式 of a finding: how the score that should stand there comes about. */
import type { Finding } from '../checks/types';

/** '' where there is none. */
export function arithmeticOf(finding: Finding): string {
  const { fix } = finding;
  return fix !== undefined && 'formula' in fix.to ? fix.to.formula : '';
}
