/** What a worker does with a report: hold it against its workbook, and make its copy with comments. */
import { annotateDocument, documentKind, readDocument, type ReadOptions } from '../../hosts/file';
import {
  auditBook,
  judgeBy,
  type Judging,
  type OpenedReport,
  reportAgainst,
  unpairedReport,
  type WorkbookBeside,
} from '../../open-workbook';
import { reportNotes } from '../../papers';
import { type ReportJson, unreadableJson, unreadReportJson } from '../../receipt';
import { failureOf, UnreadableError } from '../../workbook';
import { COPY_ONLY_DOCX, COPY_REFUSED, notPlacedText, UNREAD_DOCUMENTS, unreadableReason } from '../../words';
import { bookIn, type HeldFile } from './held-file';

export interface HeldReportJob {
  readonly hold: 'report';
  readonly report: HeldFile;
  /** null: it belongs to none, and `reason` says why. */
  readonly workbook: HeldFile | null;
  readonly reason: string | null;
  readonly judging: Judging;
}

export interface ReportCopyJob {
  readonly hold: 'report-copy';
  readonly report: HeldFile;
  /** What was found in it. */
  readonly json: ReportJson;
}

/** `said`: what should be known of the copy, '' for nothing. */
export type ReportCopyAnswer =
  | { readonly is: 'report-copy'; readonly bytes: Uint8Array; readonly said: string }
  | { readonly is: 'no-report-copy'; readonly why: string };

const bare = (reason: string): string => reason.replace(/。$/, '');

function whyNot(error: unknown): string {
  if (error instanceof UnreadableError) return bare(unreadableReason(error.why, error.detail));
  throw error;
}

function opened({ path, bytes }: HeldFile): OpenedReport | string {
  try {
    const document = readDocument(bytes);
    return document === null ? UNREAD_DOCUMENTS[documentKind(bytes)]! : { label: path, document };
  } catch (error) {
    return whyNot(error);
  }
}

async function beside(file: HeldFile, judging: Judging, read: ReadOptions): Promise<WorkbookBeside> {
  const { path } = file;
  try {
    return { label: path, audited: auditBook(path, await bookIn(file, read), judgeBy(judging)) };
  } catch (error) {
    const entries = [unreadableJson(path, whyNot(error), error instanceof UnreadableError ? failureOf(error.why) : null)];
    return { label: path, audited: { entries, review: null } };
  }
}

/** As `jihe report` says it. */
export async function heldReport({ report, workbook, reason, judging }: HeldReportJob, read: ReadOptions): Promise<ReportJson> {
  const own = opened(report);
  if (typeof own === 'string') return unreadReportJson(report.path, own);
  return workbook === null ? unpairedReport(own, reason) : reportAgainst(own, await beside(workbook, judging, read));
}

/** As `jihe report --annotate` makes it. */
export function reportCopy({ report: { bytes }, json }: ReportCopyJob): ReportCopyAnswer {
  const refused = (why: string): ReportCopyAnswer => ({ is: 'no-report-copy', why });
  if (documentKind(bytes) !== 'docx') return refused(COPY_ONLY_DOCX);
  try {
    const done = annotateDocument(bytes, reportNotes(json));
    if (!done.ok) return refused(COPY_REFUSED[done.why]!);
    return { is: 'report-copy', bytes: done.bytes, said: done.notPlaced === 0 ? '' : notPlacedText(done.notPlaced) };
  } catch (error) {
    return refused(whyNot(error));
  }
}
