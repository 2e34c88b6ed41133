import { RESULT_SHEET, RESULT_TITLE } from '../../results';
import { CompactSheet, SheetBuilder, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook';

type Read = (bytes: Uint8Array) => Promise<WorkbookSnapshot>;

/**
 * Reads a workbook as if the sheets we added (审核结果, 自评小结) were not in it, so that a marked copy gives the
 * findings of the original. Each keeps its place, empty, so that addresses hold for the file as it is. A sheet of the
 * user's own by such a name stays.
 */
export async function readWithoutResults(bytes: Uint8Array, read: Read): Promise<WorkbookSnapshot> {
  const book = await read(bytes);
  if (!book.sheets.some(isOurs)) return book;
  return { ...book, sheets: book.sheets.map((sheet) => (isOurs(sheet) ? emptied(sheet) : sheet)) };
}

/** By its tag; or, where a program has dropped that, by its name and its first line. */
function isOurs(sheet: SheetSnapshot): boolean {
  return sheet.ours === true || (sheet.name.startsWith(RESULT_SHEET) && sheet.valueAt(0, 0) === RESULT_TITLE);
}

const emptied = ({ name }: SheetSnapshot): SheetSnapshot => new CompactSheet({ ...new SheetBuilder(name).buildData(), ours: true });
