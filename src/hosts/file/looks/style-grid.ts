/** How far a sheet reaches. */
export class Extent {
  rows = 0;
  cols = 0;

  take(row: number, col: number): void {
    if (row >= this.rows) this.rows = row + 1;
    if (col >= this.cols) this.cols = col + 1;
  }
}

/** The styles of the cells a file lists, row by row. Cells come in reading order in all but broken files; any order works. */
export class StyleGrid {
  private readonly rows = new Map<number, { readonly cols: number[]; readonly styles: number[]; sorted: boolean }>();

  add(row: number, col: number, style: number): void {
    const known = this.rows.get(row);
    if (known === undefined) {
      this.rows.set(row, { cols: [col], styles: [style], sorted: true });
      return;
    }
    if (col <= known.cols[known.cols.length - 1]!) known.sorted = false;
    known.cols.push(col);
    known.styles.push(style);
  }

  at(row: number, col: number): number | undefined {
    const line = this.rows.get(row);
    if (line === undefined) return undefined;
    if (!line.sorted) {
      const place = line.cols.lastIndexOf(col);
      return place < 0 ? undefined : line.styles[place];
    }
    let low = 0;
    let high = line.cols.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = line.cols[middle]!;
      if (found === col) return line.styles[middle];
      if (found < col) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
