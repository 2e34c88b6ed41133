import type { Check } from '../checks';
import { basisText, SEVERITY_NAMES } from '../words';

const NEAREST = 5;

/** Levenshtein distance: how many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Codes most like what was typed: those that share a word first, then by spelling. */
export function nearestCodes(code: string, codes: readonly string[]): string[] {
  const words = code
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const score = (one: string): number =>
    distance(code.toLowerCase(), one) - (words.some((word) => one.split('-').includes(word)) ? 100 : 0);
  return codes
    .map((one) => ({ one, score: score(one) }))
    .sort((a, b) => a.score - b.score || (a.one < b.one ? -1 : 1))
    .slice(0, NEAREST)
    .map(({ one }) => one);
}

const severities = (check: Check): string => check.severities.map((severity) => SEVERITY_NAMES[severity]).join('、');

/** One check in full. */
export function explainCheck(check: Check): string {
  const lines = [
    `${check.code}  ${check.title}`,
    `  级别：${severities(check)}`,
    `  查什么：${check.explain.looksFor}`,
    `  依据：${basisText(check.basis)}`,
    `  怎样改：${check.explain.howToFix}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** All checks, one a line. */
export function listChecks(checks: readonly Check[]): string {
  const longest = Math.max(0, ...checks.map((check) => check.code.length));
  return checks.map((check) => `${check.code.padEnd(longest)}  ${check.title}（${severities(check)}）\n`).join('');
}
