/** The sheets this program has added, known by a hidden name of theirs. */
import { readSheetTag, SHEET_NAME } from '../../workbook';
import type { RequestContext, Worksheet } from './office-types';

export interface OwnSheet {
  readonly sheet: Worksheet;
  /** The name it was made for, and the one it was given. */
  readonly wanted: string;
  readonly given: string;
}

export interface SheetList {
  readonly all: readonly Worksheet[];
  /** A sheet of ours that was renamed or copied is the user's from then on. */
  readonly ours: readonly OwnSheet[];
}

/** Two syncs: the sheets, then their tags. `also` queues more questions about each sheet for the second. */
export async function listSheets(context: RequestContext, also: (sheet: Worksheet) => void = () => undefined): Promise<SheetList> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/position,items/visibility,items/protection/protected,items/protection/options');
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    also(sheet);
    return { sheet, tag: sheet.names.getItemOrNullObject(SHEET_NAME).load('formula') };
  });
  await context.sync();
  const ours = asked.flatMap(({ sheet, tag }) => {
    const read = tag.isNullObject ? null : readSheetTag(tag.formula);
    return read !== null && read.given === sheet.name ? [{ sheet, ...read }] : [];
  });
  return { all: worksheets.items, ours };
}
