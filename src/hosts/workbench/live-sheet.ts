import { type Cell, type CellValue, GENERAL, type Rect, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook';

/** A sheet with cells laid over it that change as people type. */
export class LiveSheet implements SheetSnapshot {
  readonly key: string;
  readonly name: string;
  readonly state: SheetSnapshot['state'];
  readonly protected: boolean;
  readonly ours: boolean;
  readonly merges: readonly Rect[];
  readonly pictures: readonly Rect[] | null;
  readonly unread: SheetSnapshot['unread'];
  private lastRow: number;
  private lastCol: number;

  /** `over`: by row, then by column. */
  constructor(
    readonly base: SheetSnapshot,
    private readonly over: Map<number, Map<number, Cell>> = new Map(),
  ) {
    this.key = base.key;
    this.name = base.name;
    this.state = base.state;
    this.protected = base.protected;
    this.ours = base.ours ?? false;
    this.merges = base.merges;
    this.pictures = base.pictures;
    this.unread = base.unread;
    this.lastRow = base.rows;
    this.lastCol = base.cols;
    for (const [row, cells] of over) for (const [col, cell] of cells) this.reach(row, col, cell);
  }

  get rows(): number {
    return this.lastRow;
  }

  get cols(): number {
    return this.lastCol;
  }

  /** undefined: the file's own cell shows again. */
  put(row: number, col: number, cell: Cell | undefined): void {
    const cells = this.over.get(row);
    if (cell === undefined) {
      cells?.delete(col);
      if (cells?.size === 0) this.over.delete(row);
      return;
    }
    if (cells === undefined) this.over.set(row, new Map([[col, cell]]));
    else cells.set(col, cell);
    this.reach(row, col, cell);
  }

  /** The cell laid over this place; undefined where the file's own shows. */
  laid(row: number, col: number): Cell | undefined {
    return this.over.get(row)?.get(col);
  }

  /** All cells laid over, in no order. */
  *allLaid(): Iterable<readonly [row: number, col: number, cell: Cell]> {
    for (const [row, cells] of this.over) for (const [col, cell] of cells) yield [row, col, cell];
  }

  /** The sheet as it is now; later changes do not reach it. */
  copy(base: SheetSnapshot = this.base): LiveSheet {
    return new LiveSheet(base, new Map([...this.over].map(([row, cells]) => [row, new Map(cells)])));
  }

  at(row: number, col: number): Cell | undefined {
    return this.laid(row, col) ?? this.base.at(row, col);
  }

  valueAt(row: number, col: number): CellValue {
    const own = this.laid(row, col);
    return own === undefined ? this.base.valueAt(row, col) : own.value;
  }

  formatAt(row: number, col: number): string {
    return this.laid(row, col)?.format ?? this.base.formatAt(row, col);
  }

  cellsOfRow(row: number): Iterable<readonly [col: number, cell: Cell]> {
    const own = this.over.get(row);
    if (own === undefined) return this.base.cellsOfRow(row);
    const rest = [...this.base.cellsOfRow(row)].filter(([col]) => !own.has(col));
    const filled = [...own].filter(([, cell]) => cell.value !== null || cell.formula !== undefined);
    return [...rest, ...filled].sort((a, b) => a[0] - b[0]);
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

  private reach(row: number, col: number, cell: Cell): void {
    if (cell.value === null && cell.formula === undefined) return;
    this.lastRow = Math.max(this.lastRow, row + 1);
    this.lastCol = Math.max(this.lastCol, col + 1);
  }
}

/** A workbook whose cells change as people type; its sheets stay the same objects. */
export class LiveBook implements WorkbookSnapshot {
  readonly externalLinks: WorkbookSnapshot['externalLinks'];
  readonly date1904: boolean;

  constructor(
    base: WorkbookSnapshot,
    readonly sheets: readonly LiveSheet[] = base.sheets.map((sheet) => new LiveSheet(sheet)),
  ) {
    this.externalLinks = base.externalLinks;
    this.date1904 = base.date1904;
  }

  /** As it is now, for whoever keeps it while people go on typing. */
  copy(): WorkbookSnapshot {
    return new LiveBook(
      this,
      this.sheets.map((sheet) => sheet.copy()),
    );
  }

  /** The same cells over sheets read anew, found again by their keys. */
  over(base: WorkbookSnapshot): LiveBook {
    const known = new Map(this.sheets.map((sheet) => [sheet.key, sheet]));
    return new LiveBook(
      base,
      base.sheets.map((sheet) => known.get(sheet.key)?.copy(sheet) ?? new LiveSheet(sheet)),
    );
  }
}

/** A blank cell with the format of the one it replaces. */
export function blankCell(format: string = GENERAL.format): Cell {
  return { value: null, format };
}
