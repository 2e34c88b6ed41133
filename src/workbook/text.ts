/** Text as recognition compares it: half width, without white space. Display text never comes from here except names. */

import { oncePerKey } from './once-per-key';

const SPACE = /[\s\u00a0\u200b-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
const HAS_SPACE = /[\s\u00a0\u200b-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]/;
const WIDE = /[\uff01-\uff5e≧⩾≦⩽═﹦﹪︰﹕∶﹙﹚]/g;
/** What `normal` would change; most texts have none of it. */
const WORK = /[\s\u00a0\u200b-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff\uff01-\uff5e≧⩾≦⩽═﹦﹪︰﹕∶﹙﹚]/;
const HAS_WIDE = /[\uff01-\uff5e≧⩾≦⩽═﹦﹪︰﹕∶﹙﹚]/;
const SAME: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '═': '=',
  '﹦': '=',
  '﹪': '%',
  '︰': ':',
  '﹕': ':',
  '∶': ':',
  '﹙': '(',
  '﹚': ')',
};

function narrow(char: string): string {
  return SAME[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

function halfWidth(text: string): string {
  return HAS_WIDE.test(text) ? text.replace(WIDE, narrow) : text;
}

/** Criteria and set phrases stand in every unit's workbook alike. */
const reworked = oncePerKey((text: string): string => {
  const half = halfWidth(text);
  return HAS_SPACE.test(half) ? half.replace(SPACE, '') : half;
});

/** Half width, all white space gone, comparison signs unified: 「（15 分）」 → "(15分)". */
export function normal(text: string): string {
  return WORK.test(text) ? reworked(text) : text;
}

/** Half width with single spaces kept: for text people will read. */
export function tidy(text: string): string {
  return halfWidth(text).replace(SPACE, ' ').trim();
}

const PLACEHOLDER = /^(?:[-—–―_/\\×✕✗xX*~.。…]+|无|暂无|没有|空|none|n\/a|na|null)$/i;

/** 「-」 「—」 「/」 「无」 「……」: somebody said there is nothing. */
export function isPlaceholder(normalText: string): boolean {
  const first = normalText.charCodeAt(0);
  // Figures and most words need no closer look.
  if ((first >= 0x30 && first <= 0x39) || (first >= 0x4e00 && first <= 0x9fa5 && !'无暂没空'.includes(normalText[0]!))) return false;
  return PLACEHOLDER.test(normalText);
}

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g;

/** Takes the bracketed parts off: 「执行率(B/A)」 → 「执行率」. */
export function withoutBrackets(normalText: string): string {
  return normalText.indexOf('(') < 0 && normalText.indexOf('[') < 0 && normalText.indexOf('【') < 0
    ? normalText
    : normalText.replace(BRACKETS, '').replace(/\([^()]*$/, '');
}

/** The bracketed parts alone: 「执行率(B/A)」 → ["B/A"]. */
export function bracketed(normalText: string): readonly string[] {
  return normalText.indexOf('(') < 0 ? [] : [...normalText.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]!);
}

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** One Chinese numeral up to 十, else null. */
export function chineseDigit(char: string): number | null {
  return DIGITS[char] ?? null;
}

/** A list of words as a piece of a pattern, the longest first: a list is data, and only this makes a pattern of it. */
export function wordsPattern(words: readonly string[]): string {
  const escaped = [...new Set(words)].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}
