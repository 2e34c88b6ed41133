/** A figure as a cell holds it, so that a live formula can follow that cell. */
import type { Slot } from '../../score-table';
import { Dec } from '../../workbook';

/** The cell holds this very number. */
export function isLive(slot: Slot<unknown>, used: Dec): boolean {
  return typeof slot.raw === 'number' && used.eq(new Dec(slot.raw));
}

/** `live`: the cell, where it holds this very number. */
export function live(slot: Slot<unknown>, used: Dec): { readonly live?: Slot<unknown>['at'] } {
  return isLive(slot, used) ? { live: slot.at } : {};
}
