import { unrecognisedReason } from '../../words';
import { spoken } from '../../assessment';
import { UnreadableError, type WorkbookSnapshot } from '../../workbook';
import type { Review } from '../../results';
import { type EntryJson, tableJson, unrecognisedJson } from '../../receipt';
import type { CoreFunctions } from './core-functions';

/** What came of one workbook: its entries, and what they were made of. */
export interface AuditedEntries {
  readonly entries: readonly EntryJson[];
  /** null where no table was audited. */
  readonly review: Review | null;
}

/** One object for each score table of a workbook, in workbook order; one object saying why when it has none. */
export function auditedBook(file: string, book: WorkbookSnapshot, core: CoreFunctions): AuditedEntries {
  const { tables, doubts } = core.recognise(book);
  if (tables.length === 0) {
    // Nobody knows whether a sheet that was not read holds one.
    const unread = book.sheets.find((sheet) => sheet.unread !== undefined);
    if (unread?.unread !== undefined) throw new UnreadableError(unread.unread, unread.name);
    return { entries: [unrecognisedJson(file, unrecognisedReason(doubts, book))], review: null };
  }
  const reviewed = tables.map((table, index) => {
    const assessment = core.assess(table, book, { first: index === 0 });
    return { assessment, spoken: spoken(assessment.findings, table.table.sheet, book, core.messages) };
  });
  return {
    entries: reviewed.map((one) => tableJson(file, one.assessment, book, one.spoken)),
    review: { book, tables: reviewed, messages: core.messages },
  };
}
