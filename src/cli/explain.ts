import type { Check } from '../checks';
import { basisText, labelled, SEVERITY_NAMES } from '../words';

const spoken = (text: string): string => text.replace(/[\s「」“”"]+/g, '');

/** Checks by their code or by their Chinese title, whole or a part of it. */
export function checksNamed(asked: string, checks: readonly Check[]): readonly Check[] {
  const own = checks.filter((one) => one.code === asked.toLowerCase());
  if (own.length > 0) return own;
  const title = spoken(asked);
  if (title === '') return [];
  const whole = checks.filter((one) => spoken(one.title) === title);
  return whole.length > 0 ? whole : checks.filter((one) => spoken(one.title).includes(title));
}

const severities = (check: Check): string => check.severities.map((severity) => SEVERITY_NAMES[severity]).join('、');

/** One check in full. */
export function explainCheck(check: Check): string {
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
export function listChecks(checks: readonly Check[]): string {
  const longest = Math.max(0, ...checks.map((check) => check.code.length));
  return checks.map((check) => `${check.code.padEnd(longest)}  ${check.title}（${severities(check)}）\n`).join('');
}
