/** The worker's side: one report held against its workbook, and what a report is about. */
import type { DocumentSnapshot } from '../../document';
import { documentKind, readDocument } from '../../hosts/file';
import { type AuditedBook, type Judge, reportAgainst, unpairedReport } from '../../open-workbook';
import { type ReportJson, unreadReportJson } from '../../receipt';
import { coverText } from '../../report';
import { UnreadableError } from '../../workbook';
import { NOT_A_FILE, unopenedReason, UNREAD_DOCUMENTS, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import { auditFile, type PassedOver } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { isSystemError } from '../error-text';
import type { FileEntry } from '../files/entry';
import { CHECK_SHEETS } from '../texts/report';

type Opened = { readonly ok: true; readonly document: DocumentSnapshot } | { readonly ok: false; readonly reason: string };

const bare = (reason: string): string => reason.replace(/。$/, '');

const unreadAs = (kind: string): string => `${UNREAD_DOCUMENTS[kind]!}${kind === 'sheet' ? CHECK_SHEETS : ''}`;

/** Never throws. */
function opened({ path }: FileEntry): Opened {
  try {
    const taken = takeBytes(path, true, () => true);
    if (taken.is !== 'bytes') return { ok: false, reason: NOT_A_FILE };
    const bytes = new Uint8Array(taken.bytes);
    const document = readDocument(bytes);
    return document === null ? { ok: false, reason: unreadAs(documentKind(bytes)) } : { ok: true, document };
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

/** A report against its workbook, which was audited. Never throws for what is in the file. */
export function reportBeside(report: FileEntry, { workbook, audited }: Beside): ReportJson {
  const read = opened(report);
  if (!read.ok) return unreadReportJson(report.label, read.reason);
  const beside = { label: workbook.label, audited: typeof audited === 'string' ? null : audited };
  return reportAgainst({ label: report.label, document: read.document }, beside);
}

/** A report against no workbook. */
export function reportAlone(report: FileEntry, reason: string | null): ReportJson {
  const read = opened(report);
  return read.ok ? unpairedReport({ label: report.label, document: read.document }, reason) : unreadReportJson(report.label, read.reason);
}

export async function reportOn({ report, workbook, reason }: ReportWork, judge: Judge): Promise<ReportJson> {
  if (workbook === null) return reportAlone(report, reason);
  return reportBeside(report, { workbook, audited: await auditFile({ ...workbook, named: true }, FILES, judge) });
}
