/**
 * Merges and number formats of a sheet: what costs most to ask for and changes least. Kept for the few seconds in which re-checks
 * follow each other while somebody types; asked anew as soon as more than a few cells differ, or several cells are selected (nobody
 * merges or formats without).
 */
import { a1, type Rect } from '../../workbook';
import { cellIn, type CellBlock } from './block';
import { get } from './bridge';
import type { EtWorksheet } from './et';
import { formatAreas, type FormatArea } from './formats';
import { mergesIn } from './merges';
import { formatIn } from './values';

export interface Layout {
  readonly merges: readonly Rect[];
  /** The first that holds a cell is its format; none: General. */
  readonly formats: readonly FormatArea[];
}

const KEPT_MS = 10_000;
/** Cells that may differ from what was read before. */
const MOST_CHANGED = 4;

interface Known {
  readonly block: CellBlock;
  readonly layout: Layout;
  readonly since: number;
}

export class Layouts {
  private readonly known = new Map<string, Known>();

  /** The layout of a sheet with these cells, asked for only as far as it may have changed. */
  of(key: string, sheet: EtWorksheet, block: CellBlock): Layout {
    const before = this.known.get(key);
    const changed = before === undefined || Date.now() - before.since > KEPT_MS ? null : changedCells(before.block, block);
    if (before === undefined || changed === null) {
      const layout = layoutOf(sheet, block);
      this.known.set(key, { block, layout, since: Date.now() });
      return layout;
    }
    const formats = changed.map((rect) => ({
      rect,
      format: formatIn(get(sheet.Range(a1(rect.top, rect.left)), 'NumberFormat')) ?? 'General',
    }));
    const layout = { merges: before.layout.merges, formats: [...formats, ...before.layout.formats] };
    this.known.set(key, { block, layout, since: before.since });
    return layout;
  }

  forget(): void {
    this.known.clear();
  }
}

export function layoutOf(sheet: EtWorksheet, block: CellBlock): Layout {
  return { merges: mergesIn(sheet, block), formats: formatAreas(sheet, block.rect, (rect) => seamIn(block, rect)) };
}

/** The cells that differ; null: too many, or another area. */
function changedCells(before: CellBlock, now: CellBlock): Rect[] | null {
  const { top, left, bottom, right } = now.rect;
  if (before.rect.top !== top || before.rect.left !== left || before.rect.bottom !== bottom || before.rect.right !== right) return null;
  const changed: Rect[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) {
      const a = cellIn(before, row, col);
      const b = cellIn(now, row, col);
      if (a.formula === b.formula && JSON.stringify(a.value) === JSON.stringify(b.value)) continue;
      // A result that followed by itself says nothing of formats.
      if (a.formula !== undefined && a.formula === b.formula) continue;
      if (changed.length === MOST_CHANGED) return null;
      changed.push({ top: row, bottom: row, left: col, right: col });
    }
  }
  return changed;
}

/** Where a column turns from headings to figures: formats change there more often than in the middle. */
function seamIn(block: CellBlock, { top, bottom, left }: { top: number; bottom: number; left: number }): number | null {
  const first = typeof cellIn(block, top, left).value;
  for (let row = top + 1; row <= bottom; row += 1) {
    const { value } = cellIn(block, row, left);
    if (value !== null && typeof value !== first) return row;
  }
  return null;
}
