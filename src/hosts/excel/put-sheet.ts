/** Puts a sheet of ours into the workbook: values, looks, links, print set-up, and the tag by which it is known again. */
import {
  a1OfRect,
  BORDER_COLOR,
  columnName,
  FONT_NAME,
  type Look,
  LOOKS,
  MAX_TEXT,
  rowHeight,
  SHEET_NAME,
  type SheetCell,
  type SheetContent,
  sheetTag,
} from '../../workbook';
import { addressLists, enteredText, GENERAL_FORMAT, rectsByStyle } from '../live';
import type { BorderSide, CellContent, RangeAreas, RangeFormat, RequestContext, Worksheet } from './office-types';

const SIDES: readonly BorderSide[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'];
const ALIGN = { general: 'General', left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;
/** Characters of one address list. */
const MOST_ADDRESS = 2_000;
/** Bytes of values in one request. */
const MOST_BYTES = 1_200_000;
const PERCENT_FORMAT = '0.00%';
const MAX_WIDTH = 255;
const MAX_FOOTER = 200;
/** Points of a column of so many characters: 7 pixels each and 5 around them. */
const columnPoints = (chars: number): number => (Math.min(MAX_WIDTH, Math.max(0.5, chars)) * 7 + 5) * 0.75;

export interface Placing {
  readonly wanted: string;
  readonly given: string;
  /** Among all sheets; null: behind the last. */
  readonly position: number | null;
  /** The name a linked sheet has; null when there is none. */
  sheetNamed(name: string): string | null;
}

/** Queues and sends everything; what a host cannot do for lack of a printer is left out. Answers the sheet's key. */
export async function putSheet(context: RequestContext, content: SheetContent, placing: Placing): Promise<string> {
  const sheet = context.workbook.worksheets.add(placing.given).load('id');
  if (placing.position !== null) sheet.position = placing.position;
  const tag = sheet.names.add(SHEET_NAME, `=${sheetTag(placing.wanted, placing.given)}`);
  tag.visible = false;
  sheet.showGridlines = false;
  await putValues(context, sheet, content);
  putLooks(sheet, content);
  putSizes(sheet, content);
  for (const rect of content.merges) sheet.getRange(a1OfRect(rect)).merge();
  if (content.frozenRows > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  putLinks(sheet, content, placing);
  await context.sync();
  await putPage(context, sheet, content);
  return sheet.id;
}

function widthOf(content: SheetContent): number {
  return Math.max(1, content.widths.length, ...content.rows.flatMap((row) => row.cells.map((cell) => cell.col + 1)));
}

async function putValues(context: RequestContext, sheet: Worksheet, content: SheetContent): Promise<void> {
  const cols = widthOf(content);
  let from = 0;
  let lines: CellContent[][] = [];
  let bytes = 0;
  const flush = (): void => {
    if (lines.length > 0) sheet.getRangeByIndexes(from, 0, lines.length, cols).values = lines;
    from += lines.length;
    lines = [];
    bytes = 0;
  };
  for (const row of content.rows) {
    const line: CellContent[] = Array.from({ length: cols }, () => null);
    for (const cell of row.cells) line[cell.col] = valueOf(cell);
    lines.push(line);
    bytes += line.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length * 3 + 4 : 8), 0);
    if (bytes < MOST_BYTES) continue;
    flush();
    await context.sync();
  }
  flush();
}

function valueOf({ value }: SheetCell): CellContent {
  if (value === null) return null;
  if (typeof value === 'string') return enteredText(value.slice(0, MAX_TEXT), GENERAL_FORMAT);
  return typeof value === 'boolean' ? value : value.toNumber();
}

function putLooks(sheet: Worksheet, content: SheetContent): void {
  for (const [style, rects] of rectsByStyle(content)) {
    const look = LOOKS[style];
    for (const addresses of addressLists(rects.map(a1OfRect), MOST_ADDRESS)) putLook(sheet.getRanges(addresses), look);
    if (look.percent) for (const rect of rects) sheet.getRange(a1OfRect(rect)).numberFormat = [[PERCENT_FORMAT]];
  }
}

function putLook(areas: RangeAreas, look: Look): void {
  const { format } = areas;
  putFont(format, look);
  if (look.fill !== null) format.fill.color = `#${look.fill}`;
  format.horizontalAlignment = ALIGN[look.horizontal];
  format.verticalAlignment = VERTICAL[look.vertical];
  format.wrapText = look.wrap;
  if (!look.border) return;
  for (const side of SIDES) {
    const border = format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = `#${BORDER_COLOR}`;
  }
}

function putFont({ font }: RangeFormat, { font: look }: Look): void {
  font.name = FONT_NAME;
  font.size = look.size;
  font.bold = look.bold;
  font.underline = look.underline ? 'Single' : 'None';
  if (look.color !== null) font.color = `#${look.color}`;
}

function putSizes(sheet: Worksheet, content: SheetContent): void {
  content.widths.forEach((width, col) => {
    sheet.getRange(`${columnName(col)}:${columnName(col)}`).format.columnWidth = columnPoints(width);
  });
  content.rows.forEach((row, index) => {
    const merges = content.merges.filter((rect) => rect.top <= index && rect.bottom >= index);
    const height = rowHeight(row, index, merges, content.widths);
    if (height !== null) sheet.getRange(`${index + 1}:${index + 1}`).format.rowHeight = height.points;
  });
}

/** A link gives its cell a look and a text of its own; ours are put back over it. */
function putLinks(sheet: Worksheet, content: SheetContent, { sheetNamed }: Placing): void {
  content.rows.forEach((row, index) => {
    for (const { col, link, value, style } of row.cells) {
      const name = link === undefined ? null : sheetNamed(link.sheet);
      if (link === undefined || name === null) continue;
      const cell = sheet.getCell(index, col);
      const text = typeof value === 'string' ? value : `${name}!${link.a1}`;
      cell.hyperlink = { documentReference: `'${name.replace(/'/g, "''")}'!${link.a1}`, textToDisplay: text };
      putFont(cell.format, LOOKS[style]);
    }
  });
}

async function putPage(context: RequestContext, sheet: Worksheet, { print }: SheetContent): Promise<void> {
  const { pageLayout } = sheet;
  try {
    pageLayout.orientation = print.landscape ? 'Landscape' : 'Portrait';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    const footers = pageLayout.headersFooters.defaultForAllPages;
    footers.centerFooter = footerText(print.footer);
    footers.rightFooter = '第 &P 页，共 &N 页';
    if (print.repeatRows !== null) pageLayout.setPrintTitleRows(`$${print.repeatRows[0] + 1}:$${print.repeatRows[1] + 1}`);
    await context.sync();
  } catch {
    // Where no printer is installed Excel refuses page set-up; the sheet stands all the same.
  }
}

/** `&` begins a code in footers, and digits right behind one would be read as a size. */
function footerText(text: string): string {
  const safe = text.slice(0, MAX_FOOTER).replace(/&/g, '&&');
  return /^\d/.test(safe) ? ` ${safe}` : safe;
}
