import type { Cell, CellValue, Rect, SheetSnapshot, SheetState } from './types';

/** A sheet with other values laid over some of its formulas; everything else is the sheet's own. */
export class OverlaySheet implements SheetSnapshot {
  readonly key: string;
  readonly name: string;
  readonly state: SheetState;
  readonly protected: boolean;
  readonly ours: boolean;
  readonly rows: number;
  readonly cols: number;
  readonly merges: readonly Rect[];
  readonly pictures: readonly Rect[] | null;
  readonly rowIds: SheetSnapshot['rowIds'];
  readonly unread: SheetSnapshot['unread'];
  private readonly over = new Map<number, Map<number, CellValue>>();

  constructor(private readonly base: SheetSnapshot) {
    this.key = base.key;
    this.name = base.name;
    this.state = base.state;
    this.protected = base.protected;
    this.ours = base.ours ?? false;
    this.rows = base.rows;
    this.cols = base.cols;
    this.merges = base.merges;
    this.pictures = base.pictures;
    this.rowIds = base.rowIds;
    this.unread = base.unread;
  }

  put(row: number, col: number, value: CellValue): void {
    const own = this.over.get(row);
    if (own === undefined) this.over.set(row, new Map([[col, value]]));
    else own.set(col, value);
  }

  at(row: number, col: number): Cell | undefined {
    return this.laid(row, col, this.base.at(row, col));
  }

  valueAt(row: number, col: number): CellValue {
    const own = this.over.get(row)?.get(col);
    return own === undefined ? this.base.valueAt(row, col) : own;
  }

  formatAt(row: number, col: number): string {
    return this.base.formatAt(row, col);
  }

  cellsOfRow(row: number): Iterable<readonly [col: number, cell: Cell]> {
    if (!this.over.has(row)) return this.base.cellsOfRow(row);
    return [...this.base.cellsOfRow(row)].map(([col, cell]) => [col, this.laid(row, col, cell)!] as const);
  }

  rowHidden(row: number): boolean | null {
    return this.base.rowHidden(row);
  }

  colHidden(col: number): boolean | null {
    return this.base.colHidden(col);
  }

  locked(row: number, col: number): boolean | null {
    return this.base.locked(row, col);
  }

  private laid(row: number, col: number, cell: Cell | undefined): Cell | undefined {
    const value = this.over.get(row)?.get(col);
    return value === undefined || cell === undefined ? cell : { ...cell, value };
  }
}
