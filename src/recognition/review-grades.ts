/** Grades that reviewers gave, beside the self-evaluation's: in their own score column, or behind a label of their own. */
import type { ReviewGrade, ScoreColumn, Slot } from '../score-table';
import words from './data/review-grades.json';
import type { Grid } from './grid';
import { textSlot } from './numbers';
import grades from './data/grades.json';
import { wordsPattern } from '../workbook';

const GRADE = new RegExp(`^${wordsPattern(grades.inCell)}$`);
const KIND_OF: ReadonlyMap<string, ScoreColumn['kind']> = new Map(
  (['review', 'finance'] as const).flatMap((kind) => words[kind].map((label) => [label, kind] as const)),
);

/** One a column at most; `grade` is the self-evaluation's. */
export function reviewGradesIn(
  grid: Grid,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  columns: readonly ScoreColumn[],
  self: number | null,
  grade: Slot<string> | undefined,
): readonly ReviewGrade[] {
  const found = new Map<number, Slot<string>>();
  const take = (column: number, row: number, col: number): void => {
    if (column >= 0 && column !== self && !found.has(column) && GRADE.test(grid.ownText(row, col)))
      found.set(column, textSlot(grid.own(row, col), { sheet: grid.index, row, col }));
  };
  if (columns.length < 2) return [];
  if (grade !== undefined && self !== null && grade.at.col === columns[self]?.col)
    columns.forEach((column, index) => take(index, grade.at.row, column.col));
  for (let row = top; row <= Math.min(bottom, grid.rows - 1); row += 1) {
    const cells = grid.cells(row);
    cells.forEach((cell, index) => {
      const kind = KIND_OF.get(cell.text.replace(/:$/, ''));
      const next = cells[index + 1];
      const ofKind = columns.flatMap((column, at) => (column.kind === kind ? [at] : []));
      if (next !== undefined && ofKind.length === 1) take(ofKind[0]!, next.row, next.col);
    });
  }
  return [...found].map(([column, slot]) => ({ column, slot }));
}
