/**
 * What a core does for the first time takes twenty times as long as afterwards: parsers and lists of words are made at their first use,
 * code is compiled. While a page is still being drawn, its thread audits small tables of made-up rows, so that the first real sheet is
 * answered at once.
 */
import { SheetBuilder, type WorkbookSnapshot } from '../../workbook';
import { BY_THE_SHEET, type Judging } from '../judging';
import table from './data/warm-rows.json';
import { localEngine } from './local';

const { headings, rows } = table;
const POINTS = headings.indexOf('分值');
const SCORE = headings.indexOf('自评得分');
/** Rows a step: short enough that a question which arrives meanwhile hardly waits. */
const STEP = 2;

/**
 * Each call does one step; false when nothing is left to do. Nothing of it can be seen. `expected`: the workbook that will be asked about,
 * where it is known; it comes first.
 */
export function warmUp(expected: WorkbookSnapshot | null = null): () => Promise<boolean> {
  const engine = localEngine();
  let first = expected;
  let from = 0;
  return async () => {
    if (first !== null) {
      const book = first;
      first = null;
      await engine.audit(book, BY_THE_SHEET, '');
      return true;
    }
    if (from >= rows.length) return false;
    await engine.audit(bookOf(rows.slice(from, from + STEP)), BY_THE_SHEET, '');
    from += STEP;
    return true;
  };
}

/** Times a workbook is gone through again: after so many the code is as fast as it gets. */
const TIMES = 24;
/** Rows of all its sheets; a workbook with more would keep a question waiting. */
const MOST_ROWS = 400;

/**
 * What was audited once goes through the core again while nobody asks anything, so that the check after the first edit is as quick as the
 * hundredth. Each call does it once; false when nothing is left to do. Nothing of it can be seen.
 */
export function rehearsal(book: WorkbookSnapshot, judging: Judging): () => Promise<boolean> {
  const engine = localEngine();
  let left = book.sheets.reduce((rows, sheet) => rows + sheet.rows, 0) > MOST_ROWS ? 0 : TIMES;
  return async () => {
    if (left <= 0) return false;
    left -= 1;
    await engine.audit(book, judging, '');
    return left > 0;
  };
}

function bookOf(given: readonly (readonly (string | number)[])[]): WorkbookSnapshot {
  const sheet = new SheetBuilder('绩效自评表');
  const lines = [['项目支出绩效自评表'], headings, ...given, ['总分', '', '', sumOf(given, POINTS), '', '', '', sumOf(given, SCORE)]];
  lines.forEach((line, row) => line.forEach((value, col) => (value === '' ? null : sheet.set(row, col, value))));
  return { sheets: [sheet.build()], externalLinks: null, date1904: false };
}

const sumOf = (lines: readonly (readonly (string | number)[])[], col: number): number =>
  lines.reduce((sum, line) => sum + Number(line[col]), 0);
