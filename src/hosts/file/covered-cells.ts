/** Which cells the floating pictures of a sheet cover: those at least half under one, and the one under its middle. */
import type { Rect } from '../../workbook';
import { readAnchors, type Anchor } from './looks/pictures';
import type { Corner } from './looks/types';
import { numberIn } from './numbers';
import { openPart, relationshipsOf, type PartSource } from './package-parts';
import { EOF, START, type XmlScanner } from './xml-scanner';

const EMU_OF_POINT = 12_700;
const EMU_OF_PIXEL = 9_525;
/** Excel's own, where a file says nothing. */
const ROW_POINTS = 15;
const COL_CHARS = 8.43;
/** A picture over more than this in either direction is a background. */
const MOST = 200;

/** Sizes in English metric units along one direction. */
interface Sizes {
  readonly usual: number;
  readonly own: ReadonlyMap<number, number>;
}

/** The areas that pictures hung on a sheet cover; empty where it has none. */
export function coveredCells(zip: PartSource, part: string): Rect[] {
  const relation = relationshipsOf(zip, part).find((one) => one.kind === 'drawing' && !one.external);
  const drawing = relation === undefined ? undefined : openPart(zip, relation.target);
  if (drawing === undefined) return [];
  const anchors = readAnchors(drawing).filter((anchor) => anchor.picture !== null && anchor.from !== null && anchor.to !== null);
  if (anchors.length === 0) return [];
  const xml = openPart(zip, part);
  if (xml === undefined) return [];
  const { cols, rows } = readSizes(xml);
  return anchors.flatMap((anchor) => areaOf(anchor, cols, rows) ?? []);
}

function readSizes(xml: XmlScanner): { readonly cols: Sizes; readonly rows: Sizes } {
  const cols = new Map<number, number>();
  const rows = new Map<number, number>();
  let [usualCol, usualRow] = [COL_CHARS, ROW_POINTS];
  let row = -1;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('sheetFormatPr')) {
      usualRow = positive(xml.attr('defaultRowHeight')) ?? usualRow;
      usualCol = positive(xml.attr('defaultColWidth')) ?? usualCol;
    } else if (xml.is('col')) readColumn(xml, cols);
    else if (xml.is('row')) {
      row = (positive(xml.attr('r')) ?? row + 2) - 1;
      const height = xml.flag('hidden') ? 0 : positive(xml.attr('ht'));
      if (height !== null) rows.set(row, height * EMU_OF_POINT);
    } else if (xml.is('c')) xml.skip();
  }
  return { cols: { usual: widthOf(usualCol), own: cols }, rows: { usual: usualRow * EMU_OF_POINT, own: rows } };
}

function readColumn(xml: XmlScanner, cols: Map<number, number>): void {
  const from = (positive(xml.attr('min')) ?? 1) - 1;
  const to = Math.min((positive(xml.attr('max')) ?? 1) - 1, from + MOST * 4);
  const width = xml.flag('hidden') ? 0 : positive(xml.attr('width'));
  if (width !== null) for (let col = from; col <= to; col += 1) cols.set(col, widthOf(width));
}

function widthOf(chars: number): number {
  return Math.round(chars * 7 + 5) * EMU_OF_PIXEL;
}

function positive(written: string | undefined): number | null {
  const value = numberIn((written ?? '').trim());
  return value > 0 ? value : null;
}

function areaOf({ from, to }: Anchor, cols: Sizes, rows: Sizes): Rect | null {
  const sized = 'width' in to! ? to : null;
  const across = span(
    cols,
    from!.col,
    from!.right,
    sized === null ? endOf(cols, from!.col, to as Corner, 'col', 'right') : from!.right + sized.width,
  );
  const down = span(
    rows,
    from!.row,
    from!.down,
    sized === null ? endOf(rows, from!.row, to as Corner, 'row', 'down') : from!.down + sized.height,
  );
  return across === null || down === null ? null : { top: down[0], bottom: down[1], left: across[0], right: across[1] };
}

/** How far the other corner lies from the beginning of the first cell. */
function endOf(sizes: Sizes, first: number, to: Corner, place: 'row' | 'col', into: 'down' | 'right'): number {
  if (to[place] - first > MOST) return Infinity;
  let far = 0;
  for (let at = first; at < to[place]; at += 1) far += sizeOf(sizes, at);
  return far + Math.min(to[into], sizeOf(sizes, to[place]));
}

function sizeOf(sizes: Sizes, at: number): number {
  return sizes.own.get(at) ?? sizes.usual;
}

/** First and last of the cells that lie at least half between `start` and `end`, or under the middle; both from the beginning of cell `first`. */
function span(sizes: Sizes, first: number, start: number, end: number): readonly [number, number] | null {
  if (end <= start) return null;
  const middle = (start + end) / 2;
  const found: number[] = [];
  let from = 0;
  for (let at = first; from < end; at += 1) {
    if (at - first > MOST) return null;
    const size = sizeOf(sizes, at);
    const under = Math.min(end, from + size) - Math.max(start, from);
    if (size > 0 && (under * 2 >= size || (middle >= from && middle < from + size))) found.push(at);
    from += size;
  }
  return found.length === 0 ? null : [found[0]!, found[found.length - 1]!];
}
