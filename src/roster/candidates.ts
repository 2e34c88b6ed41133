/** Lines of the list that something might belong to, for a person to decide. */
import { isWithin } from '../score-table';
import { likeness, wordsPattern } from '../workbook';
import words from './data/words.json';
import { rosterKey } from './names';
import type { RosterEntry } from './types';
import type { RosterUnit } from './units';

const MOST = 3;
/** Share of common pairs of letters from which names are alike. */
const ALIKE = 0.6;
/** An abbreviation has fewer letters, in the same order. */
const SHORTEST_WITHIN = 3;

const PLACED = new RegExp(`^.{0,7}?${wordsPattern(words.places)}`);
const ENDED = new RegExp(`${wordsPattern(words.unitEnds)}$`);

/** 「县发改委」 and 「清河县发展和改革局」 without place and end: whether one may be short for the other. */
function isShortFor(written: string, key: string): boolean {
  const [short, long] = [written, key].map((name) => name.replace(PLACED, '').replace(ENDED, ''));
  return short!.length >= 2 && long!.length > short!.length && short![0] === long![0] && isWithin(short!, long!);
}

function likenessOf(written: string, key: string): number {
  if (written.length >= SHORTEST_WITHIN && key.length > written.length && isWithin(written, key)) return ALIKE + likeness(written, key);
  if (isShortFor(written, key)) return ALIKE;
  const alike = likeness(written, key);
  return alike >= ALIKE ? alike : 0;
}

interface Written {
  readonly unit: string | null;
  readonly project: string | null;
}

/** By the likeness of the unit's name and of the project's; the likeliest first. */
export function likelyEntries(
  { unit, project }: Written,
  entries: readonly RosterEntry[],
  units: readonly RosterUnit[],
): readonly RosterEntry[] {
  const unitKey = unit === null ? '' : rosterKey(unit);
  const projectKey = project === null ? '' : rosterKey(project);
  const worth = new Map<RosterEntry, number>();
  const add = (entry: RosterEntry, more: number): void => {
    if (more > 0) worth.set(entry, (worth.get(entry) ?? 0) + more);
  };
  if (unitKey !== '')
    for (const one of units) {
      const alike = Math.max(likenessOf(unitKey, one.key), ...[...one.former].map((key) => likenessOf(unitKey, key)));
      for (const entry of one.entries) add(entry, alike);
    }
  // A project's name alone is many units'; it counts by itself where no unit is named.
  if (projectKey !== '')
    for (const entry of entries)
      if (entry.project !== null && (unitKey === '' || worth.has(entry))) {
        const alike = likeness(projectKey, rosterKey(entry.project));
        add(entry, alike >= ALIKE ? alike : 0);
      }
  return [...worth]
    .sort((a, b) => b[1] - a[1])
    .map(([entry]) => entry)
    .slice(0, MOST);
}
