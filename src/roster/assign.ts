/**
 * Which line of the list a score table belongs to: by the project's code, by unit and project, by former names, by a folder that is called
 * exactly so. Nothing is guessed: what contradicts itself, fits twice or fits nothing is told with the lines it might belong to.
 */
import { pushTo } from '../workbook';
import { codeKey } from './codes';
import { currentAndFormer, isSameProject, rosterKey } from './names';
import { WHY } from './texts';
import type { KnownBy, ReceivedTable, RosterEntry } from './types';
import type { RosterUnit, RosterUnits, UnitFound } from './units';

export type Assigned =
  | { readonly is: 'entry'; readonly entry: RosterEntry; readonly by: KnownBy }
  | { readonly is: 'nobody'; readonly why: string; readonly candidates: readonly RosterEntry[] };

const nobody = (why: string, candidates: readonly RosterEntry[] = []): Assigned => ({ is: 'nobody', why, candidates });

const isProjects = ({ project, projectCode }: RosterEntry): boolean => project !== null || projectCode !== null;

/** A table without names, and a line without them, contradict nobody. */
const saysNothingElse = (table: ReceivedTable, entry: RosterEntry): boolean =>
  (table.unit === null && table.project === null) || (entry.unit === null && entry.project === null);

/** Neither the unit nor the project is that of the line with this code. */
function elsewhere(entry: RosterEntry, owner: UnitFound): Assigned {
  const others = owner.is === 'one' ? owner.unit.entries : owner.is === 'many' ? owner.units.flatMap(({ entries }) => entries) : [];
  return nobody(WHY.codeElsewhere, [entry, ...others]);
}

/** Keys a line's project goes by: its name, and former names in brackets or columns of their own. */
function isProjectOf(entry: RosterEntry, key: string): 'name' | 'former' | null {
  if (entry.project === null) return null;
  const { current, former } = currentAndFormer(entry.project);
  if (isSameProject(current, key)) return 'name';
  return [...former, ...entry.former.map(rosterKey)].some((name) => isSameProject(name, key)) ? 'former' : null;
}

export class Assigner {
  private readonly byProjectCode = new Map<string, RosterEntry[]>();
  private readonly unitOfEntry = new Map<RosterEntry, RosterUnit>();

  constructor(
    private readonly entries: readonly RosterEntry[],
    private readonly units: RosterUnits,
  ) {
    for (const entry of entries) {
      const key = codeKey(entry.projectCode);
      if (key !== null) pushTo(this.byProjectCode, key, entry);
    }
    for (const unit of units.all) for (const entry of unit.entries) this.unitOfEntry.set(entry, unit);
  }

  /** Whose the table is by what stands on it; none where it says nothing. */
  unitOf({ unit, unitCode }: Pick<ReceivedTable, 'unit' | 'unitCode'>): UnitFound {
    const named: UnitFound = unit === null ? { is: 'none' } : this.units.named(unit);
    const coded = this.units.coded(unitCode);
    if (coded.is !== 'one' || named.is === 'none') return coded.is === 'one' ? coded : named;
    // A code tells two of one name apart; where it says another than the name, nobody knows.
    if (named.is === 'many') return named.units.includes(coded.unit) ? coded : { is: 'many', units: [...named.units, coded.unit] };
    return named.unit === coded.unit ? named : { is: 'many', units: [named.unit, coded.unit] };
  }

  /** `called`: the unit that the table's folder or file is called by, asked only where the table names none. */
  assign(table: ReceivedTable, called: () => RosterUnit | null): Assigned {
    const owner = this.unitOf(table);
    return this.byCode(table, owner) ?? this.byUnit(table, owner, called);
  }

  /** null: its code tells nothing. */
  private byCode(table: ReceivedTable, owner: UnitFound): Assigned | null {
    const code = codeKey(table.projectCode);
    const coded = code === null ? [] : (this.byProjectCode.get(code) ?? []);
    if (coded.length === 0) return null;
    const key = table.project === null ? null : currentAndFormer(table.project).current;
    const called = (entries: readonly RosterEntry[]): readonly RosterEntry[] =>
      key === null ? [] : entries.filter((entry) => isProjectOf(entry, key) !== null);
    const unit = owner.is === 'one' ? owner.unit : null;
    const own = coded.filter((entry) => unit !== null && this.unitOfEntry.get(entry) === unit);
    const narrowed = [own, called(coded), coded].find(({ length }) => length > 0)!;
    if (narrowed.length > 1) {
      const both = called(own);
      return both.length === 1 ? { is: 'entry', entry: both[0]!, by: 'code' } : nobody(WHY.manyProjects, narrowed);
    }
    const entry = narrowed[0]!;
    const others = unit === null ? [] : called(unit.entries);
    if (others.length > 0 && !others.includes(entry)) return nobody(WHY.codeElsewhere, [entry, ...others]);
    return narrowed !== coded || saysNothingElse(table, entry) ? { is: 'entry', entry, by: 'code' } : elsewhere(entry, owner);
  }

  private byUnit(table: ReceivedTable, owner: UnitFound, called: () => RosterUnit | null): Assigned {
    if (owner.is === 'many')
      return nobody(
        WHY.manyUnits,
        owner.units.flatMap(({ entries }) => entries),
      );
    if (owner.is === 'one') return this.inUnit(table, owner.unit, owner.by === 'former' ? 'former' : 'name');
    if (table.unit !== null) return nobody(WHY.unknownUnit);
    const unit = called();
    return unit === null ? this.byProjectAlone(table) : this.inUnit(table, unit, 'path');
  }

  /** Nobody says whose it is; a project that one line alone is called by exactly is that line's. */
  private byProjectAlone({ project, projectCode }: ReceivedTable): Assigned {
    if (project === null) return nobody(WHY.noUnit);
    const key = currentAndFormer(project).current;
    const same = this.entries.filter((entry) => entry.project !== null && currentAndFormer(entry.project).current === key);
    const [entry] = same;
    if (entry === undefined || same.length > 1) return nobody(WHY.noUnit, same);
    return this.agreed(entry, projectCode, 'name');
  }

  private inUnit(table: ReceivedTable, { entries }: RosterUnit, by: KnownBy): Assigned {
    const projects = entries.filter(isProjects);
    const wholes = entries.filter((entry) => !isProjects(entry));
    if (projects.length === 0) return wholes.length === 1 ? { is: 'entry', entry: wholes[0]!, by } : nobody(WHY.manyUnits, wholes);
    if (table.project === null || table.kind === 'whole') {
      if (wholes.length === 1 && table.kind !== 'project') return { is: 'entry', entry: wholes[0]!, by };
      return nobody(table.kind === 'whole' ? WHY.wholeUnlisted : WHY.noProject, entries);
    }
    const key = currentAndFormer(table.project).current;
    const exact = projects.filter(({ project }) => project !== null && currentAndFormer(project).current === key);
    const hits = exact.length > 0 ? exact : projects.filter((entry) => isProjectOf(entry, key) !== null);
    const [entry] = hits;
    if (entry === undefined) return nobody(WHY.unknownProject, projects);
    if (hits.length > 1) return nobody(WHY.manyProjects, hits);
    return this.agreed(entry, table.projectCode, isProjectOf(entry, key) === 'former' ? 'former' : by);
  }

  /** By name; where both have a code and the codes differ, a person decides. */
  private agreed(entry: RosterEntry, code: string | null, by: KnownBy): Assigned {
    const [own, written] = [codeKey(entry.projectCode), codeKey(code)];
    return own !== null && written !== null && own !== written ? nobody(WHY.otherCode, [entry]) : { is: 'entry', entry, by };
  }
}
