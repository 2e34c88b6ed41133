/** Automatic numbers as a word processor writes them. */

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** 1 → 一, 12 → 十二, 105 → 一百〇五; for numbers of lists, far below ten thousand. */
function chinese(value: number): string {
  if (value <= 0 || value >= 10_000) return String(value);
  const digits = [...String(value)].map(Number);
  let text = '';
  digits.forEach((digit, index) => {
    const unit = UNITS[digits.length - 1 - index]!;
    if (digit > 0) text += DIGITS[digit]! + unit;
    else if (!text.endsWith('〇') && digits.slice(index).some((one) => one > 0)) text += '〇';
  });
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** Beyond this no list counts in letters, and each further one would be a letter longer. */
const MOST_LETTERS = 26 * 30;

function letters(value: number): string {
  if (value > MOST_LETTERS) return String(value);
  return value <= 0 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) for (; rest >= size && text.length < 40; rest -= size) text += sign;
  return text;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  taiwaneseCountingThousand: chinese,
  decimalEnclosedCircle: (value) => CIRCLED[value - 1] ?? String(value),
  decimalEnclosedCircleChinese: (value) => CIRCLED[value - 1] ?? String(value),
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  bullet: () => '',
  none: () => '',
};

/** A number in a format of the file (`w:numFmt`); one that nobody knows is written in digits. */
export function numeralText(value: number, format: string): string {
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format]! : String)(value);
}
