import { readT } from '../shared-strings';
import { unescapeText } from '../xml-text';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import type { Colours } from './colour';
import { readFont } from './fonts';
import type { DrawnFont, TextRun } from './types';

/** The shared texts that have runs of several looks, by number. */
export function readRichTexts(xml: XmlScanner | null, colours: Colours, font: DrawnFont): ReadonlyMap<number, readonly TextRun[]> {
  const found = new Map<number, readonly TextRun[]>();
  if (xml === null) return found;
  let number = -1;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START || !xml.is('si')) continue;
    number += 1;
    if (xml.selfClosing) continue;
    const runs = readRuns(xml, colours, font);
    if (runs.length > 1) found.set(number, runs);
  }
  return found;
}

/** The runs of an `si` or `is` element whose start tag is current; a plain text is one run. */
export function readRuns(xml: XmlScanner, colours: Colours, font: DrawnFont): TextRun[] {
  const runs: TextRun[] = [];
  let own: DrawnFont | null = null;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('r')) own = null;
    else if (xml.is('rPr')) own = readFont(xml, colours, font);
    else if (xml.is('t')) {
      const text = unescapeText(readT(xml));
      if (text !== '') runs.push({ text, font: own });
    } else if (xml.is('rPh') || xml.is('extLst')) xml.skip();
  }
  return runs;
}
