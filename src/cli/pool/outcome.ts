import type { Annotated } from '../annotate/annotate';
import type { AuditedBook } from '../../open-workbook';
import type { PassedOver } from '../audit/file';
import type { EntryJson } from '../../receipt';
import type { Severity } from '../../words';
import { renderEntries } from '../output/format';
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

/** Entries of one file, rendered and counted. */
export function outcomeOf(
  audited: AuditedBook | PassedOver,
  { format, look }: Setup,
  annotated: Annotated | null = null,
  said: readonly string[] = [],
): FileOutcome {
  if (typeof audited === 'string') return { is: audited, pieces: [], mandatory: 0, advisory: 0, unanswered: 0, failed: 0, annotated, said };
  const { entries } = audited;
  const status = entries[0]?.status ?? 'ok';
  return {
    is: status === 'ok' ? 'audited' : status,
    pieces: renderEntries(audited, format, look),
    mandatory: sum(entries, countOf('mandatory')),
    advisory: sum(entries, countOf('advisory')),
    unanswered: sum(entries, unansweredOf),
    failed: sum(entries, failedOf),
    annotated,
    said,
  };
}
