/** The content of a sheet of ours as it stands now, with what people typed into it: the way back when it is replaced. */
import {
  type CellStyle,
  decOfNumber,
  type Look,
  LOOKS,
  parseRect,
  type Rect,
  type SheetCell,
  type SheetContent,
  type SheetRow,
} from '../../workbook';
import { rectsOfAddress } from './addresses';
import type {
  CellContent,
  CellProperties,
  ClientResult,
  LineProperties,
  PageLayout,
  Range,
  RangeAreas,
  RequestContext,
  Worksheet,
} from './office-types';
import { joinedPieces, tilesOf } from './tiles';

const LOOK = {
  format: {
    font: { bold: true, color: true, size: true, underline: true },
    fill: { color: true },
    borders: { style: true },
    horizontalAlignment: true,
    wrapText: true,
  },
  hyperlink: true,
};

interface Asked {
  readonly range: Range;
  readonly looks: ClientResult<readonly (readonly CellProperties[])[]>;
  readonly widths: ClientResult<readonly LineProperties[]>;
  readonly heights: ClientResult<readonly LineProperties[]>;
  readonly merges: readonly RangeAreas[];
  readonly frozen: Range;
  readonly page: PageLayout;
}

/** Two syncs. An empty sheet has no rows. */
export async function formerContent(context: RequestContext, sheet: Worksheet): Promise<SheetContent> {
  const used = sheet.getUsedRangeOrNullObject(false).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject)
    return { widths: [], rows: [], merges: [], frozenRows: 0, print: { landscape: false, repeatRows: null, footer: '' } };
  const asked = ask(sheet, used.rowIndex + used.rowCount, used.columnIndex + used.columnCount);
  const page = await readPage(context, asked.page);
  const merges = joinedPieces(asked.merges.flatMap((areas) => (areas.isNullObject ? [] : rectsOfAddress(areas.address))));
  return {
    widths: asked.widths.value.map((line) => charsOf(line.format?.columnWidth ?? 54)),
    rows: asked.range.values.map((line, row) => rowOf(line, row, asked, merges)),
    merges,
    frozenRows: asked.frozen.isNullObject ? 0 : asked.frozen.rowCount,
    print: page,
  };
}

function ask(sheet: Worksheet, rows: number, cols: number): Asked {
  const range = sheet.getRangeByIndexes(0, 0, rows, cols).load('values,numberFormat');
  return {
    range,
    looks: range.getCellProperties(LOOK),
    widths: range.getColumnProperties({ format: { columnWidth: true } }),
    heights: range.getRowProperties({ format: { rowHeight: true } }),
    merges: tilesOf(0, rows - 1, cols).map((tile) =>
      sheet
        .getRangeByIndexes(tile.top, tile.left, tile.bottom - tile.top + 1, tile.right - tile.left + 1)
        .getMergedAreasOrNullObject()
        .load('address'),
    ),
    frozen: sheet.freezePanes.getLocationOrNullObject().load('rowCount'),
    page: sheet.pageLayout,
  };
}

async function readPage(context: RequestContext, page: PageLayout): Promise<SheetContent['print']> {
  page.load('orientation');
  const footers = page.headersFooters.defaultForAllPages.load('centerFooter');
  const titles = page.getPrintTitleRowsOrNullObject().load('address');
  await context.sync();
  const rows = titles.isNullObject ? null : /(\d+):\$?(\d+)$/.exec(titles.address);
  return {
    landscape: page.orientation === 'Landscape',
    repeatRows: rows === null ? null : [Number(rows[1]) - 1, Number(rows[2]) - 1],
    footer: footers.centerFooter.replace(/&&/g, '&').trim(),
  };
}

const charsOf = (points: number): number => Math.max(0, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);

function rowOf(line: readonly CellContent[], row: number, asked: Asked, merges: readonly Rect[]): SheetRow {
  const cells = line.flatMap((value, col) => {
    const covered = merges.some(
      (rect) => row >= rect.top && row <= rect.bottom && col >= rect.left && col <= rect.right && (row !== rect.top || col !== rect.left),
    );
    const looks = asked.looks.value[row]![col]!;
    const style = styleOf(looks, asked.range.numberFormat[row]![col] ?? 'General');
    return covered || (style === null && value === '') ? [] : [cellOf(value, col, style ?? 'text', looks)];
  });
  const height = asked.heights.value[row]?.format?.rowHeight;
  return { cells, ...(height === undefined ? {} : { height }) };
}

function cellOf(value: CellContent, col: number, style: CellStyle, { hyperlink }: CellProperties): SheetCell {
  const content = value === '' || value === null ? null : typeof value === 'number' ? decOfNumber(value) : value;
  const target = /^'?(.*?)'?!([A-Z]+\d+)$/.exec(hyperlink?.documentReference ?? '');
  const link = target === null || parseRect(target[2]!) === null ? {} : { link: { sheet: target[1]!.replace(/''/g, "'"), a1: target[2]! } };
  return { col, value: content, style, ...link };
}

/** The look that fits; null: none of ours, a cell without any. */
function styleOf({ format }: CellProperties, numberFormat: string): CellStyle | null {
  if (format === undefined) return null;
  const found = (Object.entries(LOOKS) as [CellStyle, Look][]).find(([, look]) => fits(look, format, numberFormat));
  return found?.[0] ?? null;
}

function fits(look: Look, format: NonNullable<CellProperties['format']>, numberFormat: string): boolean {
  const { font = {}, fill = {}, borders, horizontalAlignment, wrapText } = format;
  const bordered = borders?.top?.style !== undefined && borders.top.style !== null && borders.top.style !== 'None';
  return (
    font.size === look.font.size &&
    font.bold === look.font.bold &&
    sameColor(font.color, look.font.color ?? '000000') &&
    sameColor(fill.color, look.fill ?? 'FFFFFF') &&
    bordered === look.border &&
    (horizontalAlignment ?? 'General').toLowerCase() === look.horizontal &&
    (wrapText ?? false) === look.wrap &&
    look.percent === numberFormat.endsWith('%')
  );
}

function sameColor(shown: string | undefined, wanted: string): boolean {
  return (
    (shown === undefined || shown === '' ? (wanted === '000000' ? '000000' : 'FFFFFF') : shown.replace('#', '').toUpperCase()) === wanted
  );
}
