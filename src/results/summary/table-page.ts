/** A sheet that is one table: title, a line on how to read it, headings that stay and repeat, rows, the notice. */
import { NOTICE } from '../../words';
import { type CellStyle, Dec, type SheetCell, type SheetContent } from '../../workbook';
import { LETTERS, Page, type PageCell } from '../page';

/** One value of a row; its style where the value does not say it. */
export type PageValue = SheetCell['value'] | { readonly value: SheetCell['value']; readonly style: CellStyle };

export interface TablePage {
  readonly title: string;
  readonly above: readonly string[];
  readonly headings: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PageValue[])[];
  /** Instead of rows where there are none. */
  readonly none: string;
  readonly below?: readonly string[];
}

function pieceOf(value: PageValue, col: number): PageCell {
  if (value instanceof Dec) return { col, value, style: 'number' };
  if (typeof value === 'object' && value !== null) return { col, ...value };
  return { col, value, style: 'text' };
}

export const percentCell = (value: Dec): PageValue => ({ value, style: 'percent' });
export const countCell = (value: number): Dec => new Dec(value);

export function tablePage({ title, above, headings, widths, rows, none, below = [] }: TablePage): SheetContent {
  const page = new Page(widths, LETTERS.ours);
  page.band(title, 'title');
  for (const line of above) page.band(line, 'paragraph');
  const heading = page.line(headings.map((value, col): PageCell => ({ col, value, style: 'heading' })));
  for (const row of rows) page.line(row.map(pieceOf));
  if (rows.length === 0) page.band(none, 'text');
  page.gap();
  for (const line of [...below, `${NOTICE}。`]) page.band(line, 'note');
  return page.content({ frozenRows: heading + 1, print: { landscape: true, repeatRows: [heading, heading], footer: NOTICE } });
}
