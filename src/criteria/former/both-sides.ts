/** 「每超过（降低）5%」 「每高（低）于1个百分点」 「每增减1%」: a deviation to either side, said in one word, 「每偏离5%」. */
import { wordsPattern } from '../../workbook';
import words from '../data/both-sides.json';
import { Rewriting, type Rewritten, type TextAndPlaces } from './rewritten';

const above = wordsPattern(words.above);
const below = wordsPattern(words.below);
const between = wordsPattern(words.between);
const ONE = '偏离';
const two = (first: string, second: string): string => `${first}(?:${between}${second}于?|于?\\((?:${between})?${second}\\)于?)`;
/** 「每增减1%相应增减0.2分」 gives on one side what it takes on the other. */
const toEachItsOwn = `[^;。\n]{0,30}${wordsPattern(words.toEachItsOwn)}`;
const EITHER = new RegExp(`(?<=每)(?:${wordsPattern(words.merged)}|${two(above, below)}|${two(below, above)})(?!${toEachItsOwn})`, 'g');

/** What is put in stands where those words begin. */
export function eitherSide(text: TextAndPlaces): Rewritten {
  const rewriting = new Rewriting(text);
  for (const { index, 0: match } of text.chars.join('').matchAll(EITHER)) {
    rewriting.copyTo(index);
    [...ONE].forEach((char, i) => rewriting.put(char, index + i));
    rewriting.drop(match.length);
  }
  return rewriting.done();
}
