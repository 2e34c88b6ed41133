/** Many files at once: their table lies over the page; a file opened from it has a way back. */
import type { BrowserShell } from '../../taskpane';
import { writeZip } from '../../hosts/file';
import { pickFile } from '../../taskpane';
import type { Judging } from '../../open-workbook';
import { Batch, type BatchRow } from '../batch';
import type { BatchActions, BatchHandle, DeskActions } from '../batch/view';
import type * as BatchViews from '../batch/view';
import type { DeskPlace } from '../desk/place';
import type { ReviewDesk } from '../desk/review-desk';
import { make } from './dom';
import { isDocument, LIST_ENDINGS } from './files';
import { asBatchFile } from './ask-for';
import { BatchHolding } from './hold-batch';
import { readOld } from './open-file';
import type { WorkbenchPage } from './page';
import { BATCH_WORKER } from './core-worker';
import { pageThread } from './page-thread';

const MOST_THREADS = 4;
/** Where the page keeps whose tables these are; who fills in his own has no desk. */
const MODE_KEY = 'mode';
const ZIP = 'application/zip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who opens one file needs none of this. */
const batchViews = (): Promise<typeof BatchViews> => import(/* webpackChunkName: "batch" */ '../batch/view');

async function chosenRoster(batch: Batch): Promise<void> {
  const file = await pickFile(LIST_ENDINGS);
  if (file !== null) await batch.takeRoster({ path: file.name, bytes: () => Promise.resolve(file.bytes) });
}

export class ManyFiles {
  private readonly over = make('div', 'page-many');
  private batch: Batch | null = null;
  private drawn: BatchHandle | null = null;
  /** Until the view is there. */
  private actions: BatchActions | null = null;
  private files: readonly File[] = [];
  private desk: DeskActions | null = null;
  private holding: BatchHolding | null = null;
  private writing: DeskActions['writing'] = null;
  private budget: Judging['budget'] | null = null;
  private unfollow: () => void = () => undefined;
  /** Draws what the reviewer's desk holds now. */
  private follow: () => void = () => undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly page: WorkbenchPage,
    private readonly shell: BrowserShell,
    private readonly place: DeskPlace,
    /** Told what the next opened file is held against. */
    private readonly next: (budget: Judging['budget'] | null) => void,
  ) {}

  /** Audits these files; a batch that was there before is let go. */
  take(dropped: readonly File[]): void {
    const files = dropped.filter((file) => !isDocument(file));
    this.batch?.close();
    this.drawn?.destroy();
    this.drawn = null;
    this.actions = null;
    this.files = files;
    this.desk = null;
    this.unfollow();
    this.follow = () => undefined;
    void this.place.enter(folderOf(files));
    const batch = new Batch(files.map(asBatchFile), {
      spawn: () => pageThread(BATCH_WORKER),
      threads: Math.min(MOST_THREADS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)),
      documents: dropped.filter(isDocument).map(asBatchFile),
      readOld,
      seen: (path, bytes) => void this.place.seen(path, bytes),
    });
    this.batch = batch;
    this.budget = null;
    this.holding?.forget();
    this.holding = new BatchHolding(batch, {
      file: (path) => this.opens(batch, path),
      budget: (budget) => {
        this.budget = budget;
      },
      renew: () => (batch === this.batch ? this.draw(batch) : undefined),
      shell: this.shell,
      desk: () => (this.shell.load(MODE_KEY) === 'fill' ? Promise.resolve(null) : this.place.desk()),
    });
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
      held: this.holding?.view ?? null,
      hold: (kind) => this.holding?.ask(kind),
      copy: (text) => this.shell.copy(text),
      saveCopies: () => void this.saveCopies(batch),
      saveSummary: () => void this.saveSummary(batch),
    };
    if (this.drawn !== null) {
      this.drawn.renew(actions);
      return;
    }
    const isFirst = this.actions === null;
    this.actions = actions;
    if (isFirst) void batchViews().then((views) => this.mount(views, batch));
  }

  /** With what was known last: more may have come while the view was fetched. */
  private mount({ mountBatch }: typeof BatchViews, batch: Batch): void {
    if (batch === this.batch && this.drawn === null && this.actions !== null)
      this.drawn = mountBatch(this.over, batch, this.shell, this.actions);
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
      writing: this.writing,
      letters: () => void this.saveLetters(desk, batch),
      scores: () => this.shell.download(desk.summaryFile(batch.tables)),
      ledger: () => this.shell.download(desk.ledgerFile(batch.tables)),
      save: () => this.shell.download(desk.file()),
      open: () => void pickFile('.json').then((file) => (file === null ? undefined : desk.open(file.bytes, file.name))),
    };
  }

  private async saveLetters(desk: ReviewDesk, batch: Batch): Promise<void> {
    if (this.writing !== null) return;
    let isWanted = true;
    const cancel = (): void => {
      isWanted = false;
    };
    const { sayBatch } = await batchViews();
    const told = (done: number, of: number): boolean => {
      this.writing = { done, of, cancel };
      this.follow();
      return isWanted && batch === this.batch;
    };
    told(0, 0);
    const letters = await desk.letters(batch.tables, told);
    this.writing = null;
    if (letters === null) return desk.say(sayBatch('desk.cancelled'));
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

  private opens(batch: Batch, path: string): (() => void) | null {
    const fileId = batch.files.findIndex((file) => file.path === path);
    return fileId < 0 ? null : () => void this.open({ fileId });
  }

  private async open(row: Pick<BatchRow, 'fileId'>): Promise<void> {
    const file = this.files[row.fileId];
    if (file === undefined) return;
    this.hide();
    this.next(this.budget);
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
