/** The sample that a page opens with, read before anything is drawn: the core's thread audits it while the page is being made. */
import { readXlsx } from '../../hosts/file';
import { workbookData, type WorkbookSnapshot } from '../../workbook';
import { CORE_WORKER } from './core-worker';
import { sampleFile, tellWaiting, warmWorker } from './worker';

export interface SampleRead {
  readonly bytes: Uint8Array;
  readonly book: WorkbookSnapshot;
}

/** null where the sample is not there. The thread that waits gets ready by this very workbook. */
export async function sampleAhead(name: string): Promise<SampleRead | null> {
  const bytes = await sampleFile(name);
  if (bytes === null) return null;
  const book = readXlsx(bytes);
  void warmWorker(CORE_WORKER);
  tellWaiting(CORE_WORKER, { warm: workbookData(book) });
  return { bytes, book };
}
