/** What is to be written into a workbook. Plain data; nobody here knows of scores. Hosts write it through hosts/port. */
import type { Dec } from './decimal';
import type { Addr, Rect } from './types';

/** What a cell holds. A formula is without "=", in en-US grammar; `stored` is its value as computed by whoever planned the write. */
export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: Dec | string | boolean }
  | { readonly kind: 'formula'; readonly formula: string; readonly stored: Dec | string | boolean };

/** One cell to change. `before` is the precondition (the cell still holds it) and what 撤销 puts back. */
export interface CellEdit {
  readonly at: Addr;
  readonly before: Content;
  readonly after: Content;
  /** Number format to set with it (a rate in a General cell); absent: the cell keeps its own. */
  readonly format?: string;
  /** Why, in one plain Chinese sentence for the list of changes. */
  readonly reason: string;
}

/** Looks of cells by meaning; a host maps them to its own styles. */
export type CellStyle =
  | 'title' //       large, bold, centred
  | 'heading' //     column heads: bold, filled, bordered, centred, wrapped
  | 'subheading' //  bold, no border, left: a heading within running text
  | 'label' //       bold, bordered
  | 'text' //        bordered, wrapped, top-left
  | 'number' //      bordered, right, General
  | 'percent' //     bordered, right, 0.00%
  | 'link' //        text that is a link
  | 'mandatory' //   text in the colour of 强制性, bold
  | 'advisory' //    text in the colour of 提示性
  | 'info'
  | 'paragraph' //   no border, wrapped, for running text
  | 'reply' //       text for people to write into: pale, and unlocked where the sheet is protected
  | 'note'; //       small, grey, no border, wrapped

export interface SheetCell {
  readonly col: number;
  readonly value: Dec | string | boolean | null;
  readonly style: CellStyle;
  /** A place in the same workbook, by sheet name and A1. */
  readonly link?: { readonly sheet: string; readonly a1: string };
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** Points; absent: fitted by the host, or computed by the planner for wrapped text. */
  readonly height?: number;
}

/** A picture of two columns of a sheet of ours. */
export interface SheetChart {
  /** Standing columns, or lying bars with the first on top. */
  readonly kind: 'columns' | 'bars';
  readonly title: string;
  /** The cells it covers. */
  readonly area: Rect;
  /** What the bars are called and how long they are: one column each, of the same rows. */
  readonly names: Rect;
  readonly values: Rect;
}

/** A whole sheet of ours. Rows from the top without gaps; columns by width in characters. */
export interface SheetContent {
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Rect[];
  /** Rows that stay when scrolling. */
  readonly frozenRows: number;
  /** Drawn in new files; hosts that cannot leave them out. */
  readonly charts?: readonly SheetChart[];
  readonly print: {
    readonly landscape: boolean;
    /** 0-based, inclusive: repeated on every page; null for none. */
    readonly repeatRows: readonly [from: number, to: number] | null;
    /** Footer text in the middle; page number is added by the host. */
    readonly footer: string;
  };
}

export interface SheetEdit {
  readonly name: string;
  /** true: a sheet of this name made by us before is replaced; a sheet of this name that is not ours is never touched: the new one gets 「name (2)」. */
  readonly replaces: boolean;
  readonly content: SheetContent;
}

/** A sheet of ours goes; one that is not ours stays. The way back from a SheetEdit that added one. */
export interface SheetRemoval {
  readonly name: string;
  readonly remove: true;
}

export type SheetChange = SheetEdit | SheetRemoval;

/** Severities that are marked in the sheet; 参考 is not. */
export interface Mark {
  readonly severity: 'mandatory' | 'advisory';
  readonly cells: readonly Addr[];
}

export interface Note {
  readonly at: Addr;
  readonly text: string;
}

export interface WritePlan {
  readonly cells: readonly CellEdit[];
  readonly sheets: readonly SheetEdit[];
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

/** changed: a cell no longer holds what was audited · protected: locked, or the sheet may not be altered · signed: digitally signed · unsupported: this kind of cell is never written (part of an array formula, covered by a merge). */
export type Refusal = 'changed' | 'protected' | 'busy' | 'signed' | 'unsupported';

/** What a person should know about an edit that was made all the same. messages/ holds the sentences. */
export type EditWarning =
  /** The file carried a digital signature, which the edit makes void. */
  | { readonly kind: 'signature-void' }
  /** The structure of the workbook is protected; sheets were added to the copy all the same. */
  | { readonly kind: 'structure-protected' }
  /** Cells that got no note of ours because a note or a thread stands there already, or none can. */
  | { readonly kind: 'note-left-out'; readonly at: readonly Addr[] }
  /** A sheet of the wanted name is not ours: the new one has another name. */
  | { readonly kind: 'sheet-renamed'; readonly wanted: string; readonly given: string };
