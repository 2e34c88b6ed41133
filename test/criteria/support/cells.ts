import { SheetBuilder } from '../../../src/workbook/sheet-builder';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import type { Given } from '../../../src/criteria/index';
import { Dec } from '../../../src/workbook/decimal';

/** What a cell would hold for a given fact; null where no cell can. */
export const cellNumber = (given: Given | null): number | null =>
  given !== null && given.value instanceof Dec ? given.value.toNumber() : null;

/** A book whose A1 is the 分值 and whose column B holds the facts. */
export function book(weight: Dec, facts: readonly (number | null)[]): WorkbookSnapshot {
  const sheet = new SheetBuilder('表').set(0, 0, weight.toNumber());
  for (const [row, value] of facts.entries()) if (value !== null) sheet.set(row, 1, value);
  return { sheets: [sheet.build()], externalLinks: [], date1904: false };
}
