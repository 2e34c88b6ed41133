/** The parts of a table's body: indicators, classes and sums; and what of it was left unread. */
import type { Grid } from './grid';
import { hasNumbers, type Body, type Line } from './lines';
import { outlineOf } from './outline';
import type { RowsContext } from './row-values';
import { readRows } from './rows';
import { readTotals } from './totals';
import type { Doubt, Group, IndicatorRow, TotalRow } from '../score-table';
import { Dec } from '../workbook';

export interface Parts {
  readonly indicators: readonly IndicatorRow[];
  readonly groups: readonly Group[];
  readonly rowTotals: readonly TotalRow[];
  /** Lines with points that are no indicator, no class and no sum. */
  readonly unread: readonly Line[];
}

/** A line with points and nothing that names it is an indicator where the 分值 come to the whole only with it; else it is left unread. */
export function readParts(context: RowsContext, body: Body, execution: IndicatorRow | null): Parts {
  const parts = partsWith(context, body, execution, new Set());
  if (parts.unread.length === 0) return parts;
  const all = partsWith(context, body, execution, new Set(parts.unread.map(({ row }) => row)));
  return comesToWhole(all, execution) && !comesToWhole(parts, execution) ? all : parts;
}

function partsWith(context: RowsContext, body: Body, execution: IndicatorRow | null, nameless: ReadonlySet<number>): Parts {
  const outline = outlineOf(body.lines, nameless);
  const { rows: indicators, groups, scale } = readRows(context, outline);
  const { grid, columns, points } = context;
  const rowTotals = readTotals({ grid, columns, rows: indicators, groups, execution, scale, points }, body.lines);
  const read = new Set([
    ...outline.leaves.map(({ line }) => line.row),
    ...outline.groups.flatMap(({ line }) => (line === null ? [] : [line.row])),
    ...rowTotals.map(({ label }) => label.at.row),
  ]);
  return {
    indicators,
    groups,
    rowTotals,
    unread: body.lines.filter((line) => line.kind === 'data' && hasNumbers(line) && !read.has(line.row)),
  };
}

function comesToWhole({ indicators, rowTotals }: Parts, execution: IndicatorRow | null): boolean {
  const stated = rowTotals.find((total) => total.kind === 'total' && total.weight?.value != null)?.weight?.value ?? new Dec(100);
  const counted = [...indicators, ...(execution === null ? [] : [execution])].filter((row) => row.role !== 'bonus');
  return counted.reduce((sum, row) => sum.plus(row.weight?.value ?? 0), new Dec(0)).eq(stated);
}

/** What is said of such a line. */
export function unreadLine(grid: Grid, { row, weight, scores }: Line): Doubt {
  const place = [weight, ...scores].find((one) => one != null && one.own && one.text !== '');
  const at = place?.at ?? { sheet: grid.index, row, col: 0 };
  return { what: `第${row + 1}行`, lookedFor: ['指标名称'], found: '分值或得分', at };
}
