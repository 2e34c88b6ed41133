/** Text as recognition compares it: half width, without white space. Display text never comes from here except names. */

const SPACE = /[\s\u00a0\u200b-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
const NEEDS_WORK = /[^!-~\u4e00-\u9fa5]/;
const SAME: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '═': '=',
  '﹦': '=',
  '﹪': '%',
  '‰': '‰',
  '︰': ':',
  '﹕': ':',
  '∶': ':',
  '﹙': '(',
  '﹚': ')',
  '〔': '〔',
  '．': '.',
};

function halfWidth(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else out += SAME[char] ?? char;
  }
  return out;
}

/** Half width, all white space gone, comparison signs unified: 「（15 分）」 → "(15分)". */
export function normal(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  return halfWidth(text).replace(SPACE, '');
}

/** Half width with single spaces kept: for text people will read. */
export function tidy(text: string): string {
  return halfWidth(text).replace(SPACE, ' ').trim();
}

const PLACEHOLDER = /^(?:[-—–―_/\\×✕✗xX*~.。…]+|无|暂无|没有|空|none|n\/a|na|null)$/i;

/** 「-」 「—」 「/」 「无」 「……」: somebody said there is nothing. */
export function isPlaceholder(normalText: string): boolean {
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
