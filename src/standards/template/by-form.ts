/**
 * The reading of the form serves the sheets made from it: where a unit altered headings, the columns are still those of the
 * form. Only headings are lent for the reading; every value is the sheet's own, and what stands in the headings is told.
 */
import type { Recognised, ScoreTable } from '../../score-table';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../workbook';
import { cellText } from './cell-text';
import type { FormColumn, TemplateForm } from './form';
import { headerKey } from './places';

/** Of the form's headings so many must stand in the sheet, or it is not made from the form. */
const COMMON = 0.5;
/** Rows by which the headings may have moved. */
const MOST_MOVED = 12;

type Recognise = (book: WorkbookSnapshot) => Recognised;

/** As `recognise`, with the help of the blank forms where headings were altered. */
export function recogniseByForms(recognise: Recognise, book: WorkbookSnapshot, forms: readonly TemplateForm[]): Recognised {
  const own = recognise(book);
  let tables = own.tables;
  for (const form of forms) {
    const index = sheetOf(book, form);
    const lent = index === null ? null : lend(book, index, form);
    if (index === null || lent === null) continue;
    const helped = recognise(lent.book).tables.find((table) => table.table.sheet === index && knows(table, form));
    if (helped === undefined) continue;
    tables = replaced(tables, withOwnHeadings(helped, book));
  }
  return tables === own.tables ? own : { tables, doubts: [] };
}

/** The sheet of the form's name; the only one where there is just one. */
function sheetOf(book: WorkbookSnapshot, form: TemplateForm): number | null {
  const named = book.sheets.findIndex((sheet) => sheet.name === form.sheet);
  return named >= 0 ? named : book.sheets.length === 1 ? 0 : null;
}

/** The book with the form's headings; null where they stand there already, or hardly any does. */
function lend(book: WorkbookSnapshot, index: number, form: TemplateForm): { readonly book: WorkbookSnapshot } | null {
  const sheet = book.sheets[index]!;
  const { by, same } = moved(sheet, form);
  if (same === form.columns.length || same < form.columns.length * COMMON) return null;
  const lent = new Map(form.columns.map((column) => [`${column.row + by},${column.col}`, column.text]));
  const sheets = book.sheets.map((one, at) => (at === index ? withTexts(one, lent) : one));
  return { book: { ...book, sheets } };
}

const isSame = (sheet: SheetSnapshot, column: FormColumn, by: number): boolean =>
  headerKey(cellText(sheet.valueAt(column.row + by, column.col))) === headerKey(column.text);

/** By how many rows the headings stand lower, and how many of them are the form's. */
function moved(sheet: SheetSnapshot, form: TemplateForm): { readonly by: number; readonly same: number } {
  let best = { by: 0, same: 0 };
  for (let step = 0; step <= MOST_MOVED; step += 1) {
    for (const by of step === 0 ? [0] : [step, -step]) {
      if (form.headerRows.top + by < 0) continue;
      const same = form.columns.filter((column) => isSame(sheet, column, by)).length;
      if (same > best.same) best = { by, same };
    }
  }
  return best;
}

function withTexts(sheet: SheetSnapshot, texts: ReadonlyMap<string, string>): SheetSnapshot {
  const at = (row: number, col: number): Cell | undefined => {
    const text = texts.get(`${row},${col}`);
    return text === undefined ? sheet.at(row, col) : { value: text, format: 'General' };
  };
  return {
    key: sheet.key,
    name: sheet.name,
    state: sheet.state,
    protected: sheet.protected,
    rows: sheet.rows,
    cols: sheet.cols,
    merges: sheet.merges,
    pictures: sheet.pictures,
    unread: sheet.unread,
    at,
    valueAt: (row, col) => at(row, col)?.value ?? null,
    formatAt: (row, col) => sheet.formatAt(row, col),
    cellsOfRow: (row) => cellsWith(sheet, row, texts),
    rowHidden: (row) => sheet.rowHidden(row),
    colHidden: (col) => sheet.colHidden(col),
    locked: (row, col) => sheet.locked(row, col),
  };
}

function cellsWith(sheet: SheetSnapshot, row: number, texts: ReadonlyMap<string, string>): Iterable<readonly [number, Cell]> {
  const cells = new Map([...sheet.cellsOfRow(row)].map(([col, cell]) => [col, cell] as const));
  for (const [key, text] of texts) {
    const [at, col] = key.split(',').map(Number) as [number, number];
    if (at === row) cells.set(col, { value: text, format: 'General' });
  }
  return [...cells].sort((a, b) => a[0] - b[0]);
}

/** Are the form's columns there, each for what it is in the form? */
function knows(table: ScoreTable, form: TemplateForm): boolean {
  return form.columns.every((column) => table.columns.some((one) => one.col === column.col && one.role === column.role));
}

function withOwnHeadings(table: ScoreTable, book: WorkbookSnapshot): ScoreTable {
  const own = (at: { readonly sheet: number; readonly row: number; readonly col: number }): string =>
    cellText(book.sheets[at.sheet]!.valueAt(at.row, at.col));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      header: { ...column.header, value: own(column.header.at), raw: own(column.header.at) },
    })),
  };
}

/** The helped reading instead of the sheet's own of the same place. */
function replaced(tables: readonly ScoreTable[], helped: ScoreTable): readonly ScoreTable[] {
  const overlaps = (one: ScoreTable): boolean =>
    one.table.sheet === helped.table.sheet &&
    one.table.range.top <= helped.table.range.bottom &&
    helped.table.range.top <= one.table.range.bottom;
  const kept = tables.filter((one) => !overlaps(one));
  const all = [...kept, helped].sort((a, b) => a.table.sheet - b.table.sheet || a.table.range.top - b.table.range.top);
  return all.map((one, index) => ({ ...one, table: { ...one.table, number: index + 1, of: all.length } }));
}
