/** The row's 完成值 as the one rate its rule speaks of, where the row goes by another name: 验收合格情况 beside 验收合格率. */
import { directionOf, endsInDenial, type IndicatorRow } from '../../score-table';
import { Dec, normal } from '../../workbook';
import words from '../data/part-words.json';
import { bareLabel } from './labels';
import { anyWord } from './word-patterns';

const DEGREE = new RegExp(`${anyWord(words.degree)}$`);
const IS_RATE = new RegExp(`${anyWord(words.rate)}$`);
const PERCENT = /(\d{1,4}(?:\.\d{1,6})?)%/g;

/**
 * How far the 完成值 is this rate: by its name where the names differ in their last word only; weakly where the row's target is
 * the very percentage that the rule asks of its rate. A row named after another rate measures that one.
 */
export function underAnotherName(row: IndicatorRow, rate: string): 'named' | 'weak' | null {
  const actual = row.actual?.value;
  if (actual?.percent !== true || actual.number === null) return null;
  // 「100%」 beside what is to be kept low may say that it was done.
  if (actual.number.eq(1) && directionOf({ ...row, name: { ...row.name, value: rate } }).way === 'down') return null;
  const [own, asked] = [row.name.value, rate].map((name) => bareLabel(name));
  const [stem, askedStem] = [own!.replace(DEGREE, ''), asked!.replace(DEGREE, '')];
  if (tail(stem, askedStem) || tail(askedStem, stem) || tail(own!, asked!)) return 'named';
  return !IS_RATE.test(own!) && targetStandsInRule(row) ? 'weak' : null;
}

function tail(long: string, short: string): boolean {
  return short.length >= 2 && long.endsWith(short) && !endsInDenial(long.slice(0, long.length - short.length));
}

function targetStandsInRule(row: IndicatorRow): boolean {
  const target = row.target?.value;
  const text = row.criterion?.value;
  if (target?.percent !== true || target.number === null || text == null) return false;
  const asked = target.number.times(100);
  return [...normal(text).matchAll(PERCENT)].some((match) => new Dec(match[1]!).eq(asked));
}
