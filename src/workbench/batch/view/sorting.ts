import type { BatchRow } from '../state';

export type SortColumn = 'file' | 'unit' | 'sheet' | 'self' | 'recomputed' | 'difference' | 'mandatory' | 'advisory';
export const COLUMNS: readonly SortColumn[] = ['file', 'unit', 'sheet', 'self', 'recomputed', 'difference', 'mandatory', 'advisory'];
export const NUMBERS: ReadonlySet<SortColumn> = new Set<SortColumn>(['self', 'recomputed', 'difference', 'mandatory', 'advisory']);

export interface Sorting {
  readonly by: SortColumn;
  readonly down: boolean;
}

/** Rows as they come (强制性 first, files without a result last), or by a column; unknown values and files without a result stay last. */
export function sortedBy(rows: readonly BatchRow[], sorting: Sorting | null): readonly BatchRow[] {
  if (sorting === null) return rows;
  const { by, down } = sorting;
  const known = rows.filter((row) => valueOf(row, by) !== null);
  const others = rows.filter((row) => valueOf(row, by) === null);
  const ordered = known
    .map((row, index) => ({ row, index, value: valueOf(row, by)! }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * (down ? -1 : 1) || a.index - b.index)
    .map(({ row }) => row);
  return [...ordered, ...others];
}

function valueOf(row: BatchRow, by: SortColumn): string | number | null {
  if (row.status !== 'ok' && row.status !== 'unfilled') return null;
  return by === 'file' ? row.path : row[by];
}

/** The column clicked again turns round; numbers begin with the greatest. 差额 begins with the furthest below. */
export function nextSorting(last: Sorting | null, by: SortColumn): Sorting {
  if (last?.by === by) return { by, down: !last.down };
  return { by, down: NUMBERS.has(by) && by !== 'difference' };
}

const MINUS = '\u2212';

/** Two decimals, more where there are more (at most four); a true minus; 0 without sign. */
export function scoreText(value: number): string {
  const text = Math.abs(value)
    .toFixed(4)
    .replace(/0{1,2}$/, '');
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}
