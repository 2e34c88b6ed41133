/** What stands in the workbooks that --answers names. */
import { isReplySheet, writtenReplies, type WrittenReply } from '../../answers';
import { UnreadableError, type WorkbookSnapshot } from '../../workbook';
import { unopenedReason, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import type { FileFunctions } from '../audit/file-functions';
import { thrownText } from '../error-text';
import { statOrNull } from '../files/stat';
import { answersUnreadable, answersWithoutSheet } from '../texts/answers';

/** What one workbook holds of answers, or why it holds none. */
export type FoundReplies =
  { readonly ok: true; readonly replies: readonly WrittenReply[] } | { readonly ok: false; readonly message: string };

/** Never throws. */
export async function repliesInFile(file: string, files: FileFunctions): Promise<FoundReplies> {
  try {
    const taken = takeBytes(file, true, files.maybeSpreadsheet);
    if (taken.is !== 'bytes') return { ok: false, message: answersWithoutSheet(file) };
    const book: WorkbookSnapshot = await files.read(files.opened(taken.bytes));
    return book.sheets.some(isReplySheet) ? { ok: true, replies: writtenReplies(book) } : { ok: false, message: answersWithoutSheet(file) };
  } catch (error) {
    return { ok: false, message: answersUnreadable(file, reasonOf(error)) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return unreadableReason(error.why, error.detail);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? thrownText(error) : unopenedReason(code);
}

/** Those of the first place where there is a file; none where there is none. */
export async function repliesFor(places: readonly string[], files: FileFunctions): Promise<FoundReplies> {
  const place = places.find((one) => statOrNull(one)?.isFile() === true);
  return place === undefined ? { ok: true, replies: [] } : repliesInFile(place, files);
}
