import type { Rect } from '../../workbook';
import type { MergeIndex } from './merges';
import type { SheetSpot } from './moves';

/** What is selected: the active cell, where typing goes, and an area around it. */
export interface Selection {
  /** The top left cell of its merge. */
  readonly active: SheetSpot;
  /** Where the area was begun and how far it was drawn. */
  readonly anchor: SheetSpot;
  readonly focus: SheetSpot;
  /** Cuts no merge. */
  readonly area: Rect;
}

/** One cell, or the merge it belongs to. */
export function selectionOf(spot: SheetSpot, merges: MergeIndex): Selection {
  const area = merges.area(spot.row, spot.col);
  return { active: { row: area.top, col: area.left }, anchor: spot, focus: spot, area };
}

/** The area drawn from the anchor to here; the active cell stays. */
export function extended(selection: Selection, focus: SheetSpot, merges: MergeIndex): Selection {
  const { anchor } = selection;
  const area = merges.whole({
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.col, focus.col),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.col, focus.col),
  });
  return { ...selection, focus, area };
}

export function isSingle({ area }: Selection, merges: MergeIndex): boolean {
  const one = merges.area(area.top, area.left);
  return one.bottom === area.bottom && one.right === area.right;
}
