/** What follows from what is known: 「不达标」 from 「达标」, 「按时」 from no delay, 「未发生」 from how often it happened. */
import { factKey, type FactRef } from '../../../criteria';
import { Dec } from '../../../workbook';
import words from '../../data/loose-words.json';
import occurrenceWords from '../../data/occurrence-words.json';
import { isLateness } from '../beyond-target';
import { anyWord } from '../word-patterns';
import { isUnbound, NOTHING_LOOSE, type LooseFinder, type LooseInput } from './finder';
import { sharesLetters } from './letters';
import type { KnownFact } from '../known';

const DENIAL = new RegExp(`^${anyWord(occurrenceWords.negated)}`);
const ON_TIME = new RegExp(`^[^,;。]{0,6}${anyWord(words.onTime)}`);
const NONE = new RegExp(`^${anyWord(words.none)}`);

export const looseOpposites: LooseFinder = (input) => {
  const found = new Map<string, KnownFact>();
  for (const ref of input.refs) {
    if (ref.kind !== 'yes' || ref.role !== 'named' || !isUnbound(input, ref)) continue;
    const value = denied(input, ref) ?? byCount(input, ref);
    if (value !== undefined) found.set(factKey(ref), value);
  }
  return found.size === 0 ? NOTHING_LOOSE : found;
};

const bare = (name: string): string => name.replace(DENIAL, '');

/** The same thing denied, or denied no more. */
function denied({ refs, known }: LooseInput, ref: FactRef): KnownFact | undefined {
  for (const other of refs) {
    const fact = known.get(factKey(other));
    if (other === ref || other.kind !== 'yes' || typeof fact?.value !== 'boolean' || other.name === '') continue;
    if (DENIAL.test(ref.name) !== DENIAL.test(other.name) && bare(ref.name) === bare(other.name)) return { ...fact, value: !fact.value };
  }
  return undefined;
}

/** The one count of the rule that says it: 「按时兑付」 beside 「延后10日」, 「未发生安全事故」 beside 「发生1起」. */
function byCount({ refs, known }: LooseInput, ref: FactRef): KnownFact | undefined {
  const counts = refs.filter(({ kind }) => kind === 'count');
  const [count] = counts;
  const fact = count === undefined || counts.length > 1 ? undefined : known.get(factKey(count));
  if (count === undefined || !(fact?.value instanceof Dec)) return undefined;
  const fits = isLateness(count) ? ON_TIME.test(ref.name) : NONE.test(ref.name) && isSame(ref.name, count.name);
  return fits ? { ...fact, value: fact.value.isZero(), weak: true } : undefined;
}

const isSame = (none: string, counted: string): boolean => counted !== '' && (none.includes(counted) || sharesLetters(none, counted));
