import type { Host, HostCan, HostEvent, HostPlan, MarkOutcome, Traces, WriteOutcome } from '../../src/hosts/port';
import { changedSince, inverseOf } from '../../src/workbook/contents';
import { editedBook } from '../../src/workbook/edited-book';
import { SheetBuilder } from '../../src/workbook/sheet-builder';
import type { Addr, Rect, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';
import type { CellEdit, Content, Mark, Note, SheetChange, SheetEdit } from '../../src/workbook/write-plan';

const ALL: HostCan = {
  notes: true,
  marks: 'persistent',
  addSheets: true,
  formats: false,
  undoGroup: true,
  calculates: false,
  oldFormat: false,
  write: true,
  select: true,
  watch: true,
  storage: 'workbook',
};

interface Held {
  readonly key: string;
  readonly sheet: SheetSnapshot;
  /** Content of a sheet of ours. */
  readonly ours: SheetEdit | null;
}

/** A host over a snapshot: what a live program does, without one. What happens can be watched and disturbed by tests. */
export class MemoryHost implements Host {
  readonly kind = 'memory';
  readonly name = '内存.xlsx';
  marks: readonly Mark[] = [];
  notes: readonly Note[] = [];
  selected: { readonly at: Addr; readonly focus: boolean } | null = null;
  readonly calls: string[] = [];
  /** The next write is refused so; then it is forgotten. */
  refuseNext: { readonly why: 'busy' | 'editing' | 'read-only'; readonly say?: string } | null = null;
  private held: Held[];
  private readonly store = new Map<string, string>();
  private readonly listeners = new Set<(event: HostEvent) => void>();

  constructor(
    private book: WorkbookSnapshot,
    private readonly can: Partial<HostCan> = {},
  ) {
    this.held = book.sheets.map((sheet, index) => ({ key: `k${index}`, sheet, ours: null }));
  }

  async open(): Promise<HostCan> {
    this.calls.push('open');
    return { ...ALL, ...this.can };
  }

  async read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    this.calls.push('read');
    await Promise.resolve();
    signal?.throwIfAborted();
    return this.snapshot();
  }

  async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    this.calls.push('write');
    await Promise.resolve();
    if (this.refuseNext !== null) {
      const refused = this.refuseNext;
      this.refuseNext = null;
      return { is: 'refused', at: [], ...refused };
    }
    const cells = plan.cells.map((edit) => ({ ...edit, at: this.here(edit.at, on) }));
    if (cells.some((edit) => edit.at.sheet < 0)) return { is: 'refused', why: 'gone', at: [] };
    const now = this.snapshot();
    const changed = changedSince(cells, now);
    if (changed.length > 0)
      return {
        is: 'refused',
        why: 'changed',
        at: plan.cells.filter((_, index) => changed.includes(cells[index]!.at)).map((edit) => edit.at),
      };
    this.put(cells);
    const sheets = plan.sheets.flatMap((change) => this.change(change));
    const back = new Map(cells.map((edit, index) => [edit, plan.cells[index]!.at]));
    return {
      is: 'done',
      undo: { cells: inverseOf(cells).map((edit, index) => ({ ...edit, at: back.get([...cells].reverse()[index]!)! })), sheets },
      warnings: [],
    };
  }

  async mark(marks: readonly Mark[], notes: readonly Note[]): Promise<MarkOutcome> {
    this.calls.push('mark');
    this.marks = marks;
    this.notes = notes;
    return { leftOut: [], warnings: [] };
  }

  async traces(): Promise<Traces> {
    return {
      marks: this.marks.reduce((sum, mark) => sum + mark.cells.length, 0),
      notes: this.notes.length,
      sheets: this.held.filter((one) => one.ours !== null).map((one) => one.sheet.name),
      settings: this.store.size > 0,
    };
  }

  async removeTraces(): Promise<WriteOutcome> {
    this.marks = [];
    this.notes = [];
    this.held = this.held.filter((one) => one.ours === null);
    this.store.clear();
    return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
  }

  async select(at: Addr, on: WorkbookSnapshot, focus = false): Promise<void> {
    this.selected = { at: this.here(at, on), focus };
  }

  watch(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load(key: string): Promise<string | null> {
    return this.store.get(key) ?? null;
  }

  async save(key: string, text: string | null): Promise<void> {
    if (text === null) this.store.delete(key);
    else this.store.set(key, text);
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }

  /** A person types into a cell. */
  type(sheet: string, row: number, col: number, after: Content): void {
    const index = this.held.findIndex((one) => one.sheet.name === sheet);
    this.put([{ at: { sheet: index, row, col }, before: { kind: 'blank' }, after, reason: '' }]);
    this.tell({ is: 'changed', by: 'user', where: { sheet: this.held[index]!.key, top: row, left: col, bottom: row, right: col } });
  }

  /** A person selects a cell. */
  pick(sheet: string, row: number, col: number): void {
    const key = this.held.find((one) => one.sheet.name === sheet)!.key;
    this.tell({ is: 'selected', where: { sheet: key, top: row, left: col, bottom: row, right: col } });
  }

  /** A person moves a sheet behind all others. */
  moveLast(sheet: string): void {
    const index = this.held.findIndex((one) => one.sheet.name === sheet);
    this.held.push(...this.held.splice(index, 1));
    this.tell({ is: 'changed', by: 'other', where: null });
  }

  tell(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private snapshot(): WorkbookSnapshot {
    return { ...this.book, sheets: this.held.map((one) => keyed(one)) };
  }

  private here(at: Addr, on: WorkbookSnapshot): Addr {
    return { ...at, sheet: this.held.findIndex((one) => one.key === on.sheets[at.sheet]?.key) };
  }

  private put(edits: readonly CellEdit[]): void {
    const after = editedBook(this.snapshot(), edits);
    this.held = this.held.map((one, index) => ({ ...one, sheet: after.sheets[index]! }));
  }

  private change(change: SheetChange): readonly SheetChange[] {
    const at = this.held.findIndex((one) => one.ours?.name === change.name);
    const former = at < 0 ? null : this.held[at]!.ours;
    if ('remove' in change) {
      if (at >= 0) this.held = this.held.filter((_, index) => index !== at);
      return former === null ? [] : [former];
    }
    const sheet = contentSheet(change);
    if (change.replaces && at >= 0) {
      this.held = this.held.map((one, index) => (index === at ? { ...one, sheet, ours: change } : one));
      return [former!];
    }
    this.held = [...this.held, { key: `ours ${this.held.length} ${change.name}`, sheet, ours: change }];
    return [{ name: change.name, remove: true }];
  }
}

function contentSheet({ name, content }: SheetEdit): SheetSnapshot {
  const builder = new SheetBuilder(name);
  content.rows.forEach((row, index) => {
    for (const cell of row.cells)
      builder.set(index, cell.col, typeof cell.value === 'object' && cell.value !== null ? cell.value.toNumber() : cell.value);
  });
  for (const merge of content.merges as readonly Rect[]) builder.merge(merge);
  return builder.build();
}

function keyed({ key, sheet, ours }: Held): SheetSnapshot {
  return new Proxy(sheet, {
    get: (target, name) => {
      if (name === 'key') return key;
      if (name === 'ours') return ours !== null || target.ours === true;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
