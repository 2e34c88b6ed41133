/** What keys, clipboard and mouse need of the sheet that is shown. */
import type { BenchView } from '../../hosts/workbench';
import type { Addr, Rect } from '../../workbook';
import type { CellInput } from './cell-input';
import type { Geometry } from './geometry';
import type { SheetMarks } from './marks';
import type { MergeIndex } from './merges';
import type { MoveGround, SheetSpot } from './moves';
import type { Selection } from './selection';

export interface SheetSurface {
  readonly view: BenchView;
  readonly index: number;
  readonly sheet: BenchView['book']['sheets'][number];
  readonly geometry: Geometry;
  readonly merges: MergeIndex;
  readonly selection: Selection;
  readonly marks: SheetMarks;
  readonly input: CellInput;
  readonly ground: MoveGround;
  /** Rows that fit into the window. */
  readonly pageRows: number;
  show(at: Addr, focus: boolean): void;
  pick(selection: Selection): void;
  pickSpot(spot: SheetSpot, extend: boolean): void;
  pickArea(area: Rect): void;
  /** A sentence for people. */
  say(sentence: string): void;
}
