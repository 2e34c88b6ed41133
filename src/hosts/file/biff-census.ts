import { UnreadableError } from '../../workbook';
import { MERGE_ROWS, type Limits } from './limits';

/** Cells one record declares. [MS-XLS] 2.3; the short ids are those of BIFF 2 to 4. */
const ONE_CELL: ReadonlySet<number> = new Set([
  0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027e, 0x00fd, 0x00d6,
]);
/** A run of numbers: first column, 6 bytes each, last column. */
const NUMBERS = 0x00bd;
const MERGED_AREAS = 0x00e5;
const BEGIN = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const MERGED_AREA_SIZE = 8;
/** A list holds a thousand areas; the library joins lists one by one, at a cost that grows with their square. */
const MOST_MERGE_LISTS = 5_000;

/** Bytes, little endian, of a stream whose end is known to be far enough. */
const word = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8);

/**
 * Walks the records of a binary workbook and holds what they declare against the limits, before any library sees it.
 * Formatted cells without content are not counted.
 * A stream cut off is counted as far as it goes.
 * @throws UnreadableError `too-many-cells`, `too-many-merges`, `too-many-sheets`
 */
export function countBiff(stream: Uint8Array, limits: Limits): void {
  let cells = 0;
  let sheets = 0;
  const merges = new MergeCount(limits);
  let at = 0;
  while (at + 4 <= stream.length) {
    const id = word(stream, at);
    const body = at + 4;
    const size = Math.min(word(stream, at + 2), stream.length - body);
    if (ONE_CELL.has(id)) cells += 1;
    else if (id === NUMBERS) cells += Math.max(0, Math.floor((size - 6) / 6));
    else if (id === MERGED_AREAS) merges.addAll(stream, body, size);
    else if (BEGIN.has(id)) sheets += 1;
    if (cells > limits.cells) throw new UnreadableError('too-many-cells');
    if (sheets > limits.sheets) throw new UnreadableError('too-many-sheets');
    at = body + size;
  }
}

class MergeCount {
  private rows = 0;
  private lists = 0;

  constructor(private readonly limits: Limits) {}

  addAll(stream: Uint8Array, body: number, size: number): void {
    this.lists += 1;
    if (this.lists > MOST_MERGE_LISTS) throw new UnreadableError('too-many-merges');
    for (let at = body + 2; at + MERGED_AREA_SIZE <= body + size; at += MERGED_AREA_SIZE) {
      this.rows += Math.min(MERGE_ROWS, Math.max(1, word(stream, at + 2) - word(stream, at) + 1));
      if (this.rows > this.limits.mergeRows) throw new UnreadableError('too-many-merges');
    }
  }
}
