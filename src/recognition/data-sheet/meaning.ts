/** What labels and heads say about a figure: its year, its basis, its unit. */
import { withoutBrackets, wordsPattern } from '../../workbook';
import { dimensionOf, type Figure } from '../../score-table';
import { isUnit } from './words';
import words from './words.json';

const BASES: readonly (readonly [NonNullable<Figure['basis']>, RegExp])[] = [
  ['编制', /编制(?:数|人数)?$|核定编制/],
  ['在职', new RegExp(wordsPattern(words.staffed))],
  ['年初预算', /年初.{0,3}预算|年初数|年初批复/],
  ['调整预算', /调整.{0,3}预算|调整数|调整后|全年预算|追加后预算/],
  ['决算', /决算/],
  ['执行', new RegExp(`${wordsPattern(words.executed)}|执行$`)],
  ['预算', /预算/],
];

/** On which figures this one stands; a rate of 预算 stands on none. */
export function basisOf(text: string): Figure['basis'] {
  const bare = withoutBrackets(text);
  if (/率$|比例$|占比$/.test(bare)) return null;
  for (const [basis, pattern] of BASES) if (pattern.test(bare)) return basis;
  return null;
}

/** The year a text speaks of. What was carried over from last year belongs to this one. */
export function figurePeriod(words: string): Figure['period'] {
  const text = words.replace(/上一?年度?末?(?=结[转余])/g, '');
  const year = /(?<!\d)((?:19|20)\d{2})年/.exec(text);
  if (year !== null) return Number(year[1]);
  if (/上年|上一年|去年|上期/.test(text)) return 'last';
  if (/本年|当年|本期|今年/.test(text)) return 'this';
  return null;
}

const IN_BRACKETS = /\((?:金额|计量)?(?:单位)?:?([^()]{1,4})\)/g;

/** A unit in brackets: 「在职人数（人）」 「金额（单位：万元）」. */
export function unitIn(text: string): string | null {
  for (const match of text.matchAll(IN_BRACKETS)) if (isUnit(match[1]!)) return match[1]! === '百分比' ? '%' : match[1]!;
  return null;
}

export function isRateLabel(text: string): boolean {
  return /率$|比例$|占比$|比重$|程度$/.test(withoutBrackets(text).replace(/[:：]$/, ''));
}

/** Heads of columns that hold whatever their rows say. */
const NEUTRAL = new RegExp(`^(?:${wordsPattern(words.anyValue)}|.{0,4}年?(?:数|值))$`);

/**
 * 「单位：万元」 above a table counts for what is known to be money: by its own label, by the head of its column, or as a part of
 * what is money. 「合同总数 18」 stays 18.
 */
export function isMoney(path: readonly string[], column: string): boolean {
  const own = dimensionOf(path[path.length - 1] ?? '');
  if (own !== null) return own === 'money';
  if (!NEUTRAL.test(withoutBrackets(column)) && dimensionOf(column) !== null) return dimensionOf(column) === 'money';
  return path.slice(0, -1).some((above) => dimensionOf(above) === 'money');
}
