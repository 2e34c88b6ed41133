/** Findings whose right value is beyond doubt: only beside these an 应为 is printed. */
import type { CheckCode, Finding } from '../checks';

/** always, or where nothing but a mistake explains the difference: other findings say that two things differ, not which is right. */
const DETERMINED: Readonly<Partial<Record<CheckCode, 'always' | 'mandatory'>>> = {
  'weights-sum': 'always',
  'weight-vs-standard': 'mandatory',
  'template-changed': 'always',
  'total-score': 'always',
  'subtotal-score': 'always',
  'total-misplaced': 'always',
  'sum-range': 'always',
  grade: 'always',
  'value-missing': 'always',
  'score-not-numeric': 'always',
  'score-mismatch': 'always',
  'score-inadmissible': 'mandatory',
  'double-weighting': 'always',
  'execution-rate': 'mandatory',
  'execution-score': 'mandatory',
  'export-residue': 'always',
  'stale-value': 'always',
};

export function isDetermined({ code, severity, fix }: Finding): boolean {
  if (fix !== undefined) return true;
  const when = DETERMINED[code];
  return when === 'always' || (when === 'mandatory' && severity === 'mandatory');
}
