/** The formulas of a workbook, and which of them read which. */
import { addrKey } from './address';
import { filledRows } from './filled-rows';
import { parseFormula, referencesOf, type SheetRect } from './formulas';
import type { Addr, WorkbookSnapshot } from './types';

export interface FormulaCell {
  readonly at: Addr;
  readonly key: string;
  readonly text: string;
  readonly references: readonly SheetRect[];
}

/** Every formula, sheet by sheet in reading order. */
export function formulaCells(book: WorkbookSnapshot): readonly FormulaCell[] {
  const found: FormulaCell[] = [];
  book.sheets.forEach((sheet, index) => {
    for (const row of filledRows(sheet)) {
      for (const [col, cell] of sheet.cellsOfRow(row)) {
        if (cell.formula === undefined) continue;
        const at = { sheet: index, row, col };
        found.push({ at, key: addrKey(at), text: cell.formula, references: referencesOf(parseFormula(cell.formula)) });
      }
    }
  });
  return found;
}

/** A formula with the formulas it reads. */
export interface Ordered {
  readonly cell: FormulaCell;
  readonly needs: readonly FormulaCell[];
  /** It needs itself, directly or through others. */
  readonly circular: boolean;
}

/** Looking up what formulas read is counted; a book that needs more is left as it is. */
const MOST_LOOKUPS = 2_000_000;

/** The formulas so that each comes after those it reads; null where that would be too much work. */
export function inOrder(book: WorkbookSnapshot, cells: readonly FormulaCell[]): readonly Ordered[] | null {
  const places = new Places(book, cells);
  const ordered: Ordered[] = [];
  const state = new Map<FormulaCell, 'open' | 'done' | 'circular'>();
  for (const start of cells) {
    // A stack of our own: sums that run down thousands of rows are long chains.
    const stack: { readonly cell: FormulaCell; readonly needs: readonly FormulaCell[]; next: number }[] = [];
    const enter = (cell: FormulaCell): void => {
      state.set(cell, 'open');
      stack.push({ cell, needs: places.readBy(cell), next: 0 });
    };
    if (!state.has(start)) enter(start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const need = top.needs[top.next];
      if (need === undefined) {
        stack.pop();
        ordered.push({ cell: top.cell, needs: top.needs, circular: state.get(top.cell) === 'circular' });
        state.set(top.cell, 'done');
        continue;
      }
      top.next += 1;
      if (!state.has(need)) enter(need);
      else if (state.get(need) !== 'done')
        for (const { cell } of stack.slice(stack.findIndex(({ cell }) => cell === need))) state.set(cell, 'circular');
    }
    if (places.lookups > MOST_LOOKUPS) return null;
  }
  return ordered;
}

/** Formula cells by sheet and row. */
class Places {
  lookups = 0;
  private readonly rows = new Map<number, Map<number, FormulaCell[]>>();
  private readonly sheets = new Map<string, number>();

  constructor(book: WorkbookSnapshot, cells: readonly FormulaCell[]) {
    book.sheets.forEach((sheet, index) => {
      const key = sheet.name.toLowerCase();
      if (!this.sheets.has(key)) this.sheets.set(key, index);
    });
    for (const cell of cells) {
      const ofSheet = this.rows.get(cell.at.sheet) ?? new Map<number, FormulaCell[]>();
      this.rows.set(cell.at.sheet, ofSheet);
      const ofRow = ofSheet.get(cell.at.row);
      if (ofRow === undefined) ofSheet.set(cell.at.row, [cell]);
      else ofRow.push(cell);
    }
  }

  readBy({ at, references }: FormulaCell): readonly FormulaCell[] {
    const found = new Set<FormulaCell>();
    for (const { sheet, rect } of references) {
      const index = sheet === null ? at.sheet : this.sheets.get(sheet.toLowerCase());
      const ofSheet = index === undefined ? undefined : this.rows.get(index);
      if (ofSheet === undefined || this.lookups > MOST_LOOKUPS) continue;
      for (const [row, cells] of this.between(ofSheet, rect.top, rect.bottom)) {
        this.lookups += cells.length;
        if (row >= rect.top && row <= rect.bottom)
          for (const cell of cells) if (cell.at.col >= rect.left && cell.at.col <= rect.right) found.add(cell);
      }
    }
    return [...found];
  }

  /** Row by row where the area is the smaller, else all rows that have formulas. */
  private *between(
    ofSheet: ReadonlyMap<number, FormulaCell[]>,
    top: number,
    bottom: number,
  ): Iterable<readonly [number, readonly FormulaCell[]]> {
    if (bottom - top >= ofSheet.size) return yield* ofSheet;
    for (let row = top; row <= bottom; row += 1) {
      const cells = ofSheet.get(row);
      this.lookups += 1;
      if (cells !== undefined) yield [row, cells];
    }
  }
}
