import { decOfNumber } from '../decimal';
import type { CellValue, Rect, WorkbookSnapshot } from '../types';
import type { ReferenceNode } from './ast';
import { Area, Failure, UNKNOWN, type FormulaResult, type Unknown } from './values';

/** Reads cells of a book for formulas, and counts how many. */
export class CellReader {
  private readonly sheets = new Map<string, number>();
  private reads = 0;

  constructor(
    readonly book: WorkbookSnapshot,
    private readonly maxReads: number,
  ) {
    book.sheets.forEach((sheet, index) => {
      const key = sheet.name.toLowerCase();
      if (!this.sheets.has(key)) this.sheets.set(key, index);
    });
  }

  /** What a reference points to; unknown when the book has no such sheet, or it was not read. */
  areaOf(node: ReferenceNode, home: number): Area | Unknown {
    const index = node.sheet === null ? home : this.sheets.get(node.sheet.toLowerCase());
    const sheet = index === undefined ? undefined : this.book.sheets[index];
    if (index === undefined || sheet === undefined || sheet.unread !== undefined) return UNKNOWN;
    return new Area(sheet, index, node.rect);
  }

  /** True when that many more cells may be read; they are then counted. */
  allows(cells: number): boolean {
    this.reads += cells;
    return this.reads <= this.maxReads;
  }

  /** The stored value; a formula stored without one is unknown, not blank. */
  stored(area: Area, row: number, col: number): FormulaResult {
    const value = area.sheet.valueAt(row, col);
    if (value === null && area.sheet.at(row, col)?.formula !== undefined) return UNKNOWN;
    return outcomeOf(value);
  }
}

/** The rows and columns of an area that the sheet has; null when there are none. */
export function usedPart(area: Area): Rect | null {
  const bottom = Math.min(area.rect.bottom, area.sheet.rows - 1);
  const right = Math.min(area.rect.right, area.sheet.cols - 1);
  return bottom < area.rect.top || right < area.rect.left ? null : { ...area.rect, bottom, right };
}

function outcomeOf(value: CellValue): FormulaResult {
  if (typeof value === 'number') return decOfNumber(value);
  return value !== null && typeof value === 'object' ? new Failure(value.error) : value;
}
