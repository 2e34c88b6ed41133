/** Which project of a budget list each score table is of. */
import { type BudgetEntry, indicatorForms } from '../recognition';
import type { BudgetOfTable, ScoreTable } from '../score-table';
import type { WorkbookSnapshot } from '../workbook';
import { pairOwners } from './pair-owners';

/** In the order of the tables. By 项目编码, else by a name that only one of the list has and whose unit and year do not contradict. */
export function budgetsOf(
  tables: readonly ScoreTable[],
  book: WorkbookSnapshot,
  { file, entries }: { readonly file: string; readonly entries: readonly BudgetEntry[] },
): readonly BudgetOfTable[] {
  const owners = indicatorForms(book, tables);
  // Each by itself: what the other tables are called tells nothing of this one's line.
  return owners.map((owner) => {
    const { code, project, unit } = owner;
    const [pair] = pairOwners(entries, [owner]).pairs;
    const entry = pair === undefined ? null : entries.indexOf(pair[0]);
    return { file, amounts: pair?.[0].amounts ?? null, entry, owner: { code, project, unit } };
  });
}
