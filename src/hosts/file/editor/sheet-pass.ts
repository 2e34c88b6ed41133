import { parseRect, type Rect } from '../../../workbook';
import { END, START, type XmlScanner } from '../xml-scanner';
import { skipCells } from './skip-cells';
import { CellWriter, type CellFormats, type SheetEditCell } from './sheet-cells';
import { attributeAt, partOutline, type PartOutline } from './outline';
import type { PartPatch } from './part-patch';

/** Children of a worksheet in the schema's order. */
export const SHEET_ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate ' +
  'customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks ' +
  'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
  'webPublishItems tableParts extLst'
).split(' ');

export interface ColumnElement {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  /** In characters; null for the sheet's default. */
  readonly width: number | null;
}

/** The number a rule of a conditional format states for its rank. */
export interface RulePriority {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** A rule that a pivot table refers to by this number. */
  readonly pivot: boolean;
}

/** All that is known of a sheet once it has been passed through. */
export interface SheetPass {
  readonly outline: PartOutline;
  readonly cells: CellWriter;
  readonly columns: readonly ColumnElement[];
  readonly merges: readonly Rect[];
  readonly priorities: readonly RulePriority[];
  readonly protected: boolean;
  /** The relationship of the part that draws its notes. */
  readonly legacyDrawing: string | null;
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  readonly dimension: { readonly from: number; readonly to: number; readonly rect: Rect } | null;
}

const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

/** One forward pass over a worksheet: cells are written on the way, the rest is noted for what is put in behind. */
export function passSheet(
  patch: PartPatch,
  edits: readonly SheetEditCell[],
  wantsRows: boolean,
  formats: Omit<CellFormats, 'columnFormat'>,
): SheetPass {
  const columns: ColumnElement[] = [];
  const merges: Rect[] = [];
  const priorities: RulePriority[] = [];
  const found = {
    protected: false,
    legacyDrawing: null as string | null,
    defaultWidth: DEFAULT_WIDTH,
    defaultHeight: DEFAULT_HEIGHT,
    dimension: null as SheetPass['dimension'],
  };
  const columnFormat = (col: number): number => columns.find((column) => col >= column.from && col <= column.to)?.style ?? 0;
  const prefix = outlinePrefix(patch);
  const cells = new CellWriter(patch, prefix, edits, { columnFormat, formatFor: formats.formatFor, sharedText: formats.sharedText });
  let passed = false;
  const outline = partOutline(patch.text, patch.name, (xml) => {
    if (xml.is('sheetData')) {
      passed = true;
      if (edits.length > 0) cells.pass(xml);
      else skipCells(xml, prefix, wantsRows ? cells.heights : null);
    } else if (xml.is('cols')) inside(xml, 'col', () => columns.push(readColumn(xml)));
    else if (xml.is('mergeCells')) inside(xml, 'mergeCell', () => addRect(merges, xml.attr('ref')));
    else if (xml.is('conditionalFormatting') || xml.is('extLst')) inside(xml, 'cfRule', () => addPriority(priorities, xml));
    else if (xml.is('sheetProtection')) found.protected ||= xml.flag('sheet');
    else if (xml.is('legacyDrawing')) found.legacyDrawing = xml.attr('id') ?? null;
    else if (xml.is('sheetFormatPr')) {
      found.defaultWidth = Number(xml.attr('defaultColWidth') ?? xml.attr('baseColWidth') ?? DEFAULT_WIDTH) || DEFAULT_WIDTH;
      found.defaultHeight = Number(xml.attr('defaultRowHeight') ?? DEFAULT_HEIGHT) || DEFAULT_HEIGHT;
    } else if (xml.is('dimension')) {
      const ref = attributeAt(xml, 'ref');
      const rect = ref === null ? null : parseRect(ref.value.trim());
      if (ref !== null && rect !== null) found.dimension = { from: ref.from, to: ref.to, rect };
    }
  });
  if (!passed && edits.length > 0) cells.disordered = cells.inserted = true;
  return { outline, cells, columns, merges, priorities, ...found };
}

function outlinePrefix(patch: PartPatch): string {
  const head = patch.slice(0, Math.min(patch.text.length, 2000));
  const match = /<(?![?!])([^\s/>]*:)?[^\s/>:]+[\s/>]/.exec(head);
  return match?.[1] ?? '';
}

function inside(xml: XmlScanner, name: string, take: () => void): void {
  if (xml.selfClosing) return;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token === START && xml.is(name)) take();
  }
}

function readColumn(xml: XmlScanner): ColumnElement {
  const width = Number(xml.attr('width') ?? NaN);
  return {
    from: Number(xml.attr('min') ?? 0) - 1,
    to: Number(xml.attr('max') ?? 0) - 1,
    style: Math.max(0, Number(xml.attr('style') ?? 0) || 0),
    width: Number.isFinite(width) ? width : null,
  };
}

function addRect(list: Rect[], ref: string | undefined): void {
  const rect = parseRect((ref ?? '').trim());
  if (rect !== null) list.push(rect);
}

function addPriority(list: RulePriority[], xml: XmlScanner): void {
  const place = attributeAt(xml, 'priority');
  const value = Number(place?.value ?? NaN);
  if (place !== null && Number.isInteger(value)) list.push({ from: place.from, to: place.to, value, pivot: xml.flag('pivot') });
}
