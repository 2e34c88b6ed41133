/** How far the content of a sheet reaches. */
import { a1OfRect, MAX_COLS, MAX_ROWS, parseRect, type Rect } from '../../workbook';
import { attempt, collectionCount, get, numberOf } from './bridge';
import { heightOf, widthOf } from './block';
import type { EtApp, EtRange, EtWorksheet } from './et';

/** Up to here a used area is read as it is; beyond, its empty margins (whole columns with a colour) are cut off first. */
const AS_IT_IS = 60_000;

/** The used area of a sheet without empty margins that would cost much; a sheet without content has A1. @throws TypeError where WPS does not tell it */
export function usedRect(app: EtApp, sheet: EtWorksheet): Rect {
  const rect = rectOf(get(sheet, 'UsedRange'));
  if (heightOf(rect) * widthOf(rect) <= AS_IT_IS) return rect;
  const filled = (part: Rect): boolean =>
    attempt(() => numberOf(get(app, 'WorksheetFunction').CountA(sheet.Range(a1OfRect(part)))) !== 0, true);
  const bottom = last(rect.top, rect.bottom, (row) => filled({ ...rect, top: row }));
  const right = last(rect.left, rect.right, (col) => filled({ ...rect, bottom, left: col }));
  return { ...rect, bottom, right };
}

/** The last place from which on something is filled, by halving. */
function last(from: number, to: number, filledFrom: (place: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (filledFrom(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a range stands, by its address; a list of areas by the first. @throws TypeError */
export function rectOf(range: EtRange): Rect {
  const address = attempt(() => range.Address(false, false), null);
  const parsed = typeof address === 'string' ? rectIn(address) : null;
  if (parsed !== null) return parsed;
  const top = numberOf(get(range, 'Row'));
  const left = numberOf(get(range, 'Column'));
  if (top === null || left === null) throw new TypeError('the range has no address');
  return {
    top: top - 1,
    left: left - 1,
    bottom: top - 2 + collectionCount(get(range, 'Rows')),
    right: left - 2 + collectionCount(get(range, 'Columns')),
  };
}

/** A1, A1:B2, with $ or a sheet name in front; whole rows and columns, too. */
function rectIn(address: string): Rect | null {
  const first = address.split(',')[0]!;
  const bare = first.slice(first.lastIndexOf('!') + 1);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(bare);
  if (rows !== null) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLS - 1 };
  if (/^\$?[A-Za-z]+:\$?[A-Za-z]+$/.test(bare)) {
    const [from, to] = bare.split(':');
    const cols = parseRect(`${from}1:${to}1`);
    return cols === null ? null : { ...cols, bottom: MAX_ROWS - 1 };
  }
  return parseRect(bare);
}
