/** Where rows and columns of a sheet stand when it is drawn: sizes in CSS pixels at 100 %, blocks of rows, what stays when scrolling. */
import { columnOf, type SheetLooks, type WorkbookLooks } from '../../hosts/workbench';
import type { Rect, SheetSnapshot } from '../../workbook';

const PIXELS_A_POINT = 96 / 72;
/** Rows of one block: few enough to be drawn without being felt. */
const BLOCK_ROWS = 20;
/** Empty rows drawn below what is used, so that a line can be added. */
const SPARE_ROWS = 3;
/** Empty rows that may fill the window. */
const MOST_FILLING = 80;
const FROZEN_SHARE = 0.45;
const PLAIN_ROW_PT = 15;
const PLAIN_COL = 10;
const MIN_COLS = 6;
const MAX_COLS = 256;
const MAX_ROWS = 100_000;

export interface RowBlock {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  /** What its rows come to before they are drawn. */
  readonly height: number;
}

export interface Geometry {
  readonly rows: number;
  readonly cols: number;
  /** Widths of all columns; 0 for hidden ones. */
  readonly widths: readonly number[];
  /** Columns that are drawn, from left to right. */
  readonly shownCols: readonly number[];
  readonly width: number;
  /** Width of the column of row numbers. */
  readonly headWidth: number;
  readonly blocks: readonly RowBlock[];
  /** The first block is of rows that stay; columns that stay. */
  readonly frozen: { readonly rows: boolean; readonly cols: number };
  rowHeight(row: number): number;
  isShown(row: number): boolean;
}

/** Rows and columns that are hidden in the file and shown here all the same, because somebody went there. */
export interface Revealed {
  readonly rows: ReadonlySet<number>;
  readonly cols: ReadonlySet<number>;
}

export interface Drawing {
  readonly sheet: SheetSnapshot;
  readonly looks: SheetLooks | null;
  readonly book: WorkbookLooks | null;
  readonly revealed: Revealed;
  /** 1: as large as the file says. */
  readonly scale: number;
  /** Height of the window: frozen rows take less than half of it, and empty rows fill what the sheet leaves of it. */
  readonly windowHeight: number;
}

/** Pixels of all columns at 100 %, without the row numbers. */
export function naturalWidth({ sheet, looks, book, revealed }: Omit<Drawing, 'scale' | 'windowHeight'>): number {
  const digit = digitWidth(book);
  return columnsOf(sheet, looks).reduce((sum, col) => sum + (isHidden(sheet, col, revealed) ? 0 : widthOf(looks, col, digit)), 0);
}

export function geometryOf({ sheet, looks, book, revealed, scale, windowHeight }: Drawing): Geometry {
  const digit = digitWidth(book);
  const widths = scaled(
    columnsOf(sheet, looks).map((col) => (isHidden(sheet, col, revealed) ? 0 : widthOf(looks, col, digit))),
    scale,
  );
  const cols = widths.length;
  const isShown = (row: number): boolean => sheet.rowHidden(row) !== true || revealed.rows.has(row);
  const rowHeight = (row: number): number =>
    Math.round((looks?.rows.get(row)?.height ?? looks?.rowHeight ?? PLAIN_ROW_PT) * PIXELS_A_POINT * scale);
  const heightOf = (row: number): number => (isShown(row) ? rowHeight(row) : 0);
  const rows = rowsToDraw(sheet, looks, heightOf, windowHeight);
  const frozen = frozenRows(sheet, looks, rows, heightOf, windowHeight * FROZEN_SHARE);
  const shownCols = widths.flatMap((width, col) => (width > 0 ? [col] : []));
  const headWidth = headWidthOf(rows);
  return {
    rows,
    cols,
    widths,
    shownCols,
    width: widths.reduce((sum, one) => sum + one, 0) + headWidth,
    headWidth,
    blocks: blocksOf(sheet.merges, rows, frozen, heightOf),
    frozen: { rows: frozen > 0, cols: frozenCols(sheet, looks, widths) },
    rowHeight,
    isShown,
  };
}

/** Rounded so that they add up to what they are scaled to. */
function scaled(widths: readonly number[], scale: number): number[] {
  let before = 0;
  let exact = 0;
  return widths.map((width) => {
    if (width === 0) return 0;
    exact += width * scale;
    const own = Math.max(4, Math.round(exact) - before);
    before += own;
    return own;
  });
}

/** Width of the column of row numbers, whatever the scale. */
export function headWidthOf(rows: number): number {
  return Math.max(36, 14 + 8 * String(rows).length);
}

function columnsOf(sheet: SheetSnapshot, looks: SheetLooks | null): number[] {
  return Array.from({ length: Math.min(MAX_COLS, Math.max(sheet.cols, looks?.extent.cols ?? 0, MIN_COLS)) }, (_, col) => col);
}

function isHidden(sheet: SheetSnapshot, col: number, revealed: Revealed): boolean {
  return sheet.colHidden(col) === true && !revealed.cols.has(col);
}

/** What is used, a few rows more, and as many as fill the window. */
function rowsToDraw(sheet: SheetSnapshot, looks: SheetLooks | null, heightOf: (row: number) => number, windowHeight: number): number {
  const used = Math.max(sheet.rows, looks?.extent.rows ?? 0, lastOf(sheet.merges, 'bottom', sheet.rows + SPARE_ROWS)) + SPARE_ROWS;
  let rows = Math.min(MAX_ROWS, used);
  let height = 0;
  for (let row = 0; row < rows && height < windowHeight; row += 1) height += heightOf(row);
  while (height < windowHeight && rows < used + MOST_FILLING) {
    height += heightOf(rows);
    rows += 1;
  }
  return rows;
}

/** A merge over empty cells, down to the sheet's end, does not count. */
function lastOf(merges: readonly Rect[], side: 'bottom', most: number): number {
  return merges.reduce((last, rect) => (rect[side] < most ? Math.max(last, rect[side] + 1) : last), 0);
}

/** Pixels of one digit of the default font, by which widths are counted. */
function digitWidth(book: WorkbookLooks | null): number {
  if (book === null) return 7;
  const { name, size } = book.font;
  const half = (size * PIXELS_A_POINT) / 2;
  // Faces of two widths give a digit half a square; those of the West a little less.
  return /[\u3400-\u9fff]|sim|song|hei|kai|fang/i.test(name) ? Math.ceil(half) : Math.max(1, Math.round(half * 0.955));
}

function widthOf(looks: SheetLooks | null, col: number, digit: number): number {
  const width = looks === null ? PLAIN_COL : (columnOf(looks.columns, col)?.width ?? looks.colWidth);
  return Math.max(8, Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit));
}

/** How many rows stay: none where they would fill the window, or where a merge would be cut. */
function frozenRows(sheet: SheetSnapshot, looks: SheetLooks | null, rows: number, heightOf: (row: number) => number, most: number): number {
  const asked = Math.min(looks?.frozen.rows ?? 0, rows - 1);
  if (asked <= 0 || sheet.merges.some(({ top, bottom }) => top < asked && bottom >= asked)) return 0;
  let height = 0;
  for (let row = 0; row < asked; row += 1) height += heightOf(row);
  return height <= most ? asked : 0;
}

function frozenCols(sheet: SheetSnapshot, looks: SheetLooks | null, widths: readonly number[]): number {
  const asked = Math.min(looks?.frozen.cols ?? 0, widths.length - 1);
  const width = widths.slice(0, asked).reduce((sum, one) => sum + one, 0);
  return asked > 0 && width < 420 && !sheet.merges.some(({ left, right, top }) => left < asked && right >= asked && top > 3) ? asked : 0;
}

/** Blocks of about twenty rows; none ends within a merge. */
function blocksOf(merges: readonly Rect[], rows: number, frozen: number, heightOf: (row: number) => number): RowBlock[] {
  const holds = new Uint8Array(rows);
  for (const { top, bottom } of merges) for (let row = top; row < Math.min(bottom, rows - 1); row += 1) holds[row] = 1;
  const blocks: RowBlock[] = [];
  let from = 0;
  let height = 0;
  for (let row = 0; row < rows; row += 1) {
    height += heightOf(row);
    const full = row - from + 1 >= BLOCK_ROWS && holds[row] === 0;
    if (!full && row !== rows - 1 && row !== frozen - 1) continue;
    blocks.push({ from, to: row, height });
    from = row + 1;
    height = 0;
  }
  return blocks;
}
