import { isSystemError } from '../error-text';
import { isReplySheet, type WrittenReply } from '../../answers';
import { sniff } from '../../hosts/file';
import { auditBook, type AuditedBook, type Judge } from '../../open-workbook';
import { type FailureJson, unreadableJson, type UnreadableJson } from '../../receipt';
import { recognise } from '../../recognition';
import type { ScoreTable } from '../../score-table';
import { failureOf, UnreadableError, type WorkbookSnapshot } from '../../workbook';
import { NOT_A_FILE, unopenedReason, unreadableReason } from '../../words';
import type { FileEntry } from '../files/entry';
import { namedLikeSpreadsheet } from '../files/probe';
import { takeBytes } from './bytes';
import type { FileFunctions } from './file-functions';

/** What came of one file; its bytes, as they were read, where it could be. */
export interface AuditedFile extends AuditedBook {
  /** The workbook as it was read, where it could be. */
  readonly book: WorkbookSnapshot | null;
  readonly bytes: Uint8Array | null;
}

/** foreign: no spreadsheet, and only met in a folder · ours: a result of ours nobody has changed, met in a folder. */
export type PassedOver = 'foreign' | 'ours';

/** What other kinds of files are found to be: no workbook that could not be read, unless they are named like one. */
const OTHERS: ReadonlySet<string> = new Set(['not-spreadsheet', 'empty-file', 'unknown-content', 'encrypted']);

const unreadable = (label: string, reason: string, failure: FailureJson | null = null): AuditedFile => ({
  entries: [unreadableJson(label, reason, failure)],
  review: null,
  book: null,
  bytes: null,
});

function refused(error: unknown, { label, named }: FileEntry): AuditedFile | PassedOver {
  if (error instanceof UnreadableError) {
    if (!named && !namedLikeSpreadsheet(label) && OTHERS.has(error.why)) return 'foreign';
    return unreadable(label, unreadableReason(error.why, error.detail), failureOf(error.why));
  }
  if (isSystemError(error)) return unreadable(label, unopenedReason(error.code ?? ''));
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return unreadable(label, unreadableReason('crashed', what), 'crash');
}

/** A page among the files of a folder is a report, not a sheet, unless it goes by the name of one. */
const isReport = (bytes: Uint8Array, label: string): boolean =>
  !namedLikeSpreadsheet(label) && ['html', 'web-archive'].includes(sniff(bytes));

/** A result beside a table that could not be marked itself; people have written their answers into it. */
const isResultAlone = ({ sheets }: WorkbookSnapshot): boolean => sheets.length > 0 && sheets.every(isReplySheet);

/** The workbook in a file, not yet judged. @throws UnreadableError, NodeJS.ErrnoException */
async function bookIn(
  { label, path, named }: FileEntry,
  files: FileFunctions,
): Promise<{ readonly book: WorkbookSnapshot; readonly bytes: Uint8Array } | PassedOver | 'not-a-file'> {
  const taken = takeBytes(path, named || namedLikeSpreadsheet(label), files.maybeSpreadsheet);
  if (taken.is === 'foreign') return 'foreign';
  if (taken.is === 'not-a-file') return named ? 'not-a-file' : 'foreign';
  if (!named && isReport(taken.bytes, label)) return 'foreign';
  if (!named && files.oursUnchanged(taken.bytes)) return 'ours';
  const bytes = files.opened(taken.bytes);
  const book = await files.read(bytes);
  return !named && isResultAlone(book) ? 'ours' : { book, bytes };
}

/** Audits one file, by the road every workbook goes (open-workbook/audit-book). Never throws. */
export async function auditFile(
  entry: FileEntry,
  files: FileFunctions,
  judge: Judge,
  replies: readonly WrittenReply[] = [],
): Promise<AuditedFile | PassedOver> {
  try {
    const found = await bookIn(entry, files);
    if (found === 'not-a-file') return unreadable(entry.label, NOT_A_FILE);
    if (typeof found === 'string') return found;
    return { ...auditBook(entry.label, found.book, judge, replies), book: found.book, bytes: found.bytes };
  } catch (error) {
    return refused(error, entry);
  }
}

/** The workbook of a file; why it cannot be read; or that it is none, and only met in a folder. Never throws. */
export async function bookOf(entry: FileEntry, files: FileFunctions): Promise<WorkbookSnapshot | UnreadableJson | PassedOver> {
  const whyOf = (refusal: AuditedFile | PassedOver): UnreadableJson | PassedOver =>
    typeof refusal === 'string' ? refusal : (refusal.entries[0] as UnreadableJson);
  try {
    const found = await bookIn(entry, files);
    if (found === 'not-a-file') return whyOf(unreadable(entry.label, NOT_A_FILE));
    return typeof found === 'string' ? found : found.book;
  } catch (error) {
    return whyOf(refused(error, entry));
  }
}

/** A workbook with its score tables, recognised and not judged; null where it cannot be read. Never throws. */
export async function bookAndTables(
  entry: FileEntry,
  files: FileFunctions,
): Promise<{ readonly book: WorkbookSnapshot; readonly tables: readonly ScoreTable[] } | null> {
  try {
    const found = await bookIn(entry, files);
    return typeof found === 'string' ? null : { book: found.book, tables: recognise(found.book).tables };
  } catch (error) {
    // Why it cannot be read is said where it is audited.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The score tables of a file; none where it cannot be read. Never throws. */
export const tablesIn = async (entry: FileEntry, files: FileFunctions): Promise<readonly ScoreTable[]> =>
  (await bookAndTables(entry, files))?.tables ?? [];
