/** The reports among the documents that came with the workbooks of a batch. */
import type { Received, ReceivedReport } from '../../roster';
import { normal } from '../../workbook';
import type { BatchFile } from './file';
import type { BookSubjects, ReadDocument } from './hold-work';
import type { AnyJob, BatchAnswer } from './work';

type Ask = (job: () => Promise<AnyJob>) => Promise<BatchAnswer>;

/** `told`: after each document; true where the rest is not wanted any more. */
export async function readDocuments(
  documents: readonly BatchFile[],
  ask: Ask,
  told: (path: string) => void,
  isCancelled: () => boolean,
): Promise<readonly ReadDocument[]> {
  return Promise.all(
    documents.map(async (file): Promise<ReadDocument> => {
      const { path } = file;
      const none = { path, named: !path.includes('/'), cover: '', unit: null };
      const answer = await ask(async () => {
        if (isCancelled()) throw new Error('cancelled');
        return { hold: 'cover', file: { path, bytes: await file.bytes() } };
      }).catch(() => null);
      told(path);
      return answer?.is === 'cover' ? { ...none, cover: answer.cover, unit: answer.unit } : none;
    }),
  );
}

function subjectsOf(received: Received): readonly BookSubjects[] {
  if (received.is !== 'book') return received.is === 'unreadable' ? [{ path: received.file, subjects: null }] : [];
  const names = received.tables.flatMap(({ unit, project }) => [normal(unit ?? ''), normal(project ?? '')]);
  return [{ path: received.file, subjects: received.tables.length === 0 ? null : names }];
}

/** A report among the documents, and why it belongs to no workbook, where it does not. */
export interface FoundReport extends ReceivedReport {
  readonly reason: string | null;
}

/** Which of the documents are reports, and the workbooks they belong to. */
export async function receivedReports(
  documents: readonly ReadDocument[],
  received: readonly Received[],
  ask: Ask,
): Promise<readonly FoundReport[]> {
  const answer = await ask(() => Promise.resolve({ hold: 'reports', documents, books: received.flatMap(subjectsOf) })).catch(() => null);
  if (answer?.is !== 'reports') return [];
  return answer.found.map((report) => ({ ...report, reason: answer.unpaired[report.file] || null }));
}
