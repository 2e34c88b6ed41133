/** The worker's side: one report held against its workbook, and what a report is about. */
import type { DocumentSnapshot } from '../../document';
import { documentKind, readDocument } from '../../hosts/file';
import type { AuditedBook, Judge } from '../../open-workbook';
import { reportJson, type ReportJson, unreadReportJson } from '../../receipt';
import type { Review } from '../../results';
import { coverText, readReport } from '../../report';
import { UnreadableError } from '../../workbook';
import { NOT_A_FILE, unopenedReason, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import { auditFile, type PassedOver } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { isSystemError } from '../error-text';
import type { FileEntry } from '../files/entry';
import { NOT_ITS_TABLE, otherYear, UNREAD_DOCUMENTS, WITH_UNREADABLE } from '../texts/report';

type Opened = { readonly ok: true; readonly document: DocumentSnapshot } | { readonly ok: false; readonly reason: string };

const bare = (reason: string): string => reason.replace(/。$/, '');

/** Never throws. */
function opened({ path }: FileEntry): Opened {
  try {
    const taken = takeBytes(path, true, () => true);
    if (taken.is !== 'bytes') return { ok: false, reason: NOT_A_FILE };
    const bytes = new Uint8Array(taken.bytes);
    const document = readDocument(bytes);
    return document === null ? { ok: false, reason: UNREAD_DOCUMENTS[documentKind(bytes)]! } : { ok: true, document };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, reason: bare(unreadableReason(error.why, error.detail)) };
    if (isSystemError(error)) return { ok: false, reason: unopenedReason(error.code ?? '') };
    throw error;
  }
}

/** Title and cover, by which a report's unit is known; '' for what is no report that can be read. */
export function coverOf(entry: FileEntry): Promise<string> {
  const document = opened(entry);
  return Promise.resolve(document.ok ? coverText(document.document) : '');
}

/** `workbook`: null where none was found, and `reason` why. */
export interface ReportWork {
  readonly report: FileEntry;
  readonly workbook: FileEntry | null;
  readonly reason: string | null;
}

/** What auditing the workbook came to. */
interface Beside {
  readonly workbook: FileEntry;
  readonly audited: AuditedBook | PassedOver;
}

const aloneJson = (report: FileEntry, document: DocumentSnapshot, why: string | null): ReportJson =>
  reportJson(report.label, { workbook: null, book: null, reason: why }, readReport(document, null));

/** A report against its workbook, which was audited. Never throws for what is in the file. */
export function reportBeside(report: FileEntry, { workbook, audited }: Beside): ReportJson {
  const document = opened(report);
  if (!document.ok) return unreadReportJson(report.label, document.reason);
  if (typeof audited === 'string' || audited.review === null) {
    const entry = typeof audited === 'string' ? undefined : audited.entries[0];
    const why = entry !== undefined && entry.status === 'unreadable' ? WITH_UNREADABLE(workbook.label, bare(entry.reason)) : NOT_ITS_TABLE;
    return aloneJson(report, document.document, why);
  }
  return (
    against(report, workbook, document.document, audited.review) ??
    aloneJson(report, document.document, yearsReason(document.document, audited.review))
  );
}

/** A report against no workbook. */
export function reportAlone(report: FileEntry, reason: string | null): ReportJson {
  const document = opened(report);
  return document.ok ? aloneJson(report, document.document, reason) : unreadReportJson(report.label, document.reason);
}

export async function reportOn({ report, workbook, reason }: ReportWork, judge: Judge): Promise<ReportJson> {
  if (workbook === null) return reportAlone(report, reason);
  return reportBeside(report, { workbook, audited: await auditFile({ ...workbook, named: true }, FILES, judge) });
}

const yearOf = ({ tables }: Review): number | null =>
  tables.find(({ assessment }) => assessment.scoreTable.year !== undefined)?.assessment.scoreTable.year?.value ?? null;

function yearsReason(document: DocumentSnapshot, review: Review): string {
  return otherYear(readReport(document, null).year!, yearOf(review)!);
}

/** null where report and workbook are of different years. */
function against(report: FileEntry, workbook: FileEntry, document: DocumentSnapshot, review: Review): ReportJson | null {
  const assessments = review.tables.map(({ assessment }) => assessment);
  const reading = readReport(document, { book: review.book, assessments });
  const year = yearOf(review);
  if (reading.year !== null && year !== null && reading.year !== year) return null;
  const reason = reading.judged ? null : NOT_ITS_TABLE;
  return reportJson(report.label, { workbook: workbook.label, book: review.book, reason }, reading);
}
