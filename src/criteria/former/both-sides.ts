/** 「每超过（降低）5%」 「每高（低）于1个百分点」 「每增减1%」: a deviation to either side, said in one word, 「每偏离5%」. */
import { wordsPattern } from '../../workbook';
import words from '../data/both-sides.json';

const above = wordsPattern(words.above);
const below = wordsPattern(words.below);
const between = wordsPattern(words.between);
const ONE = '偏离';
const two = (first: string, second: string): string => `${first}(?:${between}${second}于?|于?\\((?:${between})?${second}\\)于?)`;
const EITHER = new RegExp(`(?<=每)(?:${wordsPattern(words.merged)}|${two(above, below)}|${two(below, above)})`, 'g');

interface TextAndPlaces {
  readonly chars: readonly string[];
  readonly at: readonly number[];
}

/** What is put in stands where those words begin. */
export function eitherSide({ chars, at }: TextAndPlaces): { chars: string[]; at: number[] } {
  const out: { chars: string[]; at: number[] } = { chars: [], at: [] };
  let from = 0;
  const copy = (to: number): void => {
    for (; from < to; from += 1) {
      out.chars.push(chars[from]!);
      out.at.push(at[from]!);
    }
  };
  for (const match of chars.join('').matchAll(EITHER)) {
    copy(match.index);
    for (const [i, char] of [...ONE].entries()) {
      out.chars.push(char);
      out.at.push(at[from + i]!);
    }
    from += match[0].length;
  }
  copy(chars.length);
  return out;
}
