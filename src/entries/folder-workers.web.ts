/**
 * Workers of a page that lies in a folder: it may start them from a blob only and may fetch nothing, so their scripts stand as texts
 * inside scripts (`NAME.text.js`), loaded before the page's own.
 */
import type { Thread } from '../open-workbook';
import { UnreadableError, type UnreadableWhy, type WorkbookData, workbookFromData, type WorkbookSnapshot } from '../workbook';

/** What the reader of old formats answers. */
type LegacyAnswer =
  { readonly ok: true; readonly data: WorkbookData } | { readonly ok: false; readonly why: UnreadableWhy; readonly detail?: string };

interface Scripts {
  readonly jiheScripts?: Readonly<Record<string, string>>;
}

/** Old formats take a second; this only ends a hang. */
const LEGACY_MS = 60_000;

/** @throws where the script is not there, or the browser starts no such worker */
function startWorker(name: string): Worker {
  const text = (globalThis as Scripts).jiheScripts?.[name];
  if (text === undefined) throw new Error(`no script ${name}`);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    // The worker has its own hold on the text by then.
    setTimeout(() => URL.revokeObjectURL(url), LEGACY_MS);
  }
}

/** The core's thread. @throws as startWorker */
export function coreThread(): Thread {
  const worker = startWorker('core-worker');
  return {
    post: (message) => worker.postMessage(message),
    listen(heard, died) {
      worker.onmessage = ({ data }) => heard(data);
      worker.onerror = (event) => died(event.message);
    },
    end: () => worker.terminate(),
  };
}

/** Whether this browser starts workers at all. */
export function hasWorkers(): boolean {
  try {
    startWorker('core-worker').terminate();
    return true;
  } catch {
    return false;
  }
}

/** Reads .xls, .et and web tables in a worker of their own. @throws UnreadableError */
export function readLegacyHere(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('legacy-worker');
    const timer = setTimeout(() => end(() => reject(new UnreadableError('legacy-unreadable'))), LEGACY_MS);
    const end = (then: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      then();
    };
    worker.onmessage = ({ data }: MessageEvent<LegacyAnswer>) =>
      end(() => (data.ok ? resolve(workbookFromData(data.data)) : reject(new UnreadableError(data.why, data.detail))));
    worker.onerror = () => end(() => reject(new UnreadableError('legacy-unreadable')));
    worker.postMessage(bytes);
  });
}
