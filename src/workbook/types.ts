/**
 * What a workbook is to us: plain data, no host in it. Rows, columns and sheets are 0-based everywhere inside;
 * A1 stands only at the edges (see address.ts).
 */

/** An error value as the file states it, e.g. `{ error: '#REF!' }`. */
export interface CellError {
  readonly error: string;
}

/** A cell's stored value. A date is its serial number in the workbook's date system, with a date format beside it. */
export type CellValue = null | number | string | boolean | CellError;

export interface Addr {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** Inclusive on all four sides. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Cell {
  readonly value: CellValue;
  /** Without "=", in en-US grammar; shared formulas are expanded for the cell they stand in. */
  readonly formula?: string;
  /** Number format code, "General" when none is set. */
  readonly format: string;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface SheetSnapshot {
  /** Finds the sheet again when people have moved or renamed it; unique in the workbook. A file's sheets have their names. */
  readonly key: string;
  readonly name: string;
  readonly state: SheetState;
  readonly protected: boolean;
  /** A sheet this program has added (审核结果, 自评小结): never read as a table. */
  readonly ours?: boolean;
  /** Why its content is not here: the sheet stands in its place empty, and nothing may be concluded from that. */
  readonly unread?: 'too-many-cells' | 'too-much-formula' | 'damaged' | undefined;
  /** One more than the last used row; 0 for an empty sheet. */
  readonly rows: number;
  /** The rows that are stored, ascending; undefined where the host does not know them. */
  readonly rowIds?: ArrayLike<number> | undefined;
  /** One more than the last used column. */
  readonly cols: number;
  readonly merges: readonly Rect[];
  /** Places that pictures fill or cover, be they in a cell or over some; null: this host cannot tell. See pictureIn. */
  readonly pictures: readonly Rect[] | null;
  /** undefined where the file has no cell; a cell that only carries a style has `value: null`. */
  at(row: number, col: number): Cell | undefined;
  /** The value alone, without building a Cell: the fast way to read. null where there is none. */
  valueAt(row: number, col: number): CellValue;
  /** The number format alone; "General" where there is no cell. */
  formatAt(row: number, col: number): string;
  /** Cells of a row from left to right, those without content left out. */
  cellsOfRow(row: number): Iterable<readonly [col: number, cell: Cell]>;
  /** null: this host cannot tell. */
  rowHidden(row: number): boolean | null;
  colHidden(col: number): boolean | null;
  /** True unless the cell's own style unlocks it; only means something when the sheet is `protected`. null: this host cannot tell. */
  locked(row: number, col: number): boolean | null;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** Targets of external links as written in the file; null: this host cannot tell. */
  readonly externalLinks: readonly string[] | null;
  readonly date1904: boolean;
}
