import type { RichCell, TestCell } from '../support/sheets';
import { Grid } from './sheet';

function copy(grid: Grid): Grid {
  const out = new Grid(grid.name);
  for (const row of grid.rows) out.rows.push([...row]);
  out.merges.push(...grid.merges);
  out.hiddenCols.push(...grid.hiddenCols);
  return out;
}

/** A blank row before row `at`; merged areas over it grow, as they do in a spreadsheet. */
export function insertRow(grid: Grid, at: number): Grid {
  const out = copy(grid);
  out.rows.splice(at, 0, []);
  out.merges.length = 0;
  for (const merge of grid.merges) {
    out.merges.push({ ...merge, top: merge.top + (merge.top >= at ? 1 : 0), bottom: merge.bottom + (merge.bottom >= at ? 1 : 0) });
  }
  return out;
}

/** A blank column before column `at`. */
export function insertCol(grid: Grid, at: number): Grid {
  const out = copy(grid);
  out.rows.forEach((row) => {
    if (row.length > at) row.splice(at, 0, undefined);
  });
  out.merges.length = 0;
  out.hiddenCols.length = 0;
  for (const col of grid.hiddenCols) out.hiddenCols.push(col + (col >= at ? 1 : 0));
  for (const merge of grid.merges) {
    out.merges.push({ ...merge, left: merge.left + (merge.left >= at ? 1 : 0), right: merge.right + (merge.right >= at ? 1 : 0) });
  }
  return out;
}

/** Takes merged areas apart where `which` says so: the value stays in the first cell. */
export function unmerge(grid: Grid, which: (index: number) => boolean): Grid {
  const out = copy(grid);
  out.merges.length = 0;
  out.merges.push(...grid.merges.filter((_, index) => !which(index)));
  return out;
}

/** Other number formats that show the same figure. */
export function reformat(grid: Grid, format: (row: number, col: number) => string): Grid {
  const out = copy(grid);
  out.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      row[c] = formatted(cell, format(r, c));
    }),
  );
  return out;
}

function formatted(cell: TestCell, format: string): TestCell {
  if (typeof cell === 'number') return { v: cell, format };
  if (cell === null || cell === undefined || typeof cell !== 'object' || 'error' in cell) return cell;
  const rich: RichCell = cell;
  return rich.format?.includes('%') === true ? rich : { ...rich, format };
}
