/** Merged areas of a block. Every one has an empty cell (all but its first are), so only empty cells are asked about. */
import { a1, a1OfRect, inRect, type Rect } from '../../workbook';
import { get } from './bridge';
import { cellIn, type CellBlock } from './block';
import type { EtWorksheet } from './et';
import { rectOf } from './extent';

/** Empty cells below each other in one column. */
interface Run {
  readonly col: number;
  readonly top: number;
  readonly bottom: number;
}

const NONE = 'none';
const SOME = 'some';

/** The merged areas that reach into the block. */
export function mergesIn(sheet: EtWorksheet, block: CellBlock): Rect[] {
  if (mergedIn(sheet, block.rect) === NONE) return [];
  const finder = new MergeFinder(sheet);
  for (let col = block.rect.left; col <= block.rect.right; col += 1) finder.column(emptyRuns(block, col));
  return finder.found.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** MergeCells: false where no cell is merged, true where all are, null where some are. */
function mergedIn(sheet: EtWorksheet, rect: Rect): typeof NONE | typeof SOME {
  return get(sheet.Range(a1OfRect(rect)), 'MergeCells') === false ? NONE : SOME;
}

function emptyRuns(block: CellBlock, col: number): Run[] {
  const runs: Run[] = [];
  for (let row = block.rect.top; row <= block.rect.bottom; row += 1) {
    const { value, formula } = cellIn(block, row, col);
    if (value !== null || formula !== undefined) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ col, top: row, bottom: row });
  }
  return runs;
}

class MergeFinder {
  readonly found: Rect[] = [];
  private readonly byRow = new Map<number, Rect[]>();

  constructor(private readonly sheet: EtWorksheet) {}

  /**
   * Looks through the empty cells of one column: nothing where no cell of it is merged. Where one is, the next probably is as
   * well (groups stand below each other) and is asked outright; after a miss what is left is halved.
   */
  column(runs: readonly Run[]): void {
    let open = this.uncovered(runs);
    if (open.length === 0) return;
    const { col, top } = open[0]!;
    if (mergedIn(this.sheet, { top, bottom: open[open.length - 1]!.bottom, left: col, right: col }) === NONE) return;
    while (open.length > 0) {
      if (this.takeArea(open[0]!)) {
        open = this.uncovered(open);
        continue;
      }
      const [first, ...others] = open;
      const rest = first!.top < first!.bottom ? [{ ...first!, top: first!.top + 1 }, ...others] : others;
      for (const half of halves(rest)) this.column(half);
      return;
    }
  }

  /** Whether the first cell of a run is merged: its area is known then. */
  private takeArea(run: Run): boolean {
    const area = rectOf(get(this.sheet.Range(a1(run.top, run.col)), 'MergeArea'));
    const merged = area.bottom > area.top || area.right > area.left;
    if (merged) this.add(area);
    return merged;
  }

  private add(rect: Rect): void {
    this.found.push(rect);
    for (let row = rect.top; row <= rect.bottom; row += 1) this.byRow.set(row, [...(this.byRow.get(row) ?? []), rect]);
  }

  /** What of these runs no known area covers. */
  private uncovered(runs: readonly Run[]): Run[] {
    const left: Run[] = [];
    for (const run of runs) {
      let joined = false;
      for (let row = run.top; row <= run.bottom; row += 1) {
        const covered = (this.byRow.get(row) ?? []).some((rect) => inRect(rect, row, run.col));
        if (covered) joined = false;
        else if (joined) left[left.length - 1] = { ...left[left.length - 1]!, bottom: row };
        else {
          left.push({ ...run, top: row, bottom: row });
          joined = true;
        }
      }
    }
    return left;
  }
}

/** Runs in two halves; a single long run is cut. */
function halves(runs: readonly Run[]): Run[][] {
  if (runs.length === 0) return [];
  if (runs.length > 1) return [runs.slice(0, runs.length >> 1), runs.slice(runs.length >> 1)];
  const { col, top, bottom } = runs[0]!;
  if (top === bottom) return [[...runs]];
  const middle = (top + bottom) >> 1;
  return [[{ col, top, bottom: middle }], [{ col, top: middle + 1, bottom }]];
}
