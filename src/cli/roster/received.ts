/** The worker's side: what an audited file says of whose it is. */
import { type AuditedBook, withoutOurs } from '../../open-workbook';
import { type Received, receivedBook } from '../../roster';
import type { AuditedFile } from '../audit/file';

/** A file that could not be read is received too: somebody handed it in. */
export function receivedIn({ entries, review, book }: AuditedBook & Partial<Pick<AuditedFile, 'book'>>): readonly Received[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (first.status === 'unreadable') return [{ is: 'unreadable', file: first.file, reason: first.reason }];
  if (review !== null) {
    const tables = review.tables.map(({ assessment }) => assessment.scoreTable);
    return [receivedBook(first.file, review.book, tables)];
  }
  return book == null ? [] : [receivedBook(first.file, withoutOurs(book), [])];
}
