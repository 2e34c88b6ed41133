/** 「实际改造户数÷计划改造户数」 of a row that says both: what was done, and what was to be done. */
import { comparedPair, type IndicatorRow } from '../../score-table';
import { normal } from '../../workbook';
import words from '../data/part-words.json';
import type { KnownFact } from './known';
import { anyWord } from './word-patterns';

const DONE = new RegExp(`^(?:${anyWord(words.timeLead)})?${anyWord(words.done)}`);
const PLANNED = new RegExp(`^(?:${anyWord(words.timeLead)})?${anyWord(words.planned)}`);
const ENDING = new RegExp(`${anyWord(words.ending)}$`);
const SAYS_DONE = new RegExp(`^${anyWord(words.doneVerbs)}`);

const stemOf = (label: string, lead: RegExp): string => normal(label).replace(lead, '').replace(ENDING, '').replace(SAYS_DONE, '');

/** Of the same thing, as far as the labels say; null where they speak of two, or are no such labels. */
function thingDivided([part, whole]: readonly [string, string]): string | null {
  if (!DONE.test(part) || !PLANNED.test(whole)) return null;
  const [stem, planned] = [stemOf(part, DONE), stemOf(whole, PLANNED)];
  if (stem === planned || planned === '') return stem;
  return stem === '' ? planned : null;
}

/** Target and 完成值 in one unit, both of them figures. */
function figuresOf({ target, actual }: IndicatorRow): ReturnType<typeof comparedPair> {
  if (target?.value == null || actual?.value == null || actual.value.comparator !== null) return null;
  if (target.value.percent || actual.value.percent) return null;
  const pair = comparedPair(target.value, actual.value);
  return pair === null || pair.target.lte(0) ? null : pair;
}

/** By the rule's labels; empty unless it divides just once, what was done of a thing by what was planned of it, and the row counts both in one unit. */
export function ownQuotient(
  row: IndicatorRow,
  quotients: readonly (readonly [part: string, whole: string])[],
): ReadonlyMap<string, KnownFact> {
  const [only] = quotients;
  const thing = only === undefined || quotients.length > 1 ? null : thingDivided(only);
  const pair = thing === null ? null : figuresOf(row);
  if (only === undefined || thing === null || pair === null) return NOTHING;
  const weak = sharesLetters(thing, row.name.value) ? {} : { weak: true as const };
  return new Map<string, KnownFact>([
    [only[0], { value: pair.actual, from: 'row', cells: [row.actual!.at], money: '', ...weak }],
    [only[1], { value: pair.target, from: 'row', cells: [row.target!.at], money: '', ...weak }],
  ]);
}

const NOTHING: ReadonlyMap<string, KnownFact> = new Map();

/** Two letters in a row of the one stand in the other. */
function sharesLetters(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) if (other.includes(one.slice(at, at + 2))) return true;
  return false;
}
