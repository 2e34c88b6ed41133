import { numberIn } from '../numbers';
import { unescapeText } from '../xml-text';
import { END, START, type XmlScanner } from '../xml-scanner';
import { colourOf, type Colours } from './colour';
import type { DrawnFont } from './types';

export const DEFAULT_FONT: DrawnFont = {
  name: '宋体',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
  raised: 'none',
};

type Draft = { -readonly [K in keyof DrawnFont]: DrawnFont[K] };

const MIN_SIZE = 1;
const MAX_SIZE = 409;

/** Reads the font whose `font` (or, in texts, `rPr`) start tag is current, on top of `base`. */
export function readFont(xml: XmlScanner, colours: Colours, base: DrawnFont = DEFAULT_FONT): DrawnFont {
  const font: Draft = { ...base };
  if (xml.selfClosing) return font;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token === START) readProperty(xml, font, colours);
  }
  return font;
}

function readProperty(xml: XmlScanner, font: Draft, colours: Colours): void {
  if (xml.is('b')) font.bold = isOn(xml);
  else if (xml.is('i')) font.italic = isOn(xml);
  else if (xml.is('strike')) font.strike = isOn(xml);
  else if (xml.is('u')) font.underline = xml.attr('val') !== 'none';
  else if (xml.is('sz')) font.size = sizeOf(xml.attr('val'), font.size);
  else if (xml.is('color')) font.color = colourOf(xml, colours);
  else if (xml.is('name') || xml.is('rFont')) font.name = unescapeText(xml.attr('val') ?? '') || font.name;
  else if (xml.is('vertAlign')) font.raised = raisedOf(xml.attr('val'));
}

function isOn(xml: XmlScanner): boolean {
  return xml.attr('val') === undefined || xml.flag('val');
}

function sizeOf(written: string | undefined, otherwise: number): number {
  const size = numberIn(written ?? '');
  return size >= MIN_SIZE && size <= MAX_SIZE ? size : otherwise;
}

function raisedOf(written: string | undefined): DrawnFont['raised'] {
  return written === 'superscript' || written === 'subscript' ? written : 'none';
}
