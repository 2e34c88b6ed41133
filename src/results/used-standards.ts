/** Rules that were used and are no official text: they are named under every result. */
import type { Assessment } from '../assessment';
import type { Reference } from '../standards';
import { basisText, standardText } from '../words';

/** Bases of findings and of recalculated scores. */
function referencesOf({ findings, derivations }: Assessment): readonly Reference[] {
  return [
    ...findings.map((finding) => finding.basis),
    ...[...derivations.values()].flatMap(({ rule }) => (rule === null ? [] : [rule.basis])),
  ];
}

/** The standard a table was judged by, with how far it is official; '' where the sheet's own rules were all there was. */
export function standardLine({ standard }: Assessment): string {
  return standard.title === '' ? '' : standardText(standard.title, standard);
}

/** Every reconstructed standard and rule, as a line of text, each once, in the order of use. */
export function reconstructedUsed(assessments: readonly Assessment[]): readonly string[] {
  const standards = assessments.filter(({ standard }) => standard.status === 'reconstructed').map(standardLine);
  const rules = assessments.flatMap(referencesOf).filter(({ status }) => status === 'reconstructed');
  return [...new Set([...standards, ...rules.map((reference) => basisText(reference))])].filter((line) => line !== '');
}
