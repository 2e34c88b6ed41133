import type { SheetSnapshot } from '../../workbook';
import type { SheetSpot } from './moves';
import type { Selection } from './selection';

/** What is kept of a sheet while another is shown. */
interface Kept {
  selection: Selection | null;
  scroll: { readonly left: number; readonly top: number };
  /** Rows and columns hidden in the file and shown here, because somebody went there. */
  readonly revealed: { readonly rows: Set<number>; readonly cols: Set<number> };
}

/** A hidden stretch longer than this is shown in part. */
const MOST_REVEALED = 10_000;

/** How each sheet of a workbook was left, by its key. */
export class SheetMemory {
  private readonly kept = new Map<string, Kept>();

  of(sheet: SheetSnapshot | undefined): Kept {
    const key = sheet?.key ?? '';
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const fresh: Kept = { selection: null, scroll: { left: 0, top: 0 }, revealed: { rows: new Set(), cols: new Set() } };
    this.kept.set(key, fresh);
    return fresh;
  }

  /** Shows the hidden rows or columns around a cell from now on; a sentence about it, null where nothing was hidden. */
  reveal(sheet: SheetSnapshot, { row, col }: SheetSpot): string | null {
    const { revealed } = this.of(sheet);
    const rows = sheet.rowHidden(row) === true && !revealed.rows.has(row);
    const cols = sheet.colHidden(col) === true && !revealed.cols.has(col);
    if (rows) for (const at of stretch(row, (near) => sheet.rowHidden(near) === true)) revealed.rows.add(at);
    if (cols) for (const at of stretch(col, (near) => sheet.colHidden(near) === true)) revealed.cols.add(at);
    if (rows) return `第${row + 1}行在文件中是隐藏的，这里暂时显示。`;
    return cols ? '该列在文件中是隐藏的，这里暂时显示。' : null;
  }
}

/** The neighbours on both sides for which something holds, and this one. */
function stretch(from: number, holds: (at: number) => boolean): number[] {
  let first = from;
  while (first > 0 && holds(first - 1)) first -= 1;
  let last = from;
  while (holds(last + 1) && last - from < MOST_REVEALED) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
