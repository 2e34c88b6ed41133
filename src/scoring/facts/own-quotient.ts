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

/** By the rule's labels; empty unless it divides just once, what was done of a thing by what was planned of it, and the row counts both in one unit. */
export function ownQuotient(
  row: IndicatorRow,
  quotients: readonly (readonly [part: string, whole: string])[],
): ReadonlyMap<string, KnownFact> {
  const [only] = quotients;
  const [target, actual] = [row.target, row.actual];
  if (only === undefined || quotients.length > 1 || target?.value == null || actual?.value == null) return NOTHING;
  const [part, whole] = only;
  if (!DONE.test(part) || !PLANNED.test(whole) || target.value.percent || actual.value.percent) return NOTHING;
  const [stem, planned] = [stemOf(part, DONE), stemOf(whole, PLANNED)];
  if (!(stem === planned || stem === '' || planned === '')) return NOTHING;
  const pair = comparedPair(target.value, actual.value);
  if (pair === null || pair.target.lte(0) || actual.value.comparator !== null) return NOTHING;
  const weak = sharesLetters(stem === '' ? planned : stem, row.name.value) ? {} : { weak: true as const };
  return new Map<string, KnownFact>([
    [part, { value: pair.actual, from: 'row', cells: [actual.at], money: '', ...weak }],
    [whole, { value: pair.target, from: 'row', cells: [target.at], money: '', ...weak }],
  ]);
}

const NOTHING: ReadonlyMap<string, KnownFact> = new Map();

/** Two letters in a row of the one stand in the other. */
function sharesLetters(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) if (other.includes(one.slice(at, at + 2))) return true;
  return false;
}
