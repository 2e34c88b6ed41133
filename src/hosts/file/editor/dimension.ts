import { a1OfRect } from '../../../workbook';
import type { PartPatch } from './part-patch';
import type { SheetEditCell } from './sheet-cells';
import type { SheetPass } from './sheet-pass';

/** The area that a sheet says it uses takes in the cells written beyond it. */
export function widenDimension(patch: PartPatch, pass: SheetPass, cells: readonly SheetEditCell[]): void {
  if (pass.dimension === null) return;
  const { from, to, rect } = pass.dimension;
  const wide = { ...rect };
  for (const { row, col, after } of cells) {
    if (after.kind === 'blank') continue;
    wide.top = Math.min(wide.top, row);
    wide.bottom = Math.max(wide.bottom, row);
    wide.left = Math.min(wide.left, col);
    wide.right = Math.max(wide.right, col);
  }
  const text = a1OfRect(wide);
  if (text !== a1OfRect(rect)) patch.replace(from, to, text, false);
}
