import type { Annotated } from '../annotate/annotate';
import type { AuditedBook } from '../../open-workbook';
import type { AuditedFile, PassedOver } from '../audit/file';
import type { EntryJson, ReportJson } from '../../receipt';
import type { Severity } from '../../words';
import { renderEntries, renderReport } from '../output/format';
import type { Received } from '../../roster';
import type { FileOutcome, Setup } from './job';

const countOf =
  (severity: Severity) =>
  (entry: EntryJson): number =>
    entry.status === 'ok' ? entry.findings.filter((finding) => finding.severity === severity).length : 0;

const ANSWERED: ReadonlySet<string | undefined> = new Set(['explained', 'accepted']);

function unansweredOf(entry: EntryJson): number {
  if (entry.status !== 'ok') return 0;
  return entry.findings.filter(({ severity, answer }) => severity === 'advisory' && !ANSWERED.has(answer?.state)).length;
}

function failedOf(entry: EntryJson): number {
  if (entry.status === 'ok') return entry.coverage.failed.length;
  return entry.status === 'unreadable' && entry.failure !== null ? 1 : 0;
}

const sum = (entries: readonly EntryJson[], of: (entry: EntryJson) => number): number => entries.reduce((all, entry) => all + of(entry), 0);

const NOTHING: Omit<FileOutcome, 'is'> = {
  pieces: [],
  tables: 0,
  reports: { read: 0, unread: 0 },
  mandatory: 0,
  advisory: 0,
  unanswered: 0,
  failed: 0,
  annotated: null,
  said: [],
  received: [],
};

type Given = AuditedBook & Partial<Pick<AuditedFile, 'book'>>;

/** A file that could not be read is received too: somebody handed it in. */
export function unreadReceived({ entries: [first] }: Given): readonly Received[] {
  return first?.status === 'unreadable' ? [{ is: 'unreadable', file: first.file, reason: first.reason }] : [];
}

/**
 * Entries of one file, rendered and counted. `whose`: what it says of whose it is; the thread that audits knows how to look, and nobody
 * else has to load it.
 */
export function outcomeOf(
  audited: Given | PassedOver,
  { format, look, received }: Setup,
  annotated: Annotated | null = null,
  said: readonly string[] = [],
  whose: (audited: Given) => readonly Received[] = unreadReceived,
): FileOutcome {
  if (typeof audited === 'string') return { ...NOTHING, is: audited, annotated, said };
  return {
    ...fileCounts(audited.entries),
    pieces: renderEntries(audited, format, look),
    annotated,
    said,
    received: received === true ? whose(audited) : [],
  };
}

/** What is counted of one file's entries, without anything to print. */
export function fileCounts(entries: readonly EntryJson[]): FileOutcome {
  const status = entries[0]?.status ?? 'ok';
  return {
    ...NOTHING,
    is: status === 'ok' ? 'audited' : status,
    tables: status === 'ok' ? entries.length : 0,
    mandatory: sum(entries, countOf('mandatory')),
    advisory: sum(entries, countOf('advisory')),
    unanswered: sum(entries, unansweredOf),
    failed: sum(entries, failedOf),
  };
}

/** Replies to a report stand in 审核结果 of its workbook; without one nobody can reply. */
const unansweredIn = ({ with: workbook, findings }: ReportJson): number =>
  workbook === null ? 0 : findings.filter(({ severity, answer }) => severity === 'advisory' && !ANSWERED.has(answer?.state)).length;

/** A report, rendered and counted. */
export function reportOutcome(report: ReportJson, { format, look, received }: Setup): FileOutcome {
  const of = (severity: Severity): number => report.findings.filter((finding) => finding.severity === severity).length;
  const read = report.status === 'ok';
  return {
    ...NOTHING,
    is: 'report',
    pieces: [renderReport(report, format, look)],
    received: received === true ? [{ is: 'report', file: report.file, with: report.with, unit: report.unit }] : [],
    reports: { read: read ? 1 : 0, unread: read ? 0 : 1 },
    mandatory: of('mandatory'),
    advisory: of('advisory'),
    unanswered: unansweredIn(report),
  };
}

/** A workbook's outcome and then those of its reports, as one. */
export function withReports(file: FileOutcome, reports: readonly FileOutcome[]): FileOutcome {
  return reports.reduce(
    (all, one) => ({
      ...all,
      pieces: [...all.pieces, ...one.pieces],
      received: [...all.received, ...one.received],
      reports: { read: all.reports.read + one.reports.read, unread: all.reports.unread + one.reports.unread },
      mandatory: all.mandatory + one.mandatory,
      advisory: all.advisory + one.advisory,
      unanswered: all.unanswered + one.unanswered,
      failed: all.failed + one.failed,
    }),
    file,
  );
}
