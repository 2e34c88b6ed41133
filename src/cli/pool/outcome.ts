import type { Annotated } from '../annotate/annotate';
import type { Audited } from '../audit/book';
import type { EntryJson } from '../../receipt/types';
import { renderEntries } from '../output/format';
import type { Outcome, Setup } from './job';

const mandatoryOf = (entry: EntryJson): number =>
  entry.status === 'ok' ? entry.findings.filter((finding) => finding.severity === 'mandatory').length : 0;
const failedOf = (entry: EntryJson): number => (entry.status === 'ok' ? entry.coverage.failed.length : 0);

function kindOf(entries: readonly EntryJson[]): Outcome['is'] {
  const status = entries[0]?.status;
  if (status === undefined) return 'foreign';
  return status === 'ok' ? 'audited' : status;
}

/** Entries of one file, rendered and counted; null is a file that is no spreadsheet. */
export function outcomeOf(audited: Audited | null, { format, look }: Setup, annotated: Annotated | null = null): Outcome {
  const list = audited?.entries ?? [];
  return {
    is: kindOf(list),
    pieces: audited === null ? [] : renderEntries(audited, format, look),
    mandatory: list.reduce((sum, entry) => sum + mandatoryOf(entry), 0),
    failed: list.reduce((sum, entry) => sum + failedOf(entry), 0),
    annotated,
  };
}
