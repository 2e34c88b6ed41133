/** The 自评小结 as a sheet of the workbook. */
import { type Block, type Narrative, pendingNotice, textOf, type Pieces } from '../narrative';
import type { CellStyle, SheetEdit } from '../workbook';
import { LETTERS, Page, type PageCell } from './page';

export const SUMMARY_SHEET = '自评小结';

/** Characters; four columns, running text over all of them. */
const WIDTHS = [38, 16, 16, 16];
/** Points of a line: text that is read from end to end stands wider apart than a list. */
const LINES: Readonly<Partial<Record<CellStyle, number>>> = { title: 30, subheading: 18, paragraph: 18, note: 18 };

/** `narratives`: one for each score table of the workbook, under one another. */
export function summarySheet(narratives: readonly Narrative[]): SheetEdit {
  const page = new Page(WIDTHS, LETTERS.given, LINES);
  narratives.forEach((narrative, index) => {
    if (index > 0) page.gap();
    page.band(textOf(narrative.title), 'title');
    const notice = pendingNotice(narrative);
    if (notice !== null) page.band(notice, 'note');
    for (const block of narrative.blocks) {
      if (block.is === 'table') block.rows.forEach((row, at) => page.line(row.map((pieces, col) => tableCell(pieces, col, at === 0))));
      else running(block, page);
    }
  });
  const content = page.content({ frozenRows: 0, print: { landscape: false, repeatRows: null, footer: '' } });
  return { name: SUMMARY_SHEET, replaces: true, content };
}

function running(block: Exclude<Block, { is: 'table' }>, page: Page): void {
  const text = textOf(block.pieces);
  if (block.is === 'heading') page.band(block.level === 1 ? text : `　　${text}`, 'subheading');
  else page.band(`　　${text}`, 'paragraph');
}

/** A number goes in as a number, its percentage as a fraction. */
function tableCell(pieces: Pieces, col: number, head: boolean): PageCell {
  if (head) return { col, value: textOf(pieces), style: 'heading' };
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && only.is === 'figure')
    return { col, value: only.value, style: only.text.endsWith('%') ? 'percent' : 'number' };
  return { col, value: textOf(pieces), style: col === 0 ? 'label' : 'text' };
}
