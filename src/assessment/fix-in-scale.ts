/** Fixes of points in a form that shows them as percent: the number to store, not the points. */
import type { Finding } from '../checks';
import { type ScoreTable, type Slot, storedPoints } from '../score-table';
import { addrKey, Dec, oncePerObject } from '../workbook';

const scaledSlots = oncePerObject((scoreTable: ScoreTable): ReadonlyMap<string, Slot<Dec>> => {
  const slots = [...scoreTable.rows, ...scoreTable.totals, ...scoreTable.groups].flatMap((one) => [one.weight, ...one.scores]);
  return new Map(slots.flatMap((slot) => (slot?.scale === undefined ? [] : [[addrKey(slot.at), slot] as const])));
});

/** The finding with its fix as the cell stores it; without a fix where that would be a formula over percentages. */
export function fixInScale(finding: Finding, scoreTable: ScoreTable): Finding {
  const { fix, ...rest } = finding;
  const slot = fix === undefined ? undefined : scaledSlots(scoreTable).get(addrKey(fix.cell));
  if (fix === undefined || slot === undefined) return finding;
  if (!('value' in fix.to) || !(fix.to.value instanceof Dec)) return rest;
  return { ...rest, fix: { cell: fix.cell, to: { value: storedPoints(slot, fix.to.value) } } };
}
