/** What people wrote into our sheets: replies of the unit, opinions of a reviewer. */
import { REPLY_HEADINGS } from '../answers';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook';

/** Headings of columns that are there to be written in. */
const { handled, text, department, finance } = REPLY_HEADINGS;
const HEADINGS: ReadonlySet<unknown> = new Set([handled, text, department, finance, '单位说明', '审核意见']);
/** How far down a heading may stand. */
const MOST_ROWS = 60;
/** What we put there ourselves: boxes to tick, and 不需回复. */
const OURS = /^(?:□(?:已更正|已说明)\s*)+$|^不需回复$/;

/** Number of cells filled in by people. */
export function repliesIn({ sheets }: WorkbookSnapshot): number {
  return sheets.filter((sheet) => sheet.ours === true).reduce((sum, sheet) => sum + repliesOf(sheet), 0);
}

function repliesOf(sheet: SheetSnapshot): number {
  const heading = headingOf(sheet);
  if (heading === null) return 0;
  let count = 0;
  for (let row = heading.row + 1; row < sheet.rows; row += 1) {
    for (const col of heading.cols) {
      const value = sheet.valueAt(row, col);
      const said = typeof value === 'string' ? value.trim() : value === null ? '' : String(value);
      if (said !== '' && !OURS.test(said)) count += 1;
    }
  }
  return count;
}

/** The first row with 序号 and such a column. */
function headingOf(sheet: SheetSnapshot): { readonly row: number; readonly cols: readonly number[] } | null {
  for (let row = 0; row < Math.min(sheet.rows, MOST_ROWS); row += 1) {
    const texts = [...sheet.cellsOfRow(row)].map(([col, cell]) => [col, cell.value] as const);
    const cols = texts.filter(([, value]) => HEADINGS.has(value)).map(([col]) => col);
    if (cols.length > 0 && texts.some(([, value]) => value === '序号')) return { row, cols };
  }
  return null;
}
