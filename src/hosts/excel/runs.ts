/** Cells to write as few ranges: one below the other in a column are one. */
import type { CellEdit } from '../../workbook';

export interface Run {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly edits: readonly CellEdit[];
}

export function runsOf(edits: readonly CellEdit[]): Run[] {
  const sorted = [...edits].sort((a, b) => a.at.sheet - b.at.sheet || a.at.col - b.at.col || a.at.row - b.at.row);
  const runs: { sheet: number; row: number; col: number; edits: CellEdit[] }[] = [];
  for (const edit of sorted) {
    const last = runs[runs.length - 1];
    const { sheet, row, col } = edit.at;
    if (last !== undefined && last.sheet === sheet && last.col === col && last.row + last.edits.length === row) last.edits.push(edit);
    else runs.push({ sheet, row, col, edits: [edit] });
  }
  return runs;
}
