import { NOT_A_FILE, unopenedReason, unreadableReason } from '../../words/unreadable';
import { UnreadableError } from '../../workbook/unreadable';
import { refusedJson } from '../../receipt/table';
import type { FileEntry } from '../files/entry';
import { type Audited, auditBook } from './book';
import { takeBytes } from './bytes';
import type { CoreFunctions } from './core-functions';

/** What came of one file; its bytes where it could be read. */
export interface AuditedFile extends Audited {
  readonly bytes: Uint8Array | null;
}

/** Named like a spreadsheet. Asked only of empty files, which have no content to go by. */
const SPREADSHEET_NAME = /\.(xlsx|xlsm|xls|et)$/i;

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;

/** In a folder, what is no spreadsheet is passed over; an empty file by the name of one is not. */
function passedOver(error: UnreadableError, entry: FileEntry): boolean {
  if (entry.named) return false;
  return error.why === 'not-spreadsheet' || (error.why === 'empty-file' && !SPREADSHEET_NAME.test(entry.label));
}

const unreadable = (label: string, reason: string): AuditedFile => ({
  entries: [refusedJson(label, 'unreadable', reason)],
  review: null,
  bytes: null,
});

function refused(error: unknown, entry: FileEntry): AuditedFile | null {
  if (error instanceof UnreadableError) {
    return passedOver(error, entry) ? null : unreadable(entry.label, unreadableReason(error.why, error.detail));
  }
  if (isErrno(error)) return unreadable(entry.label, unopenedReason(error.code ?? ''));
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return unreadable(entry.label, unreadableReason('crashed', what));
}

/** Audits one file; null when it is no spreadsheet and was only met in a folder. Never throws. */
export async function auditFile(entry: FileEntry, core: CoreFunctions): Promise<AuditedFile | null> {
  try {
    const taken = takeBytes(entry.path, entry.named, core.maybeSpreadsheet);
    if (taken.is === 'foreign') return null;
    if (taken.is === 'not-a-file') return entry.named ? unreadable(entry.label, NOT_A_FILE) : null;
    return { ...auditBook(entry.label, await core.read(taken.bytes), core), bytes: taken.bytes };
  } catch (error) {
    return refused(error, entry);
  }
}
