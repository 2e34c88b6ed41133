/** Blocks of cells read in one go, cut before they cross the bridge. */
import { a1, a1OfRect, type CellValue, type Rect } from '../../workbook';
import { get, ownText } from './bridge';
import type { EtRange, EtWorksheet } from './et';
import { cellValue, formulaIn, gridOf, ShapeError } from './values';

/** Cells of one block: larger ones freeze the program while they are carried over. */
const BLOCK_CELLS = 60_000;

export interface BlockCell {
  readonly value: CellValue;
  /** Without "=". */
  readonly formula: string | undefined;
}

/** The cells of an area, from its top left. */
export interface CellBlock {
  readonly rect: Rect;
  readonly cells: readonly (readonly BlockCell[])[];
}

export const heightOf = (rect: Rect): number => rect.bottom - rect.top + 1;
export const widthOf = (rect: Rect): number => rect.right - rect.left + 1;

/** Reads an area, in bands where it is large. */
export function readBlock(sheet: EtWorksheet, rect: Rect): CellBlock {
  const band = Math.max(1, Math.floor(BLOCK_CELLS / widthOf(rect)));
  const cells: (readonly BlockCell[])[] = [];
  for (let top = rect.top; top <= rect.bottom; top += band) {
    cells.push(...readBand(sheet, { ...rect, top, bottom: Math.min(rect.bottom, top + band - 1) }));
  }
  return { rect, cells };
}

export function cellIn(block: CellBlock, row: number, col: number): BlockCell {
  return block.cells[row - block.rect.top]?.[col - block.rect.left] ?? { value: null, formula: undefined };
}

function readBand(sheet: EtWorksheet, rect: Rect): BlockCell[][] {
  const range = sheet.Range(a1OfRect(rect));
  const values = gridFrom(sheet, rect, range, 'Value2');
  const formulas = gridFrom(sheet, rect, range, 'Formula');
  return values.map((row, down) =>
    row.map((raw, right): BlockCell => {
      const formula = formulaIn(formulas[down]![right], raw);
      const shown = (): string => ownText(get(sheet.Range(a1(rect.top + down, rect.left + right)), 'Text'));
      return { value: cellValue(raw, formula, shown), formula };
    }),
  );
}

function gridFrom(sheet: EtWorksheet, rect: Rect, range: EtRange, name: 'Value2' | 'Formula'): unknown[][] {
  try {
    return gridOf(get(range, name), heightOf(rect), widthOf(rect));
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
  }
  const oneByOne = (row: number, col: number): unknown => gridOf(get(sheet.Range(a1(rect.top + row, rect.left + col)), name), 1, 1)[0]![0];
  return Array.from({ length: heightOf(rect) }, (_, row) => Array.from({ length: widthOf(rect) }, (__, col) => oneByOne(row, col)));
}
