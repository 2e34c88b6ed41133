import {
  type Addr,
  addrKey,
  type Cell,
  type CellEdit,
  contentOf,
  type EditWarning,
  type Mark,
  type Note,
  sameContent,
  type SheetChange,
  type WorkbookSnapshot,
} from '../../workbook';
import { type Edited, editWorkbook, type FilePlan, readLooks, readXlsx, removeTraces, type WorkbookLooks } from '../file';
import { cellOf, editsAgainst } from './edits';
import { FormulaGraph } from './formula-graph';
import { UndoHistory, type CellChange, type UndoStep } from './history';
import { LiveBook } from './live-sheet';
import { distinct, recompute } from './recompute';

/** What a cell is to hold, and the number format it gets with it. */
export type CellTyped = Pick<CellEdit, 'at' | 'after' | 'format'>;

/** Cells and sheets to change in one step. */
interface Change {
  readonly cells: readonly CellTyped[];
  readonly sheets: readonly SheetChange[];
}

/** Marks and notes that a saved copy is to carry; null: those of the file stay. */
interface Overlay {
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

/** A file's content and how it looks, as `readXlsx` and `readLooks` give them. */
export interface BenchRead {
  readonly book: WorkbookSnapshot;
  readonly looks: WorkbookLooks;
}

/**
 * An open .xlsx: the bytes as they came, and what has been changed over them. A copy to save is made by replaying the changes on the
 * bytes, so whatever nobody touched stays as it was, byte for byte.
 */
export class BenchDocument {
  private file: WorkbookSnapshot;
  private live: LiveBook;
  private graph: FormulaGraph;
  private drawn: WorkbookLooks;
  private readonly history = new UndoHistory();
  private readonly unknown = new Set<string>();
  private overlay: Overlay | null = null;

  /**
   * @param read what was read of these bytes before, where somebody reads them in steps
   * @throws UnreadableError
   */
  constructor(
    private bytes: Uint8Array,
    read: BenchRead = { book: readXlsx(bytes), looks: readLooks(bytes) },
  ) {
    this.file = read.book;
    this.drawn = read.looks;
    this.live = new LiveBook(this.file);
    this.graph = new FormulaGraph(this.live);
  }

  get book(): LiveBook {
    return this.live;
  }

  get looks(): WorkbookLooks {
    return this.drawn;
  }

  /** The bytes the changes lie over. */
  get original(): Uint8Array {
    return this.bytes;
  }

  get steps(): Pick<UndoHistory, 'nextBack' | 'nextForth'> {
    return this.history;
  }

  get marks(): readonly Mark[] | null {
    return this.overlay?.marks ?? null;
  }

  get notes(): readonly Note[] | null {
    return this.overlay?.notes ?? null;
  }

  /** Formulas whose value nobody here can compute since something they read was changed. */
  isUnknown(at: Addr): boolean {
    return this.unknown.has(addrKey(at));
  }

  /** Makes one step. Cells are put first, then whatever depends on them is recomputed. Answers the places that show something else now. */
  apply(
    change: Change,
    keep: boolean,
  ): { readonly touched: readonly Addr[]; readonly sheets: readonly SheetChange[]; readonly warnings: readonly EditWarning[] } | Refused {
    const sheets = change.sheets.length === 0 ? null : this.changeSheets(change.sheets);
    if (sheets !== null && !sheets.ok) return sheets;
    const cells = this.putCells(change.cells);
    const step: UndoStep = {
      cells,
      sheets: sheets === null ? null : { done: change.sheets, undo: sheets.undo.sheets },
      typed: change.cells.map(({ at }) => at),
    };
    if (keep && (cells.length > 0 || sheets !== null)) this.history.push(step);
    return { touched: distinct(cells.map(({ at }) => at)), sheets: sheets?.undo.sheets ?? [], warnings: sheets?.warnings ?? [] };
  }

  undo(): UndoStep | null {
    const step = this.history.back();
    if (step === undefined) return null;
    for (const { at, before } of [...step.cells].reverse()) this.lay(at, before);
    if (step.sheets !== null) this.changeSheets(step.sheets.undo);
    return step;
  }

  redo(): UndoStep | null {
    const step = this.history.forth();
    if (step === undefined) return null;
    if (step.sheets !== null) this.changeSheets(step.sheets.done);
    for (const { at, after } of step.cells) this.lay(at, after);
    return step;
  }

  setOverlay(marks: readonly Mark[], notes: readonly Note[]): void {
    this.overlay = { marks, notes };
  }

  /** Typed cells and recomputed formulas, against the file. */
  edits(): CellEdit[] {
    return editsAgainst(this.file, this.live, this.laidPlaces());
  }

  /** The bytes of a copy with everything in it. `marked`: with the marks and notes laid over. */
  saved(marked: boolean): Edited {
    const cells = this.edits();
    const plan: FilePlan = { ...(cells.length > 0 ? { cells } : {}), ...(marked && this.overlay !== null ? this.overlay : {}) };
    if (cells.length === 0 && plan.marks === undefined)
      return { ok: true, bytes: this.bytes, undo: { cells: [], sheets: [] }, warnings: [] };
    return editWorkbook(this.bytes, plan);
  }

  /** Takes marks, notes and sheets of ours away, from the file's bytes too. Not undone. */
  removeTraces(): void {
    this.overlay = null;
    this.rebase(removeTraces(this.bytes));
    this.history.clear();
  }

  /** Everything typed is given back to whoever restores it later. */
  laid(): readonly (readonly [at: Addr, cell: Cell])[] {
    return [...this.laidPlaces()].map((at) => [at, this.live.sheets[at.sheet]!.at(at.row, at.col)!] as const);
  }

  private *laidPlaces(): Iterable<Addr> {
    for (const [sheet, one] of this.live.sheets.entries()) for (const [row, col] of one.allLaid()) yield { sheet, row, col };
  }

  private putCells(cells: Change['cells']): CellChange[] {
    const made: CellChange[] = [];
    for (const { at, after, format } of cells) {
      const own = sameContent(after, contentOf(this.file, at))
        ? undefined
        : cellOf(after, format ?? this.live.sheets[at.sheet]!.formatAt(at.row, at.col));
      made.push({ at, before: this.laidAt(at), after: own });
      this.lay(at, own);
    }
    return made.length === 0 ? made : [...made, ...this.recomputeAfter(cells.map(({ at }) => at))];
  }

  private recomputeAfter(changed: readonly Addr[]): CellChange[] {
    const { ordered, circular } = this.graph.affectedBy(changed);
    const places = distinct([...ordered, ...circular].map(({ at }) => at));
    const before = places.map((at) => this.laidAt(at));
    recompute(this.live, this.graph, changed);
    return places.map((at, index) => {
      const after = this.laidAt(at);
      this.noteUnknown(at);
      return { at, before: before[index], after };
    });
  }

  private laidAt({ sheet, row, col }: Addr): Cell | undefined {
    return this.live.sheets[sheet]?.laid(row, col);
  }

  private lay(at: Addr, cell: Cell | undefined): void {
    const sheet = this.live.sheets[at.sheet];
    if (sheet === undefined) return;
    const was = sheet.at(at.row, at.col)?.formula;
    sheet.put(at.row, at.col, cell);
    const formula = sheet.at(at.row, at.col)?.formula;
    if (formula !== was) this.graph.put(at, formula);
    this.noteUnknown(at);
  }

  /** A formula laid over the file without a value is one that we could not compute. */
  private noteUnknown(at: Addr): void {
    const cell = this.laidAt(at);
    if (cell?.formula !== undefined && cell.value === null) this.unknown.add(addrKey(at));
    else this.unknown.delete(addrKey(at));
  }

  private changeSheets(sheets: readonly SheetChange[]): Edited {
    const edited = editWorkbook(this.bytes, { sheets });
    if (edited.ok) this.rebase(edited.bytes);
    return edited;
  }

  private rebase(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.file = readXlsx(bytes);
    this.drawn = readLooks(bytes);
    this.live = this.live.over(this.file);
    this.graph = new FormulaGraph(this.live);
  }
}

type Refused = Extract<Edited, { ok: false }>;
