import { CompactSheet, GENERAL, type StoredStyle, type SheetData, type StoredFormula } from './snapshot';
import type { CellValue, Rect, SheetSnapshot, SheetState } from './types';

/**
 * Collects the cells of one sheet and packs them. Cells are best given in reading order; any order works, and of
 * two cells at one place the later wins.
 */
export class SheetBuilder {
  state: SheetState = 'visible';
  protected = false;
  /** Set by hosts whose sheets have keys of their own. */
  key: string | null = null;
  /** What a host cannot tell. */
  hiddenKnown = true;
  locksKnown = true;
  readonly merges: Rect[] = [];
  /** Set, if only to an empty list, by hosts that see pictures. */
  pictures: Rect[] | null = null;
  private readonly rowOf: number[] = [];
  private readonly colOf: number[] = [];
  private readonly styleOf: number[] = [];
  private readonly values: CellValue[] = [];
  private readonly formulas: StoredFormula[] = [];
  private readonly hiddenRows = new RunCollector();
  private readonly hiddenCols = new RunCollector();
  private readonly ownStyles = new Map<string, number>();
  private styles: readonly StoredStyle[] = [GENERAL];
  private inOrder = true;
  private lastRow = -1;
  private lastCol = -1;

  constructor(readonly name: string) {}

  /** Number of cells given so far. */
  get size(): number {
    return this.rowOf.length;
  }

  /** Takes a reader's own style table, which may still grow, so that `add` can name styles by their place in it. */
  useStyles(styles: readonly StoredStyle[]): void {
    this.styles = styles;
    this.ownStyles.clear();
  }

  /** One cell with its format spelled out; `formula` without "=". */
  set(row: number, col: number, value: CellValue, format = 'General', formula?: string, locked = true): this {
    this.add(row, col, value, this.styleFor(format, locked), formula);
    return this;
  }

  /** One cell whose style is a place in the table given to `useStyles`. */
  add(row: number, col: number, value: CellValue, style: number, formula: StoredFormula): void {
    if (row < this.lastRow || (row === this.lastRow && col <= this.lastCol)) this.inOrder = false;
    this.lastRow = row;
    this.lastCol = col;
    this.rowOf.push(row);
    this.colOf.push(col);
    this.styleOf.push(style);
    this.values.push(value);
    this.formulas.push(formula);
  }

  merge(rect: Rect): this {
    this.merges.push(rect);
    return this;
  }

  /** Hides rows `from` to `to`, inclusive. */
  hideRows(from: number, to = from): this {
    this.hiddenRows.add(from, to);
    return this;
  }

  hideCols(from: number, to = from): this {
    this.hiddenCols.add(from, to);
    return this;
  }

  build(): SheetSnapshot {
    return new CompactSheet(this.buildData());
  }

  buildData(): SheetData {
    if (!this.inOrder) this.sort();
    const count = this.rowOf.length;
    const rowIds: number[] = [];
    const rowFrom: number[] = [];
    let rows = 0;
    let cols = 0;
    for (let index = 0; index < count; index += 1) {
      const row = this.rowOf[index]!;
      if (row !== rowIds[rowIds.length - 1]) {
        rowIds.push(row);
        rowFrom.push(index);
      }
      if (this.values[index] === null && this.formulas[index] === undefined) continue;
      rows = row + 1;
      if (this.colOf[index]! >= cols) cols = this.colOf[index]! + 1;
    }
    rowFrom.push(count);
    return {
      ...(this.key === null ? {} : { key: this.key }),
      name: this.name,
      state: this.state,
      protected: this.protected,
      rows,
      cols,
      merges: this.merges,
      pictures: this.pictures,
      hiddenRows: this.hiddenKnown ? this.hiddenRows.runs() : null,
      hiddenCols: this.hiddenKnown ? this.hiddenCols.runs() : null,
      ...(this.locksKnown ? {} : { locksKnown: false }),
      styleTable: this.styles,
      rowIds: Int32Array.from(rowIds),
      rowFrom: Int32Array.from(rowFrom),
      cellCols: Uint16Array.from(this.colOf),
      cellStyles: Uint16Array.from(this.styleOf),
      values: this.values,
      formulas: this.formulas,
    };
  }

  private styleFor(format: string, locked: boolean): number {
    const key = (locked ? 'L' : 'U') + format;
    const known = this.ownStyles.get(key);
    if (known !== undefined) return known;
    const style = this.styles.length;
    if (this.ownStyles.size === 0) this.styles = [...this.styles];
    (this.styles as StoredStyle[]).push({ format, locked });
    this.ownStyles.set(key, style);
    return style;
  }

  /** Reading order, the last of doubles kept. */
  private sort(): void {
    const order = this.rowOf.map((_, index) => index);
    order.sort((a, b) => this.rowOf[a]! - this.rowOf[b]! || this.colOf[a]! - this.colOf[b]! || a - b);
    const kept = order.filter((index, place) => {
      const next = order[place + 1];
      return next === undefined || this.rowOf[next] !== this.rowOf[index] || this.colOf[next] !== this.colOf[index];
    });
    permute(this.rowOf, kept);
    permute(this.colOf, kept);
    permute(this.styleOf, kept);
    permute(this.values, kept);
    permute(this.formulas, kept);
    this.inOrder = true;
    this.lastRow = this.rowOf[kept.length - 1] ?? -1;
    this.lastCol = this.colOf[kept.length - 1] ?? -1;
  }
}

function permute<T>(list: T[], order: readonly number[]): void {
  const copy = order.map((index) => list[index]!);
  list.length = 0;
  for (const item of copy) list.push(item);
}

/** Gathers intervals in any order and joins those that touch: a million hidden rows are one pair. */
class RunCollector {
  private readonly pairs: number[] = [];
  private inOrder = true;

  add(from: number, to: number): void {
    const last = this.pairs.length - 1;
    const lastTo = this.pairs[last];
    if (lastTo !== undefined && from === lastTo + 1) {
      this.pairs[last] = to;
      return;
    }
    if (lastTo !== undefined && from <= lastTo) this.inOrder = false;
    this.pairs.push(from, to);
  }

  runs(): readonly number[] {
    return this.inOrder ? this.pairs : joined(this.pairs);
  }
}

function joined(pairs: readonly number[]): number[] {
  const runs: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) runs.push([pairs[i]!, pairs[i + 1]!]);
  runs.sort((a, b) => a[0] - b[0]);
  const out: number[] = [];
  for (const [from, to] of runs) {
    const lastTo = out[out.length - 1];
    if (lastTo !== undefined && from <= lastTo + 1) out[out.length - 1] = Math.max(lastTo, to);
    else out.push(from, to);
  }
  return out;
}
