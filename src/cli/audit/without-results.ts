import { SheetBuilder } from '../../workbook/sheet-builder';
import type { WorkbookSnapshot } from '../../workbook/types';

type Read = (bytes: Uint8Array) => Promise<WorkbookSnapshot>;

/**
 * Reads a workbook as if the sheets we added (审核结果, 自评小结) were not in it, so that a marked copy gives the
 * findings of the original. Each keeps its place, empty, so that addresses hold for the file as it is. A sheet of the
 * user's own by such a name stays.
 */
export async function readWithoutResults(bytes: Uint8Array, read: Read): Promise<WorkbookSnapshot> {
  const book = await read(bytes);
  if (!book.sheets.some((sheet) => sheet.ours === true)) return book;
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.ours === true ? new SheetBuilder(sheet.name).build() : sheet)) };
}
