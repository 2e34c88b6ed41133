import {
  a1,
  a1OfRect,
  type CellStyle,
  columnName,
  inRect,
  MAX_TEXT,
  passesForFormula,
  type Rect,
  rowHeight,
  type SheetCell,
  type SheetContent,
  type SheetRow,
  pushTo,
} from '../../../workbook';
import { contentXml } from './content';
import { escapeAttr, escapeText } from './xml-write';

/** What a new sheet needs of the workbook it comes into. */
export interface SheetSurroundings {
  readonly mainNamespace: string;
  look(style: CellStyle, quoted: boolean): number;
  /** The name a linked sheet has in the end; null when there is none of that name. */
  sheetNamed(name: string): string | null;
  /** The drawing with its charts; null where it has none. */
  readonly drawing: SheetDrawing | null;
}

/** How a sheet names its drawing. */
export interface SheetDrawing {
  readonly relation: string;
  readonly relationsNamespace: string;
}

const DEFAULT_HEIGHT = 15;
const MAX_WIDTH = 255;
const MAX_FOOTER = 200;
const MAX_LINKS = 60_000;

/** The whole part of a sheet of ours. */
export function newSheetXml(content: SheetContent, book: SheetSurroundings): string {
  const grid = new Grid(content);
  const rows = content.rows.map((row, index) => rowXml(row, index, grid, content, book)).join('');
  const merges =
    content.merges.length === 0
      ? ''
      : `<mergeCells count="${content.merges.length}">${content.merges.map((rect) => `<mergeCell ref="${a1OfRect(rect)}"/>`).join('')}</mergeCells>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${book.mainNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `${viewXml(content.frozenRows)}<sheetFormatPr defaultRowHeight="${DEFAULT_HEIGHT}"/>${columnsXml(content.widths)}<sheetData>${rows}</sheetData>${merges}${linksXml(content, book)}` +
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${content.print.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>${footerXml(content.print.footer)}${drawingXml(book)}</worksheet>`
  );
}

function drawingXml({ drawing }: SheetSurroundings): string {
  return drawing === null ? '' : `<drawing xmlns:r="${drawing.relationsNamespace}" r:id="${drawing.relation}"/>`;
}

/** The rows that every printed page repeats, as the value of the sheet's own name for them. */
export function printTitles(name: string, rows: readonly [from: number, to: number]): string {
  return `${quotedSheet(name)}!$${rows[0] + 1}:$${rows[1] + 1}`;
}

export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Which cells a merged area covers, so that they carry its look. */
class Grid {
  private readonly byRow = new Map<number, Rect[]>();

  constructor(content: SheetContent) {
    for (const rect of content.merges) {
      for (let row = rect.top; row <= rect.bottom && row < content.rows.length; row += 1) pushTo(this.byRow, row, rect);
    }
  }

  in(row: number): readonly Rect[] {
    return this.byRow.get(row) ?? [];
  }
}

function viewXml(frozen: number): string {
  if (frozen <= 0) return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const cell = `A${frozen + 1}`;
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${cell}" sqref="${cell}"/></sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map(
    (width, col) => `<col min="${col + 1}" max="${col + 1}" width="${Math.min(MAX_WIDTH, Math.max(0.5, width))}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

function rowXml(row: SheetRow, index: number, grid: Grid, content: SheetContent, book: SheetSurroundings): string {
  const merges = grid.in(index);
  const byCol = new Map<number, string>();
  for (const rect of merges) {
    const style = content.rows[rect.top]?.cells.find((cell) => cell.col === rect.left)?.style;
    if (style === undefined) continue;
    for (let col = rect.left; col <= rect.right; col += 1) byCol.set(col, `<c r="${a1(index, col)}" s="${book.look(style, false)}"/>`);
  }
  for (const cell of row.cells) {
    // What stands under a merged area is not seen and has no place there.
    if (merges.some((rect) => inRect(rect, index, cell.col) && (rect.top !== index || rect.left !== cell.col))) continue;
    byCol.set(cell.col, cellXml(cell, index, book));
  }
  const cells = [...byCol].sort((a, b) => a[0] - b[0]).map(([, xml]) => xml);
  return `<row r="${index + 1}"${heightXml(row, index, merges, content)}>${cells.join('')}</row>`;
}

function cellXml(cell: SheetCell, row: number, book: SheetSurroundings): string {
  const value = typeof cell.value === 'string' ? cell.value.slice(0, MAX_TEXT) : cell.value;
  const { type, inside } = contentXml(value === null ? { kind: 'blank' } : { kind: 'value', value }, '');
  const style = book.look(cell.style, typeof value === 'string' && passesForFormula(value));
  const head = `<c r="${a1(row, cell.col)}" s="${style}"${type}`;
  return inside === '' ? `${head}/>` : `${head}>${inside}</c>`;
}

function heightXml(row: SheetRow, index: number, merges: readonly Rect[], content: SheetContent): string {
  const height = rowHeight(row, index, merges, content.widths);
  return height === null ? '' : ` ht="${height.points}"${height.fixed ? ' customHeight="1"' : ''}`;
}

function linksXml(content: SheetContent, book: SheetSurroundings): string {
  const links: string[] = [];
  content.rows.forEach((row, index) => {
    for (const { col, link } of row.cells) {
      const sheet = link === undefined ? null : book.sheetNamed(link.sheet);
      if (link === undefined || sheet === null || links.length >= MAX_LINKS) continue;
      const place = `${quotedSheet(sheet)}!${link.a1}`;
      links.push(`<hyperlink ref="${columnName(col)}${index + 1}" location="${escapeAttr(place)}" display="${escapeAttr(place)}"/>`);
    }
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** `&` begins a code in footers, and digits right behind one would be read as a size. */
function footerXml(text: string): string {
  const safe = text.slice(0, MAX_FOOTER).replace(/&/g, '&&');
  const middle = safe === '' ? '' : `&C${/^\d/.test(safe) ? ' ' : ''}${safe}`;
  return `<headerFooter><oddFooter>${escapeText(`${middle}&R第 &P 页，共 &N 页`)}</oddFooter></headerFooter>`;
}
