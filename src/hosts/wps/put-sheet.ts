/** Puts a sheet of ours into the workbook: values and the tag must stand; looks and print set-up as far as this program takes them. */
import {
  a1,
  a1OfRect,
  BORDER_COLOR,
  columnName,
  FONT_NAME,
  type Look,
  LOOKS,
  MAX_COLS,
  MAX_TEXT,
  type Rect,
  rowHeight,
  type SheetCell,
  type SheetContent,
} from '../../workbook';
import { addressLists, enteredText, GENERAL_FORMAT, rectsByStyle } from '../live';
import { attempt, get } from './bridge';
import {
  MOST_ADDRESS,
  XL_A4,
  XL_ALIGN,
  XL_CONTINUOUS,
  XL_LANDSCAPE,
  XL_PORTRAIT,
  XL_UNDERLINE_SINGLE,
  type EtApp,
  type EtFont,
  type EtRange,
  type EtWorksheet,
} from './et';

const PERCENT_FORMAT = '0.00%';
/** Cells in one assignment. */
const BAND_CELLS = 5_000;
const MAX_WIDTH = 255;
const MAX_FOOTER = 200;
/** More links than this take too long one by one. */
const MOST_LINKS = 1_000;

/** Values first: without them there is no sheet. @throws what the program throws */
export function putValues(sheet: EtWorksheet, content: SheetContent): void {
  const cols = Math.max(1, content.widths.length, ...content.rows.flatMap((row) => row.cells.map((cell) => cell.col + 1)));
  const band = Math.max(1, Math.floor(BAND_CELLS / cols));
  for (let top = 0; top < content.rows.length; top += band) {
    const rows = content.rows.slice(top, top + band);
    const grid = rows.map((row) => {
      const line: unknown[] = Array.from({ length: cols }, () => null);
      for (const cell of row.cells) if (cell.col < cols) line[cell.col] = valueOf(cell);
      return line;
    });
    const area: Rect = { top, left: 0, bottom: top + rows.length - 1, right: cols - 1 };
    if (!attempt(() => assigned(sheet.Range(a1OfRect(area)), grid), false)) oneByOne(sheet, top, grid);
  }
}

function assigned(range: EtRange, grid: unknown[][]): boolean {
  range.Value2 = grid;
  return true;
}

/** Builds that take no arrays. */
function oneByOne(sheet: EtWorksheet, top: number, grid: readonly (readonly unknown[])[]): void {
  grid.forEach((line, row) =>
    line.forEach((value, col) => {
      if (value !== null) sheet.Range(a1(top + row, col)).Value2 = value;
    }),
  );
}

function valueOf({ value }: SheetCell): unknown {
  if (value === null) return null;
  if (typeof value === 'string') return enteredText(value.slice(0, MAX_TEXT), GENERAL_FORMAT);
  return typeof value === 'boolean' ? value : value.toNumber();
}

/** Looks, sizes, links, page: each as far as it goes, for the values stand already. */
export function putLooks(app: EtApp, sheet: EtWorksheet, content: SheetContent, sheetNamed: (name: string) => string | null): void {
  for (const rect of content.merges) attempt(() => sheet.Range(a1OfRect(rect)).Merge(), null);
  for (const [style, rects] of rectsByStyle(content)) {
    for (const list of addressLists(rects.map(a1OfRect), MOST_ADDRESS)) attempt(() => putLook(sheet.Range(list), LOOKS[style]), null);
  }
  putLinks(sheet, content, sheetNamed);
  putSizes(sheet, content);
  attempt(() => freeze(app, content.frozenRows), null);
  attempt(() => putPage(sheet, content), null);
}

function putLook(range: EtRange, look: Look): void {
  putFont(get(range, 'Font'), look);
  // An interior that is left alone stays without fill; painting it white would hide the grid.
  if (look.fill !== null) get(range, 'Interior').Color = bgr(look.fill);
  range.HorizontalAlignment = XL_ALIGN[look.horizontal];
  range.VerticalAlignment = XL_ALIGN[look.vertical];
  range.WrapText = look.wrap;
  if (look.percent) range.NumberFormat = PERCENT_FORMAT;
  if (!look.border) return;
  const borders = get(range, 'Borders');
  borders.LineStyle = XL_CONTINUOUS;
  borders.Color = bgr(BORDER_COLOR);
}

function putFont(font: EtFont, { font: look }: Look): void {
  font.Name = FONT_NAME;
  font.Size = look.size;
  font.Bold = look.bold;
  if (look.underline) font.Underline = XL_UNDERLINE_SINGLE;
  if (look.color !== null) font.Color = bgr(look.color);
}

/** RRGGBB as the object model counts colours. */
export function bgr(rgb: string): number {
  const value = parseInt(rgb, 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

function putSizes(sheet: EtWorksheet, content: SheetContent): void {
  content.widths.slice(0, MAX_COLS).forEach((width, col) => {
    attempt(() => (sheet.Range(`${columnName(col)}1`).ColumnWidth = Math.min(MAX_WIDTH, Math.max(0.5, width))), null);
  });
  content.rows.forEach((row, index) => {
    const merges = content.merges.filter((rect) => rect.top <= index && rect.bottom >= index);
    const height = rowHeight(row, index, merges, content.widths);
    if (height !== null) attempt(() => (sheet.Range(a1(index, 0)).RowHeight = height.points), null);
  });
}

/** A link gives its cell a look and a text of its own; ours are put back over it. */
function putLinks(sheet: EtWorksheet, content: SheetContent, sheetNamed: (name: string) => string | null): void {
  let left = MOST_LINKS;
  content.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const { col, link, style } = cell;
      const name = link === undefined ? null : sheetNamed(link.sheet);
      if (link === undefined || name === null || left <= 0) continue;
      left -= 1;
      attempt(() => {
        const range = sheet.Range(a1(index, col));
        get(sheet, 'Hyperlinks').Add(range, '', `'${name.replace(/'/g, "''")}'!${link.a1}`);
        if (cell.value !== null) range.Value2 = valueOf(cell);
        putFont(get(range, 'Font'), LOOKS[style]);
      }, null);
    }
  });
}

/** The sheet is the one shown while it is made. */
function freeze(app: EtApp, rows: number): void {
  const window = get(app, 'ActiveWindow');
  window.DisplayGridlines = false;
  if (rows <= 0) return;
  window.SplitColumn = 0;
  window.SplitRow = rows;
  window.FreezePanes = true;
}

function putPage(sheet: EtWorksheet, { print }: SheetContent): void {
  const page = get(sheet, 'PageSetup');
  page.Orientation = print.landscape ? XL_LANDSCAPE : XL_PORTRAIT;
  page.PaperSize = XL_A4;
  page.Zoom = false;
  page.FitToPagesWide = 1;
  page.FitToPagesTall = false;
  if (print.repeatRows !== null) page.PrintTitleRows = `$${print.repeatRows[0] + 1}:$${print.repeatRows[1] + 1}`;
  page.CenterFooter = footerText(print.footer);
  page.RightFooter = '第 &P 页，共 &N 页';
}

/** `&` begins a code in footers, and digits right behind one would be read as a size. */
function footerText(text: string): string {
  const safe = text.slice(0, MAX_FOOTER).replace(/&/g, '&&');
  return /^\d/.test(safe) ? ` ${safe}` : safe;
}
