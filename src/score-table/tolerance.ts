/**
 * How far a sum may lie from a stated total because figures were rounded before they were typed or shown:
 * half a unit of the decimals shown for every row that can have been rounded.
 * A whole number in a column of whole numbers is exact: full marks are no rounding.
 */
import type { Slot } from './types';
import { Dec, decimalsOfFormat, type WorkbookSnapshot } from '../workbook';
import { storedDecimals } from './stored-points';

const ZERO = new Dec(0);
const HALF = new Dec('0.5');

/** Half of one unit in the given decimal: 2 → 0.005. */
export function halfUnit(decimals: number): Dec {
  return HALF.times(new Dec(10).pow(-decimals));
}

/** Decimals shown for a value in its cell: those of the number format where it cuts the value, else its own. */
export function decimalsShown(slot: Slot<Dec>, book: WorkbookSnapshot): number {
  const own = slot.value?.decimalPlaces() ?? 0;
  if (own === 0) return 0;
  const format = book.sheets[slot.at.sheet]?.at(slot.at.row, slot.at.col)?.format;
  const shown = format === undefined || format === 'General' ? null : decimalsOfFormat(format);
  return shown === null ? own : Math.min(own, Math.max(0, shown - storedDecimals(slot, 0)));
}

/**
 * Half a unit for each row whose value uses all the decimals its column shows.
 * `decimals`: those of the column, that is the most any of the rows shows.
 */
export function roundingTolerance(
  slots: readonly Slot<Dec>[],
  book: WorkbookSnapshot,
): { readonly decimals: number; readonly tolerance: Dec } {
  const shown = slots.map((slot) => decimalsShown(slot, book));
  const decimals = Math.max(0, ...shown);
  return { decimals, tolerance: halfUnits(slots, shown, decimals) };
}

function halfUnits(slots: readonly Slot<Dec>[], shown: readonly number[], decimals: number): Dec {
  let rounded = 0;
  shown.forEach((places, index) => {
    const cut = slots[index]!.value!.decimalPlaces() > places;
    if (cut || (decimals > 0 && places === decimals)) rounded += 1;
  });
  return rounded === 0 ? ZERO : halfUnit(decimals).times(rounded);
}
