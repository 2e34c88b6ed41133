/**
 * A text as the lexer reads it: half width, one sign for one meaning, no spaces, slips of text recognition mended where
 * there is no doubt; with the way back to the original offsets.
 */
import { eitherSide } from './both-sides';
import { includedEnds } from './included-end';
import { partNumbering } from './numbering';

/** `at[i]` is where the character `text[i]` stood in the original; `at[text.length]` is the original's length. */
export interface Normal {
  readonly text: string;
  readonly at: readonly number[];
}

/** Signs of one meaning. '' drops the sign (quotation marks only set off a name). */
const SAME: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '═': '=',
  '﹦': '=',
  '≡': '=',
  '﹪': '%',
  '︰': ':',
  '﹕': ':',
  '∶': ':',
  '﹙': '(',
  '﹚': ')',
  '﹥': '>',
  '﹤': '<',
  '〉': '>',
  '〈': '<',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '─': '-',
  '﹣': '-',
  ー: '-',
  '∼': '~',
  '〜': '~',
  '˜': '~',
  '﹏': '~',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⨯': '×',
  '·': '·',
  '•': '·',
  '∕': '/',
  '⁄': '/',
  '➗': '÷',
  '﹢': '+',
  '【': '(',
  '】': ')',
  '{': '(',
  '}': ')',
  '〔': '(',
  '〕': ')',
  '﹝': '(',
  '﹞': ')',
  '『': '',
  '』': '',
  '“': '',
  '”': '',
  '‘': '',
  '’': '',
  '"': '',
  "'": '',
  '「': '',
  '」': '',
  '″': '',
  '′': '',
  '﹐': ',',
  '﹑': '、',
  '﹔': ';',
  '﹒': '.',
  '｡': '。',
  '､': '、',
  '﹖': '?',
  个: '个',
  個: '个',
  箇: '个',
  項: '项',
  計: '计',
  記: '记',
  滿: '满',
  為: '为',
  點: '点',
  過: '过',
  發: '发',
  現: '现',
  檔: '档',
  '\r': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '\v': '\n',
  '\f': '\n',
};

const SPACES = new Set([' ', '\t', '\u00a0', '\u3000', '\ufeff', '\u202f', '\u205f', '\u180e', '\u00ad']);

function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  return SPACES.has(char) || (code >= 0x2000 && code <= 0x200f);
}

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  return SAME[half] ?? half;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Characters after which a figure comes: 「扣l分」. */
const BEFORE_FIGURE = '扣得计记为占过每超低于减加差缺少≥≤><=×÷/+(';
const AFTER_FIGURE = '分%.项例个次处人天件';

/** Pairs that are one sign. */
const PAIRS: Readonly<Record<string, string>> = { '>=': '≥', '=>': '≥', '<=': '≤', '=<': '≤', '≥=': '≥', '≤=': '≤' };

interface Building {
  readonly chars: string[];
  readonly at: number[];
}

/** Whether a space between two kept characters parts two numbers: 「5 2」. */
function partsNumbers(before: string | undefined, after: string | undefined): boolean {
  return (isDigit(before) || before === '%') && isDigit(after);
}

function push(out: Building, char: string, at: number): void {
  const last = out.chars[out.chars.length - 1];
  const pair = last !== undefined && '<>=≥≤'.includes(last) ? PAIRS[last + char] : undefined;
  if (pair !== undefined) {
    out.chars[out.chars.length - 1] = pair;
  } else if (!(char === '\n' && (last === '\n' || last === undefined))) {
    out.chars.push(char);
    out.at.push(at);
  }
}

function halfWidth(source: string): Building {
  const out: Building = { chars: [], at: [] };
  let spaceAt = -1;
  for (let i = 0; i < source.length; i += 1) {
    const raw = source[i]!;
    if (isSpace(raw)) {
      if (spaceAt < 0) spaceAt = i;
      continue;
    }
    const char = narrow(raw);
    if (char === '') continue;
    if (spaceAt >= 0 && partsNumbers(out.chars[out.chars.length - 1], char)) push(out, ' ', spaceAt);
    spaceAt = -1;
    push(out, char, i);
  }
  return out;
}

function isOne(chars: readonly string[], i: number): boolean {
  const before = chars[i - 1];
  const after = chars[i + 1];
  const figureBefore = isDigit(before) || before === '.' || (before !== undefined && BEFORE_FIGURE.includes(before));
  const figureAfter = isDigit(after) || (after !== undefined && AFTER_FIGURE.includes(after));
  return figureBefore && figureAfter;
}

function isZero(chars: readonly string[], i: number): boolean {
  const before = chars[i - 1];
  const after = chars[i + 1];
  if (isDigit(before)) return isDigit(after) || (after !== undefined && AFTER_FIGURE.includes(after));
  return after === '.' && isDigit(chars[i + 2]) && (before === undefined || !/[A-Za-z]/.test(before));
}

/** 「0,5分」: nobody writes a list that begins with a lone nought and goes on without a space. */
function isDecimalComma(chars: readonly string[], i: number): boolean {
  if (chars[i - 1] !== '0' || isDigit(chars[i - 2]) || chars[i - 2] === '.' || !isDigit(chars[i + 1])) return false;
  let end = i + 1;
  while (isDigit(chars[end]) && end < i + 4) end += 1;
  return chars[end] === '分';
}

/** The letters l, I, O in figures, a comma or a middle dot for the decimal point. */
function mend(chars: string[]): void {
  for (let i = 0; i < chars.length; i += 1) {
    const char = chars[i]!;
    if ((char === 'l' || char === 'I' || char === '|') && isOne(chars, i)) chars[i] = '1';
    else if ((char === 'O' || char === 'o') && isZero(chars, i)) chars[i] = '0';
    else if ((char === ',' || char === '。' || char === '、') && isDecimalComma(chars, i)) chars[i] = '.';
    else if (char === '·' && isDigit(chars[i - 1]) && isDigit(chars[i + 1])) chars[i] = '.';
  }
}

const UNIT_OF_NAME = /(?<=[率重度比例])\(%\)/g;
const BESIDE_SIGN = /(?<=[≤≥<>=]|[≤≥<>=]\s)\d+(?:\.\d+)?(?![\d.%分])|(?<![\d.分])\d+(?:\.\d+)?(?=[≤≥<>=])/g;

/** 「故障率（%）≤1」: the figures beside signs are in the unit that stands with the name. */
function inPercent({ chars, at }: Building): Building {
  const text = chars.join('');
  if (!UNIT_OF_NAME.test(text)) return { chars, at };
  UNIT_OF_NAME.lastIndex = 0;
  const dropped = new Set([...text.matchAll(UNIT_OF_NAME)].flatMap(({ index }) => [index, index + 1, index + 2]));
  const ends = new Set([...text.matchAll(BESIDE_SIGN)].map((match) => match.index + match[0].length - 1));
  const out: Building = { chars: [], at: [] };
  for (const [i, char] of chars.entries()) {
    if (dropped.has(i)) continue;
    out.chars.push(char);
    out.at.push(at[i]!);
    if (!ends.has(i)) continue;
    out.chars.push('%');
    out.at.push(at[i]!);
  }
  return out;
}

/** 「正负5%」 is 「±5%」. */
function plusMinus({ chars, at }: Building): Building {
  const out: Building = { chars: [], at: [] };
  for (let i = 0; i < chars.length; i += 1) {
    const both = chars[i] === '正' && chars[i + 1] === '负' && isDigit(chars[i + 2]);
    out.chars.push(both ? '±' : chars[i]!);
    out.at.push(at[i]!);
    if (both) i += 1;
  }
  return out;
}

/** Linear; never throws. */
export function normalise(source: string): Normal {
  const half = halfWidth(source);
  mend(half.chars);
  partNumbering(half.chars);
  const { chars, at } = inPercent(eitherSide(includedEnds(plusMinus(half))));
  at.push(source.length);
  return { text: chars.join(''), at };
}
