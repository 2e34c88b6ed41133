/** Which workbook of one submission is which of another: by whose its tables are, by code and by name, never by the name of a file. */
import { Assigner } from './assign';
import { codeKey } from './codes';
import { currentAndFormer, isSameProject } from './names';
import type { ReceivedBook, ReceivedTable, RosterEntry } from './types';
import { RosterUnits } from './units';

/** What is asked of a pair that something else suggests, the path of the files say. */
export interface BookIdentities {
  /** The workbook of the earlier submission that a later one is, by its path; none where nobody can tell. */
  readonly same: ReadonlyMap<string, string>;
  /** Two workbooks that name different units, and no project in common. */
  contradicts(before: string, after: string): boolean;
}

const entryOf = ({ unit, unitCode, project, projectCode, sheet }: ReceivedTable): RosterEntry => ({
  unit,
  unitCode,
  project,
  projectCode,
  former: unit === null ? [] : currentAndFormer(unit).former,
  department: null,
  office: null,
  needs: { data: null, report: null },
  at: { sheet, row: 0 },
});

const keyOf = ({ unit, unitCode, project, projectCode }: ReceivedTable): string =>
  [currentAndFormer(unit ?? '').current, codeKey(unitCode) ?? '', currentAndFormer(project ?? '').current, codeKey(projectCode) ?? ''].join(
    ' ',
  );

/** Tables of the earlier submission as a list; one that two workbooks bring names neither. */
function listed(books: readonly ReceivedBook[]): ReadonlyMap<RosterEntry, string> {
  const known = new Map<string, { entry: RosterEntry; files: Set<string> }>();
  for (const { file, tables } of books) {
    for (const table of tables) {
      const one = known.get(keyOf(table)) ?? { entry: entryOf(table), files: new Set<string>() };
      one.files.add(file);
      known.set(keyOf(table), one);
    }
  }
  return new Map([...known.values()].flatMap(({ entry, files }) => (files.size === 1 ? [[entry, [...files][0]!] as const] : [])));
}

/** What is named of units and projects is compared as on a list of those who report. */
export function bookIdentities(before: readonly ReceivedBook[], after: readonly ReceivedBook[]): BookIdentities {
  const fileOf = listed(before);
  const entries = [...fileOf.keys()];
  const units = new RosterUnits(
    before.flatMap(({ tables }) => tables.map(entryOf)),
    [],
  );
  const assigner = new Assigner(entries, new RosterUnits(entries, []));
  const found = after.flatMap(({ file, tables }) => {
    const owners = tables.flatMap((table) => {
      // Folders and names of files do not count here.
      const assigned = assigner.assign(table, () => null);
      if (assigned.is !== 'entry') return [];
      const whole = (assigned.entry.project ?? assigned.entry.projectCode) === null;
      return whole === ((table.project ?? table.projectCode) === null) ? [fileOf.get(assigned.entry)!] : [];
    });
    const [owner] = new Set(owners);
    return owner === undefined || new Set(owners).size > 1 ? [] : [[file, owner] as const];
  });
  const claims = new Map<string, number>();
  for (const [, owner] of found) claims.set(owner, (claims.get(owner) ?? 0) + 1);
  const byFile = new Map([...before, ...after].map((book) => [book.file, book]));
  return {
    same: new Map(found.filter(([, owner]) => claims.get(owner) === 1)),
    contradicts: (one, other) => isContradiction(byFile.get(one)?.tables ?? [], byFile.get(other)?.tables ?? [], units),
  };
}

function isContradiction(before: readonly ReceivedTable[], after: readonly ReceivedTable[], units: RosterUnits): boolean {
  const [were, are] = [before, after].map((tables) => tables.flatMap(({ unit }) => unit ?? []));
  if (were!.length === 0 || are!.length === 0) return false;
  const known = new Set(were!.map((unit) => currentAndFormer(unit).current));
  const isKnown = are!.some((unit) => {
    const found = units.named(unit);
    return found.is === 'one' ? known.has(found.unit.key) : found.is === 'many' && found.units.some(({ key }) => known.has(key));
  });
  return !isKnown && !before.some((one) => after.some((other) => isOneProject(one, other)));
}

function isOneProject(one: ReceivedTable, other: ReceivedTable): boolean {
  const [left, right] = [codeKey(one.projectCode), codeKey(other.projectCode)];
  if (left !== null && left === right) return true;
  return (
    one.project !== null &&
    other.project !== null &&
    isSameProject(currentAndFormer(one.project).current, currentAndFormer(other.project).current)
  );
}
