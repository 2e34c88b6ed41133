/** The worker's side: the projects of an export of the budget system, as plain data. */
import path from 'node:path';
import type { Judging } from '../../open-workbook';
import { readBudgetLists } from '../../recognition';
import { bookOf } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { budgetWithoutList, budgetUnread } from '../texts/budget';

/** A sentence: why it cannot be used. */
export type BudgetRead = NonNullable<Judging['budget']> | string;

/** Never throws for what a file holds. */
export async function budgetIn(file: string): Promise<BudgetRead> {
  const book = await bookOf({ path: file, label: file, named: true }, FILES);
  if (typeof book === 'string') return budgetWithoutList(file);
  if ('status' in book) return budgetUnread(file, book.reason);
  const entries = readBudgetLists(book);
  return entries.length === 0 ? budgetWithoutList(file) : { file: path.basename(file), entries };
}
