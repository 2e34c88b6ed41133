/** 「按完成率计分」, 「以评审价为准」, 「与上年相比」: how it is scored or compared, which a rule may have been read as asking for. It holds. */
import { factKey } from '../../../criteria';
import words from '../../data/loose-words.json';
import occurrenceWords from '../../data/occurrence-words.json';
import { anyWord } from '../word-patterns';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder } from './finder';
import type { KnownFact } from '../known';

const MANNER = new RegExp(`^(?:${words.manners.join('|')})$`);

export const looseManners: LooseFinder = (input) => {
  const found = new Map<string, KnownFact>();
  for (const ref of input.refs)
    if (ref.kind === 'yes' && MANNER.test(ref.name) && !DENIED.test(ref.name) && isUnbound(input, ref))
      found.set(factKey(ref), looseFact(true, 'row', input.row.criterion));
  return found.size === 0 ? NOTHING_LOOSE : found;
};

const DENIED = new RegExp(anyWord(occurrenceWords.negated));
