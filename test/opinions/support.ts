/** Small forms as receipts. */
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import type { TableJson } from '../../src/receipt';
import { MANY, PROJECT, type Rows } from '../narrative/forms';
import { changedForm } from '../papers/support';
import { bookOf, sheetOf } from '../support/sheets';

export const tablesOf = (file: string, ...sheets: readonly Rows[]): readonly TableJson[] =>
  auditBook(file, bookOf(sheets.map((rows, at) => sheetOf(`表${at + 1}`, rows))), judgeBy(BY_THE_SHEET)).entries as readonly TableJson[];

/** A wrong total; a second mistake; the unit under another name. */
export const WRONG = changedForm(MANY, [[23, 5, 90]]);
export const WORSE = changedForm(WRONG, [[3, 5, 6]]);
export const named = (rows: Rows, unit: string): Rows => changedForm(rows, [[1, 0, `单位名称：${unit}`]]);
export const projectOf = (name: string, unit: string, rows: Rows = PROJECT): Rows =>
  changedForm(rows, [
    [2, 1, name],
    [2, 6, unit],
  ]);

export const oneOf = (file: string, rows: Rows): TableJson => tablesOf(file, rows)[0]!;
