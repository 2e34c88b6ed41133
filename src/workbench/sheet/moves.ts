/** Where the keyboard takes the selection. */
import type { Rect } from '../../workbook';
import type { MergeIndex } from './merges';

export interface SheetSpot {
  readonly row: number;
  readonly col: number;
}

export type MoveDirection = 'up' | 'down' | 'left' | 'right';

/** What moving needs to know of a sheet. */
export interface MoveGround {
  readonly rows: number;
  readonly cols: number;
  readonly merges: MergeIndex;
  isShown(spot: SheetSpot): boolean;
  isFilled(spot: SheetSpot): boolean;
}

const STEPS: Readonly<Record<MoveDirection, SheetSpot>> = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
};

function isInside({ row, col }: SheetSpot, ground: MoveGround): boolean {
  return row >= 0 && col >= 0 && row < ground.rows && col < ground.cols;
}

/** One cell on, over merges and what is hidden; stays where there is no further cell. */
export function step(from: SheetSpot, direction: MoveDirection, ground: MoveGround): SheetSpot {
  const area = ground.merges.area(from.row, from.col);
  const edge: SheetSpot = {
    row: direction === 'up' ? area.top : direction === 'down' ? area.bottom : from.row,
    col: direction === 'left' ? area.left : direction === 'right' ? area.right : from.col,
  };
  let spot = plus(edge, direction);
  while (isInside(spot, ground) && !ground.isShown(spot)) spot = plus(spot, direction);
  return isInside(spot, ground) ? spot : from;
}

/** With Ctrl: to the last filled cell of the run, else to the next filled one, else to the edge of what is used. */
export function leap(from: SheetSpot, direction: MoveDirection, ground: MoveGround): SheetSpot {
  const first = step(from, direction, ground);
  if (same(first, from)) return from;
  const running = isFilledAt(from, ground) && isFilledAt(first, ground);
  let spot = first;
  if (!running && isFilledAt(first, ground)) return first;
  for (;;) {
    const next = step(spot, direction, ground);
    if (same(next, spot)) return spot;
    if (running && !isFilledAt(next, ground)) return spot;
    spot = next;
    if (!running && isFilledAt(spot, ground)) return spot;
  }
}

/** The merge's own cell decides for all it covers. */
function isFilledAt({ row, col }: SheetSpot, ground: MoveGround): boolean {
  const { top, left } = ground.merges.area(row, col);
  return ground.isFilled({ row: top, col: left });
}

export function same(a: SheetSpot, b: SheetSpot): boolean {
  return a.row === b.row && a.col === b.col;
}

function plus({ row, col }: SheetSpot, direction: MoveDirection): SheetSpot {
  return { row: row + STEPS[direction].row, col: col + STEPS[direction].col };
}

/** The first and last cells shown in a row, or of the whole sheet. */
export function rowEnd(from: SheetSpot, end: 'first' | 'last', ground: MoveGround): SheetSpot {
  const cols = Array.from({ length: ground.cols }, (_, col) => col).filter((col) => ground.isShown({ row: from.row, col }));
  if (end === 'first') return { row: from.row, col: cols[0] ?? 0 };
  const filled = cols.filter((col) => ground.isFilled({ row: from.row, col }));
  return { row: from.row, col: filled[filled.length - 1] ?? cols[0] ?? 0 };
}

/** The next cell within an area, in reading order (Tab) or down the columns (Enter); goes round. */
export function nextWithin(area: Rect, from: SheetSpot, by: 'rows' | 'columns', back: boolean, ground: MoveGround): SheetSpot {
  const cells: SheetSpot[] = [];
  const push = (row: number, col: number): void => {
    const { top, left } = ground.merges.area(row, col);
    if (ground.isShown({ row, col }) && top === row && left === col) cells.push({ row, col });
  };
  if (by === 'rows')
    for (let row = area.top; row <= area.bottom; row += 1) for (let col = area.left; col <= area.right; col += 1) push(row, col);
  else for (let col = area.left; col <= area.right; col += 1) for (let row = area.top; row <= area.bottom; row += 1) push(row, col);
  const at = cells.findIndex((one) => same(one, from));
  if (cells.length === 0) return from;
  return cells[(at + (back ? cells.length - 1 : 1)) % cells.length]!;
}
