/** The worker's side: what an audited file says of whose it is. */
import { type AuditedBook, withoutOurs } from '../../open-workbook';
import { type Received, receivedBook } from '../../roster';
import type { AuditedFile } from '../audit/file';
import { unreadReceived } from '../pool/outcome';

export function receivedIn(audited: AuditedBook & Partial<Pick<AuditedFile, 'book'>>): readonly Received[] {
  const { entries, review, book } = audited;
  const [first] = entries;
  if (first === undefined) return [];
  if (first.status === 'unreadable') return unreadReceived(audited);
  if (review !== null) {
    const tables = review.tables.map(({ assessment }) => assessment.scoreTable);
    return [receivedBook(first.file, review.book, tables)];
  }
  return book == null ? [] : [receivedBook(first.file, withoutOurs(book), [])];
}
