/** Two reviewers' files as one. Nothing is lost: where they differ the first counts, and what the other says stands beside it. */
import { matchTables } from './match';
import { matchReports } from './reports';
import { nameOfReport, tableName } from './texts';
import type { FindingOpinion, OpinionBook, OwnOpinion, ReportOpinions, Rest, RowReview, TableOpinions } from './types';

/** Where the two files say different things of one matter. */
export interface OpinionDifference {
  readonly table: string;
  /** 「R7QK-3F」, or the row of a 复核分. */
  readonly what: string;
}

export interface MergedOpinions {
  readonly book: OpinionBook;
  readonly differences: readonly OpinionDifference[];
}

export function mergedOpinions(first: OpinionBook, second: OpinionBook): MergedOpinions {
  const differences: OpinionDifference[] = [];
  const { of } = matchTables(
    first.tables.map(({ table }) => table),
    second.tables.map(({ table }) => table),
  );
  const tables = [...first.tables];
  second.tables.forEach((other, index) => {
    const at = of[index];
    if (at === null || at === undefined) tables.push(other);
    else
      tables[at] = together(tables[at]!, other, {
        by: second.reviewer,
        differ: (what) => differences.push({ table: tableName(other.table), what }),
      });
  });
  const reports = reportsTogether(first, second, (report, what) => differences.push({ table: nameOfReport(report), what }));
  const reviewer = [...new Set([first, second].flatMap(({ reviewer: names }) => names.split('、')).filter((name) => name !== ''))].join(
    '、',
  );
  const batch = first.batch === '' ? second.batch : first.batch;
  return { book: { reviewer, batch, tables, reports, rest: joined(first.rest, second.rest) }, differences };
}

interface Asking {
  readonly by: string;
  readonly differ: (what: string) => void;
}

function together(first: TableOpinions, second: TableOpinions, asking: Asking): TableOpinions {
  return {
    table: { ...second.table, ...known(first.table) },
    findings: union(first.findings, second.findings, { ...asking, key: ({ id }) => id, fields: FINDING }),
    own: union(first.own, second.own, { ...asking, key: ({ id }) => id, fields: OWN }),
    scores: union(first.scores, second.scores, { ...asking, key: ({ row }) => row, fields: SCORE }),
    rest: joined(first.rest, second.rest),
  };
}

function reportsTogether(
  first: OpinionBook,
  second: OpinionBook,
  differ: (report: ReportOpinions['report'], what: string) => void,
): readonly ReportOpinions[] {
  const of = matchReports(
    first.reports.map(({ report }) => report),
    second.reports.map(({ report }) => report),
  );
  const reports = [...first.reports];
  second.reports.forEach((other, index) => {
    const at = of[index] ?? null;
    if (at === null) reports.push(other);
    else {
      const asking = { by: second.reviewer, differ: (what: string) => differ(other.report, what) };
      const own = reports[at]!;
      const findings = union(own.findings, other.findings, { ...asking, key: ({ id }) => id, fields: FINDING });
      reports[at] = { report: own.report, findings, rest: joined(own.rest, other.rest) };
    }
  });
  return reports;
}

function known(table: TableOpinions['table']): TableOpinions['table'] {
  return Object.fromEntries(Object.entries(table).filter(([, value]) => value !== null)) as unknown as TableOpinions['table'];
}

/** Lists of what could not be read are put together; of other unknown fields the first counts. */
function joined(first: Rest, second: Rest): Rest {
  const lists = Object.entries(second).filter(([key, value]) => Array.isArray(value) && Array.isArray(first[key]));
  const both = lists.map(([key, value]) => [key, distinct([...(first[key] as unknown[]), ...(value as unknown[])])]);
  return { ...second, ...first, ...Object.fromEntries(both) };
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** A field and what it holds where nobody said anything. */
type Fields<T> = readonly (readonly [keyof T & string, unknown])[];
const FINDING: Fields<FindingOpinion> = [
  ['listed', null],
  ['words', ''],
];
const OWN: Fields<OwnOpinion> = [
  ['text', ''],
  ['level', null],
  ['place', null],
];
const SCORE: Fields<RowReview> = [
  ['score', ''],
  ['why', ''],
];

interface Union<T> extends Asking {
  readonly key: (one: T) => string;
  readonly fields: Fields<T>;
}

type Opinion = FindingOpinion | OwnOpinion | RowReview;

function union<T extends Opinion>(first: readonly T[], second: readonly T[], how: Union<T>): readonly T[] {
  const rest = new Map(second.map((one) => [how.key(one), one]));
  const both = first.map((one) => {
    const other = rest.get(how.key(one));
    rest.delete(how.key(one));
    return other === undefined ? one : merged(one, other, how);
  });
  return [...both, ...rest.values()];
}

function merged<T extends Opinion>(one: T, other: T, { key, fields, by, differ }: Union<T>): T {
  const filled: Record<string, unknown> = {};
  const differing: Record<string, unknown> = {};
  for (const [field, nothing] of fields) {
    const [own, theirs] = [one[field], other[field]];
    if (own === nothing) filled[field] = theirs;
    else if (theirs !== nothing && JSON.stringify(own) !== JSON.stringify(theirs)) differing[field] = theirs;
  }
  const also = distinct([
    ...one.also,
    ...other.also,
    ...(Object.keys(differing).length === 0 ? [] : [{ ...(by === '' ? {} : { by }), ...differing }]),
  ]);
  if (Object.keys(differing).length > 0) differ(key(one));
  const ledger = 'ledger' in one && 'ledger' in other ? { ledger: one.ledger || other.ledger } : {};
  return { ...one, ...filled, ...ledger, also, rest: joined(one.rest, other.rest) } as T;
}
