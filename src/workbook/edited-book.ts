/** A workbook with edits laid over it. */
import { addrKey } from './address';
import { Dec } from './decimal';
import type { Cell, CellValue, Rect, SheetSnapshot, WorkbookSnapshot } from './types';
import type { CellEdit, Content } from './write-plan';

/** The workbook as it is once the edits are made. The one given is not changed; formulas keep the value the edit states. */
export function editedBook(book: WorkbookSnapshot, edits: readonly CellEdit[]): WorkbookSnapshot {
  if (edits.length === 0) return book;
  return {
    ...book,
    sheets: book.sheets.map((sheet, index) =>
      editedSheet(
        sheet,
        edits.filter((edit) => edit.at.sheet === index),
      ),
    ),
  };
}

function editedSheet(sheet: SheetSnapshot, edits: readonly CellEdit[]): SheetSnapshot {
  return edits.length === 0 ? sheet : new EditedSheet(sheet, edits);
}

function cellOf(content: Content, format: string): Cell {
  switch (content.kind) {
    case 'blank':
      return { value: null, format };
    case 'value':
      return { value: stored(content.value), format };
    case 'formula':
      return { value: content.stored === '' ? null : stored(content.stored), formula: content.formula, format };
  }
}

function stored(value: Dec | string | boolean): CellValue {
  return value instanceof Dec ? value.toNumber() : value;
}

/** A sheet with other cells laid over it. */
class EditedSheet implements SheetSnapshot {
  readonly key: string;
  readonly name: string;
  readonly state: SheetSnapshot['state'];
  readonly protected: boolean;
  readonly ours: boolean;
  readonly rows: number;
  readonly cols: number;
  readonly merges: readonly Rect[];
  readonly pictures: readonly Rect[] | null;
  readonly unread: SheetSnapshot['unread'];
  private readonly over = new Map<string, Cell>();
  private readonly colsOfRow = new Map<number, number[]>();

  constructor(
    private readonly base: SheetSnapshot,
    edits: readonly CellEdit[],
  ) {
    this.key = base.key;
    this.name = base.name;
    this.state = base.state;
    this.protected = base.protected;
    this.ours = base.ours ?? false;
    this.merges = base.merges;
    this.pictures = base.pictures;
    this.unread = base.unread;
    this.rows = edits.reduce((most, { at }) => Math.max(most, at.row + 1), base.rows);
    this.cols = edits.reduce((most, { at }) => Math.max(most, at.col + 1), base.cols);
    for (const { at, after } of edits) {
      this.over.set(key(at.row, at.col), cellOf(after, base.formatAt(at.row, at.col)));
      const cols = this.colsOfRow.get(at.row);
      if (cols === undefined) this.colsOfRow.set(at.row, [at.col]);
      else if (!cols.includes(at.col)) cols.push(at.col);
    }
  }

  at(row: number, col: number): Cell | undefined {
    return this.own(row, col) ?? this.base.at(row, col);
  }

  valueAt(row: number, col: number): CellValue {
    const own = this.own(row, col);
    return own === undefined ? this.base.valueAt(row, col) : own.value;
  }

  formatAt(row: number, col: number): string {
    return this.base.formatAt(row, col);
  }

  cellsOfRow(row: number): Iterable<readonly [col: number, cell: Cell]> {
    const cols = this.colsOfRow.get(row);
    if (cols === undefined) return this.base.cellsOfRow(row);
    const rest = [...this.base.cellsOfRow(row)].filter(([col]) => !cols.includes(col));
    const own = cols
      .map((col) => [col, this.over.get(key(row, col))!] as const)
      .filter(([, cell]) => cell.value !== null || cell.formula !== undefined);
    return [...rest, ...own].sort((a, b) => a[0] - b[0]);
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

  private own(row: number, col: number): Cell | undefined {
    return this.colsOfRow.has(row) ? this.over.get(key(row, col)) : undefined;
  }
}

function key(row: number, col: number): string {
  return addrKey({ sheet: 0, row, col });
}
