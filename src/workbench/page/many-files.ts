/** Many files at once: their table lies over the page; a file opened from it has a way back. */
import type { BrowserShell } from '../../taskpane';
import { Batch, type BatchRow } from '../batch';
import { mountBatch, type BatchActions, type BatchHandle } from '../batch/view';
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
  private files: readonly File[] = [];

  constructor(
    private readonly root: HTMLElement,
    private readonly page: WorkbenchPage,
    private readonly shell: BrowserShell,
  ) {}

  /** Audits these files; a batch that was there before is let go. */
  take(files: readonly File[]): void {
    this.batch?.close();
    this.drawn?.destroy();
    this.drawn = null;
    this.files = files;
    const batch = new Batch(
      files.map((file) => ({ path: file.webkitRelativePath || file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) })),
      {
        spawn: () => pageThread(CORE_WORKER),
        threads: Math.min(MOST_THREADS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)),
        readOld,
      },
    );
    this.batch = batch;
    this.show();
    void batch.run();
  }

  /** The table again, from a file opened from it. */
  show(): void {
    if (this.batch === null) return;
    this.draw(this.batch);
    this.root.append(this.over);
    this.cover(true);
  }

  /** One file is looked at instead; there is a way back to the table. */
  hide(): void {
    this.over.remove();
    this.cover(false);
    if (this.batch !== null) this.shell.update({ back: `返回 ${this.batch.files.length} 份` });
  }

  private draw(batch: Batch): void {
    const actions: BatchActions = {
      open: (row) => void this.open(row),
      back: this.beneath(),
      openOther: () => this.page.choose(),
      saveCopies: () => void this.saveCopies(batch),
      saveSummary: () => void this.saveSummary(batch),
    };
    if (this.drawn === null) this.drawn = mountBatch(this.over, batch, this.shell, actions);
    else this.drawn.renew(actions);
  }

  /** The workbook that lies under the table. */
  private beneath(): { readonly name: string; readonly go: () => void } | null {
    const { host } = this.page;
    return host === null ? null : { name: host.name, go: () => this.hide() };
  }

  /** What lies beneath the table is out of reach for eyes, keys and readers alike. */
  private cover(on: boolean): void {
    for (const below of this.root.children) if (below !== this.over) below.classList.toggle('covered', on);
  }

  private async open(row: BatchRow): Promise<void> {
    const file = this.files[row.fileId];
    if (file === undefined) return;
    this.hide();
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
