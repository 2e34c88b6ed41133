/** How a workbook looks: plain data for whoever draws it. Rows and columns are 0-based; colours are `#rrggbb`. */
import type { Rect } from '../../../workbook';

export interface DrawnFont {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** null: the automatic colour. */
  readonly color: string | null;
  readonly raised: 'none' | 'superscript' | 'subscript';
}

export type LineStyle = 'thin' | 'medium' | 'thick' | 'double' | 'hair' | 'dotted' | 'dashed' | 'mediumDashed';

export interface LineLook {
  readonly style: LineStyle;
  /** null: the automatic colour. */
  readonly color: string | null;
}

export interface BorderLook {
  readonly top: LineLook | null;
  readonly right: LineLook | null;
  readonly bottom: LineLook | null;
  readonly left: LineLook | null;
  /** From the lower left to the upper right corner. */
  readonly diagonalUp: LineLook | null;
  readonly diagonalDown: LineLook | null;
}

export type Horizontal = 'general' | 'left' | 'center' | 'right' | 'justify' | 'fill' | 'centerContinuous' | 'distributed';
export type Vertical = 'top' | 'center' | 'bottom' | 'justify' | 'distributed';

/** One cell style. */
export interface CellLook {
  readonly format: string;
  readonly font: DrawnFont;
  /** Background; null where the cell has none. */
  readonly fill: string | null;
  readonly border: BorderLook;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrap: boolean;
  readonly shrink: boolean;
  /** Steps, each about three characters wide. */
  readonly indent: number;
  /** Degrees, anticlockwise, −90 to 90; `stacked`: one character below the other. */
  readonly rotation: number | 'stacked';
  readonly locked: boolean;
}

/** Part of a text with looks of its own. */
export interface TextRun {
  readonly text: string;
  /** null: as the cell. */
  readonly font: DrawnFont | null;
}

export interface ColumnLook {
  readonly from: number;
  readonly to: number;
  /** Characters of the default font; null: the sheet's default. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

export interface RowLook {
  /** Points; null: fitted to what it holds. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** Of cells the file does not list; null: the column's. */
  readonly style: number | null;
}

/** Where something hangs: a cell and how far into it, in English metric units (914,400 an inch). */
export interface Corner {
  readonly row: number;
  readonly col: number;
  readonly right: number;
  readonly down: number;
}

export interface PictureLook {
  readonly from: Corner;
  /** Its other corner, or its size in English metric units. */
  readonly to: Corner | { readonly width: number; readonly height: number };
  /** null: a kind of picture no browser shows. */
  readonly type: string | null;
  readonly bytes: Uint8Array;
  /** What the author says it shows; '' where nothing. */
  readonly title: string;
}

export interface SheetLooks {
  readonly name: string;
  readonly gridLines: boolean;
  /** Rows and columns that stay when scrolling. */
  readonly frozen: { readonly rows: number; readonly cols: number };
  /** Points. */
  readonly rowHeight: number;
  /** Characters of the default font. */
  readonly colWidth: number;
  readonly columns: readonly ColumnLook[];
  readonly rows: ReadonlyMap<number, RowLook>;
  /** One more than the last row and column with content or a look of its own. */
  readonly extent: { readonly rows: number; readonly cols: number };
  /** Place in WorkbookLooks.styles. */
  styleAt(row: number, col: number): number;
  /** Texts with several looks, by `row,col`. */
  readonly texts: ReadonlyMap<string, readonly TextRun[]>;
  /** Array formulas and data tables: their cells cannot be written one by one. */
  readonly blocks: readonly Rect[];
  readonly pictures: readonly PictureLook[];
}

export interface WorkbookLooks {
  /** In the order of the snapshot's sheets. */
  readonly sheets: readonly SheetLooks[];
  readonly styles: readonly CellLook[];
  /** Of cells without a style; widths of columns count its digits. */
  readonly font: DrawnFont;
  /** A digital signature over the file: writing any cell makes it void. */
  readonly signed: boolean;
}
