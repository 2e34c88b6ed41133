/** Tables of a report as rows of cells, a line a cell's paragraph. */
import { normal, oncePerObject } from '../workbook';
import { figuresIn, type TextFigure } from './numbers';
import type { ReportLine } from './types';

export type ReportRow = readonly ReportLine[];

/** The cells of each table, row by row. */
export const reportTables = oncePerObject((lines: readonly ReportLine[]): readonly (readonly ReportRow[])[] => {
  const tables = new Map<number, Map<number, ReportLine[]>>();
  for (const line of lines) {
    if (line.tableId === null || line.table === null) continue;
    const rows = tables.get(line.tableId) ?? new Map<number, ReportLine[]>();
    tables.set(line.tableId, rows.set(line.table[0], [...(rows.get(line.table[0]) ?? []), line]));
  }
  return [...tables.values()].map((rows) => [...rows.values()]);
});

/** The column whose heading fits. */
export const columnHeaded = (head: ReportRow, heading: RegExp): number | null =>
  head.find(({ half }) => heading.test(normal(half)))?.table![1] ?? null;

export const cellAt = (row: ReportRow, col: number | null): ReportLine | undefined =>
  col === null ? undefined : row.find(({ table }) => table![1] === col);

/** The figure of a cell that holds nothing else. */
export function onlyFigure(line: ReportLine | undefined): TextFigure | null {
  const figures = line === undefined ? [] : figuresIn(line);
  const [figure] = figures;
  if (line === undefined || figure === undefined || figures.length !== 1) return null;
  return line.half.slice(0, figure.from).trim() === '' && line.half.slice(figure.end).trim() === '' ? figure : null;
}
