/** Many files at once: their table lies over the page; a file opened from it has a way back. */
import type { BrowserShell } from '../../taskpane';
import { writeZip } from '../../hosts/file';
import { pickFile } from '../../taskpane';
import { Batch, type BatchFile, type BatchRow } from '../batch';
import { mountBatch, sayBatch, type BatchActions, type BatchHandle, type DeskActions } from '../batch/view';
import type { DeskPlace } from '../desk/place';
import type { ReviewDesk } from '../desk/review-desk';
import { make } from './dom';
import { LIST_ENDINGS } from './files';
import { readOld } from './open-file';
import type { WorkbenchPage } from './page';
import { CORE_WORKER } from './page-engine';
import { pageThread } from './page-thread';

const MOST_THREADS = 4;
/** Where the page keeps whose tables these are; who fills in his own has no desk. */
const MODE_KEY = 'mode';
const ZIP = 'application/zip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asBatchFile = (file: File): BatchFile => ({
  path: file.webkitRelativePath || file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

async function chosenRoster(batch: Batch): Promise<void> {
  const file = await pickFile(LIST_ENDINGS);
  if (file !== null) await batch.takeRoster({ path: file.name, bytes: () => Promise.resolve(file.bytes) });
}

export class ManyFiles {
  private readonly over = make('div', 'page-many');
  private batch: Batch | null = null;
  private drawn: BatchHandle | null = null;
  private files: readonly File[] = [];
  private desk: DeskActions | null = null;
  private unfollow: () => void = () => undefined;
  /** Draws what the reviewer's desk holds now. */
  private follow: () => void = () => undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly page: WorkbenchPage,
    private readonly shell: BrowserShell,
    private readonly place: DeskPlace,
  ) {}

  /** Audits these files; a batch that was there before is let go. */
  take(files: readonly File[]): void {
    this.batch?.close();
    this.drawn?.destroy();
    this.drawn = null;
    this.files = files;
    this.desk = null;
    this.unfollow();
    this.follow = () => undefined;
    void this.place.enter(folderOf(files));
    const batch = new Batch(files.map(asBatchFile), {
      spawn: () => pageThread(CORE_WORKER),
      threads: Math.min(MOST_THREADS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)),
      readOld,
      seen: (path, bytes) => void this.place.seen(path, bytes),
    });
    this.batch = batch;
    this.show();
    void batch.run().then(() => this.review(batch));
  }

  /** The table again, from a file opened from it. */
  show(): void {
    if (this.batch === null) return;
    this.draw(this.batch);
    this.root.append(this.over);
    this.cover(true);
    this.follow();
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
      desk: this.desk,
      back: this.beneath(),
      openOther: () => this.page.choose(),
      chooseRoster: () => void chosenRoster(batch),
      dropRoster: () => batch.dropRoster(),
      copy: (text) => this.shell.copy(text),
      saveCopies: () => void this.saveCopies(batch),
      saveSummary: () => void this.saveSummary(batch),
    };
    if (this.drawn === null) this.drawn = mountBatch(this.over, batch, this.shell, actions);
    else this.drawn.renew(actions);
  }

  /** The reviewer's desk over the batch, once it has been audited. */
  private async review(batch: Batch): Promise<void> {
    const desk = await this.place.desk().catch(() => null);
    if (desk === null || batch !== this.batch) return;
    this.follow = () => {
      // Nobody sees it while a file is looked at.
      if (batch !== this.batch || !this.over.isConnected) return;
      const own = desk.state.opinions.tables.length > 0 || this.shell.load(MODE_KEY) !== 'fill';
      this.desk = own ? this.deskOver(desk, batch) : null;
      this.draw(batch);
    };
    this.unfollow = desk.subscribe(() => this.follow());
    this.follow();
  }

  private deskOver(desk: ReviewDesk, batch: Batch): DeskActions {
    const { tables, lost } = desk.over(batch.tables);
    return {
      tables,
      lost,
      note: desk.state.note,
      letters: () => void this.saveLetters(desk, batch),
      scores: () => this.shell.download(desk.summaryFile(batch.tables)),
      ledger: () => this.shell.download(desk.ledgerFile(batch.tables)),
      save: () => this.shell.download(desk.file()),
      open: () => void pickFile('.json').then((file) => (file === null ? undefined : desk.open(file.bytes, file.name))),
    };
  }

  private async saveLetters(desk: ReviewDesk, batch: Batch): Promise<void> {
    desk.say(sayBatch('desk.writing'));
    const letters = await desk.letters(batch.tables);
    if (letters.length > 0) this.shell.download({ name: desk.lettersName, bytes: writeZip(letters), type: ZIP });
    desk.say(letters.length === 0 ? sayBatch('desk.noLetters') : sayBatch('desk.written', { n: letters.length }));
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

/** The folder all of them were taken from; '' for loose files. */
function folderOf(files: readonly File[]): string {
  const folders = new Set(files.map(({ webkitRelativePath: path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  return folders.size === 1 ? [...folders][0]! : '';
}
