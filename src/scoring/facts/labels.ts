/** Labels as they are compared: what is only wrapping (quotes, numbers in front, the year) taken off, the rest to the letter. */
import type { Figure } from '../../score-table';
import { normal, oncePerText, withoutBrackets, wordsPattern } from '../../workbook';
import words from '../data/label-words.json';
import measures from '../data/measures.json';

/** Which year a label or a name speaks of: 本年 where nothing is said. */
export type LabelPeriod = 'this' | 'last' | number;

export interface Label {
  /** What is compared. */
  readonly key: string;
  /** The same with its ending: 「合同总数」, whose key is 「合同」. */
  readonly words: string;
  readonly period: LabelPeriod;
}

const QUOTES = /["'“”‘’「」『』《》〈〉]/g;
const ORDINAL = /^(?:其中:?|[(（]?[一二三四五六七八九十]+[)）]?[、.．]|\d{1,2}[、.．](?!\d)|\(\d{1,2}\)|[①-⑳])+/;
/** 「上年结转」 is money of this year. */
const LAST_YEAR = /上(?:一)?年度?(?!末?结[转余])|去年|上期/g;
const THIS_YEAR = /本年度?|当年度?|今年|本期/g;
const YEAR = /((?:19|20)\d{2})年度?(?:的)?/g;
const OWNER = /^(?:本|我)?(?:部门|单位|局)(?=.{4})/;
/** 「决算数」 and 「决算」, 「追加额」 and 「追加金额」 are one; a 率 never loses its ending. */
const AMOUNT_ENDING = new RegExp(`${wordsPattern(measures.amounts)}$`);
/** Heads of columns that say nothing of their own. */
const NEUTRAL = new RegExp(`^${wordsPattern(words.neutral)}?$`);

/** A label without brackets, quotes and numbering. */
export function bareLabel(text: string): string {
  return withoutBrackets(normal(text))
    .replace(QUOTES, '')
    .replace(/(?<![:：。;,、])[:：。;,、]+$/, '')
    .replace(ORDINAL, '');
}

/** A label's key and year. */
export const labelOf = oncePerText((text: string): Label => {
  let key = bareLabel(text);
  let period: LabelPeriod = 'this';
  if (LAST_YEAR.test(key)) period = 'last';
  const year = new RegExp(YEAR.source).exec(key);
  if (period === 'this' && year !== null) period = Number(year[1]);
  key = key.replace(LAST_YEAR, '').replace(YEAR, '').replace(THIS_YEAR, '').replace(OWNER, '').replace(/^的/, '');
  return { key: key.replace(AMOUNT_ENDING, ''), words: key, period };
});

/** Two names mean the same measure. */
export function sameLabel(one: string, other: string): boolean {
  const [a, b] = [labelOf(one), labelOf(other)];
  return a.key !== '' && a.key === b.key && a.period === b.period;
}

/** The label of a figure with the labels above it, from its own outward: 「调整预算数」, 「日常公用经费调整预算数」. */
export function pathKeys(path: readonly string[]): readonly string[] {
  const parts = path.map((part) => normal(part)).filter((part) => labelOf(part).key !== '' && !NEUTRAL.test(withoutBrackets(part)));
  const keys: string[] = [];
  for (let from = parts.length - 1; from >= 0; from -= 1)
    keys.push(
      labelOf(
        parts
          .slice(from)
          .map((part) => part.replace(/[:：]$/, ''))
          .join(''),
      ).key,
    );
  return keys.filter((key, index) => key !== '' && keys.indexOf(key) === index);
}

/** Keys of a figure of a data sheet: of its label, and of its label with what the column's head adds. */
export function figureKeys({ path, column, ofKind }: Pick<Figure, 'path' | 'column' | 'ofKind'>): readonly string[] {
  // One kind of money among others goes by both names only.
  if (ofKind !== undefined) return pathKeys([...path, ofKind]).slice(1);
  const own = pathKeys(path);
  const bare = column === undefined ? '' : labelOf(column).key;
  if (column === undefined || bare === '' || NEUTRAL.test(withoutBrackets(normal(column)))) return own;
  const added = pathKeys([...path, column]).slice(1);
  // What was spent or is there goes by the label alone; a budget only with its own word.
  return /预算|调整/.test(bare) ? added : [...own, ...added.filter((key) => !own.includes(key))];
}
