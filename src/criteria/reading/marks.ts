/** Marks of items: ①, 1., (1), 一、, 一是. They stand only where a clause may begin, and kinds nest by first appearance. */

export interface FoundMark {
  readonly to: number;
  readonly kind: string;
}

const CIRCLED = /[\u2460-\u2473\u2474-\u249b\u24b6-\u24e9\u2776-\u277f\u3220-\u3229]/y;
const MARKS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['①', CIRCLED],
  ['(1)', /\(\d{1,2}\)/y],
  ['(一)', /\([一二三四五六七八九十]{1,3}\)/y],
  ['1)', /\d{1,2}\)/y],
  ['1.', /\d{1,2}(?:\.(?!\d)|、)/y],
  ['一、', /[一二三四五六七八九十]{1,3}、/y],
  ['一是', /[一二三四五六七八九]是/y],
  ['A.', /[A-Ha-h][.、](?=[\u4e00-\u9fa5\d≥≤<>])/y],
  ['要点1', /(?:评[价分])?要点\d{1,2}[:.、]?/y],
];
const MAY_BEGIN = new Set('(0123456789一二三四五六七八九十ABCDEFGHabcdefgh要评');

const CHINESE_DIGITS = '一二三四五六七八九十';

const LETTERS = 'ABCDEFGH';

/** The number of a mark; 0 for circled ones, which are always marks. */
function numberOf(kind: string, mark: string): number {
  if (kind === '①') return 0;
  if (kind === 'A.') return LETTERS.indexOf(mark[0]!.toUpperCase()) + 1;
  const digits = /\d+/.exec(mark);
  return digits !== null ? Number(digits[0]) : [...mark].reduce((sum, char) => sum + CHINESE_DIGITS.indexOf(char) + 1, 0);
}

/** Marks of a text from its beginning: one follows one of its kind, or is the first. A first that has lost its mark is let pass. */
export class Marks {
  private readonly last = new Map<string, number>();

  /** The mark at a place; null where none is. Places are asked in order. */
  at(text: string, place: number): FoundMark | null {
    const mark = markAt(text, place);
    if (mark === null) return null;
    const number = numberOf(mark.kind, text.slice(place, mark.to));
    const before = this.last.get(mark.kind) ?? 0;
    if (number > 2 && number > before + 1) return null;
    this.last.set(mark.kind, number);
    return mark;
  }
}

function markAt(text: string, at: number): FoundMark | null {
  const char = text[at]!;
  const code = char.charCodeAt(0);
  if (!MAY_BEGIN.has(char) && !(code >= 0x2460 && code <= 0x3229)) return null;
  const before = text[at - 1] ?? '';
  if (/[\dA-Za-z.]/.test(before)) return null;
  for (const [kind, pattern] of MARKS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { to: at + match[0].length, kind };
  }
  return null;
}
