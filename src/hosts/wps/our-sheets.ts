/** Which sheets of a workbook are ours: a hidden name of the sheet says so, the same in files and in live programs. */
import { readSheetTag, SHEET_NAME } from '../../workbook';
import { attempt, collectionCount, get, ownText } from './bridge';
import type { EtWorkbook, EtWorksheet } from './et';

export interface OurSheet {
  /** The name it was wanted under. */
  readonly wanted: string;
}

/** Whether a workbook has any names at all; without them no sheet of it is ours. */
export function hasNames(book: EtWorkbook): boolean {
  return attempt(() => collectionCount(get(book, 'Names')) > 0, true);
}

/** null: not ours, or renamed or copied by somebody, and theirs from then on. */
export function ourSheet(sheet: EtWorksheet, name: string): OurSheet | null {
  const refersTo = attempt(() => ownText(get(get(sheet, 'Names').Item(SHEET_NAME), 'RefersTo')), '');
  const tag = readSheetTag(refersTo);
  return tag !== null && tag.given === name ? { wanted: tag.wanted } : null;
}
