/** The workbench page: head, sheet at the left, a place for the pane at the right. Knows files and sheets, nothing of audits. */
import { keptStore, type BenchEvent } from '../../hosts/workbench';
import type { Host } from '../../hosts/port';
import type { WorkbookSnapshot } from '../../workbook';
import { SheetView, type ViewMark } from '../sheet';
import { button, make } from './dom';
import { chooseFiles, chooseFolder, copyName, dropping, handOut, isDocument } from './files';
import { PageNote } from './note';
import { openFile, unreadableSentence, type BenchHost } from './open-file';
import { Safekeeping } from './safekeeper';
import { splitter } from './split';

/** What the pane at the right is to the page. */
export interface PaneSlot {
  /** Another workbook, or none. */
  show(host: Host | null): void;
  /** Gives the keyboard to the pane. */
  focus(): void;
}

export interface PageOptions {
  readonly pane: (slot: HTMLElement, page: WorkbenchPage) => PaneSlot;
  /** Several files at once; without it the first is opened. */
  readonly many?: (files: readonly File[]) => void;
  /** What the opened file may be held against. */
  readonly hold?: () => void;
  /** Documents that were dropped while a workbook is open. */
  readonly beside?: (documents: readonly File[]) => void;
}

export class WorkbenchPage {
  /** Drawn while a workbook is open. */
  view: SheetView | null = null;
  host: BenchHost | null = null;
  readonly keeping = new Safekeeping();
  private readonly root: HTMLElement;
  readonly holder = make('div', 'page-sheet');
  private readonly file = make('span', 'page-file');
  private readonly state = make('span', 'page-state', [], { role: 'status' });
  private readonly note = new PageNote();
  private readonly undo = button('撤销', () => this.take('undo'), '', { title: 'Ctrl+Z' });
  private readonly redo = button('重做', () => this.take('redo'), '', { title: 'Ctrl+Y' });
  private readonly save = button('另存副本', () => this.saveCopy(), 'outlined', { title: 'Ctrl+S' });
  private readonly hold = button('核对', () => this.options.hold?.(), '', {
    title: '批复目标、预算导出、自评报告、与另一份表比对、公开前检查',
  });
  private readonly pane: PaneSlot;
  private endListening: () => void = () => undefined;

  constructor(
    root: HTMLElement,
    private readonly options: PageOptions,
  ) {
    const slot = make('aside', 'page-pane', [], { 'aria-label': '审核窗格' });
    const head = make('header', 'page-head', [
      make('h1', 'page-brand', ['绩核']),
      this.file,
      this.state,
      make('span', 'page-space'),
      this.undo,
      this.redo,
      button('打开', () => this.choose(), '', { title: 'Ctrl+O；整个文件夹：Ctrl+Shift+O' }),
      ...(options.hold === undefined ? [] : [this.hold]),
      this.save,
    ]);
    const left = make('main', 'page-left', [head, this.note.element, this.holder, splitter(slot)]);
    this.root = make('div', 'page', [left, slot, make('div', 'page-drop', ['松开即打开'])]);
    root.replaceChildren(this.root);
    this.pane = options.pane(slot, this);
    dropping(this.root, (files) => this.took(files));
    document.addEventListener('keydown', (event) => this.key(event));
    window.addEventListener('beforeunload', (event) => {
      if (this.host?.changed !== true) return;
      event.preventDefault();
      // What browsers older than 2023 go by.
      event.returnValue = '';
    });
    this.showEmpty();
  }

  /**
   * Opens a file; unsaved changes of the one that is open are asked about first. Resolves once it is shown, or refused. `book`: what
   * was read of it already, the page's own from now on.
   */
  async open(name: string, bytes: Uint8Array, book?: WorkbookSnapshot): Promise<boolean> {
    const asked = this.host?.changed === true;
    if (asked && !(await this.mayLeave())) return false;
    try {
      const store = keptStore(window.localStorage, `jihe:book:${name}:`);
      const host = await openFile(name, bytes, store, book);
      // Somebody may have typed while the file was read.
      if (!asked && this.host?.changed === true && !(await this.mayLeave())) return false;
      this.close();
      this.show(host);
      return true;
    } catch (error) {
      this.note.show(unreadableSentence(name, error), [{ text: '换一份文件', act: () => this.choose() }]);
      return false;
    }
  }

  choose(): void {
    chooseFiles((files) => this.took(files));
  }

  /** What lies in a folder, as if it were dropped. */
  chooseFolder(): void {
    chooseFolder((files) => this.took(files));
  }

  /** Cells to be seen in the sheet; the file is not changed by them. */
  mark(marks: readonly ViewMark[]): void {
    this.view?.setMarks(marks);
  }

  say(sentence: string): void {
    this.note.show(sentence, [{ text: '知道了', act: () => undefined }]);
  }

  /** Hands out a copy with everything typed and the marks drawn. */
  saveCopy(): void {
    const { host } = this;
    if (host === null) return;
    this.view?.actions.commit();
    try {
      handOut(copyName(host.name), host.copy(true));
      host.markSaved();
      void this.keeping.forget();
      this.refresh();
    } catch (error) {
      this.say(`没有另存：${error instanceof Error ? error.message : ''}`);
    }
  }

  /** Offers what the last page lost. */
  async offerKept(): Promise<void> {
    const kept = await this.keeping.last();
    if (kept === null) return;
    const when = new Date(kept.when);
    const time = `${when.getMonth() + 1}月${when.getDate()}日${when.getHours()}:${String(when.getMinutes()).padStart(2, '0')}`;
    this.note.show(`「${kept.name}」上次有${kept.edits.length}处改动没有另存（${time}，只留在本机浏览器中）。`, [
      { text: '恢复', act: () => void this.restore(kept) },
      { text: '不恢复', act: () => void this.keeping.forget() },
      { text: '以后不留存', act: () => this.keeping.turn(false) },
    ]);
  }

  private async restore(kept: NonNullable<Awaited<ReturnType<Safekeeping['last']>>>): Promise<void> {
    if (!(await this.open(kept.name, kept.bytes))) return;
    const obstacle = this.host?.type(kept.edits) ?? null;
    if (obstacle !== null) this.say(obstacle.say);
  }

  private show(host: BenchHost): void {
    this.host = host;
    this.file.textContent = host.name;
    this.file.title = host.name;
    this.view = new SheetView(this.holder, host);
    const end = host.subscribe((event) => this.heard(event));
    this.endListening = end;
    this.refresh();
    if (host.readOnly !== null) this.say(host.readOnly);
    else this.note.hide();
    this.pane.show(host);
    this.view.input.focus();
  }

  private close(): void {
    this.endListening();
    this.view?.dispose();
    this.view = null;
    this.pane.show(null);
    this.host = null;
  }

  private showEmpty(): void {
    this.holder.replaceChildren(
      make('div', 'page-empty', [
        make('strong', '', ['把评分表拖到这里']),
        button('打开文件', () => this.choose(), 'outlined'),
        button('打开文件夹', () => this.chooseFolder(), 'outlined'),
        make('span', '', ['表格只在本机处理，不上传。']),
      ]),
    );
    this.holder.style.display = 'flex';
    this.refresh();
  }

  private heard(event: BenchEvent): void {
    if (event.is === 'show') return;
    this.refresh();
    if (this.host !== null && this.host.changed && 'state' in this.host) this.keeping.keep(this.host.name, this.host);
  }

  private refresh(): void {
    const { host } = this;
    this.state.textContent = host === null ? '' : host.readOnly !== null ? '只读' : host.changed ? '已改动' : '未改动';
    this.undo.disabled = host?.canUndo !== true;
    this.redo.disabled = host?.canRedo !== true;
    this.save.disabled = host === null;
    this.hold.disabled = host === null;
    document.title = host === null ? '绩核' : `${host.changed ? '● ' : ''}${host.name} - 绩核`;
  }

  private take(which: 'undo' | 'redo'): void {
    this.view?.actions.run({ is: which });
  }

  private took(files: readonly File[]): void {
    const sheets = files.filter((file) => !isDocument(file));
    const first = sheets[0] ?? files[0];
    if (first !== undefined && sheets.length === 0 && this.host !== null && this.options.beside !== undefined) this.options.beside(files);
    else if (sheets.length > 1 && this.options.many !== undefined) this.options.many(files);
    else if (first !== undefined) void first.arrayBuffer().then((buffer) => this.open(first.name, new Uint8Array(buffer)));
  }

  /** Asks what is to become of changes that were not saved. */
  private mayLeave(): Promise<boolean> {
    return new Promise((resolve) => {
      this.note.show(`「${this.host?.name ?? ''}」有改动没有另存。`, [
        {
          text: '另存副本',
          act: () => {
            this.saveCopy();
            resolve(true);
          },
        },
        { text: '不另存，打开新文件', act: () => resolve(true) },
        { text: '留在这里', act: () => resolve(false) },
      ]);
    });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'F6') {
      event.preventDefault();
      const inPane = (event.target as HTMLElement | null)?.closest('.page-pane') != null;
      if (inPane) this.view?.input.focus();
      else this.pane.focus();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const act = this.shortcuts()[`${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`];
    if (act === undefined) return;
    act();
    event.preventDefault();
  }

  private shortcuts(): Readonly<Record<string, () => void>> {
    return { s: () => this.saveCopy(), o: () => this.choose(), 'shift o': () => this.chooseFolder() };
  }
}
