import {
  type Addr,
  type CellEdit,
  changedSince,
  contentOf,
  inverseOf,
  type Mark,
  type Note,
  type Rect,
  type WorkbookSnapshot,
} from '../../workbook';
import { displayed, tracesIn, type WorkbookLooks } from '../file';
import {
  HostError,
  type Host,
  type HostCan,
  type HostEvent,
  type HostPlan,
  type MarkOutcome,
  type Place,
  type Traces,
  type WriteOutcome,
} from '../port';
import { BenchDocument, type BenchRead, type CellTyped } from './document';
import { doubled, inTheWay, type InTheWay } from './edits';
import type { UndoStep } from './history';
import { machineStore, type TextStore } from './store';

/** What whoever draws the workbook is told. */
export type BenchEvent =
  /** These cells show something else now. */
  | { readonly is: 'cells'; readonly places: readonly Addr[] }
  /** Sheets came or went: everything is to be drawn anew. */
  | { readonly is: 'sheets' }
  | { readonly is: 'marks' }
  /** Show this cell and select it; `focus`: the keyboard goes there too. */
  | { readonly is: 'show'; readonly at: Addr; readonly focus: boolean };

export interface BenchOptions {
  /** Name of the file. */
  readonly name: string;
  /** Where settings are kept; by default only as long as the page lives. */
  readonly store?: TextStore;
  /** What was read of the bytes before, where somebody reads them in steps. */
  readonly read?: BenchRead;
}

/** What people may do with a workbook shown in the workbench, whatever kind of file it came from. */
export interface BenchView {
  readonly name: string;
  /** As it is now: the same object changes as people type. */
  readonly book: WorkbookSnapshot;
  /** null: an old format, shown plainly. */
  readonly looks: WorkbookLooks | null;
  /** Why nothing can be typed, as a whole sentence; null: it can. */
  readonly readOnly: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Something differs from the file as it was opened or last saved. */
  readonly changed: boolean;
  /** Marks a saved copy will carry; null: none were drawn here. */
  readonly marks: readonly Mark[] | null;
  /** A formula that only a spreadsheet program can compute again. */
  isUnknown(at: Addr): boolean;
  /** Why this cell may not be typed into, as a sentence; null: it may. */
  whyNot(at: Addr): string | null;
  /** Types into cells, in one step; a sentence where they may not be written. */
  type(edits: readonly CellTyped[]): InTheWay | null;
  /** Where a step was taken back, or made again; null: there is none. */
  undo(): Addr | null | false;
  redo(): Addr | null | false;
  /** The person has selected these cells. */
  pick(sheet: number, area: Rect): void;
  /** Cells that people may not change now, whatever the file allows, and why; null: none. Undo and redo keep to it too. */
  setGuard(guard: Guard | null): void;
  subscribe(listener: (event: BenchEvent) => void): () => void;
  /** The bytes of a copy to save; `marked`: with the marks and notes drawn here. @throws HostError */
  copy(marked: boolean): Uint8Array;
  /** A copy was saved: what is there now counts as unchanged. */
  markSaved(): void;
}

/** A sentence why this cell may not be changed; null: it may. */
export type Guard = (at: Addr) => string | null;

/** The port over an open .xlsx and what is typed into it. */
export class WorkbenchHost implements Host, BenchView {
  readonly kind = 'workbench';
  readonly name: string;
  private readonly document: BenchDocument;
  private readonly store: TextStore;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly viewers = new Set<(event: BenchEvent) => void>();
  private guard: Guard | null = null;
  private version = 0;
  private savedVersion = 0;

  /** @throws UnreadableError */
  constructor(bytes: Uint8Array, options: BenchOptions) {
    this.name = options.name;
    this.document = new BenchDocument(bytes, options.read);
    this.store = options.store ?? machineStore();
  }

  get book(): WorkbookSnapshot {
    return this.document.book;
  }

  get looks(): WorkbookLooks {
    return this.document.looks;
  }

  get readOnly(): string | null {
    return this.looks.signed ? '文件带有数字签名，改动任何单元格都会使签名失效，只能查看。' : null;
  }

  get canUndo(): boolean {
    return this.mayStep(this.document.steps.nextBack);
  }

  get canRedo(): boolean {
    return this.mayStep(this.document.steps.nextForth);
  }

  /** Another number whenever cells or sheets have changed. */
  get edition(): number {
    return this.version;
  }

  get changed(): boolean {
    return this.version !== this.savedVersion;
  }

  get marks(): readonly Mark[] | null {
    return this.document.marks;
  }

  /** The bytes everything lies over, and what was typed over them: for restoring after a crash. */
  get state(): { readonly bytes: Uint8Array; readonly edits: readonly CellEdit[] } {
    return { bytes: this.document.original, edits: this.document.edits() };
  }

  async open(): Promise<HostCan> {
    const write = this.readOnly === null;
    return {
      notes: write,
      marks: 'overlay',
      addSheets: write,
      formats: true,
      undoGroup: true,
      calculates: true,
      oldFormat: false,
      write,
      select: true,
      watch: true,
      storage: 'machine',
    };
  }

  async read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    signal?.throwIfAborted();
    return this.document.book.copy();
  }

  async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    const cells = plan.cells.map((edit) => ({ ...edit, at: this.here(edit.at, on) }));
    const back = (places: readonly Addr[]): Addr[] =>
      plan.cells.filter((_, index) => places.includes(cells[index]!.at)).map(({ at }) => at);
    if (this.readOnly !== null) return { is: 'refused', why: 'signed', at: plan.cells.map(({ at }) => at), say: this.readOnly };
    const obstacle = this.obstacle(cells);
    if (obstacle !== null)
      return { is: 'refused', why: obstacle.why, at: back(obstacle.at), ...(obstacle.say === '' ? {} : { say: obstacle.say }) };
    const formatAt = ({ sheet, row, col }: Addr): string => this.book.sheets[sheet]!.formatAt(row, col);
    const undo = inverseOf(cells.map((edit) => ({ ...edit, before: contentOf(this.book, edit.at) }))).map((edit, index) => {
      const { at, format } = plan.cells[cells.length - 1 - index]!;
      const own = formatAt(edit.at);
      return { ...edit, at, ...(format === undefined || format === own ? {} : { format: own }) };
    });
    const done = this.document.apply({ cells, sheets: plan.sheets }, true);
    if ('ok' in done) return { is: 'refused', why: done.why, at: done.at, ...(done.message === undefined ? {} : { say: done.message }) };
    this.drawn(done.touched, plan.sheets.length > 0);
    return { is: 'done', undo: { cells: undo, sheets: done.sheets }, warnings: done.warnings };
  }

  async mark(marks: readonly Mark[], notes: readonly Note[], on: WorkbookSnapshot): Promise<MarkOutcome> {
    const here = (at: Addr): Addr => this.here(at, on);
    this.document.setOverlay(
      marks.map((mark) => ({ ...mark, cells: mark.cells.map(here).filter(({ sheet }) => sheet >= 0) })),
      notes.map((note) => ({ ...note, at: here(note.at) })).filter(({ at }) => at.sheet >= 0),
    );
    this.tellViewers({ is: 'marks' });
    return { leftOut: [], warnings: [] };
  }

  async traces(): Promise<Traces> {
    const inFile = tracesIn(this.document.original);
    const settings = this.store.any();
    const { marks, notes } = this.document;
    if (marks === null || notes === null) return { ...inFile, settings };
    return { marks: marks.reduce((sum, mark) => sum + mark.cells.length, 0), notes: notes.length, sheets: inFile.sheets, settings };
  }

  async removeTraces(): Promise<WriteOutcome> {
    this.document.removeTraces();
    this.store.clear();
    this.version += 1;
    this.tellViewers({ is: 'sheets' });
    return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
  }

  async select(at: Addr, on: WorkbookSnapshot, focus = false): Promise<void> {
    const here = this.here(at, on);
    if (here.sheet < 0) throw new HostError('gone', '工作簿中没有这张工作表。');
    this.tellViewers({ is: 'show', at: here, focus });
    this.pick(here.sheet, { top: here.row, left: here.col, bottom: here.row, right: here.col });
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
    this.tell({ is: 'closing' });
    this.listeners.clear();
    this.viewers.clear();
  }

  isUnknown(at: Addr): boolean {
    return this.document.isUnknown(at);
  }

  whyNot(at: Addr): string | null {
    return this.readOnly ?? this.guard?.(at) ?? inTheWay(this.book, this.looks, [{ at, after: { kind: 'blank' } }])?.say ?? null;
  }

  type(edits: readonly CellTyped[]): InTheWay | null {
    const obstacle = this.forbidden(edits) ?? inTheWay(this.book, this.looks, edits);
    if (obstacle !== null) return obstacle;
    const done = this.document.apply({ cells: edits, sheets: [] }, true);
    if (!('ok' in done))
      this.changedByPerson(
        done.touched,
        edits.map(({ at }) => at),
      );
    return null;
  }

  undo(): Addr | null | false {
    return this.canUndo ? this.stepped(this.document.undo()) : false;
  }

  redo(): Addr | null | false {
    return this.canRedo ? this.stepped(this.document.redo()) : false;
  }

  pick(sheet: number, area: Rect): void {
    const key = this.book.sheets[sheet]?.key;
    if (key !== undefined) this.tell({ is: 'selected', where: { sheet: key, ...area } });
  }

  setGuard(guard: Guard | null): void {
    this.guard = guard;
    this.tellViewers({ is: 'marks' });
  }

  subscribe(listener: (event: BenchEvent) => void): () => void {
    this.viewers.add(listener);
    return () => this.viewers.delete(listener);
  }

  markSaved(): void {
    this.savedVersion = this.version;
    this.tellViewers({ is: 'marks' });
  }

  copy(marked: boolean): Uint8Array {
    const edited = this.document.saved(marked);
    if (!edited.ok) throw new HostError(edited.why, edited.message);
    return edited.bytes;
  }

  /** What people may not do now, though the file allows it. */
  private forbidden(edits: readonly { readonly at: Addr }[]): InTheWay | null {
    if (this.readOnly !== null) return { why: 'signed', at: edits.map(({ at }) => at), say: this.readOnly };
    const kept = edits.filter(({ at }) => this.guard?.(at) != null).map(({ at }) => at);
    return kept.length === 0 ? null : { why: 'read-only', at: kept, say: this.guard?.(kept[0]!) ?? '' };
  }

  private mayStep(step: UndoStep | null): boolean {
    return step !== null && step.typed.every((at) => this.guard?.(at) == null);
  }

  private obstacle(cells: readonly CellEdit[]): InTheWay | null {
    const twice = doubled(cells);
    if (twice.length > 0) return { why: 'unsupported', at: twice, say: '同一单元格在计划中出现了两次。' };
    const inWay = inTheWay(this.book, this.looks, cells);
    if (inWay !== null) return inWay;
    const changed = changedSince(cells, this.book);
    return changed.length === 0 ? null : { why: 'changed', at: changed, say: '' };
  }

  private stepped(step: UndoStep | null): Addr | null | false {
    if (step === null) return false;
    const places = step.cells.map(({ at }) => at);
    if (step.sheets !== null) this.tellViewers({ is: 'sheets' });
    this.changedByPerson(places, places.length === 0 ? [] : step.typed.length > 0 ? step.typed : [places[0]!]);
    return step.typed[0] ?? null;
  }

  private changedByPerson(touched: readonly Addr[], typed: readonly Addr[]): void {
    this.drawn(touched, false);
    this.tell({ is: 'changed', by: 'user', where: this.placeOf(typed) });
  }

  private drawn(touched: readonly Addr[], sheets: boolean): void {
    this.version += 1;
    this.tellViewers(sheets ? { is: 'sheets' } : { is: 'cells', places: touched });
  }

  /** The area around cells of one sheet; null where they lie in several, or nowhere. */
  private placeOf(cells: readonly Addr[]): Place | null {
    const sheet = cells[0]?.sheet;
    const key = sheet === undefined ? undefined : this.book.sheets[sheet]?.key;
    if (key === undefined || cells.some((at) => at.sheet !== sheet)) return null;
    const rows = cells.map(({ row }) => row);
    const cols = cells.map(({ col }) => col);
    return { sheet: key, top: least(rows), left: least(cols), bottom: most(rows), right: most(cols) };
  }

  private here({ sheet, row, col }: Addr, on: WorkbookSnapshot): Addr {
    const key = on.sheets[sheet]?.key;
    return { sheet: this.book.sheets.findIndex((one) => one.key === key), row, col };
  }

  private tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private tellViewers(event: BenchEvent): void {
    for (const viewer of [...this.viewers]) viewer(event);
  }
}

function least(list: readonly number[]): number {
  return list.reduce((a, b) => Math.min(a, b));
}

function most(list: readonly number[]): number {
  return list.reduce((a, b) => Math.max(a, b));
}

export { displayed };
