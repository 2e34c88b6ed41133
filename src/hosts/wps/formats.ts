/** Number formats of a block with few questions: a range tells its format where all its cells share one, else null. */
import { a1OfRect, type Rect } from '../../workbook';
import { get } from './bridge';
import { heightOf, widthOf } from './block';
import type { EtWorksheet } from './et';
import { formatIn } from './values';

/** Areas that share one number format. */
export interface FormatArea {
  readonly rect: Rect;
  readonly format: string;
}

/**
 * The formats of an area by halving. `seam` tells where a mixed column is best cut: the first row of another kind of content.
 * An area in which even one cell does not tell its format has "General".
 */
export function formatAreas(sheet: EtWorksheet, rect: Rect, seam: (rect: Rect) => number | null): FormatArea[] {
  const found: FormatArea[] = [];
  const todo: Rect[] = [rect];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const format = formatIn(get(sheet.Range(a1OfRect(next)), 'NumberFormat'));
    if (format !== null) {
      if (format !== 'General') found.push({ rect: next, format });
    } else todo.push(...halves(next, seam(next)));
  }
  return found;
}

/** Columns first: they are what shares a format. */
function halves(rect: Rect, seam: number | null): Rect[] {
  if (widthOf(rect) > 1) {
    const middle = (rect.left + rect.right) >> 1;
    return [
      { ...rect, left: middle + 1 },
      { ...rect, right: middle },
    ];
  }
  if (heightOf(rect) === 1) return [];
  const cut = seam ?? ((rect.top + rect.bottom) >> 1) + 1;
  return [
    { ...rect, top: cut },
    { ...rect, bottom: cut - 1 },
  ];
}
