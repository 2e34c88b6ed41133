import { START, type XmlScanner } from '../xml-scanner';
import { attributeAt } from './outline';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const SPACE = 0x20;

/**
 * Goes past the cells of a sheet without reading them, its rows' heights in points noted where wanted. The scanner
 * stands on the start tag of sheetData, and on its end tag afterwards. Comments and the like, in which anything may
 * stand, are left to the scanner.
 */
export function skipCells(xml: XmlScanner, prefix: string, heights: Map<number, number> | null): void {
  if (xml.selfClosing) return;
  const { bytes, pos, depth } = xml;
  const row = `${prefix}row`;
  const end = `/${prefix}sheetData`;
  let number = -1;
  for (let at = pos; at < bytes.length; at += 1) {
    if (bytes[at] !== LT) continue;
    const next = bytes[at + 1];
    if (next === BANG || next === QUESTION) break;
    if (next === SLASH) {
      if (!spells(bytes, at + 1, end)) continue;
      xml.pos = at;
      xml.next();
      return;
    }
    if (heights === null || !spells(bytes, at + 1, row)) continue;
    xml.pos = at;
    xml.next();
    number = numberOf(xml, number);
    const height = attributeAt(xml, 'ht');
    if (height !== null) heights.set(number, Number(height.value));
    xml.depth = depth;
    at = xml.pos - 1;
  }
  xml.pos = pos;
  xml.depth = depth;
  readOn(xml, heights);
}

/** The slow way, by tokens. */
function readOn(xml: XmlScanner, heights: Map<number, number> | null): void {
  const floor = xml.depth;
  let number = -1;
  while (xml.depth >= floor) {
    if (xml.next() !== START || !xml.is('row')) continue;
    number = numberOf(xml, number);
    const height = attributeAt(xml, 'ht');
    if (height !== null) heights?.set(number, Number(height.value));
  }
}

function numberOf(xml: XmlScanner, before: number): number {
  const written = attributeAt(xml, 'r');
  return written === null ? before + 1 : Number(written.value) - 1;
}

/** Whether a name stands here, and nothing longer. */
function spells(bytes: Uint8Array, from: number, name: string): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name.charCodeAt(at)) return false;
  const after = bytes[from + name.length]!;
  return after <= SPACE || after === GT || after === SLASH;
}
