import type { EditWarning, Mark, Note, WorkbookSnapshot } from '../../workbook';
import type { Host, HostCan, HostPlan, LeftOut, MarkOutcome, Traces, WriteOutcome } from '../port';
import { editWorkbook, removeTraces, type FilePlan } from './editor/edit-workbook';
import { tracesIn } from './editor/traces-in';
import { readWorkbook, type ReadOptions } from './read-workbook';
import { sniff } from './sniff';

export interface FileHostOptions extends ReadOptions {
  /** Name of the file, for people. */
  readonly name?: string;
}

/** The port over the bytes of a file: what is written is in `bytes`. Reading leaves the file's own number of sheets as it is. */
export class FileHost implements Host {
  readonly kind = 'file';
  readonly name: string;
  /** Of all edits so far. */
  readonly warnings: EditWarning[] = [];
  private readonly stored = new Map<string, string>();

  constructor(
    private current: Uint8Array,
    private readonly options: FileHostOptions = {},
  ) {
    this.name = options.name ?? '';
  }

  /** The workbook as it is now. */
  get bytes(): Uint8Array {
    return this.current;
  }

  /** Old formats are read and never written. */
  async open(): Promise<HostCan> {
    const write = sniff(this.current) === 'xlsx';
    return {
      notes: write,
      marks: write ? 'persistent' : 'none',
      addSheets: write,
      formats: true,
      undoGroup: false,
      calculates: false,
      oldFormat: !write,
      write,
      select: false,
      watch: false,
      storage: 'none',
    };
  }

  async read(signal?: AbortSignal): Promise<WorkbookSnapshot> {
    signal?.throwIfAborted();
    return readWorkbook(this.current, this.options);
  }

  async write(plan: HostPlan): Promise<WriteOutcome> {
    if (plan.cells.length + plan.sheets.length === 0) return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
    const edited = editWorkbook(this.current, plan);
    if (!edited.ok)
      return { is: 'refused', why: edited.why, at: edited.at, ...(edited.message === undefined ? {} : { say: edited.message }) };
    this.take(edited.bytes, edited.warnings);
    return { is: 'done', undo: edited.undo, warnings: edited.warnings };
  }

  async mark(marks: readonly Mark[], notes: readonly Note[]): Promise<MarkOutcome> {
    return this.put({ marks, notes }, [...marks.flatMap((mark) => mark.cells), ...notes.map((note) => note.at)]);
  }

  async traces(): Promise<Traces> {
    return tracesIn(this.current);
  }

  async removeTraces(): Promise<WriteOutcome> {
    this.take(removeTraces(this.current), []);
    return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
  }

  /** A file shows nothing. */
  async select(): Promise<void> {
    return undefined;
  }

  /** A file does not change by itself. */
  watch(): () => void {
    return () => undefined;
  }

  async load(key: string): Promise<string | null> {
    return this.stored.get(key) ?? null;
  }

  async save(key: string, text: string | null): Promise<void> {
    if (text === null) this.stored.delete(key);
    else this.stored.set(key, text);
  }

  async close(): Promise<void> {
    return undefined;
  }

  private put(plan: FilePlan, asked: LeftOut['at']): MarkOutcome {
    const edited = editWorkbook(this.current, plan);
    if (!edited.ok) return { leftOut: [{ at: edited.at.length > 0 ? edited.at : asked, why: edited.why }], warnings: [] };
    this.take(edited.bytes, edited.warnings);
    const occupied = edited.warnings.flatMap((warning) => (warning.kind === 'note-left-out' ? warning.at : []));
    return { leftOut: occupied.length === 0 ? [] : [{ at: occupied, why: 'occupied' }], warnings: edited.warnings };
  }

  private take(bytes: Uint8Array, warnings: readonly EditWarning[]): void {
    this.current = bytes;
    this.warnings.push(...warnings);
  }
}
