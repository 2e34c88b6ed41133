/** A rate worked out in words, under the name of what is counted or none: 「…16÷20×100%=80%」. */
import { Dec } from '../../workbook';
import { yuanPer } from './amounts';
import words from '../data/part-words.json';
import { anyWord, escaped, ofAnotherYear, sentenceBefore } from './word-patterns';

const LABEL = '([^,;。÷/=\\d×*+%]{0,16})';
const FIGURE = '(\\d{1,12}(?:\\.\\d{1,6})?)([一-龥]{0,3})\\)?';
const WORKING = new RegExp(`${LABEL}${FIGURE}[÷/]${LABEL}${FIGURE}(?:[×*xX]100%)?=(\\d{1,4}(?:\\.\\d{1,6})?)%`, 'g');
const NEUTRAL = new RegExp(anyWord(words.neutral.map(escaped)), 'g');
const GENERAL = new RegExp(anyWord(words.general), 'g');
const IS_RATE = new RegExp(`${anyWord(words.rate)}$`);
const DEGREE = new RegExp(`${anyWord(words.degree)}$`);
const OF_MONEY = new RegExp(anyWord(words.money));
const RATE_NAMED = /[一-龥]{2,12}率/g;

/** The one rate that is worked out in the text and may be called by one of these names; undefined for none, or several. */
export function rateWorkedOut(text: string, names: readonly string[], year: number | null): Dec | undefined {
  const workings = [...text.matchAll(WORKING)];
  const rates = workings.map((match) => rateOf(text, match, names, year));
  const [first] = rates;
  return first !== undefined && rates.every((rate) => rate?.eq(first)) ? first : undefined;
}

function rateOf(text: string, match: RegExpMatchArray, names: readonly string[], year: number | null): Dec | undefined {
  const [, aboveLabel = '', above = '', aboveUnit = '', belowLabel = '', below = '', belowUnit = '', shown = ''] = match;
  const sentence = sentenceBefore(text, match.index!);
  const rate = new Dec(shown).div(100);
  if (ofAnotherYear(sentence + aboveLabel, year) || !comesTo(new Dec(above), new Dec(below), new Dec(shown))) return undefined;
  const ofMoney = [aboveUnit, belowUnit].some((unit) => yuanPer(unit) !== null) || isAmount(text.slice(0, match.index!), above);
  if (ofMoney && !names.some((name) => OF_MONEY.test(name))) return undefined;
  return labelsFit(aboveLabel, belowLabel, names, sentence) ? rate : undefined;
}

/** The quotient is the percentage shown, rounded or cut. `percent` in percent. */
export function comesTo(above: Dec, below: Dec, percent: Dec): boolean {
  if (below.isZero()) return false;
  return above.div(below).times(100).minus(percent).abs().lt(new Dec(10).pow(-percent.decimalPlaces()));
}

/** The number stands earlier in the text as an amount of money. */
function isAmount(before: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.])${escaped(figure)}(?:亿|百万|万|千)?元`).test(before);
}

function labelsFit(aboveLabel: string, belowLabel: string, names: readonly string[], sentence: string): boolean {
  const above = aboveLabel.replace(NEUTRAL, '');
  if (IS_RATE.test(above)) return names.some((name) => above.endsWith(name) || (above.length >= 3 && name.endsWith(above)));
  const plain = above.replace(GENERAL, '');
  if (plain !== '') return sharesWith(plain, names);
  const others = (sentence.match(RATE_NAMED) ?? []).filter((rate) => !names.some((name) => rate.endsWith(name)));
  if (others.length > 0) return false;
  const beneath = belowLabel.replace(NEUTRAL, '').replace(GENERAL, '');
  return beneath === '' || sharesWith(beneath, names);
}

function sharesWith(label: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const stem = name.replace(DEGREE, '').replace(GENERAL, '');
    for (let at = 0; at + 2 <= stem.length; at += 1) if (label.includes(stem.slice(at, at + 2))) return true;
    return false;
  });
}
