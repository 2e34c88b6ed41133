/** Points as a cell stores them, and back: a form that shows its points as percent stores 0.06 for 6. */
import type { Slot } from './types';
import type { Dec } from '../workbook';

/** The number to store in this cell for so many points. */
export function storedPoints(slot: Pick<Slot<Dec>, 'scale'>, points: Dec): Dec {
  return slot.scale === undefined ? points : points.div(slot.scale);
}

/** The points that a number stored in this cell means. */
export function readPoints(slot: Pick<Slot<Dec>, 'scale'>, stored: Dec): Dec {
  return slot.scale === undefined ? stored : stored.times(slot.scale);
}

/** Decimals a stored number needs for points with so many. */
export function storedDecimals(slot: Pick<Slot<Dec>, 'scale'>, decimals: number): number {
  return slot.scale === undefined ? decimals : decimals + Math.round(slot.scale.log(10).toNumber());
}
