/** Cells to mark as few areas, the same in every host. */
import { compareAddr } from './address';
import type { Addr, Rect } from './types';
import type { Mark } from './write-plan';

export const SEVERITIES_MARKED = ['mandatory', 'advisory'] as const;

/** The cells of one sheet to mark, by severity; a cell marked as both is 强制性. */
export function marksOfSheet(marks: readonly Mark[], sheet: number): ReadonlyMap<Mark['severity'], readonly Addr[]> {
  const found = new Map<Mark['severity'], readonly Addr[]>();
  const taken = new Set<string>();
  for (const severity of SEVERITIES_MARKED) {
    const cells = new Map<string, Addr>();
    for (const mark of marks) {
      if (mark.severity !== severity) continue;
      for (const at of mark.cells) if (at.sheet === sheet && !taken.has(`${at.row},${at.col}`)) cells.set(`${at.row},${at.col}`, at);
    }
    for (const key of cells.keys()) taken.add(key);
    if (cells.size > 0) found.set(severity, [...cells.values()].sort(compareAddr));
  }
  return found;
}

/** Cells as few rectangles: a merged cell as its whole area, cells below each other as one, columns of equal height side by side as one. */
export function areasOf(cells: readonly Addr[], merges: readonly Rect[]): Rect[] {
  const mergeAt = new Map(merges.map((rect) => [`${rect.top},${rect.left}`, rect]));
  const singles: Addr[] = [];
  const areas: Rect[] = [];
  for (const at of cells) {
    const merge = mergeAt.get(`${at.row},${at.col}`);
    if (merge === undefined) singles.push(at);
    else areas.push(merge);
  }
  const down: Rect[] = [];
  for (const { row, col } of [...singles].sort((a, b) => a.col - b.col || a.row - b.row)) {
    const last = down[down.length - 1];
    if (last !== undefined && last.left === col && last.bottom === row - 1) down[down.length - 1] = { ...last, bottom: row };
    else down.push({ top: row, bottom: row, left: col, right: col });
  }
  return [...areas, ...joinAcross(down)].sort((a, b) => a.top - b.top || a.left - b.left);
}

function joinAcross(down: readonly Rect[]): Rect[] {
  const open = new Map<string, Rect>();
  const done: Rect[] = [];
  for (const rect of down) {
    const key = `${rect.top},${rect.bottom}`;
    const left = open.get(key);
    if (left !== undefined && left.right === rect.left - 1) open.set(key, { ...left, right: rect.right });
    else {
      if (left !== undefined) done.push(left);
      open.set(key, rect);
    }
  }
  return [...done, ...open.values()];
}
