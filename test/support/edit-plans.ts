import { parseA1 } from '../../src/workbook/address';
import { Dec, decOfNumber } from '../../src/workbook/decimal';
import type { Cell, WorkbookSnapshot } from '../../src/workbook/types';
import type { Content, SheetContent, WritePlan } from '../../src/workbook/write-plan';

/** What a cell holds, as a plan states it; null for errors, which no plan can state. */
export function contentOf(cell: Cell | undefined): Content | null {
  const value = cell?.value ?? null;
  if (value !== null && typeof value === 'object') return null;
  const plain = typeof value === 'number' ? decOfNumber(value) : value;
  if (cell?.formula !== undefined) return { kind: 'formula', formula: cell.formula, stored: plain ?? '' };
  return plain === null || plain === '' ? { kind: 'blank' } : { kind: 'value', value: plain };
}

/** A sheet with every look, a merge, a link and a repeated row. */
export function sampleSheet(link: { readonly sheet: string; readonly a1: string }): SheetContent {
  return {
    widths: [8, 24, 40],
    rows: [
      { cells: [{ col: 0, value: '审核结果', style: 'title' }], height: 28 },
      {
        cells: [
          { col: 0, value: '序号', style: 'heading' },
          { col: 1, value: '位置', style: 'heading' },
          { col: 2, value: '说明', style: 'heading' },
        ],
      },
      {
        cells: [
          { col: 0, value: new Dec(1), style: 'number' },
          { col: 1, value: 'G7', style: 'link', link },
          { col: 2, value: '自评分应为 4.50，表中为 5，请核实。', style: 'mandatory' },
        ],
      },
      {
        cells: [
          { col: 0, value: new Dec('0.985'), style: 'percent' },
          { col: 1, value: '=SUM(A1)', style: 'text' },
          { col: 2, value: null, style: 'advisory' },
        ],
      },
      { cells: [{ col: 0, value: '辅助核对结果，不作为评价结论', style: 'note' }] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    frozenRows: 2,
    print: { landscape: true, repeatRows: [1, 1], footer: '绩核 & 审核' },
  };
}

/** One cell changed, two marks, a note and a sheet: everything the editor writes at once. */
export function wholePlan(book: WorkbookSnapshot): WritePlan {
  const sheet = book.sheets[0]!;
  const at = { sheet: 0, row: Math.max(sheet.rows, ...sheet.merges.map((rect) => rect.bottom)) + 2, col: 1 };
  return {
    cells: [{ at, before: { kind: 'blank' }, after: { kind: 'value', value: '=改过的' }, reason: '试' }],
    sheets: [{ name: '审核结果', replaces: true, content: sampleSheet({ sheet: sheet.name, a1: 'A1' }) }],
    marks: [
      {
        severity: 'mandatory',
        cells: [
          { sheet: 0, row: 1, col: 0 },
          { sheet: 0, row: 2, col: 0 },
        ],
      },
      { severity: 'advisory', cells: [{ sheet: 0, row: 1, col: 2 }] },
    ],
    notes: [{ at: { sheet: 0, row: 1, col: 0 }, text: '自评分与重算分不一致：\n应为 4.50' }],
  };
}

/** One cell to change, its precondition taken from the workbook as it is. */
export function cellEdit(book: WorkbookSnapshot, a1: string, after: Content, sheet = 0): WritePlan['cells'][number] {
  const place = parseA1(a1);
  if (place === null) throw new Error(`no address: ${a1}`);
  const before = contentOf(book.sheets[sheet]!.at(place.row, place.col));
  if (before === null) throw new Error(`${a1} holds an error`);
  return { at: { sheet, ...place }, before, after, reason: '试' };
}

export const text = (value: string): Content => ({ kind: 'value', value });
export const number = (value: number | string): Content => ({ kind: 'value', value: new Dec(value) });
export const formula = (written: string, stored: number | string): Content => ({
  kind: 'formula',
  formula: written,
  stored: typeof stored === 'number' ? new Dec(stored) : stored,
});
export const blank: Content = { kind: 'blank' };
