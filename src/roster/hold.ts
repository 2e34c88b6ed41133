/** The list held against what came in: whose each file is, what is there of each line, what is lacking, what came twice. */
import { Assigner } from './assign';
import { Likely } from './candidates';
import { currentAndFormer, isSameProject, rosterKey } from './names';
import type { Gathered } from './gathered';
import { folderOfFile, type PathClaim, PathHints } from './paths';
import { lackingOf } from './lacking';
import { blankForm, formerUsed, notOpened, otherName, pathSaysOther, unreadableWhy, WHY, yearDiffers } from './texts';
import type {
  AssignedTable,
  Received,
  ReceivedBook,
  ReceivedReport,
  ReceivedTable,
  ReceivedUnreadable,
  Roster,
  RosterEntry,
  RosterResult,
  RosterState,
  Unassigned,
} from './types';
import { type RosterUnit, RosterUnits } from './units';

/** What is the same table handed in again; null: nobody can tell. */
function sameness({ kind, project, year, unfilled }: ReceivedTable): string | null {
  if (unfilled || (project === null && kind !== 'whole')) return null;
  return `${kind === 'whole' ? 'whole' : rosterKey(project!)} ${year ?? ''}`;
}

/** Of most tables, where nearly all say the same. */
function commonYear(received: readonly Received[]): number | null {
  const years = received.flatMap((one) => (one.is === 'book' ? one.tables.flatMap(({ year }) => year ?? []) : []));
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && years.length >= FEWEST_YEARS && most[1] >= years.length * NEARLY_ALL ? most[0] : null;
}

const FEWEST_YEARS = 5;
const NEARLY_ALL = 0.8;

class Desk {
  private readonly gathered: ReadonlyMap<RosterEntry, Gathered>;
  private readonly unassigned: Unassigned[] = [];
  private readonly units: RosterUnits;
  private readonly assigner: Assigner;
  private readonly likely: Likely;
  private readonly paths: PathHints;
  /** The year nearly all tables say; null: there is none. */
  private readonly year: number | null;
  private readonly unitOfEntry = new Map<RosterEntry, RosterUnit>();
  /** Lines that the tables of a file, and of a folder, were assigned to; null among them: one was nobody's. */
  private readonly ofFile = new Map<string, Set<RosterEntry | null>>();
  private readonly ofFolder = new Map<string, Set<RosterEntry | null>>();

  constructor(
    private readonly roster: Roster,
    private readonly received: readonly Received[],
  ) {
    const { entries } = roster;
    const written = received.flatMap((one) => (one.is === 'book' ? one.tables.flatMap(({ unit }) => unit ?? []) : []));
    this.units = new RosterUnits(entries, written);
    this.year = commonYear(received);
    this.assigner = new Assigner(entries, this.units);
    this.likely = new Likely(entries, this.units.all);
    for (const unit of this.units.all) for (const entry of unit.entries) this.unitOfEntry.set(entry, unit);
    this.paths = new PathHints(
      received.map(({ file }) => file),
      this.units,
      received.flatMap((one) => (one.is === 'book' ? this.claimsOf(one) : [])),
    );
    this.gathered = new Map(
      entries.map((entry) => [entry, { entry, tables: [], data: new Set(), reports: new Set(), unreadable: [], remarks: [] }]),
    );
  }

  result(reportsLookedAt: boolean): RosterResult {
    const of = <K extends Received['is']>(is: K): readonly Extract<Received, { is: K }>[] =>
      this.received.filter((one): one is Extract<Received, { is: K }> => one.is === is);
    for (const book of of('book')) this.tablesOf(book);
    for (const book of of('book')) if (book.data && book.tables.length === 0) this.dataOf(book);
    for (const report of of('report')) this.reportOf(report);
    for (const file of of('unreadable')) this.unreadableOf(file);
    const all = [...this.gathered.values()];
    const lacking = lackingOf(all, reportsLookedAt);
    const states = all.map((one): RosterState => stateOf(one, lacking.of(one)));
    const count = (test: (state: RosterState) => boolean): number => states.filter(test).length;
    const projects = count(({ entry }) => entry.project !== null || entry.projectCode !== null);
    const received = count(({ tables }) => tables.length > 0);
    return {
      counts: {
        due: states.length,
        received,
        missing: states.length - received,
        withoutData: lacking.data ? count(({ lacks }) => lacks.includes('data')) : null,
        withoutReport: lacking.report ? count(({ lacks }) => lacks.includes('report')) : null,
        twice: count(({ twice }) => twice.length > 0),
        unassigned: this.unassigned.length,
        units: states.length - projects,
        projects,
      },
      states,
      unassigned: this.unassigned,
      notices: [...this.roster.notices, ...lacking.notices],
    };
  }

  /** Whose the tables of a workbook are by what stands on them; those that say nothing claim nothing. */
  private claimsOf({ file, tables }: ReceivedBook): readonly PathClaim[] {
    return tables.flatMap((table): readonly PathClaim[] => {
      const assigned = this.assigner.assign(table, () => null);
      if (assigned.is === 'entry') return [{ file, unit: this.unitOfEntry.get(assigned.entry) ?? null }];
      return table.unit === null ? [] : [{ file, unit: null }];
    });
  }

  private tablesOf(book: ReceivedBook): void {
    const { file } = book;
    for (const table of book.tables) {
      const assigned = this.assigner.assign(table, () => this.paths.unitOf(file));
      const entry = assigned.is === 'entry' ? assigned.entry : null;
      noted(this.ofFile, file, entry);
      noted(this.ofFolder, folderOfFile(file), entry);
      if (assigned.is === 'nobody') {
        this.left({ is: 'table', file, sheet: table.sheet, unit: table.unit, project: table.project ?? table.projectCode }, assigned);
        continue;
      }
      const own = this.gathered.get(assigned.entry)!;
      own.tables.push({ file, sheet: table.sheet, by: assigned.by, of: sameness(table) });
      if (book.data) own.data.add(file);
      own.remarks.push(...this.remarksOn(table, file, assigned.entry, assigned.by));
    }
  }

  private remarksOn(table: ReceivedTable, file: string, entry: RosterEntry, by: AssignedTable['by']): readonly string[] {
    const own = this.unitOfEntry.get(entry);
    const path = this.paths.unitOf(file);
    return [
      ...(table.unfilled ? [blankForm(file)] : []),
      ...(this.year !== null && table.year !== null && table.year !== this.year ? [yearDiffers(file, table.year, this.year)] : []),
      ...(own !== undefined && path !== null && path !== own ? [pathSaysOther(file, path.name)] : []),
      ...(by === 'former' && table.unit !== null ? [formerUsed(table.unit)] : []),
      ...(by === 'code' && this.isCalledOtherwise(table, entry) ? [otherName(file, namesOf(table))] : []),
    ];
  }

  /** A table known by its code that names another unit or project than the line. */
  private isCalledOtherwise({ unit, project }: ReceivedTable, entry: RosterEntry): boolean {
    const own = this.unitOfEntry.get(entry);
    const owner = unit === null || own === undefined ? null : this.units.named(unit);
    if (owner !== null && !(owner.is === 'one' && owner.unit === own)) return true;
    return (
      project !== null &&
      entry.project !== null &&
      !isSameProject(currentAndFormer(project).current, currentAndFormer(entry.project).current)
    );
  }

  /** A data sheet in a file of its own: of the unit it names, or that its folder is called by or alone holds tables of. */
  private dataOf({ file, units }: ReceivedBook): void {
    const found = units.map((name) => this.units.named(name));
    const own = found.flatMap((one) => (one.is === 'one' ? [one.unit] : []));
    const entries = own.length > 0 ? own.flatMap((unit) => unit.entries) : units.length > 0 ? [] : this.besides(file);
    if (entries.length > 0) for (const entry of entries) this.gathered.get(entry)!.data.add(file);
    else {
      const why = units.length === 0 ? WHY.dataOfNobody : found.some(({ is }) => is === 'many') ? WHY.manyUnits : WHY.unknownUnit;
      this.left({ is: 'data', file, sheet: null, unit: units[0] ?? null, project: null }, { why, candidates: [] });
    }
  }

  private reportOf({ file, with: workbook, unit }: ReceivedReport): void {
    const beside = workbook === null ? undefined : this.ofFile.get(workbook);
    const named = unit === null ? null : this.units.named(unit);
    const tied = beside === undefined ? [] : [...beside].filter((entry) => entry !== null);
    const entries = tied.length > 0 ? tied : named?.is === 'one' ? named.unit.entries : named === null ? this.besides(file) : [];
    if (entries.length > 0) for (const entry of entries) this.gathered.get(entry)!.reports.add(file);
    // Where its table is nobody's, the table is told.
    else if (beside === undefined)
      this.left(
        { is: 'report', file, sheet: null, unit, project: null },
        { why: unit === null ? WHY.reportUnnamed : WHY.reportOfNobody, candidates: [] },
      );
  }

  /** Nothing can be read in it; its folder may say whose it is. */
  private unreadableOf({ file, reason }: ReceivedUnreadable): void {
    const path = this.paths.unitOf(file);
    if (path !== null)
      for (const entry of path.entries) {
        this.gathered.get(entry)!.unreadable.push(file);
        this.gathered.get(entry)!.remarks.push(notOpened(file));
      }
    else this.left({ is: 'unreadable', file, sheet: null, unit: null, project: null }, { why: unreadableWhy(reason), candidates: [] });
  }

  /** Lines of the unit that the folder is called by; else of the only unit whose tables lie there. */
  private besides(file: string): readonly RosterEntry[] {
    const path = this.paths.unitOf(file);
    if (path !== null) return path.entries;
    const there = [...(this.ofFolder.get(folderOfFile(file)) ?? [])];
    const units = new Set(there.map((entry) => (entry === null ? null : (this.unitOfEntry.get(entry) ?? entry))));
    return units.size === 1 && there[0] !== null ? there.filter((entry) => entry !== null) : [];
  }

  private left(what: Omit<Unassigned, 'why' | 'candidates'>, { why, candidates }: Pick<Unassigned, 'why' | 'candidates'>): void {
    const likely = candidates.length > 0 ? candidates.slice(0, 3) : this.likely.entries(what);
    this.unassigned.push({ ...what, why, candidates: likely });
  }
}

const namesOf = ({ unit, project }: ReceivedTable): string => [unit, project].filter((one) => one !== null).join(' ');

function noted<K>(map: Map<K, Set<RosterEntry | null>>, key: K, entry: RosterEntry | null): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([entry]));
  else known.add(entry);
}

function stateOf({ entry, tables, data, reports, unreadable, remarks }: Gathered, lacks: RosterState['lacks']): RosterState {
  const files = new Map<string, Set<string>>();
  for (const { of, file } of tables) if (of !== null) files.set(of, (files.get(of) ?? new Set<string>()).add(file));
  const twice = [...files.values()].filter(({ size }) => size > 1).flatMap((own) => [...own]);
  return {
    entry,
    tables: tables.map(({ file, sheet, by }) => ({ file, sheet, by })),
    data: [...data],
    reports: [...reports],
    unreadable,
    twice: [...new Set(twice)],
    lacks,
    remarks: [...new Set(remarks)],
  };
}

/**
 * @param received in the order of the walk; every file once
 * @param reports whether reports were looked at; where not, none is lacking
 */
export function heldAgainst(roster: Roster, received: readonly Received[], reports: boolean): RosterResult {
  return new Desk(roster, received).result(reports);
}
