/** Many files at once: their table lies over the page; a file opened from it has a way back. */
import type { BrowserShell } from '../../taskpane';
import { Batch, type BatchRow } from '../batch';
import { mountBatch, type BatchHandle } from '../batch/view';
import { make } from './dom';
import { readOld } from './open-file';
import type { WorkbenchPage } from './page';
import { CORE_WORKER } from './page-engine';
import { pageThread } from './page-thread';

const MOST_THREADS = 4;
const ZIP = 'application/zip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class ManyFiles {
  private readonly over = make('div', 'page-many');
  private batch: Batch | null = null;
  private drawn: BatchHandle | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly page: WorkbenchPage,
    private readonly shell: BrowserShell,
  ) {}

  /** Audits these files; a batch that was there before is let go. */
  take(files: readonly File[]): void {
    this.drawn?.destroy();
    this.batch?.close();
    const batch = new Batch(
      files.map((file) => ({ path: file.webkitRelativePath || file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) })),
      {
        spawn: () => pageThread(CORE_WORKER),
        threads: Math.min(MOST_THREADS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)),
        readOld,
      },
    );
    this.batch = batch;
    this.drawn = mountBatch(this.over, batch, this.shell, {
      open: (row) => void this.open(files, row),
      saveCopies: () => void this.saveCopies(batch),
      saveSummary: () => void this.saveSummary(batch),
    });
    this.show();
    void batch.run();
  }

  /** The table again, from a file opened from it. */
  show(): void {
    if (this.batch === null) return;
    this.root.append(this.over);
    this.cover(true);
  }

  /** One file is looked at instead. */
  hide(): void {
    this.over.remove();
    this.cover(false);
  }

  /** What lies beneath the table is out of reach for eyes, keys and readers alike. */
  private cover(on: boolean): void {
    for (const below of this.root.children) if (below !== this.over) below.classList.toggle('covered', on);
  }

  private async open(files: readonly File[], row: BatchRow): Promise<void> {
    const file = files[row.fileId];
    if (file === undefined) return;
    this.hide();
    this.shell.update({ back: `返回 ${files.length} 份` });
    await this.page.open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  private async saveSummary(batch: Batch): Promise<void> {
    const bytes = await batch.summary();
    if (bytes !== null) this.shell.download({ name: '审核汇总.xlsx', bytes, type: XLSX });
  }

  private async saveCopies(batch: Batch): Promise<void> {
    const bytes = await batch.copies();
    if (bytes !== null) this.shell.download({ name: '标注副本.zip', bytes, type: ZIP });
  }
}
