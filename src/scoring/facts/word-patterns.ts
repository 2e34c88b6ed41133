/** Lists of words as parts of expressions. */
import words from '../data/row-words.json';

/** 「(?:甲|乙)」, the longest first. Words may hold look-arounds of their own. */
export function anyWord(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** The words of a text as they are, for an expression. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The clause around a place: between , ; and 。 */
export function clauseAround(text: string, at: number): string {
  return text.slice(startOf(text, at, [',', ';', '。']), endOf(text, at, [',', ';', '。']));
}

/** From the beginning of the sentence up to a place. */
export function sentenceBefore(text: string, at: number): string {
  return text.slice(startOf(text, at, [';', '。']), at);
}

function startOf(text: string, at: number, marks: readonly string[]): number {
  return Math.max(...marks.map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
}

function endOf(text: string, at: number, marks: readonly string[]): number | undefined {
  const ends = marks.map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

const YEARS_NAMED = /(?:19|20)\d{2}(?=年)/g;
const BEFORE_THIS = new RegExp(anyWord(words.yearsBefore));

/** The words speak of another year than the one evaluated; a year is another one where that is not known. */
export function ofAnotherYear(words: string, year: number | null): boolean {
  return BEFORE_THIS.test(words) || (words.match(YEARS_NAMED) ?? []).some((named) => Number(named) !== year);
}
