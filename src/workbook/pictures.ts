/** Cells that show a picture: by a function that puts one there, or because the host sees one in or over them. */
import { inRect } from './address';
import type { CellValue, Rect, SheetSnapshot } from './types';

/** WPS shows cell pictures by DISPIMG, Excel by IMAGE; what they leave in the cell for other programs is no content. */
const PICTURE_FUNCTION = /^=?(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(/i;

/** True where a function in the cell itself shows a picture, whatever stands there as its result. */
function isPictureFormula(sheet: SheetSnapshot, row: number, col: number, value: CellValue): boolean {
  if (typeof value === 'string' && PICTURE_FUNCTION.test(value)) return true;
  if (value !== null && typeof value !== 'string' && typeof value !== 'object') return false;
  const formula = sheet.at(row, col)?.formula;
  return formula !== undefined && PICTURE_FUNCTION.test(formula);
}

/** Whether a picture lies in or over the cell; null where the host cannot tell. */
export function pictureIn(sheet: SheetSnapshot, row: number, col: number): boolean | null {
  if (isPictureFormula(sheet, row, col, sheet.valueAt(row, col))) return true;
  return sheet.pictures === null ? null : sheet.pictures.some((rect) => inRect(rect, row, col));
}

/** As pictureIn, for a merged area: a picture that lies anywhere in it. */
export function pictureWithin(sheet: SheetSnapshot, area: Rect): boolean | null {
  if (isPictureFormula(sheet, area.top, area.left, sheet.valueAt(area.top, area.left))) return true;
  if (sheet.pictures === null) return null;
  return sheet.pictures.some(
    (rect) => rect.top <= area.bottom && rect.bottom >= area.top && rect.left <= area.right && rect.right >= area.left,
  );
}

/** The cell's value, or null where what is stored only stands for a picture in it: 「=DISPIMG(…)」, #VALUE!, #NAME?. */
export function valueUnlessPicture(sheet: SheetSnapshot, row: number, col: number): CellValue {
  const value = sheet.valueAt(row, col);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return isPictureFormula(sheet, row, col, value) ? null : value;
  return pictureIn(sheet, row, col) === true ? null : value;
}
