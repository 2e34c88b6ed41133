/** One thing written anew. Each gives a new book; whatever else is in it stays as it is. */
import { freeId } from '../answers';
import type { FindingJson, TableJson } from '../receipt';
import type { Severity } from '../words';
import { changedFinding, type FindingChange } from './change-finding';
import { fitted } from './fit';
import { matchTables } from './match';
import type { OpinionBook, OpinionPlace, OpinionTable, OwnOpinion, RowReview, TableOpinions } from './types';

export type OwnChange = Partial<Pick<OwnOpinion, 'text' | 'level' | 'ledger' | 'place'>>;

/** The opinions on a table, or null. */
export function opinionsOn(book: OpinionBook, table: OpinionTable): TableOpinions | null {
  const [index] = matchTables(
    book.tables.map((one) => one.table),
    [table],
  ).of;
  return index === null || index === undefined ? null : book.tables[index]!;
}

/** The record of a table changed; a new one where there is none. What the table is known by is written anew with it. */
function within(book: OpinionBook, table: OpinionTable, change: (own: TableOpinions) => TableOpinions): OpinionBook {
  const known = opinionsOn(book, table);
  const own = change(known ?? { table, findings: [], own: [], scores: [], rest: {} });
  const digest = table.digest ?? (known === null ? null : known.table.digest);
  const renewed = { ...own, table: { ...table, digest } };
  return { ...book, tables: known === null ? [...book.tables, renewed] : book.tables.map((one) => (one === known ? renewed : one)) };
}

export function withFinding(
  book: OpinionBook,
  [table, entry]: readonly [OpinionTable, TableJson],
  finding: FindingJson,
  change: FindingChange,
): OpinionBook {
  return within(book, table, (own) => {
    const fit = fitted(own, entry);
    return { ...own, findings: [...fit.gone, ...changedFinding([...fit.findings.values()], finding, change)] };
  });
}

export function withOwn(
  book: OpinionBook,
  table: OpinionTable,
  { place, text, level }: { readonly place: OpinionPlace | null; readonly text: string; readonly level: Severity },
): OpinionBook {
  return within(book, table, (own) => {
    const taken = new Set([...own.own, ...own.findings].map(({ id }) => id));
    const id = freeId(`own ${JSON.stringify([place?.row, place?.field, place?.address, text])}`, taken);
    return { ...own, own: [...own.own, { id, place, text, level, ledger: false, also: [], rest: {} }] };
  });
}

/** null takes it away. */
export function withOwnChanged(book: OpinionBook, table: OpinionTable, id: string, change: OwnChange | null): OpinionBook {
  return within(book, table, (own) => ({
    ...own,
    own: own.own.flatMap((one) => (one.id !== id ? [one] : change === null ? [] : [{ ...one, ...change }])),
  }));
}

export function withScore(
  book: OpinionBook,
  table: OpinionTable,
  row: string,
  change: Partial<Pick<RowReview, 'score' | 'why'>>,
): OpinionBook {
  return within(book, table, (own) => {
    const known = own.scores.find((one) => one.row === row);
    const now: RowReview = { row, score: '', why: '', also: [], rest: {}, ...known, ...change };
    const blank = now.score === '' && now.why === '' && now.also.length === 0 && Object.keys(now.rest).length === 0;
    const others = own.scores.filter((one) => one.row !== row);
    return { ...own, scores: blank ? others : [...others, now] };
  });
}
