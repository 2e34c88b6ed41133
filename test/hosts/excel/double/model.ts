/** The workbook inside the simulated Excel: cells, looks, protection, rules. Knows nothing of requests. */
import { SheetBuilder } from '../../../../src/workbook/sheet-builder';
import { workbookFromData } from '../../../../src/workbook/snapshot';
import type { CellValue, Rect, SheetSnapshot, SheetState, WorkbookSnapshot } from '../../../../src/workbook/types';

export type Json = unknown;

export interface ModelCell {
  value: CellValue;
  /** Without "=". */
  formula?: string;
  format: string;
  locked: boolean;
  /** The text was entered with a quote sign in front. */
  quoted?: boolean;
  /** Other looks by path, e.g. font.bold. */
  looks: Map<string, Json>;
  link?: Json;
}

export interface ModelRule {
  readonly id: string;
  readonly type: string;
  formula: string;
  areas: Rect[];
  looks: Map<string, Json>;
}

export interface ProtectionOptions {
  allowFormatCells: boolean;
  [option: string]: boolean;
}

export class ModelSheet {
  state: SheetState = 'visible';
  protection: { protected: boolean; options: ProtectionOptions } = { protected: false, options: { allowFormatCells: false } };
  readonly cells = new Map<string, ModelCell>();
  merges: Rect[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenCols = new Set<number>();
  rules: ModelRule[] = [];
  readonly names = new Map<string, { formula: string; visible: boolean }>();
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly page = new Map<string, Json>();
  frozenRows = 0;
  gridlines = true;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  at(row: number, col: number): ModelCell | undefined {
    return this.cells.get(`${row},${col}`);
  }

  /** The cell, made where there is none. */
  cell(row: number, col: number): ModelCell {
    const key = `${row},${col}`;
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const made: ModelCell = { value: null, format: 'General', locked: true, looks: new Map() };
    this.cells.set(key, made);
    return made;
  }

  /** The smallest area that holds every cell with content, or null. */
  used(): Rect | null {
    let rect: { top: number; left: number; bottom: number; right: number } | null = null;
    for (const [key, cell] of this.cells) {
      if (cell.value === null && cell.formula === undefined) continue;
      const [row, col] = key.split(',').map(Number) as [number, number];
      if (rect === null) rect = { top: row, left: col, bottom: row, right: col };
      else
        rect = {
          top: Math.min(rect.top, row),
          left: Math.min(rect.left, col),
          bottom: Math.max(rect.bottom, row),
          right: Math.max(rect.right, col),
        };
    }
    return rect;
  }
}

export class ModelBook {
  sheets: ModelSheet[] = [];
  readOnly = false;
  structureProtected = false;
  date1904 = false;
  readonly settings = new Map<string, Json>();
  selection: { sheet: string; address: string } | null = null;
  active: string | null = null;
  private made = 0;

  constructor(readonly name: string) {}

  add(name: string): ModelSheet {
    this.made += 1;
    const sheet = new ModelSheet(`{${this.made.toString(16).padStart(8, '0').toUpperCase()}-0001-0000-0000-000000000000}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(idOrName: string): ModelSheet | undefined {
    return this.sheets.find((one) => one.id === idOrName || one.name.toLowerCase() === idOrName.toLowerCase());
  }
}

/** The same workbook as some program would show it that opened the file. */
export function bookFrom(snapshot: WorkbookSnapshot, name = '评分表.xlsx'): ModelBook {
  const book = new ModelBook(name);
  book.date1904 = snapshot.date1904;
  for (const sheet of snapshot.sheets) fill(book.add(sheet.name), sheet);
  return book;
}

function fill(model: ModelSheet, sheet: SheetSnapshot): void {
  model.state = sheet.state;
  model.protection.protected = sheet.protected;
  model.merges = [...sheet.merges];
  if (sheet.ours === true) model.names.set('_jihe_sheet', { formula: `="JIHE:1:${sheet.name}:${sheet.name}"`, visible: false });
  for (let row = 0; row < sheet.rows; row += 1) {
    if (sheet.rowHidden(row) === true) model.hiddenRows.add(row);
    for (let col = 0; col < sheet.cols; col += 1) {
      const cell = sheet.at(row, col);
      if (cell === undefined) continue;
      const made = model.cell(row, col);
      made.value = cell.value;
      made.format = cell.format;
      made.locked = sheet.locked(row, col) ?? true;
      if (cell.formula !== undefined) made.formula = cell.formula;
    }
  }
  for (let col = 0; col < sheet.cols; col += 1) if (sheet.colHidden(col) === true) model.hiddenCols.add(col);
}

/** The workbook as plain data, to look at what stands in it. */
export function snapshotOf(book: ModelBook): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet) => {
    const builder = new SheetBuilder(sheet.name);
    builder.key = sheet.id;
    builder.state = sheet.state;
    builder.protected = sheet.protection.protected;
    for (const rect of sheet.merges) builder.merge(rect);
    for (const row of sheet.hiddenRows) builder.hideRows(row);
    for (const col of sheet.hiddenCols) builder.hideCols(col);
    for (const [key, cell] of sheet.cells) {
      const [row, col] = key.split(',').map(Number) as [number, number];
      builder.set(row, col, cell.value, cell.format, cell.formula, cell.locked);
    }
    return { ...builder.buildData(), ...(sheet.names.has('_jihe_sheet') ? { ours: true } : {}) };
  });
  return workbookFromData({ sheets, externalLinks: null, date1904: book.date1904 });
}
