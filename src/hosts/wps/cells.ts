/** One cell put and looked at again. */
import { a1, type Cell, type Content } from '../../workbook';
import { accepted, enteredText, GENERAL_FORMAT, needsPlainFormat, TEXT_FORMAT } from '../live';
import { cellIn, readBlock } from './block';
import { attempt, get } from './bridge';
import type { EtRange, EtWorksheet } from './et';
import { formatIn } from './values';

/** The content and the number format of one cell, to the last digit. */
export function readCell(sheet: EtWorksheet, row: number, col: number): Cell {
  const { value, formula } = cellIn(readBlock(sheet, { top: row, left: col, bottom: row, right: col }), row, col);
  const format = formatIn(get(sheet.Range(a1(row, col)), 'NumberFormat')) ?? GENERAL_FORMAT;
  return { value, format, ...(formula === undefined ? {} : { formula }) };
}

/**
 * Puts a content so that it stands as meant, and looks whether it does: texts that would be taken for something else get a
 * quote sign, numbers in text cells a plain format while they are put. `format`: the cell's afterwards.
 * @returns what stands there now; `undefined` where it is not what was meant
 */
export function putCell(sheet: EtWorksheet, row: number, col: number, content: Content, format: string): Cell | undefined {
  const range = sheet.Range(a1(row, col));
  const now = (): string => formatIn(attempt(() => get(range, 'NumberFormat'), null)) ?? GENERAL_FORMAT;
  const before = now();
  if (needsPlainFormat(content, before)) range.NumberFormat = GENERAL_FORMAT;
  for (const way of waysToPut(content, before)) {
    way(range);
    // Programs give a cell the format of what its formula refers to, or of what a text looks like.
    if (now() !== format) range.NumberFormat = format;
    const cell = readCell(sheet, row, col);
    if (accepted(cell, content) && cell.format === format) return cell;
  }
  return undefined;
}

/** From the plain way to the clumsy ones; each is looked at before the next is tried. */
function waysToPut(content: Content, format: string): ((range: EtRange) => void)[] {
  if (content.kind === 'blank') return [(range) => (range.Value2 = ''), (range) => (range.Value2 = null)];
  if (content.kind === 'formula')
    return [(range) => (range.Formula = content.formula.startsWith('=') ? content.formula : `=${content.formula}`)];
  const { value } = content;
  if (typeof value === 'boolean') return [(range) => (range.Value2 = value)];
  if (typeof value !== 'string') return [(range) => (range.Value2 = value.toNumber())];
  const written = enteredText(value, format);
  return [
    (range) => (range.Value2 = written),
    ...(written === value ? [(range: EtRange) => (range.Value2 = `'${value}`)] : []),
    (range) => {
      range.NumberFormat = TEXT_FORMAT;
      range.Value2 = value;
    },
  ];
}

/** Equal in content and format, as far as a cell can tell. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a.format !== b.format || a.formula !== b.formula) return false;
  return a.formula !== undefined || JSON.stringify(a.value) === JSON.stringify(b.value);
}
