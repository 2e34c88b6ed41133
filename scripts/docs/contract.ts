/** The list of codes in docs/contract.md. What it says of a check is written by hand; one it does not name yet is added with its level and title. */
import type { Check } from '../../src/checks/types';
import type { Severity } from '../../src/words/severity';

/** The part of the list that a folder's checks stand in. */
const PARTS: Readonly<Record<string, string>> = {
  weights: 'Weights and totals',
  totals: 'Weights and totals',
  scores: 'Scores',
  money: 'Execution and money',
  explanations: 'Explanations and values',
  workbook: 'Across sheets, and the file',
};
const LEVELS: Readonly<Record<Severity, string>> = { mandatory: 'M', advisory: 'A', info: 'I' };
const HEADING = '## Check codes\n';

const lineOf = ({ code, severities, title }: Check): string =>
  `- \`${code}\` ${severities.map((one) => LEVELS[one]).join(' or ')} — ${title}.`;

/** The page with every check in it. `kindOf`: the folder a check's file is in. */
export function contractPage(page: string, checks: readonly Check[], kindOf: (check: Check) => string): string {
  const at = page.indexOf(HEADING) + HEADING.length;
  const lines = page.slice(at).split('\n');
  for (const check of checks) {
    if (lines.some((line) => line.includes(`\`${check.code}\``))) continue;
    const heading = lines.indexOf(PARTS[kindOf(check)] ?? '');
    const end = lines.findIndex((line, index) => index > heading && !line.startsWith('- '));
    lines.splice(end < 0 ? lines.length : end, 0, lineOf(check));
  }
  return page.slice(0, at) + lines.join('\n');
}
