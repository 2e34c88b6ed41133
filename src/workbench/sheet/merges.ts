import type { Rect } from '../../workbook';

/** Finds the merge over a cell without asking all of them. */
export class MergeIndex {
  private readonly byRow = new Map<number, Rect[]>();

  constructor(merges: readonly Rect[], rows: number) {
    for (const rect of merges) {
      for (let row = rect.top; row <= Math.min(rect.bottom, rows - 1); row += 1) {
        const known = this.byRow.get(row);
        if (known === undefined) this.byRow.set(row, [rect]);
        else known.push(rect);
      }
    }
  }

  at(row: number, col: number): Rect | undefined {
    return this.byRow.get(row)?.find(({ left, right }) => col >= left && col <= right);
  }

  /** The cell itself, or the merge it belongs to. */
  area(row: number, col: number): Rect {
    return this.at(row, col) ?? { top: row, left: col, bottom: row, right: col };
  }

  /** The smallest area that holds this one and cuts no merge. */
  whole(area: Rect): Rect {
    let grown = area;
    for (let again = true; again;) {
      again = false;
      for (let row = grown.top; row <= grown.bottom; row += 1) {
        for (const rect of this.byRow.get(row) ?? []) {
          if (rect.right < grown.left || rect.left > grown.right || isWithin(rect, grown)) continue;
          grown = joined(grown, rect);
          again = true;
        }
      }
    }
    return grown;
  }
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

function joined(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
