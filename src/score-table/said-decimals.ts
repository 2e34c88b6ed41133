/** To how many decimals a criterion wants its score: 「得分保留一位小数」 「四舍五入取整数」 「精确到0.1」. */
import { normal, oncePerText } from '../workbook';

const SAID =
  /(?:保留|精确|取)[到至]?(?:(?:小数点?后|小数)([1-4一二两三四])位|([1-4一二两三四])位小数|(?<=保留)([1-4一二两三四])位|(整数|个位)|0\.(0{0,3})1(?!\d))/;
/** What is rounded there is a rate, and not the score. */
const OF_RATE = /(?:率|比例|百分比|百分数|%)[(为按应]{0,2}(?:四舍五入,?)?$/;
const DIGITS = '一二三四';

/** null: it says nothing of that, or speaks of a rate. */
export const saidDecimals: (criterion: string) => number | null = oncePerText((text: string): number | null => {
  const plain = normal(text);
  const match = SAID.exec(plain);
  if (match === null || OF_RATE.test(plain.slice(0, match.index))) return null;
  const [, after, before, alone, whole, noughts] = match;
  const digit = after ?? before ?? alone;
  if (whole !== undefined) return 0;
  if (noughts !== undefined) return noughts.length + 1;
  return digit === '两' ? 2 : Number(digit) || DIGITS.indexOf(digit!) + 1;
});
