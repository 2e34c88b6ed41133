/** Whether a 说明 says anything: judged by lists of phrases that would fit any finding, never by length. */
import { isBoilerplate, isMadeOf, saysDone, saysNothing } from '../score-table';
import { normal, oncePerText } from '../workbook';
import phrases from './data/empty-phrases.json';

/** One text for so many different checks explains none of them. */
export const SAME_FOR = 3;

const EMPTY: readonly string[] = phrases.empty;
const AROUND: readonly string[] = [...phrases.empty, ...phrases.around];

/** Marks between words. */
const bare = (text: string): string => normal(text).replace(/[\p{P}\p{S}]/gu, '');

/** 「核实无误」 「情况属实」 「无」 「客观原因」 「已完成」: true or not, it would fit anything. */
export const isEmptyPhrase = oncePerText((text: string): boolean => {
  const said = normal(text);
  if (bare(text) === '' || saysNothing(said) || saysDone(said) || isBoilerplate(said)) return true;
  return EMPTY.some((phrase) => said.includes(phrase)) && isMadeOf(said, AROUND);
});

/** Only words that the finding itself has: repeated, not explained. */
export function repeats(text: string, sentences: readonly string[]): boolean {
  const own = bare(text);
  return sentences.some((sentence) => bare(sentence).includes(own));
}
