import { unrecognisedReason } from '../../messages/unrecognised';
import type { WorkbookSnapshot } from '../../workbook/types';
import { refusedJson, tableJson } from '../contract/table';
import type { EntryJson } from '../contract/types';
import type { Core } from './core';

/** One object for each score table of a workbook, in workbook order; one object saying why when it has none. */
export function auditBook(file: string, book: WorkbookSnapshot, core: Core): EntryJson[] {
  const { tables, doubts } = core.recognise(book);
  if (tables.length === 0) return [refusedJson(file, 'unrecognised', unrecognisedReason(doubts, book))];
  return tables.map((table, index) => tableJson(file, core.assess(table, book, { first: index === 0 }), book, core.messages));
}
