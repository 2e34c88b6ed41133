/** The worker's side: the indicators and 指标值 of one file, as plain data. */
import { approvedTables, assessedTables, type TargetTable } from '../../approved';
import { UnreadableError } from '../../workbook';
import { unreadableReason } from '../../words';
import { bookOf } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import type { FileEntry } from '../files/entry';

export type TargetSide = 'approved' | 'assessed';

/** null: no workbook, only met in a folder; a sentence: why it cannot be read. */
export type TargetsRead = readonly TargetTable[] | string | null;

/** Never throws for what a file holds. */
export async function targetsIn(entry: FileEntry, side: TargetSide): Promise<TargetsRead> {
  const book = await bookOf(entry, FILES);
  if (typeof book === 'string') return null;
  if ('status' in book) return book.reason;
  try {
    return side === 'approved' ? approvedTables(book) : assessedTables(book);
  } catch (error) {
    if (error instanceof UnreadableError) return unreadableReason(error.why, error.detail);
    throw error;
  }
}
