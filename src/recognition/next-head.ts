/** Where one table of a sheet ends and the head of the next begins. */
import { wordsPattern } from '../workbook';
import type { Grid } from './grid';
import titles from './data/titles.json';

export const LABELS_OF_NEXT = `^(?:项目名称|单位名称|部门名称)`;
const TITLE_OR_LABEL = new RegExp(`^附(?:件|表)|${wordsPattern(titles.assessedBefore)}[^。;]{0,60}表|${LABELS_OF_NEXT}`);

/** The blank line before the next form's head, if there is one; else `to`, where its headings stand. What stands there says nothing of the table above. */
export function nextHead(grid: Grid, from: number, to: number): number {
  let blank = -1;
  for (let row = from; row < to; row++) {
    const cells = grid.cells(row);
    if (cells.length === 0) {
      if (blank < 0) blank = row;
      continue;
    }
    if (blank >= 0 && cells.length <= 2 && cells.some((cell) => TITLE_OR_LABEL.test(cell.text))) return blank;
    blank = -1;
  }
  return to;
}
