import { removeTraces, sniff } from '../../hosts/file/index';
import { RESULT_SHEET } from '../../messages/result-sheet';
import { SheetBuilder } from '../../workbook/sheet-builder';
import type { WorkbookSnapshot } from '../../workbook/types';

type Read = (bytes: Uint8Array) => Promise<WorkbookSnapshot>;

/** A sheet that may be one of ours, by its name alone. */
const MAY_BE_OURS = new RegExp(`^${RESULT_SHEET}(?: \\(\\d+\\))?$`);

/**
 * Reads a workbook as if our 审核结果 were not in it, so that a marked copy gives the findings of the original. The
 * sheet keeps its place, empty, so that addresses hold for the file as it is. A sheet of the user's own by that name stays.
 */
export async function readWithoutResults(bytes: Uint8Array, read: Read): Promise<WorkbookSnapshot> {
  const book = await read(bytes);
  if (!book.sheets.some(({ name }) => MAY_BE_OURS.test(name)) || sniff(bytes) !== 'xlsx') return book;
  const theirs = new Set((await read(removeTraces(bytes))).sheets.map(({ name }) => name));
  return { ...book, sheets: book.sheets.map((sheet) => (theirs.has(sheet.name) || !MAY_BE_OURS.test(sheet.name) ? sheet : new SheetBuilder(sheet.name).build())) };
}
