/** The worker's side: what one file holds that should be looked at before it is made public. */
import { besideContent, documentKind, readDocument } from '../../hosts/file';
import { remarksBeside, remarksOnBook, remarksOnDocument } from '../../publishing';
import { type PublishingJson, publishingJson, unreadPublishingJson } from '../../receipt';
import { UnreadableError } from '../../workbook';
import { NOT_A_FILE, unopenedReason, UNREAD_DOCUMENTS, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import { FILES } from '../audit/file-functions-here';
import { isSystemError } from '../error-text';
import type { FileEntry } from '../files/entry';

/** Kinds of documents that are read; everything else is tried as a workbook. */
const DOCUMENTS: ReadonlySet<string> = new Set(['docx', 'html', 'text']);
const REFUSED: ReadonlySet<string> = new Set(['doc', 'odt', 'ofd', 'rtf', 'pdf', 'empty']);

/** Tables saved as a web page or a text are workbooks by their name. */
const NAMED_SHEET = /\.(?:xls|xlsx|xlsm|et|csv)$/i;

async function remarksIn(label: string, bytes: Uint8Array): Promise<PublishingJson> {
  const kind = documentKind(bytes);
  if (REFUSED.has(kind)) return unreadPublishingJson(label, UNREAD_DOCUMENTS[kind]!);
  const document = DOCUMENTS.has(kind) && !NAMED_SHEET.test(label) ? readDocument(bytes) : null;
  const inner = document === null ? FILES.opened(bytes) : bytes;
  const content = document === null ? remarksOnBook(await FILES.read(inner)) : remarksOnDocument(document);
  const beside = besideContent(inner);
  return publishingJson(label, beside === null ? content : [...content, ...remarksBeside(beside)], beside !== null || kind === 'text');
}

/** Never throws for what a file holds. */
export async function prepublished({ label, path }: FileEntry): Promise<PublishingJson> {
  try {
    const taken = takeBytes(path, true, () => true);
    return taken.is === 'bytes' ? await remarksIn(label, new Uint8Array(taken.bytes)) : unreadPublishingJson(label, NOT_A_FILE);
  } catch (error) {
    if (error instanceof UnreadableError) return unreadPublishingJson(label, unreadableReason(error.why, error.detail));
    if (isSystemError(error)) return unreadPublishingJson(label, unopenedReason(error.code ?? ''));
    throw error;
  }
}
