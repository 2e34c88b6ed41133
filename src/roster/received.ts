/** What a workbook says of whom it is about, for the list to be held against. */
import { holdsDataSheet, recognise } from '../recognition';
import { isUnfilled, namesInBook, type ScoreTable } from '../score-table';
import type { WorkbookSnapshot } from '../workbook';
import { codedName } from './codes';
import { labelledCode } from './code-labels';
import type { ReceivedBook, ReceivedTable } from './types';

const held = (text: string | null | undefined): string | null => (text == null || text.trim() === '' ? null : text.trim());

function tableOf(book: WorkbookSnapshot, table: ScoreTable, all: readonly ScoreTable[]): ReceivedTable {
  const { sheet: index, range } = table.table;
  const sheet = book.sheets[index]!;
  // Labels stand between this table and the one above it.
  const above = all
    .filter((one) => one.table.sheet === index && one.table.range.bottom < range.top)
    .map((one) => one.table.range.bottom + 1);
  const from = Math.max(0, ...above);
  const unit = held(table.unit?.value);
  const project = held(table.project?.value);
  const [owner, work] = [unit, project].map((text) => (text === null ? null : codedName(text)));
  return {
    sheet: sheet.name,
    kind: table.kind,
    unit: owner?.code == null ? unit : owner.name,
    unitCode: labelledCode(sheet, 'unit', from, range.bottom + 1) ?? owner?.code ?? null,
    project: work?.code == null ? project : work.name,
    projectCode: labelledCode(sheet, 'project', from, range.bottom + 1) ?? work?.code ?? null,
    year: table.year?.value ?? null,
    unfilled: isUnfilled(table),
  };
}

/** `tables`: those of the workbook, where it was audited already; recognised here where they are not given. */
export function receivedBook(file: string, book: WorkbookSnapshot, tables: readonly ScoreTable[] = recognise(book).tables): ReceivedBook {
  return {
    is: 'book',
    file,
    tables: tables.map((table) => tableOf(book, table, tables)),
    data: (tables[0]?.data.length ?? 0) > 0 || holdsDataSheet(book),
    units: tables.length > 0 ? [] : [...new Set(namesInBook(book).map(({ name }) => name))],
  };
}
