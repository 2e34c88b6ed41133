import { builtinFormat } from '../builtin-formats';
import { numberIn } from '../numbers';
import { unescapeText } from '../xml-text';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import { NO_BORDER, readBorder } from './borders';
import { hexColour, type Colours } from './colour';
import { readFill } from './fills';
import { DEFAULT_FONT, readFont } from './fonts';
import { INDEXED } from './palette';
import type { BorderLook, CellLook, DrawnFont, Horizontal, Vertical } from './types';

export interface StyleLooks {
  readonly styles: readonly CellLook[];
  readonly font: DrawnFont;
  readonly colours: Colours;
}

const PLAIN: CellLook = {
  format: 'General',
  font: DEFAULT_FONT,
  fill: null,
  border: NO_BORDER,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  locked: true,
};

/** Numbers of a cell style until all lists are read. */
interface Reference {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  alignment: Pick<CellLook, 'horizontal' | 'vertical' | 'wrap' | 'shrink' | 'indent' | 'rotation'>;
  locked: boolean;
}

interface Lists {
  readonly formats: Map<number, string>;
  readonly fonts: DrawnFont[];
  readonly fills: (string | null)[];
  readonly borders: BorderLook[];
  readonly cells: Reference[];
  readonly named: Reference[];
}

/** Reads a styles part; a workbook without one has the one plain style. */
export function readStyleLooks(open: () => XmlScanner | null, theme: readonly string[]): StyleLooks {
  const palette = open();
  const colours: Colours = { theme, indexed: palette === null ? INDEXED : readPalette(palette) };
  const xml = open();
  if (xml === null) return { styles: [PLAIN], font: DEFAULT_FONT, colours };
  const lists: Lists = { formats: new Map(), fonts: [], fills: [], borders: [], cells: [], named: [] };
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token === START) readList(xml, lists, colours);
  }
  const font = lists.fonts[lists.named[0]?.font ?? 0] ?? lists.fonts[0] ?? DEFAULT_FONT;
  const styles = lists.cells.map((one) => lookOf(one, lists));
  return { styles: styles.length === 0 ? [{ ...PLAIN, font }] : styles, font, colours };
}

/** A workbook may redefine the numbered colours; it does so after it has used them. */
function readPalette(xml: XmlScanner): readonly string[] {
  const own: string[] = [];
  let inside = false;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('indexedColors')) inside = true;
    else if (inside && xml.is('rgbColor')) own.push(hexColour(xml.attr('rgb') ?? '') ?? INDEXED[own.length] ?? '#000000');
    else if (!xml.is('styleSheet') && !xml.is('colors')) xml.skip();
  }
  return own.length === 0 ? INDEXED : [...own, ...INDEXED.slice(own.length)];
}

function readList(xml: XmlScanner, lists: Lists, colours: Colours): void {
  if (xml.is('numFmt')) lists.formats.set(numberIn(xml.attr('numFmtId') ?? ''), unescapeText(xml.attr('formatCode') ?? ''));
  else if (xml.is('font')) lists.fonts.push(readFont(xml, colours));
  else if (xml.is('fill')) lists.fills.push(readFill(xml, colours));
  else if (xml.is('border')) lists.borders.push(readBorder(xml, colours));
  else if (xml.is('cellStyleXfs')) readReferences(xml, lists.named);
  else if (xml.is('cellXfs')) readReferences(xml, lists.cells);
  // Differential formats hold fonts and fills that are no cell's own.
  else if (xml.is('dxfs') || xml.is('extLst') || xml.is('colors') || xml.is('tableStyles')) xml.skip();
}

function readReferences(xml: XmlScanner, into: Reference[]): void {
  if (xml.selfClosing) return;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    const last = into[into.length - 1];
    if (xml.is('xf')) into.push(referenceOf(xml));
    else if (last !== undefined && xml.is('alignment')) last.alignment = alignmentOf(xml);
    else if (last !== undefined && xml.is('protection')) last.locked = xml.attr('locked') === undefined || xml.flag('locked');
  }
}

function referenceOf(xml: XmlScanner): Reference {
  return {
    format: idOf(xml, 'numFmtId'),
    font: idOf(xml, 'fontId'),
    fill: idOf(xml, 'fillId'),
    border: idOf(xml, 'borderId'),
    alignment: PLAIN,
    locked: true,
  };
}

function idOf(xml: XmlScanner, name: string): number {
  const id = numberIn(xml.attr(name) ?? '0');
  return id === id ? id : 0;
}

const HORIZONTAL: ReadonlySet<string> = new Set<Horizontal>([
  'left',
  'center',
  'right',
  'justify',
  'fill',
  'centerContinuous',
  'distributed',
]);
const VERTICAL: ReadonlySet<string> = new Set<Vertical>(['top', 'center', 'bottom', 'justify', 'distributed']);
const MAX_INDENT = 250;
/** Written for texts with one character below the other. */
const STACKED = 255;

function alignmentOf(xml: XmlScanner): Reference['alignment'] {
  const horizontal = xml.attr('horizontal') ?? 'general';
  const vertical = xml.attr('vertical') ?? 'bottom';
  return {
    horizontal: HORIZONTAL.has(horizontal) ? (horizontal as Horizontal) : 'general',
    vertical: VERTICAL.has(vertical) ? (vertical as Vertical) : 'bottom',
    wrap: xml.flag('wrapText'),
    shrink: xml.flag('shrinkToFit'),
    indent: Math.max(0, Math.min(MAX_INDENT, idOf(xml, 'indent'))),
    rotation: rotationOf(idOf(xml, 'textRotation')),
  };
}

/** Files write 0–90 anticlockwise and 91–180 for 1–90 clockwise. */
function rotationOf(written: number): CellLook['rotation'] {
  if (written === STACKED) return 'stacked';
  if (written < 0 || written > 180) return 0;
  return written <= 90 ? written : 90 - written;
}

function lookOf(one: Reference, lists: Lists): CellLook {
  const { horizontal, vertical, wrap, shrink, indent, rotation } = one.alignment;
  return {
    format: lists.formats.get(one.format) || builtinFormat(one.format),
    font: lists.fonts[one.font] ?? DEFAULT_FONT,
    fill: lists.fills[one.fill] ?? null,
    border: lists.borders[one.border] ?? NO_BORDER,
    horizontal,
    vertical,
    wrap,
    shrink,
    indent,
    rotation,
    locked: one.locked,
  };
}
