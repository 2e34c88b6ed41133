/** What a label measures: money, a number of heads or things, or neither can be told. Only what is known to be money takes a sheet's unit of money. */
import { normal, oncePerText, withoutBrackets, wordsPattern } from '../workbook';
import words from './data/dimension-words.json';

export type Dimension = 'money' | 'count';

const WRAPPING = /["'“”‘’「」『』《》〈〉]|^(?:其中:?|[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．])+|[:：。;,]+$/g;
const COUNT = new RegExp(`${wordsPattern(words.count)}$`);
const ENDING = new RegExp(`${wordsPattern(words.endings)}$`);
const MONEY = new RegExp(`${wordsPattern(words.money)}$`);
/** 「追加额」 「采购额」; a 名额 is a place, not an amount. */
const AMOUNT = /[^名员]额$/;

/** By the end of the label, where its noun stands; null where that leaves doubt. */
export const dimensionOf = oncePerText((label: string): Dimension | null => {
  const bare = withoutBrackets(normal(label)).replace(WRAPPING, '');
  if (MONEY.test(bare.replace(ENDING, ''))) return 'money';
  if (COUNT.test(bare)) return 'count';
  return AMOUNT.test(bare) ? 'money' : null;
});
