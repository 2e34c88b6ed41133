import { parseRect } from '../../src/workbook/address';
import { SheetBuilder } from '../../src/workbook/sheet-builder';
import type { CellError, CellValue, Rect, SheetSnapshot, SheetState, WorkbookSnapshot } from '../../src/workbook/types';

/** A cell with more than a value: `{ f: 'SUM(A1:A3)', v: 6 }`, `{ v: 0.5, format: '0%' }`, `{ v: 1, locked: false }`. */
export interface RichCell {
  readonly v?: CellValue;
  readonly f?: string;
  readonly format?: string;
  readonly locked?: boolean;
}

/** undefined leaves no cell at all; null leaves an empty one. */
export type TestCell = CellValue | undefined | RichCell;

export interface SheetOptions {
  readonly merges?: readonly (string | Rect)[];
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
  readonly state?: SheetState;
  readonly protected?: boolean;
  /** Ranges that pictures cover; null: a host that cannot see them. Default: none. */
  readonly pictures?: readonly string[] | null;
}

/** A sheet from rows of values, the first being row 0. */
export function sheetOf(name: string, rows: readonly (readonly TestCell[])[], options: SheetOptions = {}): SheetSnapshot {
  const builder = new SheetBuilder(name);
  rows.forEach((cells, row) => cells.forEach((cell, col) => put(builder, row, col, cell)));
  for (const merge of options.merges ?? []) builder.merge(typeof merge === 'string' ? rectOf(merge) : merge);
  for (const row of options.hiddenRows ?? []) builder.hideRows(row);
  for (const col of options.hiddenCols ?? []) builder.hideCols(col);
  builder.state = options.state ?? 'visible';
  builder.protected = options.protected ?? false;
  builder.pictures = options.pictures === null ? null : (options.pictures ?? []).map(rectOf);
  return builder.build();
}

/** A workbook of such sheets. */
export function bookOf(
  sheets: readonly SheetSnapshot[] | SheetSnapshot,
  rest: Partial<Omit<WorkbookSnapshot, 'sheets'>> = {},
): WorkbookSnapshot {
  return { sheets: Array.isArray(sheets) ? sheets : [sheets as SheetSnapshot], externalLinks: [], date1904: false, ...rest };
}

function put(builder: SheetBuilder, row: number, col: number, cell: TestCell): void {
  if (cell === undefined) return;
  if (cell === null || typeof cell !== 'object' || isError(cell)) builder.set(row, col, cell);
  else builder.set(row, col, cell.v ?? null, cell.format, cell.f, cell.locked);
}

function isError(cell: RichCell | CellError): cell is CellError {
  return 'error' in cell;
}

function rectOf(text: string): Rect {
  const rect = parseRect(text);
  if (rect === null) throw new Error(`not a range: ${text}`);
  return rect;
}
