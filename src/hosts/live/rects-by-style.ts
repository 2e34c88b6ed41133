import type { CellStyle, Rect, SheetContent } from '../../workbook';

/** Cells of one look, those below each other as one area; a merged area has the look of its first cell. */
export function rectsByStyle(content: SheetContent): ReadonlyMap<CellStyle, Rect[]> {
  const merges = new Map(content.merges.map((rect) => [`${rect.top},${rect.left}`, rect]));
  const found = new Map<CellStyle, Rect[]>();
  const open = new Map<string, number>();
  content.rows.forEach((row, index) => {
    for (const { col, style } of row.cells) {
      const rects = found.get(style) ?? [];
      found.set(style, rects);
      const merge = merges.get(`${index},${col}`);
      const key = `${style} ${col}`;
      const above = rects[open.get(key) ?? -1];
      if (merge !== undefined) rects.push(merge);
      else if (above !== undefined && above.bottom === index - 1) rects[open.get(key)!] = { ...above, bottom: index };
      else open.set(key, rects.push({ top: index, bottom: index, left: col, right: col }) - 1);
    }
  });
  return found;
}
