/** 一 … 九百九十九, as people write them. */
const DIGITS = '零一二三四五六七八九';

export function numeral(value: number): string {
  if (value < 10) return DIGITS[value]!;
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const begun = hundreds === 0 ? '' : `${DIGITS[hundreds]!}百`;
  const middle = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]!}十`;
  return `${begun}${middle}${ones === 0 ? '' : DIGITS[ones]!}`;
}
