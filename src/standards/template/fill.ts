import words from './data/form-words.json';
import { wordsPattern } from '../../workbook';

const FILLED_IN = new RegExp(`^${wordsPattern(words.filledIn)}`);

/** A line at the foot of a form that the unit fills in (填报人, 联系电话, 日期), and no rule. */
export function holdsFill(text: string): boolean {
  return FILLED_IN.test(text.trim());
}
