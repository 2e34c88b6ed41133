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

/** Names looked at closely for one written: a list of thousands against thousands of strangers has an end. */
const CLOSELY = 60;

const pairsIn = (key: string): readonly string[] => Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));

function byPiece<T>(all: readonly T[], piecesOf: (one: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const by = new Map<string, T[]>();
  for (const one of all)
    for (const piece of new Set(piecesOf(one))) {
      const known = by.get(piece);
      if (known === undefined) by.set(piece, [one]);
      else known.push(one);
    }
  return by;
}

/** Those that share most pieces, most first. */
function sharing<T>(pieces: readonly string[], by: ReadonlyMap<string, readonly T[]>): readonly T[] {
  const counts = new Map<T, number>();
  for (const piece of pieces) for (const one of by.get(piece) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CLOSELY)
    .map(([one]) => one);
}

const initialOf = (key: string): string => key.replace(PLACED, '').slice(0, 1);

/** Finds lines of a list by the likeness of the unit's name and of the project's. */
export class Likely {
  private readonly unitsByPair: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly unitsByInitial: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly entriesByPair: ReadonlyMap<string, readonly RosterEntry[]>;

  constructor(entries: readonly RosterEntry[], units: readonly RosterUnit[]) {
    this.unitsByPair = byPiece(units, ({ key, former }) => [key, ...former].flatMap(pairsIn));
    this.unitsByInitial = byPiece(units, ({ key, former }) => [key, ...former].map(initialOf));
    this.entriesByPair = byPiece(entries, ({ project }) => (project === null ? [] : pairsIn(rosterKey(project))));
  }

  /** The likeliest first, never more than three. */
  entries({ unit, project }: Written): readonly RosterEntry[] {
    const worth = new Map<RosterEntry, number>();
    if (unit !== null) this.ofUnit(rosterKey(unit), worth);
    if (project !== null) this.ofProject(rosterKey(project), unit === null, worth);
    return [...worth]
      .sort((a, b) => b[1] - a[1])
      .map(([entry]) => entry)
      .slice(0, MOST);
  }

  private ofUnit(written: string, worth: Map<RosterEntry, number>): void {
    const initial = this.unitsByInitial.get(initialOf(written)) ?? [];
    for (const { key, former, entries } of new Set([...sharing(pairsIn(written), this.unitsByPair), ...initial.slice(0, CLOSELY)])) {
      const alike = Math.max(...[key, ...former].map((name) => likenessOf(written, name)));
      if (alike > 0) for (const entry of entries) worth.set(entry, alike);
    }
  }

  /** A project's name alone is many units'; it counts by itself where no unit is named. */
  private ofProject(written: string, alone: boolean, worth: Map<RosterEntry, number>): void {
    const like = alone ? sharing(pairsIn(written), this.entriesByPair) : [...worth.keys()].filter(({ project }) => project !== null);
    for (const entry of like) {
      const alike = likeness(written, rosterKey(entry.project!));
      if (alike >= ALIKE) worth.set(entry, (worth.get(entry) ?? 0) + alike);
    }
  }
}
