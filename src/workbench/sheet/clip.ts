/** Blocks of cells copied out of the sheet and pasted into it. */
import type { BenchView } from '../../hosts/workbench';
import { type Addr, type CellValue, type Content, Dec, type Rect } from '../../workbook';
import { blockOf, blockText } from './clipboard';
import type { Geometry } from './geometry';
import type { MergeIndex } from './merges';
import { shownAt } from './shown';
import { typedInto } from './typed';

export interface Typed {
  readonly at: Addr;
  readonly after: Content;
  readonly format?: string;
}

/** What was copied last: other programs get what the cells show, we give ourselves the values in full. */
export interface Copied {
  readonly text: string;
  readonly contents: readonly (readonly Content[])[];
}

interface Source {
  readonly view: BenchView;
  readonly index: number;
  readonly geometry: Geometry;
  readonly merges: MergeIndex;
}

/** The shown rows and columns of an area; what lies under a merge is empty. */
export function copyOf(area: Rect, source: Source): Copied {
  const { view, index, geometry, merges } = source;
  const sheet = view.book.sheets[index]!;
  const texts: string[][] = [];
  const contents: Content[][] = [];
  for (let row = area.top; row <= Math.min(area.bottom, geometry.rows - 1); row += 1) {
    if (!geometry.isShown(row)) continue;
    const cols = geometry.shownCols.filter((col) => col >= area.left && col <= area.right);
    const isOwn = (col: number): boolean => {
      const { top, left } = merges.area(row, col);
      return top === row && left === col;
    };
    texts.push(cols.map((col) => (isOwn(col) ? shownAt(sheet, row, col, view.book.date1904).text : '')));
    contents.push(cols.map((col) => (isOwn(col) ? contentOf(sheet.valueAt(row, col)) : { kind: 'blank' })));
  }
  return { text: blockText(texts), contents };
}

function contentOf(value: CellValue): Content {
  if (value === null || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'value', value: new Dec(value) };
  return { kind: 'value', value: typeof value === 'object' ? value.error : value };
}

export interface Pasted {
  readonly edits: readonly Typed[];
  readonly area: Rect;
}

/**
 * The edits of pasting a text at the selection: one value fills the whole selection, a block begins at its top left cell and skips what is
 * hidden. Empty cells of the block that fall under a merge are left out: that is how programs copy merged cells.
 */
export function pasteOf(text: string, area: Rect, copied: Copied | null, source: Source): Pasted | null {
  const own = copied !== null && sameText(copied.text, text) ? copied.contents : null;
  const block = blockOf(text);
  if (block === null) return null;
  const { view, index, merges } = source;
  const sheet = view.book.sheets[index]!;
  const single = block.length === 1 && block[0]!.length === 1;
  const rows = single ? range(area.top, area.bottom) : block.map((_, at) => at);
  const targets = single ? areaTargets(area, rows, source) : blockTargets(block, area, source);
  const edits: Typed[] = [];
  for (const { row, col, blockRow, blockCol } of targets) {
    const written = block[blockRow]?.[blockCol] ?? '';
    const covering = merges.at(row, col);
    if (covering !== undefined && (covering.top !== row || covering.left !== col) && (written === '' || single)) continue;
    const copied = own?.[blockRow]?.[blockCol];
    const typed = copied === undefined ? typedInto(written, sheet.formatAt(row, col), view.book.date1904) : { after: copied };
    edits.push({ at: { sheet: index, row, col }, ...typed });
  }
  return {
    edits,
    area: around(
      edits.map(({ at }) => at),
      area,
    ),
  };
}

interface Target {
  readonly row: number;
  readonly col: number;
  readonly blockRow: number;
  readonly blockCol: number;
}

function areaTargets(area: Rect, rows: readonly number[], { geometry }: Source): Target[] {
  return rows
    .filter((row) => geometry.isShown(row))
    .flatMap((row) =>
      geometry.shownCols.filter((col) => col >= area.left && col <= area.right).map((col) => ({ row, col, blockRow: 0, blockCol: 0 })),
    );
}

function blockTargets(block: readonly (readonly string[])[], area: Rect, { geometry }: Source): Target[] {
  const cols: number[] = [];
  const widest = block.reduce((most, line) => Math.max(most, line.length), 0);
  for (let col = area.left; cols.length < widest; col += 1) if ((geometry.widths[col] ?? 1) > 0) cols.push(col);
  const targets: Target[] = [];
  let row = area.top;
  for (const [blockRow, line] of block.entries()) {
    while (!geometry.isShown(row)) row += 1;
    for (const [blockCol] of line.entries()) targets.push({ row, col: cols[blockCol]!, blockRow, blockCol });
    row += 1;
  }
  return targets;
}

/** Clipboards change line ends. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return plain(a) === plain(b);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function around(places: readonly Addr[], otherwise: Rect): Rect {
  if (places.length === 0) return otherwise;
  return places.reduce(
    (area, { row, col }) => ({
      top: Math.min(area.top, row),
      left: Math.min(area.left, col),
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, col),
    }),
    { top: places[0]!.row, left: places[0]!.col, bottom: places[0]!.row, right: places[0]!.col },
  );
}
