import type { WorkbookSnapshot } from '../../workbook/types';
import type { Applied, EditWarning, Host, WritePlan } from '../../workbook/write-plan';
import { editWorkbook } from './editor/edit-workbook';
import { readWorkbook, type ReadOptions } from './read-workbook';

/** The Host port over the bytes of a file: what is written is in `bytes`. */
export class FileHost implements Host {
  readonly kind = 'file';
  readonly can = { select: false, watch: false, notes: true, marks: true };
  /** Of all edits so far. */
  readonly warnings: EditWarning[] = [];

  constructor(
    private current: Uint8Array,
    private readonly options: ReadOptions = {},
  ) {}

  /** The workbook as it is now. */
  get bytes(): Uint8Array {
    return this.current;
  }

  read(): Promise<WorkbookSnapshot> {
    return readWorkbook(this.current, this.options);
  }

  async apply(plan: Pick<WritePlan, 'cells' | 'sheets'>): Promise<Applied> {
    const edited = editWorkbook(this.current, { cells: plan.cells, sheets: plan.sheets });
    if (!edited.ok) return { ok: false, why: edited.why, at: edited.at };
    this.take(edited.bytes, edited.warnings);
    return { ok: true, undo: edited.undo };
  }

  async mark(marks: WritePlan['marks'], notes: WritePlan['notes']): Promise<void> {
    const edited = editWorkbook(this.current, { marks, notes });
    if (edited.ok) this.take(edited.bytes, edited.warnings);
  }

  /** Marks and notes of ours; our sheets stay. */
  async clearMarks(): Promise<void> {
    await this.mark([], []);
  }

  /** A file shows nothing. */
  async select(): Promise<void> {
    return undefined;
  }

  /** A file does not change by itself. */
  watch(): () => void {
    return () => undefined;
  }

  private take(bytes: Uint8Array, warnings: readonly EditWarning[]): void {
    this.current = bytes;
    this.warnings.push(...warnings);
  }
}
