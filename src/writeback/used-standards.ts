/** Rules that were used and are no official text: they are named under every result. */
import type { Assessment } from '../assessment/types';
import type { Reference } from '../standards/types';
import { basisText } from '../messages/basis';

/** Bases of findings and of recalculated scores. */
function referencesOf({ findings, derivations }: Assessment): readonly Reference[] {
  return [...findings.map((finding) => finding.basis), ...[...derivations.values()].flatMap(({ rule }) => (rule === null ? [] : [rule.basis]))];
}

/** Every reconstructed one, as a line of text, each once, in the order of use. */
export function reconstructedUsed(assessments: readonly Assessment[]): readonly string[] {
  return [...new Set(assessments.flatMap(referencesOf).filter(({ status }) => status === 'reconstructed').map(basisText))];
}
