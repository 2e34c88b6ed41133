/** The words by which measures are known, as data; and where a clause begins and ends. */
import { wordsPattern } from '../workbook';
import words from './data/words.json';

export const WORDS: Readonly<Record<keyof typeof words, readonly string[]>> = words;

export const holdsAny = (text: string, list: readonly string[]): boolean => list.some((word) => text.includes(word));

export const oneOfWords = (list: readonly string[]): string => wordsPattern(list);

const CLAUSE_ENDS = /[，,。；;、\n!?！？]/;
const SENTENCE_ENDS = /[。；;\n!?！？]/;

/** No sentence is longer: work stays in proportion, however long a paragraph is. */
export const LONGEST_SENTENCE = 600;

/** The few words right before a place. */
export const wordsBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 40), at);

/** Where what `ends` divides begins before `at`. A comma between digits divides nothing. */
function startBefore(text: string, at: number, ends: RegExp): number {
  const least = Math.max(0, at - LONGEST_SENTENCE);
  for (let index = at - 1; index >= least; index -= 1) {
    if (!ends.test(text[index]!)) continue;
    if (text[index] === ',' && /\d/.test(text[index - 1] ?? '') && /\d{3}/.test(text.slice(index + 1, index + 4))) continue;
    return index + 1;
  }
  return least;
}

/** The text of the clause before a place. */
export const clauseBefore = (text: string, at: number): string => text.slice(startBefore(text, at, CLAUSE_ENDS), at);

/** Where the sentence of a place begins. */
export const sentenceStart = (text: string, at: number): number => startBefore(text, at, SENTENCE_ENDS);

/** The whole sentence around a place. */
export function sentenceAround(text: string, at: number): string {
  const rest = text.slice(at, at + LONGEST_SENTENCE);
  const end = rest.search(SENTENCE_ENDS);
  return text.slice(startBefore(text, at, SENTENCE_ENDS), at + (end < 0 ? rest.length : end));
}
