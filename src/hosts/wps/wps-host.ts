import {
  a1,
  type Addr,
  contentOfCell,
  type EditWarning,
  type Mark,
  type Note,
  type SheetChange,
  type WorkbookSnapshot,
} from '../../workbook';
import {
  HostError,
  type Host,
  type HostCan,
  type HostEvent,
  type HostPlan,
  type LeftOut,
  type MarkOutcome,
  type Traces,
  type WriteOutcome,
} from '../port';
import { refused } from '../live';
import { attempt, get, isTrue, ownText } from './bridge';
import type { EtApp, EtWorkbook, EtWorksheet } from './et';
import { Layouts } from './layout';
import { markedAreas, markSheet, mayFormat, ourMarks } from './marks';
import { noteSheet, ourNotes } from './notes';
import { quietly } from './quiet';
import { readBook } from './read-book';
import { sameBooks } from './same-books';
import { Sheets } from './sheets';
import { storageOf, type PageStore, type Storage } from './storage';
import { answered, BUSY, GONE, told, wpsTrouble } from './trouble';
import { Echoes, watchBook } from './watch';
import { putBack, undoOf, writeCells, type Break, type WrittenCell } from './write-cells';
import { OurSheets } from './write-sheets';

export interface WpsHostOptions {
  /** The page's own store (localStorage), where files cannot be written. */
  readonly page?: PageStore | null;
  /** Calls back now and then (every 15 s, when the pane gets the focus): events of this program are not relied on alone. */
  readonly nudges?: (check: () => void) => () => void;
}

/** What belongs to the workbook that was open when the host was. */
interface Opened {
  readonly book: EtWorkbook;
  readonly sheets: Sheets;
  readonly ours: OurSheets;
  readonly can: HostCan;
}

/** WPS 表格 over its own object model. It speaks of the workbook that was active when it was opened, whatever is active later. */
export class WpsHost implements Host {
  readonly kind = 'wps';
  private readonly echoes = new Echoes();
  private readonly layouts = new Layouts();
  private readonly storage: Storage | null;
  /** For workbooks that were never saved and so have no name to keep things under. */
  private readonly memory = new Map<string, string>();
  private opened: Opened | null = null;
  private bookName = '';
  /** FullName at the last read: saved under another name, a workbook is read anew before anything is written. */
  private readAs = '';
  private last: WorkbookSnapshot | null = null;
  private readonly endings = new Set<() => void>();

  constructor(
    private readonly app: EtApp,
    private readonly options: WpsHostOptions = {},
  ) {
    this.storage = storageOf(app, options.page ?? null);
  }

  get name(): string {
    return this.bookName;
  }

  async open(): Promise<HostCan> {
    const book = told(() => get(this.app, 'ActiveWorkbook'));
    if (book === null || book === undefined) throw new HostError('gone', '没有打开的工作簿，请先打开要审核的表。');
    this.bookName = told(() => ownText(get(book, 'Name')));
    this.readAs = told(() => ownText(get(book, 'FullName')));
    const write = !attempt(() => isTrue(get(book, 'ReadOnly')), false);
    const can: HostCan = {
      notes: write,
      marks: write ? 'persistent' : 'none',
      addSheets: write && !attempt(() => isTrue(get(book, 'ProtectStructure')), false),
      formats: write,
      undoGroup: false,
      write,
      oldFormat: false,
      calculates: true,
      select: true,
      watch: true,
      storage: this.storage === null ? 'none' : 'machine',
    };
    this.opened = { book, sheets: new Sheets(book), ours: new OurSheets(this.app, book), can };
    return can;
  }

  async read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    signal?.throwIfAborted();
    const { book, sheets } = this.current();
    try {
      this.readAs = ownText(get(book, 'FullName'));
      this.bookName = ownText(get(book, 'Name'));
      this.last = readBook(this.app, book, sheets, this.layouts, signal);
      return this.last;
    } catch (error) {
      if (signal?.aborted === true || error instanceof HostError) throw error;
      throw new HostError('busy', BUSY);
    }
  }

  async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    if (plan.cells.length + plan.sheets.length === 0) return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
    return answered(() => {
      const opened = this.writable(plan);
      if ('is' in opened) return opened;
      const now = readBook(this.app, opened.book, opened.sheets, null);
      return this.changing(() => this.writeNow(plan, on, now, opened));
    });
  }

  async mark(marks: readonly Mark[], notes: readonly Note[], on: WorkbookSnapshot): Promise<MarkOutcome> {
    const asked = [...marks.flatMap((mark) => mark.cells), ...notes.map((note) => note.at)];
    try {
      const { sheets, can } = this.current();
      if (can.marks === 'none') return { leftOut: asked.length === 0 ? [] : [{ at: asked, why: 'read-only' }], warnings: [] };
      const keys = new Map(on.sheets.map((sheet, index) => [sheet.key, index]));
      const leftOut = this.changing(() => {
        const found: LeftOut[] = [];
        const here = new Set<number>();
        for (const { key, sheet } of sheets.list()) {
          const index = keys.get(key) ?? -1;
          here.add(index);
          found.push(...markSheet(sheet, marks, index, on));
          found.push(...(mayFormat(sheet) ? noteSheet(sheet, notes, index, on) : leftOutNotes(notes, index)));
        }
        const gone = asked.filter((at) => !here.has(at.sheet));
        return gone.length === 0 ? found : [...found, { at: gone, why: 'gone' as const }];
      });
      const occupied = leftOut.flatMap((one) => (one.why === 'occupied' ? one.at : []));
      return { leftOut, warnings: occupied.length === 0 ? [] : [{ kind: 'note-left-out', at: occupied }] };
    } catch (error) {
      return { leftOut: [{ at: asked, why: wpsTrouble(error).why }], warnings: [] };
    }
  }

  async traces(): Promise<Traces> {
    const { sheets, ours } = this.current();
    return told(() => {
      const all = sheets.list();
      return {
        marks: all.reduce((sum, { sheet }) => sum + attempt(() => markedAreas(sheet), 0), 0),
        notes: all.reduce((sum, { sheet }) => sum + attempt(() => ourNotes(sheet).length, 0), 0),
        sheets: ours.list().map(({ name }) => name),
        settings: this.memory.size > 0 || (this.storage?.has(this.readAs) ?? false),
      };
    });
  }

  async removeTraces(): Promise<WriteOutcome> {
    return answered(() => {
      const { sheets, ours, can } = this.current();
      this.memory.clear();
      this.storage?.clear(this.readAs);
      if (!can.write) return refused('read-only', []);
      const closed = sheets.list().filter(({ sheet }) => !mayFormat(sheet) && (ourMarks(sheet).length > 0 || ourNotes(sheet).length > 0));
      this.changing(() => {
        for (const { sheet } of sheets.list()) {
          if (closed.some((one) => one.sheet === sheet) || !mayFormat(sheet)) continue;
          for (const mark of ourMarks(sheet)) mark.Delete();
          for (const note of ourNotes(sheet)) note.Delete();
        }
        ours.removeAll();
      });
      if (closed.length === 0) return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
      return refused('protected', [], `工作表「${closed.map(({ name }) => name).join('」「')}」受保护，其中的标注没有清除；其余已清除。`);
    });
  }

  async select(at: Addr, on: WorkbookSnapshot): Promise<void> {
    const { book, sheets } = this.current();
    const sheet = sheets.of(on, at.sheet);
    if (on.sheets[at.sheet]!.state !== 'visible')
      throw new HostError('unsupported', `工作表「${on.sheets[at.sheet]!.name}」已隐藏，请先取消隐藏。`);
    told(() => {
      book.Activate();
      sheet.Activate();
      this.echoes.expect(on.sheets[at.sheet]!.key, { top: at.row, left: at.col, bottom: at.row, right: at.col });
      sheet.Range(a1(at.row, at.col)).Select();
    });
  }

  watch(listener: (event: HostEvent) => void): () => void {
    const { book, sheets } = this.current();
    const ends = [
      watchBook({ app: this.app, book, echoes: this.echoes, keyOf: (name) => sheets.keyOf(name) }, (event) => {
        if (mayChangeLayout(event)) this.layouts.forget();
        listener(event);
      }),
      this.options.nudges?.(() => {
        this.layouts.forget();
        if (this.changedUnseen()) listener({ is: 'changed', by: 'other', where: null });
      }),
    ];
    const end = (): void => {
      this.endings.delete(end);
      for (const one of ends) one?.();
    };
    this.endings.add(end);
    return end;
  }

  async load(key: string): Promise<string | null> {
    this.current();
    return told(() => (this.isUnsaved() ? (this.memory.get(key) ?? null) : (this.storage?.load(this.readAs, key) ?? null)));
  }

  async save(key: string, text: string | null): Promise<void> {
    this.current();
    told(() => {
      if (!this.isUnsaved()) this.storage?.save(this.readAs, key, text);
      else if (text === null) this.memory.delete(key);
      else this.memory.set(key, text);
    });
  }

  async close(): Promise<void> {
    for (const end of [...this.endings]) end();
    this.opened = null;
  }

  /** @throws HostError gone: nothing open, or closed meanwhile */
  private current(): Opened {
    const { opened } = this;
    if (opened === null || attempt(() => ownText(get(opened.book, 'FullName')), '') === '') {
      throw new HostError(opened !== null && this.isBusy() ? 'busy' : 'gone', opened !== null && this.isBusy() ? BUSY : GONE);
    }
    return opened;
  }

  /** Nothing answers while a box is open or the screen is locked. */
  private isBusy(): boolean {
    return attempt(() => get(this.app, 'ActiveWorkbook') === undefined, true);
  }

  private writable(plan: HostPlan): Opened | Extract<WriteOutcome, { is: 'refused' }> {
    const opened = this.current();
    const { book, can } = opened;
    if (!can.write)
      return refused(
        'read-only',
        plan.cells.map(({ at }) => at),
      );
    if (ownText(get(book, 'FullName')) !== this.readAs) return refused('changed', [], '工作簿已另存为别的文件，请重新审核后再写入。');
    if (plan.sheets.length > 0 && attempt(() => isTrue(get(book, 'ProtectStructure')), false))
      return refused('protected', [], '工作簿的结构受保护，不能增加或删除工作表。');
    return opened;
  }

  private writeNow(plan: HostPlan, on: WorkbookSnapshot, now: WorkbookSnapshot, { sheets, ours }: Opened): WriteOutcome {
    const sheetOf = (index: number): EtWorksheet => sheets.of(on, index);
    const cells = writeCells({ edits: plan.cells, on, now, sheetOf });
    this.expect(plan, on);
    if (!cells.ok) return 'refused' in cells ? cells.refused : brokenOff(cells.written, cells.broke);
    const undone: SheetChange[] = [];
    const warnings: EditWarning[] = [];
    try {
      ours.write(plan.sheets, undone, warnings);
    } catch (error) {
      attempt(() => ours.write(undone, [], []), null);
      const detail = error instanceof Error ? error.message : String(error);
      return brokenOff(cells.written, { why: 'unsupported', at: [], say: `WPS 没有加上工作表（${detail}）。` });
    }
    return { is: 'done', undo: { cells: undoOf(cells.written), sheets: undone }, warnings };
  }

  /** Everything that happens meanwhile is our own doing. */
  private changing<T>(work: () => T): T {
    this.last = null;
    this.layouts.forget();
    return this.echoes.during(() => quietly(this.app, work));
  }

  private expect({ cells }: HostPlan, on: WorkbookSnapshot): void {
    for (const { at } of cells) {
      const key = on.sheets[at.sheet]?.key;
      if (key !== undefined) this.echoes.expect(key, { top: at.row, left: at.col, bottom: at.row, right: at.col });
    }
  }

  /** An unsaved workbook has a name but no folder. */
  private isUnsaved(): boolean {
    const { opened } = this;
    return opened === null || attempt(() => ownText(get(opened.book, 'Path')), '') === '';
  }

  /** Whether the workbook differs from what was last read, though no event told of it. */
  private changedUnseen(): boolean {
    const { opened, last } = this;
    if (opened === null || last === null) return false;
    const now = attempt(() => readBook(this.app, opened.book, opened.sheets, null), last);
    if (now === last || sameBooks(last, now)) return false;
    this.last = now;
    return true;
  }
}

/** Merging takes several cells selected; rows and sheets come and go over several cells or nobody knows where. */
function mayChangeLayout(event: HostEvent): boolean {
  if (event.is !== 'changed' && event.is !== 'selected') return true;
  return event.where === null || event.where.top !== event.where.bottom || event.where.left !== event.where.right;
}

function leftOutNotes(notes: readonly Note[], index: number): LeftOut[] {
  const at = notes.filter((note) => note.at.sheet === index).map((note) => note.at);
  return at.length === 0 ? [] : [{ at, why: 'protected' }];
}

/** After a break everything is put back; what cannot be is told. */
function brokenOff(written: readonly WrittenCell[], { why, at, say }: Break): WriteOutcome {
  const { standing, restored } = putBack(written);
  if (standing.length === 0) return refused(why, at, restored.length > 1 ? `${say}已写入的单元格都已恢复原样。` : `${say}没有写入。`);
  const cells = standing.map(({ target, now }) => ({ ...target.edit, after: contentOfCell(now) }));
  return { is: 'partly', why, written: { cells, sheets: [] }, undo: { cells: undoOf(standing), sheets: [] }, restored, say };
}
