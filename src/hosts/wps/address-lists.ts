import { a1OfRect, type Rect } from '../../workbook';

/** An address longer than this is refused (known of Excel). */
const MOST_ADDRESS = 240;

/** Areas as lists of addresses that a range takes. */
export function addressLists(rects: readonly Rect[]): string[] {
  const lists: string[] = [];
  for (const rect of rects) {
    const address = a1OfRect(rect);
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + address.length + 1 <= MOST_ADDRESS) lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
