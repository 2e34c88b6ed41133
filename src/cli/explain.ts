import { type Check, CHECKS } from '../checks';
import { basisText, labelled, SEVERITY_NAMES } from '../words';
import { nearestCodes } from './nearest';

const spoken = (text: string): string => text.replace(/[\s「」“”"]+/g, '');

/** Checks by their code or by their Chinese title, whole or a part of it. */
function checksNamed(asked: string): readonly Check[] {
  const own = CHECKS.filter((one) => one.code === asked.toLowerCase());
  if (own.length > 0) return own;
  const title = spoken(asked);
  if (title === '') return [];
  const whole = CHECKS.filter((one) => spoken(one.title) === title);
  return whole.length > 0 ? whole : CHECKS.filter((one) => spoken(one.title).includes(title));
}

const severities = (check: Check): string => check.severities.map((severity) => SEVERITY_NAMES[severity]).join('、');

/** One check in full. */
function explainCheck(check: Check): string {
  const lines = [
    `${check.code}  ${check.title}`,
    `  级别：${severities(check)}`,
    `  查什么：${check.explain.looksFor}`,
    `  ${labelled(basisText(check.basis))}`,
    `  怎样改：${check.explain.howToFix}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** All checks, one a line. */
function listChecks(checks: readonly Check[]): string {
  const longest = Math.max(0, ...checks.map((check) => check.code.length));
  return checks.map((check) => `${check.code.padEnd(longest)}  ${check.title}（${severities(check)}）\n`).join('');
}

export type Explained = { readonly found: true; readonly text: string } | { readonly found: false; readonly nearest: readonly string[] };

/** What is known of the checks that a code or a title names; of all where nothing is named. */
export function explained(asked: string | null): Explained {
  if (asked === null) return { found: true, text: listChecks(CHECKS) };
  const found = checksNamed(asked);
  if (found.length > 0) return { found: true, text: found.map(explainCheck).join('\n') };
  return {
    found: false,
    nearest: nearestCodes(
      asked,
      CHECKS.map(({ code }) => code),
    ),
  };
}
