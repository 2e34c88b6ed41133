/** How much of score tables one workbook may hold: the work on a table is counted, so that a busy machine gives the same answer. */
import type { ScoreTable } from '../score-table';
import { UnreadableError } from '../workbook';

/** Of one workbook: a county's units with a sheet and thirty lines each come to half of it. Headings found in one sheet are counted too. */
export const MOST_TABLES = 2_000;
export const MOST_LINES = 20_000;

/** Headings of one sheet, whether tables follow them or not. @throws UnreadableError `too-many-tables` */
export function refuseHeadings(count: number, sheet: string): void {
  if (count > MOST_TABLES) throw new UnreadableError('too-many-tables', sheet);
}

/** Counts what was found. @throws UnreadableError `too-many-tables` */
export function tableCount(): (found: readonly ScoreTable[], sheet: string) => void {
  let tables = 0;
  let lines = 0;
  return (found, sheet) => {
    tables += found.length;
    lines += found.reduce((sum, { rows }) => sum + rows.length, 0);
    if (lines > MOST_LINES || tables > MOST_TABLES) throw new UnreadableError('too-many-tables', sheet);
  };
}
