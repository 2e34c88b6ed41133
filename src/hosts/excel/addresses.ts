/** Addresses as Excel writes them. */
import { MAX_COLS, MAX_ROWS, parseRect, type Rect } from '../../workbook';

/** `Sheet1!$A$1:B2`, `A:C`, `3:4` → a rectangle; null when it is none. */
export function rectOfAddress(address: string): Rect | null {
  const bare = address
    .slice(address.lastIndexOf('!') + 1)
    .replace(/\$/g, '')
    .trim();
  const rows = /^(\d+):(\d+)$/.exec(bare);
  if (rows !== null) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLS - 1 };
  const cols = /^([A-Z]+):([A-Z]+)$/i.exec(bare);
  if (cols !== null) {
    const span = parseRect(`${cols[1]!}1:${cols[2]!}1`);
    return span === null ? null : { ...span, bottom: MAX_ROWS - 1 };
  }
  return parseRect(bare);
}

/** The areas of `RangeAreas.address`. A sheet's name may hold a comma: it then stands in quotes. */
export function rectsOfAddress(addresses: string): Rect[] {
  const bare = addresses.replace(/'(?:[^']|'')*'!/g, '');
  return bare.split(/[,;]/).flatMap((one) => rectOfAddress(one) ?? []);
}
