/** Reading in pieces of about one size: how many rows the next request may ask for. */

/** Bytes a reply should have at most; the web's limit is 5 MB. */
const WANTED = 1_600_000;
/** What the first piece is taken to need for each cell: long Chinese texts, twice (as value and as formula). */
const FIRST_GUESS = 130;
const LEAST = 30;
/** Text gets longer further down more often than shorter. */
const CAUTION = 1.25;

/** Learns from each piece how heavy the cells of this workbook are. */
export class Pace {
  private perCell = FIRST_GUESS;

  /** Cells that the rest of a request with `taken` estimated bytes may have. */
  room(taken: number, extra: number): number {
    return Math.floor((WANTED - taken) / (this.perCell + extra));
  }

  weight(cells: number, extra: number): number {
    return cells * (this.perCell + extra);
  }

  learn(cells: number, bytes: number): void {
    if (cells > 0) this.perCell = Math.max(LEAST, (bytes / cells) * CAUTION);
  }

  /** The host found a reply too large. */
  slower(): void {
    this.perCell *= 2;
  }
}

/** A run of rows of one sheet. */
export interface RowChunk {
  readonly sheet: number;
  readonly from: number;
  readonly to: number;
}

export interface Extent {
  readonly rows: number;
  readonly cols: number;
  /** Bytes each cell needs beyond its content (whether it is locked). */
  readonly extra: number;
}

/**
 * The next pieces that fit into one request, from `at` on; null when all is read. A single row always fits.
 */
export function nextPieces(
  sheets: readonly Extent[],
  at: { readonly sheet: number; readonly row: number },
  pace: Pace,
): { readonly pieces: readonly RowChunk[]; readonly next: { readonly sheet: number; readonly row: number } } | null {
  const pieces: RowChunk[] = [];
  let { sheet, row } = at;
  let taken = 0;
  while (sheet < sheets.length) {
    const { rows, cols, extra } = sheets[sheet]!;
    if (rows === 0 || row >= rows) {
      sheet += 1;
      row = 0;
      continue;
    }
    const fitting = Math.floor(pace.room(taken, extra) / cols);
    if (fitting < 1 && pieces.length > 0) break;
    const to = Math.min(rows, row + Math.max(1, fitting)) - 1;
    pieces.push({ sheet, from: row, to });
    taken += pace.weight((to - row + 1) * cols, extra);
    row = to + 1;
    if (row < rows) break;
  }
  return pieces.length === 0 ? null : { pieces, next: { sheet, row } };
}
