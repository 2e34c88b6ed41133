/**
 * Merged areas come in tiles: the host fails where a range holds more than 512 of them, so each tile has at most 512 cells.
 * Tiles share a row, or a column, with their neighbour. Whether a host cuts an area at the tile's edge is not known;
 * either way pieces of one area overlap, and different areas never do.
 */
import type { Rect } from '../../workbook';

const MOST = 512;
const WIDEST = MOST / 2;

/** Tiles over rows `top` to `bottom` and columns 0 to `cols` − 1. */
export function tilesOf(top: number, bottom: number, cols: number): Rect[] {
  const width = Math.min(cols, WIDEST);
  const height = Math.max(2, Math.floor(MOST / width));
  const tiles: Rect[] = [];
  for (const [from, to] of steps(top, bottom, height)) {
    for (const [left, right] of steps(0, cols - 1, width)) tiles.push({ top: from, bottom: to, left, right });
  }
  return tiles;
}

/** Runs of at most `size` over from…to, each beginning where the last one ends. */
function steps(from: number, to: number, size: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = from; ; at += size - 1) {
    const end = Math.min(at + size - 1, to);
    found.push([at, end]);
    if (end >= to) return found;
  }
}

/** Pieces that were found to be one area. */
interface Area {
  rect: Rect;
  into: Area | null;
}

/** The areas whose pieces these are: pieces that share a cell are one. */
export function joinedPieces(pieces: readonly Rect[]): Rect[] {
  const owner = new Map<string, Area>();
  const areas: Area[] = [];
  for (const piece of pieces) {
    const area: Area = { rect: piece, into: null };
    for (const key of keysOf(piece)) {
      const known = owner.get(key);
      owner.set(key, area);
      const first = known === undefined ? area : finalOf(known);
      if (first === area) continue;
      area.rect = bounding(area.rect, first.rect);
      first.into = area;
    }
    areas.push(area);
  }
  return areas.flatMap(({ rect, into }) => (into === null ? [rect] : [])).sort((a, b) => a.top - b.top || a.left - b.left);
}

function finalOf(area: Area): Area {
  let last = area;
  while (last.into !== null) last = last.into;
  return last;
}

/** All cells; of an area larger than any tile, which no host has cut then, its corners. */
function keysOf({ top, left, bottom, right }: Rect): string[] {
  if ((bottom - top + 1) * (right - left + 1) > MOST)
    return [`${top},${left}`, `${top},${right}`, `${bottom},${left}`, `${bottom},${right}`];
  const keys: string[] = [];
  for (let row = top; row <= bottom; row += 1) for (let col = left; col <= right; col += 1) keys.push(`${row},${col}`);
  return keys;
}

function bounding(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
