/** The place whose units the list names: 「清河县教育局」, 「县教育局」 and 「教育局」 are one there, and only there. */
import { wordsPattern } from '../workbook';
import words from './data/words.json';

const END = wordsPattern(words.places);
const HEAD = new RegExp(`^.{2,7}?${END}`);
/** Places above: 「东山市」 before 「清河县」. */
const ABOVE = `(?:.{2,8}?${END}){0,2}`;
const NOT_PLACE = new RegExp(`^${wordsPattern(words.notPlaces)}`);
/** What is left of a shorter name names nobody. */
const SHORTEST = 3;
/** Shares of the names that carry a place. */
const MOST = 0.8;
const FEWEST = 3;

export interface HomePlace {
  /** Names that this one may stand for within the place; the name itself is the first. */
  readonly variants: (key: string) => readonly string[];
}

const NOWHERE: HomePlace = { variants: (key) => [key] };

/** The place of the names on the list; where none of them carries one, that of the names that came in. */
export function placeOfAll(listed: readonly string[], written: readonly string[]): HomePlace {
  return placeOf(listed.some((key) => HEAD.test(key)) ? listed : written);
}

/** The place that nearly all names that carry one begin with; names of several places are never shortened. */
function placeOf(keys: readonly string[]): HomePlace {
  const counts = new Map<string, number>();
  let placed = 0;
  for (const key of keys) {
    const head = HEAD.exec(key)?.[0];
    if (head === undefined || key.length - head.length < SHORTEST - 1) continue;
    placed += 1;
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < FEWEST || first[1] < placed * MOST) return NOWHERE;
  const [place] = first;
  const whole = new RegExp(`^(?:${ABOVE})${place}`);
  const kind = new RegExp(`${END}$`).exec(place)![0];
  return { variants: (key) => variantsOf(key, whole, kind.slice(-1)) };
}

function variantsOf(key: string, whole: RegExp, kind: string): readonly string[] {
  const bare = key.replace(whole, '');
  if (bare !== key) return bare.length >= SHORTEST ? [key, bare] : [key];
  if (key.startsWith(kind) && !NOT_PLACE.test(key) && key.length > SHORTEST) return [key, key.slice(1)];
  return [key];
}
