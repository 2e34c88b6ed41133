import type { Addr, Cell, SheetChange } from '../../workbook';

/** One cell in one step: the cell laid over the file before and after it (undefined: the file's own). */
export interface CellChange {
  readonly at: Addr;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

/** What one 撤销 takes back. */
export interface UndoStep {
  /** In the order they were made; a cell may come twice (typed, then calculated). */
  readonly cells: readonly CellChange[];
  /** Sheets of ours put or removed, and the way back. */
  readonly sheets: { readonly done: readonly SheetChange[]; readonly undo: readonly SheetChange[] } | null;
  /** The cells somebody changed; the others follow from them. The eye goes to the first. */
  readonly typed: readonly Addr[];
}

const MOST_STEPS = 500;

/** 撤销 and 重做. */
export class UndoHistory {
  private done: UndoStep[] = [];
  private undone: UndoStep[] = [];

  /** What 撤销 would take back. */
  get nextBack(): UndoStep | null {
    return this.done[this.done.length - 1] ?? null;
  }

  /** What 重做 would make again. */
  get nextForth(): UndoStep | null {
    return this.undone[this.undone.length - 1] ?? null;
  }

  push(step: UndoStep): void {
    this.done.push(step);
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone = [];
  }

  back(): UndoStep | undefined {
    const step = this.done.pop();
    if (step !== undefined) this.undone.push(step);
    return step;
  }

  forth(): UndoStep | undefined {
    const step = this.undone.pop();
    if (step !== undefined) this.done.push(step);
    return step;
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}
