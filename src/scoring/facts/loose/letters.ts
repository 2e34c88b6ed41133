/** How alike two names are. */
import { bareLabel } from '../labels';
import { anyWord } from '../word-patterns';
import words from '../../data/loose-words.json';

const COMMON = new RegExp(anyWord(words.common), 'g');

/** Two letters in a row of the one stand in the other; what many names have does not count. */
export function sharesLetters(one: string, other: string): boolean {
  const plain = bareLabel(one).replace(COMMON, ' ');
  const within = bareLabel(other);
  for (let at = 0; at + 2 <= plain.length; at += 1) {
    const two = plain.slice(at, at + 2);
    if (!two.includes(' ') && within.includes(two)) return true;
  }
  return false;
}
