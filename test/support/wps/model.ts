/** The workbook behind the fake: cells that calculate, merges, marks, notes, names. No bridge in it. */
import { evaluatorOf, parseFormula } from '../../../src/workbook/formulas';
import { SheetBuilder } from '../../../src/workbook/sheet-builder';
import { recalculated } from '../../../src/workbook/recalculated';
import type { Addr, CellValue, Rect, SheetSnapshot, SheetState, WorkbookSnapshot } from '../../../src/workbook/types';
import { inRect } from '../../../src/workbook/address';

export interface ModelCell {
  value: CellValue;
  /** Without "=". */
  formula?: string | undefined;
  format: string;
  locked: boolean;
  /** A quote sign in front: shown as text whatever it begins with. */
  prefix: boolean;
}

export interface ModelMark {
  areas: Rect[];
  formula: string;
  look: Record<string, unknown>;
}

export interface ModelNote {
  row: number;
  col: number;
  text: string;
}

export class ModelSheet {
  name: string;
  state: SheetState;
  protected: boolean;
  allowFormatting = false;
  readonly cells = new Map<number, Map<number, ModelCell>>();
  merges: Rect[];
  marks: ModelMark[] = [];
  notes: ModelNote[] = [];
  readonly names = new Map<string, string>();
  readonly widths = new Map<number, number>();
  deleted = false;

  constructor(name: string, from?: SheetSnapshot) {
    this.name = name;
    this.state = from?.state ?? 'visible';
    this.protected = from?.protected ?? false;
    this.merges = [...(from?.merges ?? [])];
    if (from !== undefined) this.fill(from);
  }

  cell(row: number, col: number): ModelCell {
    let line = this.cells.get(row);
    if (line === undefined) this.cells.set(row, (line = new Map()));
    let cell = line.get(col);
    if (cell === undefined) line.set(col, (cell = { value: null, format: 'General', locked: true, prefix: false }));
    return cell;
  }

  peek(row: number, col: number): ModelCell | undefined {
    return this.cells.get(row)?.get(col);
  }

  /** REAL 12.1.0.28043: an empty sheet has A1. */
  usedRect(): Rect {
    const rows = [...this.cells].filter(([, line]) => line.size > 0);
    if (rows.length === 0) return { top: 0, left: 0, bottom: 0, right: 0 };
    const cols = rows.flatMap(([, line]) => [...line.keys()]);
    return {
      top: Math.min(...rows.map(([row]) => row)),
      bottom: Math.max(...rows.map(([row]) => row)),
      left: cols.reduce((least, col) => Math.min(least, col), Infinity),
      right: cols.reduce((most, col) => Math.max(most, col), 0),
    };
  }

  mergeAt(row: number, col: number): Rect | undefined {
    return this.merges.find((rect) => inRect(rect, row, col));
  }

  private fill(from: SheetSnapshot): void {
    const rows = Math.max(from.rows, ...from.merges.map((rect) => rect.bottom + 1), 0);
    const cols = Math.max(from.cols, ...from.merges.map((rect) => rect.right + 1), 0);
    for (let row = 0; row < rows; row += 1) {
      for (let col = 0; col < cols; col += 1) {
        const cell = from.at(row, col);
        if (cell === undefined) continue;
        const own = this.cell(row, col);
        own.value = cell.value === '' && cell.formula === undefined ? null : cell.value;
        own.formula = cell.formula;
        own.format = cell.format;
        own.locked = from.locked(row, col) ?? true;
        own.prefix = typeof cell.value === 'string' && cell.formula === undefined && cell.value.startsWith('=');
      }
    }
  }
}

/** A workbook that calculates as a live program does: at once, and only what depends on what changed. */
export class ModelBook {
  sheets: ModelSheet[];
  readonly date1904: boolean;
  name: string;
  folder = 'C:\\报表';
  readOnly = false;
  structureProtected = false;
  /** The sheet shown. */
  activeSheet: string;
  readonly xmlParts: string[] = [];

  constructor(from: WorkbookSnapshot, name = '评分表.xlsx') {
    this.name = name;
    this.date1904 = from.date1904;
    this.sheets = from.sheets.map((sheet) => new ModelSheet(sheet.name, sheet));
    this.activeSheet = this.sheets[0]?.name ?? '';
  }

  /** An unsaved workbook has only a name. */
  get fullName(): string {
    return this.folder === '' ? this.name : `${this.folder}${this.folder.includes('/') ? '/' : '\\'}${this.name}`;
  }

  snapshot(): WorkbookSnapshot {
    return { sheets: this.sheets.map(snapshotOf), externalLinks: null, date1904: this.date1904 };
  }

  /** Works out the formulas just written, then what depends on any of these cells. */
  calculate(changed: readonly (readonly [sheet: ModelSheet, row: number, col: number])[]): void {
    const places = changed.map(([sheet, row, col]): Addr => ({ sheet: this.sheets.indexOf(sheet), row, col }));
    for (const at of places) {
      const cell = this.sheets[at.sheet]?.peek(at.row, at.col);
      if (cell?.formula === undefined) continue;
      if (cell.formula === 'NA()') {
        cell.value = { error: '#N/A' };
        continue;
      }
      const result = evaluatorOf(this.snapshot(), { deep: true })(parseFormula(cell.formula), at);
      cell.value = result === 'unknown' ? cell.value : 'error' in result ? { error: result.error } : plain(result.value);
    }
    for (const { at, after } of recalculated(this.snapshot(), new Set(), places, '')) {
      if (after.kind === 'formula') this.sheets[at.sheet]!.cell(at.row, at.col).value = plain(after.stored);
    }
  }
}

function plain(value: string | boolean | { toNumber(): number }): CellValue {
  return typeof value === 'object' ? value.toNumber() : value;
}

function snapshotOf(sheet: ModelSheet): SheetSnapshot {
  const builder = new SheetBuilder(sheet.name);
  builder.state = sheet.state;
  builder.protected = sheet.protected;
  for (const rect of sheet.merges) builder.merge(rect);
  for (const [row, line] of sheet.cells)
    for (const [col, cell] of line) builder.set(row, col, cell.value, cell.format, cell.formula, cell.locked);
  return builder.build();
}
