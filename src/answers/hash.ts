/** Codes as people read them out and type them. */
import { CODE_LETTERS } from '../workbook';

/** What people write for a letter that is not in it. */
const MEANT: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };
const BITS = 5;

/** One letter that tells when another was misread: odd weights, so that no single letter can change unseen. */
export function checkLetter(code: string): string {
  const sum = [...code].reduce((total, letter, index) => total + (2 * index + 1) * CODE_LETTERS.indexOf(letter), 0);
  return CODE_LETTERS[sum % 2 ** BITS]!;
}

/** Letters of a code as somebody typed it: capitals, full width and the letters that are taken for figures set right; null for others. */
export function lettersOf(typed: string): string | null {
  const letters = [...typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')].map((letter) => MEANT[letter] ?? letter);
  return letters.every((letter) => CODE_LETTERS.includes(letter)) ? letters.join('') : null;
}
