/** Everything that is bound by where it stands, once what is called by its name is known. */
import type { KnownFact } from '../known';
import { looseComposites } from './composites';
import { looseCounts } from './counts';
import { looseDates } from './dates';
import { looseFigures } from './figures';
import type { LooseFinder, LooseInput } from './finder';
import { looseManners } from './manners';
import { looseItems } from './marked-items';
import { looseOpposites } from './opposites';

/** Each sees what those before it found. */
const FINDERS: readonly LooseFinder[] = [
  looseManners,
  looseComposites,
  looseDates,
  looseCounts,
  looseItems,
  looseOpposites,
  looseFigures,
  looseOpposites,
];

/** By factKey; nothing of what is known already. */
export function looseFacts(input: LooseInput): ReadonlyMap<string, KnownFact> {
  const found = new Map<string, KnownFact>();
  for (const finder of FINDERS) {
    const known = found.size === 0 ? input.known : new Map([...input.known, ...found]);
    if (known.size >= input.refs.length) break;
    for (const [key, fact] of finder({ ...input, known })) if (!known.has(key)) found.set(key, fact);
  }
  return found;
}
