import { cutToCell, CELL_TEXT } from './limits';
import { unescapeText } from './xml-text';
import { END, EOF, START, type XmlScanner } from './xml-scanner';

const MOST = 4_000_000;

/**
 * The shared texts by number. One pass notes where each begins; a text is made when a cell first asks for it, so
 * texts nobody uses cost nothing but their place.
 */
export class SharedStrings {
  private readonly starts: number[] = [];
  private readonly texts: (string | undefined)[] = [];

  constructor(private readonly xml: XmlScanner | null) {
    if (xml === null) return;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START || !xml.is('si')) continue;
      // More than a workbook within the limits can show.
      if (this.starts.length === MOST) return;
      this.starts.push(xml.selfClosing ? -1 : xml.pos);
      xml.skip();
    }
  }

  /** undefined when the file has no text of that number. */
  get(index: number): string | undefined {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const start = this.starts[index];
    if (start === undefined || this.xml === null) return undefined;
    const text = start < 0 ? '' : this.readAt(start, this.xml);
    this.texts[index] = text;
    return text;
  }

  private readAt(start: number, xml: XmlScanner): string {
    xml.pos = start;
    xml.depth = 1;
    return readRichText(xml);
  }
}

/**
 * The text of an `si` or `is` element whose start tag is current: its own `t` or those of its runs, without the
 * phonetic guides and what is struck out: an old figure crossed out beside the new one is no content. Blanks at the ends
 * count only where xml:space keeps them.
 */
export function readRichText(xml: XmlScanner): string {
  const floor = xml.depth;
  let text = '';
  let struck = false;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('r')) struck = false;
    else if (xml.is('strike')) struck = xml.attr('val') === undefined || xml.flag('val');
    else if (xml.is('t') && !struck) text = text.length > CELL_TEXT ? text : text + readT(xml);
    else if (xml.is('rPh') || xml.is('extLst') || xml.is('t')) xml.skip();
  }
  return unescapeText(cutToCell(text));
}

/** The text of a `t` element whose start tag is current. */
export function readT(xml: XmlScanner): string {
  const keep = xml.attrCount > 0 && xml.attr('space') === 'preserve';
  const text = xml.readText();
  return keep ? text : trimXml(text);
}

/** Without the blanks XML knows at both ends; full-width blanks are text. */
function trimXml(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
