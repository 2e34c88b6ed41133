/** Chinese numerals of whole numbers. */

const DIGITS = '零一二三四五六七八九';
const PATTERN = /^(?:([一二两三四五六七八九])?百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/;

/** The letters a numeral is written with, as a piece of a pattern. */
export const NUMERAL_LETTERS = '零〇一二两三四五六七八九十百';

/** 零, 一 … 九百九十九, 两 and 百 alone; null for anything else: 二三, 十几. */
export function numeralValue(text: string): number | null {
  if (text === '零' || text === '〇') return 0;
  const match = PATTERN.exec(text.replace(/〇/g, '零'));
  if (match === null || text === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (letter: string | undefined, otherwise: number): number =>
    letter === undefined ? otherwise : letter === '两' ? 2 : DIGITS.indexOf(letter);
  const hundred = text.includes('百') ? digit(hundreds, 1) : 0;
  return hundred * 100 + (ten === undefined ? 0 : digit(tens, 1)) * 10 + digit(ones, 0);
}
