/** Rules that give the full score for a target that is met, and take from it for one that is not. */
import { wordsPattern } from '../../workbook';
import words from './data/full-when-met.json';

const any = (list: readonly string[]): string => wordsPattern(list);
const MET = new RegExp(`(?<!${any(words.notDone)})${any(words.done)}${any(words.target)}${any(words.then)}*${any(words.gives)}`);
const EXCEPT = new RegExp(any(words.except));

/** 「完成目标值得满分，每减少1%扣0.5分」: whatever the rest comes to, a missed target has not the full score. A share of it (「目标值的95%」) is none. */
export function fullWhenMet(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  return MET.test(bare) && !EXCEPT.test(bare);
}
