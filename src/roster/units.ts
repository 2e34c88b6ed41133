/** The units of a list, and which of them a written name or code means. Two answers are none. */
import { wordsPattern } from '../workbook';
import { codeKey } from './codes';
import words from './data/words.json';
import { currentAndFormer, rosterKey, withoutFormerMark, withoutOwnLevel } from './names';
import { type HomePlace, placeOfAll } from './places';
import type { RosterEntry } from './types';

/** A unit with its lines of the list. */
export interface RosterUnit {
  readonly name: string;
  readonly key: string;
  readonly code: string | null;
  readonly former: ReadonlySet<string>;
  readonly entries: readonly RosterEntry[];
}

export type UnitFound =
  | { readonly is: 'one'; readonly unit: RosterUnit; readonly by: 'code' | 'name' | 'former' }
  | { readonly is: 'many'; readonly units: readonly RosterUnit[] }
  | { readonly is: 'none' };

const NONE: UnitFound = { is: 'none' };
/** What is shorter is the end of too many names. */
const SHORTEST = 3;
const PLACE_END = new RegExp(`${wordsPattern(words.places)}$`);
/** Letters of the places before a name. */
const LONGEST_PLACE = 12;

function unitsOf(entries: readonly RosterEntry[]): readonly RosterUnit[] {
  const known = new Map<string, { name: string; key: string; code: string | null; former: Set<string>; entries: RosterEntry[] }>();
  for (const entry of entries) {
    if (entry.unit === null) continue;
    const { current, former } = currentAndFormer(entry.unit);
    const code = codeKey(entry.unitCode);
    const id = `${current} ${code ?? ''}`;
    const unit = known.get(id) ?? { name: entry.unit, key: current, code, former: new Set<string>(), entries: [] };
    known.set(id, unit);
    // A column of former names may hold those of the project; as names of a unit they mean nobody.
    for (const name of [...former, ...entry.former.map(rosterKey)]) unit.former.add(withoutFormerMark(name));
    unit.entries.push(entry);
  }
  return [...known.values()];
}

function gathered(
  units: readonly RosterUnit[],
  keysOf: (unit: RosterUnit) => readonly string[],
): ReadonlyMap<string, readonly RosterUnit[]> {
  const by = new Map<string, RosterUnit[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit))) {
      const known = by.get(key);
      if (known === undefined) by.set(key, [unit]);
      else known.push(unit);
    }
  }
  return by;
}

export class RosterUnits {
  readonly all: readonly RosterUnit[];
  private readonly byCode: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly exact: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly loose: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly former: ReadonlyMap<string, readonly RosterUnit[]>;
  /** By what is left of a name without a place before it, whichever place it is. */
  private readonly bare: ReadonlyMap<string, readonly RosterUnit[]>;
  private readonly place: HomePlace;

  /** `written`: names as they came in; where the list names no place, they may. */
  constructor(entries: readonly RosterEntry[], written: readonly string[]) {
    this.all = unitsOf(entries);
    const keys = (names: readonly string[]): readonly string[] => [...new Set(names)];
    this.place = placeOfAll(keys(this.all.map(({ key }) => key)), keys(written.map((name) => currentAndFormer(name).current)));
    this.byCode = gathered(this.all, ({ code }) => (code === null ? [] : [code]));
    this.exact = gathered(this.all, ({ key }) => [key]);
    this.bare = gathered(this.all, ({ key }) => bareNames(key));
    this.loose = gathered(this.all, ({ key }) => this.variants(key));
    this.former = gathered(this.all, ({ former }) => [...former].flatMap((key) => this.variants(key)));
  }

  private variants(key: string): readonly string[] {
    return [key, withoutOwnLevel(key)].flatMap((one) => this.place.variants(one));
  }

  /** Exactly this name, former or present: what a folder may be called. */
  called(text: string): UnitFound {
    const { current } = currentAndFormer(text);
    return decided(this.exact.get(current) ?? [], 'name') ?? decided(this.former.get(current) ?? [], 'former') ?? NONE;
  }

  coded(code: string | null): UnitFound {
    const key = codeKey(code);
    return key === null ? NONE : (decided(this.byCode.get(key) ?? [], 'code') ?? NONE);
  }

  /** By its present name as it stands; else by all that is loosely or formerly called so, where that is one. */
  named(name: string): UnitFound {
    const { current, former } = currentAndFormer(name);
    const exact = decided(this.exact.get(current) ?? [], 'name');
    if (exact !== null) return exact;
    const loose = this.variants(current).flatMap((key) => this.loose.get(key) ?? []);
    const shortened = this.shortened(current);
    const before = [current, withoutFormerMark(current), ...former]
      .flatMap((key) => this.variants(key))
      .flatMap((key) => this.former.get(key) ?? []);
    const now = former.flatMap((key) => this.variants(key)).flatMap((key) => this.loose.get(key) ?? []);
    const hits = [...new Set([...loose, ...shortened, ...before, ...now])];
    return decided(hits, loose.length + shortened.length > 0 ? 'name' : 'former') ?? NONE;
  }

  /** Units of any place that go by this bare name: of 县教育局 and 市教育局 nobody knows which is meant. */
  private shortened(key: string): readonly RosterUnit[] {
    return this.bare.get(this.variants(key).at(-1)!) ?? [];
  }
}

/** What a name may be without the places before it. */
function bareNames(key: string): readonly string[] {
  const names: string[] = [];
  for (let at = 2; at <= Math.min(LONGEST_PLACE, key.length - SHORTEST); at += 1)
    if (PLACE_END.test(key.slice(0, at))) names.push(key.slice(at));
  return names;
}

function decided(units: readonly RosterUnit[], by: 'code' | 'name' | 'former'): UnitFound | null {
  const [unit] = units;
  if (unit === undefined) return null;
  return units.length === 1 ? { is: 'one', unit, by } : { is: 'many', units };
}
