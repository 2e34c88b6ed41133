import type { Addr, Mark, Rect, WorkbookSnapshot } from '../../workbook';
import { HostError, type Host, type HostCan, type HostEvent, type MarkOutcome, type Traces, type WriteOutcome } from '../port';
import type { InTheWay } from './edits';
import type { BenchEvent, BenchOptions, BenchView } from './host';
import { machineStore, type TextStore } from './store';

const ONLY_VIEW = '旧格式只能查看，请另存为 .xlsx 后修改。';

/** The port over a workbook of an old format (.xls, .et, tables of web systems), already read: audited and shown plainly, never written. */
export class OldFormatHost implements Host, BenchView {
  readonly kind = 'workbench';
  readonly name: string;
  readonly looks = null;
  readonly readOnly = ONLY_VIEW;
  readonly canUndo = false;
  readonly canRedo = false;
  readonly changed = false;
  marks: readonly Mark[] | null = null;
  private readonly store: TextStore;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly viewers = new Set<(event: BenchEvent) => void>();

  constructor(
    readonly book: WorkbookSnapshot,
    /** As they came. */
    private readonly bytes: Uint8Array,
    options: BenchOptions,
  ) {
    this.name = options.name;
    this.store = options.store ?? machineStore();
  }

  async open(): Promise<HostCan> {
    return {
      notes: false,
      marks: 'overlay',
      addSheets: false,
      formats: false,
      undoGroup: false,
      calculates: true,
      oldFormat: true,
      write: false,
      select: true,
      watch: true,
      storage: 'machine',
    };
  }

  async read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    signal?.throwIfAborted();
    return this.book;
  }

  async write(): Promise<WriteOutcome> {
    return { is: 'refused', why: 'read-only', at: [], say: ONLY_VIEW };
  }

  async mark(marks: readonly Mark[]): Promise<MarkOutcome> {
    this.marks = marks;
    this.tellViewers({ is: 'marks' });
    return { leftOut: [], warnings: [] };
  }

  async traces(): Promise<Traces> {
    return {
      marks: (this.marks ?? []).reduce((sum, mark) => sum + mark.cells.length, 0),
      notes: 0,
      sheets: [],
      settings: this.store.any(),
    };
  }

  async removeTraces(): Promise<WriteOutcome> {
    this.marks = null;
    this.store.clear();
    this.tellViewers({ is: 'marks' });
    return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
  }

  async select({ sheet, row, col }: Addr, on: WorkbookSnapshot, focus = false): Promise<void> {
    const here = this.book.sheets.findIndex((one) => one.key === on.sheets[sheet]?.key);
    if (here < 0) throw new HostError('gone', '工作簿中没有这张工作表。');
    this.tellViewers({ is: 'show', at: { sheet: here, row, col }, focus });
    this.pick(here, { top: row, left: col, bottom: row, right: col });
  }

  watch(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load(key: string): Promise<string | null> {
    return this.store.load(key);
  }

  async save(key: string, text: string | null): Promise<void> {
    this.store.save(key, text);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.viewers.clear();
  }

  isUnknown(): boolean {
    return false;
  }

  whyNot(): string {
    return ONLY_VIEW;
  }

  type(edits: readonly { readonly at: Addr }[]): InTheWay {
    return { why: 'read-only', at: edits.map(({ at }) => at), say: ONLY_VIEW };
  }

  /** Nothing can be changed anyway. */
  setGuard(): void {
    return undefined;
  }

  undo(): false {
    return false;
  }

  redo(): false {
    return false;
  }

  pick(sheet: number, area: Rect): void {
    const key = this.book.sheets[sheet]?.key;
    if (key !== undefined) for (const listener of [...this.listeners]) listener({ is: 'selected', where: { sheet: key, ...area } });
  }

  subscribe(listener: (event: BenchEvent) => void): () => void {
    this.viewers.add(listener);
    return () => this.viewers.delete(listener);
  }

  /** The file itself: an old format is never written anew. */
  copy(): Uint8Array {
    return this.bytes;
  }

  markSaved(): void {
    return undefined;
  }

  private tellViewers(event: BenchEvent): void {
    for (const viewer of [...this.viewers]) viewer(event);
  }
}
