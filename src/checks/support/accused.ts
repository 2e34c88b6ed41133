/** The keys of what a finding may blame. Rows go by their own id; everything else by a key made here, so that two checks mean the same thing. */
import type { GroupId, RowId } from '../../score-table';
import type { Accused, Aspect } from '../types';

export const TABLE = 'table';
export const WORKBOOK = 'workbook';

/** A stated total, by its index in ScoreTable.totals and the index of the score column. */
export function totalKey(index: number, column = 0): string {
  return column === 0 ? `total:${index}` : `total:${index}:${column}`;
}

export function groupKey(id: GroupId): string {
  return `group:${id}`;
}

/** A line of the funding table, by its index in Funding.rows. The execution row's score is blamed by its RowId instead. */
export function fundingKey(index: number): string {
  return `funding:${index}`;
}

/** One label of the head of the sheet: unit, year, project, date. */
export function headKey(label: string): string {
  return `head:${label}`;
}

export function accused(row: RowId | string, aspect: Aspect): Accused {
  return { row, aspect };
}

/** Equal exactly when the same thing is blamed. */
export function accusedKey(who: Accused): string {
  return `${who.aspect} ${who.row}`;
}
