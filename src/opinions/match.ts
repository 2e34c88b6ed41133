/** Which opinions are about which table: by what a table is, never by where its file lies. In doubt they belong to none and are told. */
import { normal, pushTo } from '../workbook';
import type { TableJson } from '../receipt';
import type { OpinionTable } from './types';

/** Without its folders. */
export const baseName = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** `digest`: SHA-256 of the file; null where nobody can tell. */
export function opinionTable({ kind, unit, project, year, sheet, file, contents }: TableJson, digest: string | null): OpinionTable {
  return { kind, unit, project, year, sheet, file: baseName(file), digest, contents };
}

const word = (text: string | null): string => (text === null ? '' : normal(text));
/** Not known on one side is no difference. */
const apart = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;

/** Two kinds or two years are two tables, whatever else they share. */
const possible = (a: OpinionTable, b: OpinionTable): boolean => !apart(a.kind, b.kind) && !apart(a.year, b.year);

/** What a table is told by, as one text; null where it says too little. */
type Evidence = (table: OpinionTable) => string | null;

const together =
  (...parts: readonly Evidence[]): Evidence =>
  (table) => {
    const said = parts.map((part) => part(table));
    return said.includes(null) ? null : said.join('\n');
  };

const sheetOf: Evidence = ({ sheet }) => word(sheet);
const fileOf: Evidence = ({ file }) => file;
const bytesOf: Evidence = (table) => (table.digest === null ? null : `${table.digest} ${word(table.sheet)}`);
const namesOf: Evidence = ({ unit, project }) => (word(unit) + word(project) === '' ? null : `${word(unit)}\n${word(project)}`);
const projectOf: Evidence = ({ project }) => word(project) || null;
/** The two halves of the receipt's code: what the rows ask for, and all they say where that is enough to tell tables by. */
const asksOf: Evidence = ({ contents }) => contents?.split('-')[0] ?? null;
const contentsOf: Evidence = ({ contents }) => (contents?.includes('-') === true ? contents : null);

/** From the surest on; each is asked only of what the ones before left over. The last two hold for a unit that goes by another name now. */
const EVIDENCE: readonly Evidence[] = [
  together(bytesOf, namesOf, contentsOf),
  together(bytesOf, namesOf),
  bytesOf,
  together(namesOf, sheetOf, fileOf),
  together(namesOf, sheetOf),
  namesOf,
  together(projectOf, asksOf),
  contentsOf,
];

export interface MatchedTables {
  /** For each table the index of its record, or null. */
  readonly of: readonly (number | null)[];
  /** Records that belong to no table, in order. */
  readonly lost: readonly number[];
  /** Tables that go by other names than their records: somebody should look whether they are the same. */
  readonly renamed: readonly number[];
}

/**
 * Each record goes to one table at the most, and each table has one at the most; only copies of one file share theirs. Evidence that
 * would fit several is none.
 */
export function matchTables(records: readonly OpinionTable[], tables: readonly OpinionTable[]): MatchedTables {
  const of: (number | null)[] = tables.map(() => null);
  const free = new Set(records.keys());
  for (const evidence of EVIDENCE) {
    const pairs = pairsBy(evidence, { records, tables, free, of });
    for (const [table, record] of pairs) of[table] = record;
    for (const [, record] of pairs) free.delete(record);
  }
  const renamed = [...tables.keys()].filter((table) => {
    const record = of[table];
    return record !== null && record !== undefined && namesOf(records[record]!) !== namesOf(tables[table]!);
  });
  return { of, lost: [...free], renamed };
}

interface Open {
  readonly records: readonly OpinionTable[];
  readonly tables: readonly OpinionTable[];
  readonly free: ReadonlySet<number>;
  readonly of: readonly (number | null)[];
}

function pairsBy(evidence: Evidence, { records, tables, free, of }: Open): readonly (readonly [number, number])[] {
  const byKey = new Map<string, number[]>();
  tables.forEach((table, index) => {
    const key = of[index] === null ? evidence(table) : null;
    if (key !== null) pushTo(byKey, key, index);
  });
  const found = [...free].map((record) => {
    const key = evidence(records[record]!);
    return { record, those: (key === null ? [] : (byKey.get(key) ?? [])).filter((table) => possible(records[record]!, tables[table]!)) };
  });
  const claims = new Map<number, number>();
  for (const { those } of found) for (const table of those) claims.set(table, (claims.get(table) ?? 0) + 1);
  return found.flatMap(({ record, those }): (readonly [number, number])[] => {
    const [first, ...others] = those;
    if (first === undefined || those.some((table) => claims.get(table) !== 1)) return [];
    // Copies of one file are one table handed in twice.
    const copies = others.every((table) => bytesOf(tables[first]!) !== null && bytesOf(tables[table]!) === bytesOf(tables[first]!));
    return copies ? those.map((table) => [table, record] as const) : [];
  });
}
