/** 依法不予公开: what was made public without it differs from what was handed in, and rightly so. */
import { normal, type SheetSnapshot, withoutBrackets, type WorkbookSnapshot, wordsPattern } from '../workbook';
import fields from './data/fields.json';
import data from './data/withheld.json';
import type { ChangedCell, Field, LineChange } from './types';

const WORDS = new RegExp(wordsPattern(data.words));
/** A cell that says only this; what stands in a longer text withholds nothing. */
const LONGEST = 24;

const saysWithheld = (text: string): boolean => text.length <= LONGEST && WORDS.test(normal(text));

/** What somebody answered to a difference; '' where it is said of all. */
export interface WithheldAnswer {
  readonly name: string;
  readonly field: string;
  readonly owner: string;
  readonly file: string;
}

type Column = keyof typeof data.headings;
const COLUMNS = Object.keys(data.headings) as readonly Column[];
const HEAD_ROWS = 10;

const textAt = (sheet: SheetSnapshot, row: number, col: number | undefined): string => {
  const value = col === undefined ? null : sheet.valueAt(row, col);
  return value === null || typeof value === 'object' ? '' : normal(String(value));
};

function headAt(sheet: SheetSnapshot, row: number): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [col] of sheet.cellsOfRow(row)) {
    const text = withoutBrackets(textAt(sheet, row, col));
    const column = COLUMNS.find((one) => data.headings[one].includes(text));
    if (column !== undefined && !found.has(column)) found.set(column, col);
  }
  return found;
}

function answersOn(sheet: SheetSnapshot): readonly WithheldAnswer[] {
  for (let row = 0; row < Math.min(sheet.rows, HEAD_ROWS); row += 1) {
    const head = headAt(sheet, row);
    if (!head.has('name') || !head.has('answer')) continue;
    return Array.from({ length: sheet.rows - row - 1 }, (_, below) => row + 1 + below).flatMap((at): readonly WithheldAnswer[] => {
      const text = (column: Column): string => textAt(sheet, at, head.get(column));
      if (text('name') === '' || !WORDS.test(text('answer'))) return [];
      return [{ name: text('name'), field: text('field'), owner: text('owner'), file: text('file') }];
    });
  }
  return [];
}

/** The lines of a workbook that name an indicator and answer 依法不予公开: our own list of differences with a column 答复, say. */
export const withheldAnswers = ({ sheets }: WorkbookSnapshot): readonly WithheldAnswer[] => sheets.flatMap(answersOn);

/** Whose table it is that was made public. */
export interface PublishedTable {
  readonly owners: readonly string[];
  readonly file: string;
}

const isOf = ({ owner, file }: WithheldAnswer, table: PublishedTable): boolean =>
  (owner === '' || table.owners.some((one) => normal(one) === owner)) && (file === '' || normal(table.file).endsWith(file));

export interface WithoutWithheld {
  readonly lines: readonly LineChange[];
  /** Differences that were withheld lawfully. */
  readonly withheld: number;
}

/** The differences without those that the published cell, or an answer, says were withheld. */
export function withoutWithheld(lines: readonly LineChange[], answers: readonly WithheldAnswer[], table: PublishedTable): WithoutWithheld {
  const own = answers.filter((answer) => isOf(answer, table));
  const isAnswered = (name: string, field: Field | null): boolean =>
    own.some((answer) => answer.name === normal(name) && (answer.field === '' || (field !== null && answer.field === fields[field])));
  const isHidden = ({ after, field }: ChangedCell, name: string): boolean =>
    (after !== null && saysWithheld(after.shown)) || isAnswered(name, field);
  const nameless = lines.filter(({ state, name }) => state === 'added' && saysWithheld(name));
  const gone = lines.filter(({ state, kind, name }) => state === 'removed' && kind === 'row' && !isAnswered(name, null));
  // As many rows without a name as are missing: they are those rows.
  const stands = gone.length > 0 && gone.length <= nameless.length ? new Set([...gone, ...nameless]) : new Set<LineChange>();
  let withheld = stands.size === 0 ? 0 : gone.length;
  const told = lines.flatMap((line): readonly LineChange[] => {
    if (stands.has(line)) return [];
    if (line.state === 'removed' || line.state === 'added') {
      if (line.state === 'added' || !isAnswered(line.name, null)) return [line];
      withheld += 1;
      return [];
    }
    const changes = line.changes.filter((change) => !isHidden(change, beforeName(line)));
    withheld += line.changes.length - changes.length;
    const state = changes.some(({ field }) => field === 'name') ? line.state : 'changed';
    return changes.length === 0 ? [] : [{ ...line, state, changes }];
  });
  return { lines: told, withheld };
}

/** Its name as it was handed in. */
const beforeName = ({ name, changes }: LineChange): string => changes.find(({ field }) => field === 'name')?.before?.shown ?? name;
