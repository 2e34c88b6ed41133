/** Which opinions are about which table: by what a table is, never by where its file lies. In doubt they belong to none and are told. */
import { normal } from '../workbook';
import type { TableJson } from '../receipt';
import type { OpinionTable } from './types';

const baseName = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** `digest`: SHA-256 of the file; null where nobody can tell. */
export function opinionTable({ kind, unit, project, year, sheet, file, contents }: TableJson, digest: string | null): OpinionTable {
  return { kind, unit, project, year, sheet, file: baseName(file), digest, contents };
}

const word = (text: string | null): string => (text === null ? '' : normal(text));
const agree = (a: string | null, b: string | null): boolean => word(a) !== '' && word(a) === word(b);
/** Not known on one side is no difference. */
const apart = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;

/** Two kinds, two years or two sheets of the same file are two tables, whatever else they share. */
const possible = (a: OpinionTable, b: OpinionTable): boolean => !apart(a.kind, b.kind) && !apart(a.year, b.year);

const sameFile = (a: OpinionTable, b: OpinionTable): boolean => a.digest !== null && a.digest === b.digest && a.sheet === b.sheet;
const sameNames = (a: OpinionTable, b: OpinionTable): boolean =>
  word(a.unit) === word(b.unit) && word(a.project) === word(b.project) && word(a.unit) + word(a.project) !== '';

/** The two halves of the receipt's code: what the rows ask for, and what they say of it; '' where they say too little to tell by. */
const asksOf = ({ contents }: OpinionTable): string => (contents ?? '').split('-')[0] ?? '';
const saysOf = ({ contents }: OpinionTable): string => (contents ?? '').split('-')[1] ?? '';

const sameContents = (a: OpinionTable, b: OpinionTable): boolean => saysOf(a) !== '' && a.contents === b.contents;

/** From the surest on; each is asked only of what the ones before left over. The last two hold for a unit that goes by another name now. */
const EVIDENCE: readonly ((a: OpinionTable, b: OpinionTable) => boolean)[] = [
  (a, b) => sameFile(a, b) && sameNames(a, b) && sameContents(a, b),
  (a, b) => sameFile(a, b) && sameNames(a, b),
  sameFile,
  (a, b) => sameNames(a, b) && agree(a.sheet, b.sheet) && a.file === b.file,
  (a, b) => sameNames(a, b) && agree(a.sheet, b.sheet),
  sameNames,
  (a, b) => agree(a.project, b.project) && asksOf(a) !== '' && asksOf(a) === asksOf(b),
  sameContents,
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
    return record !== null && record !== undefined && !sameNames(records[record]!, tables[table]!);
  });
  return { of, lost: [...free], renamed };
}

interface Open {
  readonly records: readonly OpinionTable[];
  readonly tables: readonly OpinionTable[];
  readonly free: ReadonlySet<number>;
  readonly of: readonly (number | null)[];
}

function pairsBy(
  evidence: (a: OpinionTable, b: OpinionTable) => boolean,
  { records, tables, free, of }: Open,
): readonly [number, number][] {
  const open = [...tables.keys()].filter((table) => of[table] === null);
  const byRecord = new Map<number, number[]>();
  const claims = new Map<number, number>();
  for (const record of free) {
    const those = open.filter((table) => possible(records[record]!, tables[table]!) && evidence(records[record]!, tables[table]!));
    byRecord.set(record, those);
    for (const table of those) claims.set(table, (claims.get(table) ?? 0) + 1);
  }
  return [...byRecord].flatMap(([record, those]): [number, number][] => {
    const clear = those.every((table) => claims.get(table) === 1);
    if (!clear || those.length === 0) return [];
    // Copies of one file are one table handed in twice.
    const [first, ...others] = those;
    const copies = others.every((table) => sameFile(tables[first!]!, tables[table]!));
    return copies ? those.map((table) => [table, record]) : [];
  });
}
