/** The 自评小结 as a sheet of the workbook. */
import type { Rect, SheetCell, SheetContent, SheetEdit, SheetRow } from '../workbook';
import { textOf, type Pieces } from './pieces';
import { pendingNotice } from './text';
import type { Block, Narrative } from './types';

export const SUMMARY_SHEET = '自评小结';

/** Characters; four columns, running text over all of them. */
const WIDTHS = [38, 16, 16, 16];
const LAST = WIDTHS.length - 1;
/** Half-width characters of one line of running text, a little under the columns' sum. */
const LINE = 84;
const TITLE_LINE = 56;
const TITLE_POINTS = 30;
const LINE_POINTS = 18;
const TALLEST = 400;

/** `narratives`: one for each score table of the workbook, under one another. */
export function summarySheet(narratives: readonly Narrative[]): SheetEdit {
  const rows: SheetRow[] = [];
  const merges: Rect[] = [];
  const spread = (cell: Omit<SheetCell, 'col'>, height: number): void => {
    merges.push({ top: rows.length, bottom: rows.length, left: 0, right: LAST });
    rows.push({ cells: [{ col: 0, ...cell }], height });
  };
  narratives.forEach((narrative, index) => {
    if (index > 0) rows.push({ cells: [] });
    spread({ value: textOf(narrative.title), style: 'title' }, linesOf(textOf(narrative.title), TITLE_LINE) * TITLE_POINTS);
    const notice = pendingNotice(narrative);
    if (notice !== null) spread({ value: notice, style: 'note' }, LINE_POINTS);
    for (const block of narrative.blocks) {
      if (block.is === 'table') rows.push(...tableRows(block.rows));
      else spread(running(block), heightOf(running(block).value as string));
    }
  });
  const content: SheetContent = { widths: WIDTHS, rows, merges, frozenRows: 0, print: { landscape: false, repeatRows: null, footer: '' } };
  return { name: SUMMARY_SHEET, replaces: true, content };
}

function running(block: Exclude<Block, { is: 'table' }>): Omit<SheetCell, 'col'> {
  const text = textOf(block.pieces);
  return block.is === 'heading'
    ? { value: block.level === 1 ? text : `　　${text}`, style: 'subheading' }
    : { value: `　　${text}`, style: 'paragraph' };
}

function tableRows(rows: readonly (readonly Pieces[])[]): readonly SheetRow[] {
  return rows.map((row, index) => ({
    cells: row.map((pieces, col): SheetCell => tableCell(pieces, col, index === 0)),
    height: LINE_POINTS + 2,
  }));
}

/** A number goes in as a number, its percentage as a fraction. */
function tableCell(pieces: Pieces, col: number, head: boolean): SheetCell {
  if (head) return { col, value: textOf(pieces), style: 'heading' };
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && only.is === 'figure')
    return { col, value: only.value, style: only.text.endsWith('%') ? 'percent' : 'number' };
  return { col, value: textOf(pieces), style: col === 0 ? 'label' : 'text' };
}

/** Points for wrapped text: full-width characters count as two. */
function heightOf(text: string): number {
  return Math.min(TALLEST, linesOf(text, LINE) * LINE_POINTS + 4);
}

function linesOf(text: string, line: number): number {
  const width = [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return Math.max(1, Math.ceil(width / line));
}
