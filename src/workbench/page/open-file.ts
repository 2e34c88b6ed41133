import { type LegacyAnswer, readLooks, readWorkbook, readXlsx, sniff } from '../../hosts/file';
import { OldFormatHost, type TextStore, WorkbenchHost } from '../../hosts/workbench';
import { unreadableReason } from '../../words';
import { UnreadableError, workbookFromData, type WorkbookSnapshot } from '../../workbook';
import { startWorker } from './worker';

export type BenchHost = WorkbenchHost | OldFormatHost;

/** Only ends a worker that hangs. */
const LEGACY_MS = 60_000;

/**
 * The host over a file, told by its content: .xlsx to be edited, old formats to be looked at. `book`: what was read of it already.
 * @throws UnreadableError
 */
export async function openFile(name: string, bytes: Uint8Array, store: TextStore, book?: WorkbookSnapshot): Promise<BenchHost> {
  if (sniff(bytes) === 'xlsx') return openInSteps(name, bytes, store, book);
  return new OldFormatHost(await readWorkbook(bytes, { legacy: readOld }), bytes, { name, store });
}

/** A large file takes a while to read: between the steps the page may answer, so that it is never held for long. */
async function openInSteps(name: string, bytes: Uint8Array, store: TextStore, read?: WorkbookSnapshot): Promise<WorkbenchHost> {
  const book = read ?? readXlsx(bytes);
  await breath();
  const looks = readLooks(bytes);
  await breath();
  const host = new WorkbenchHost(bytes, { name, store, read: { book, looks } });
  await breath();
  return host;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What is wrong with a file, as a sentence with its name. */
export function unreadableSentence(name: string, error: unknown): string {
  const why = error instanceof UnreadableError ? unreadableReason(error.why, error.detail) : unreadableReason('crashed');
  return `「${name}」没有打开：${why}。`;
}

/** An old format, read by the worker that holds its library. @throws UnreadableError */
export async function readOld(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const worker = await startWorker('legacy-worker').catch(() => null);
  if (worker === null) throw new UnreadableError('legacy-unreadable');
  return new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      act();
    };
    const timer = setTimeout(() => end(() => reject(new UnreadableError('timeout'))), LEGACY_MS);
    worker.onmessage = ({ data }: MessageEvent<LegacyAnswer>) =>
      end(() => (data.ok ? resolve(workbookFromData(data.data)) : reject(new UnreadableError(data.why, data.detail))));
    worker.onerror = () => end(() => reject(new UnreadableError('legacy-unreadable')));
    worker.postMessage(bytes);
  });
}
