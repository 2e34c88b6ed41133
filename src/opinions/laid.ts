/** A book of opinions laid against the tables of a batch. */
import type { TableJson } from '../receipt';
import { fitted, type FittedOpinions, NOTHING_FITTED } from './fit';
import { matchTables, opinionTable } from './match';
import { type LaidReports, laidReports, type TakenReport } from './reports';
import type { OpinionBook, OpinionTable, TableOpinions } from './types';

export interface LaidOpinions {
  readonly reports: LaidReports;
  /** What belongs to a table of the batch. */
  on(entry: TableJson): FittedOpinions;
  /** Opinions on tables that are not in the batch, or cannot be told apart in it: kept, and to be named. */
  readonly lost: readonly TableOpinions[];
  /** Tables that go by other names than when the opinions were written. */
  readonly renamed: readonly { readonly entry: TableJson; readonly was: OpinionTable }[];
}

/** `digestOf`: SHA-256 of a table's file; null where nobody can tell. `reports`: those that came with the tables. */
export function laidOpinions(
  book: OpinionBook,
  entries: readonly TableJson[],
  digestOf: (entry: TableJson) => string | null,
  reports: readonly TakenReport[] = [],
): LaidOpinions {
  const { tables } = book;
  const matched = matchTables(
    tables.map(({ table }) => table),
    entries.map((entry) => opinionTable(entry, digestOf(entry))),
  );
  const own = new Map(
    entries.map((entry, index) => {
      const record = matched.of[index];
      return [entry, fitted(record === null || record === undefined ? null : tables[record]!, entry)];
    }),
  );
  return {
    reports: laidReports(book, reports),
    on: (entry) => own.get(entry) ?? NOTHING_FITTED,
    lost: matched.lost.map((index) => tables[index]!),
    renamed: matched.renamed.map((index) => ({ entry: entries[index]!, was: tables[matched.of[index]!]!.table })),
  };
}
