/** The worker's side: a copy of a report with comments at what differs. */
import { readFileSync } from 'node:fs';
import { annotateDocument, documentKind, documentWrittenHere } from '../../hosts/file';
import { reportNotes } from '../../papers';
import type { ReportJson } from '../../receipt';
import { UnreadableError } from '../../workbook';
import { COPY_ONLY_DOCX, COPY_REFUSED, notPlacedText, unreadableReason } from '../../words';
import { writeResult } from '../annotate/write';
import { isSystemError, unwrittenText } from '../error-text';
import type { FileEntry } from '../files/entry';

export interface ReportCopy {
  readonly report: FileEntry;
  readonly json: ReportJson;
  /** Where the copy goes. */
  readonly goal: string;
}

/** `said`: what the user should know of the copy, '' for nothing. nothing: there is nothing to mark. */
export type ReportCopied =
  { readonly is: 'copy'; readonly said: string } | { readonly is: 'not-written'; readonly why: string } | { readonly is: 'nothing' };

function copied({ report, json, goal }: ReportCopy): ReportCopied {
  const notes = reportNotes(json);
  if (json.status !== 'ok' || notes.length === 0) return { is: 'nothing' };
  const { path } = report;
  const bytes = new Uint8Array(readFileSync(typeof path === 'string' ? path : Buffer.from(path)));
  if (documentKind(bytes) !== 'docx') return { is: 'not-written', why: COPY_ONLY_DOCX };
  const done = annotateDocument(bytes, notes);
  if (!done.ok) return { is: 'not-written', why: COPY_REFUSED[done.why]! };
  const refused = writeResult(goal, done.bytes, documentWrittenHere);
  if (refused !== null) return { is: 'not-written', why: refused };
  return { is: 'copy', said: done.notPlaced === 0 ? '' : notPlacedText(done.notPlaced) };
}

/** Never throws for what is in the file or in the way of writing. */
export function annotateReport(copy: ReportCopy): ReportCopied {
  try {
    return copied(copy);
  } catch (error) {
    if (error instanceof UnreadableError) return { is: 'not-written', why: unreadableReason(error.why, error.detail).replace(/。$/, '') };
    if (isSystemError(error)) return { is: 'not-written', why: unwrittenText(error) };
    throw error;
  }
}
