import { readRichText } from '../shared-strings';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';

/**
 * The plain shared texts (no runs, no phonetic guides) with their numbers; of equal ones the first. A text that
 * stands there already is referred to, as programs do: putting a text back then gives the cell as it was.
 */
export function sharedTexts(xml: XmlScanner): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let index = -1;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START || !xml.is('si')) continue;
    index += 1;
    if (xml.selfClosing) continue;
    const text = plainText(xml);
    if (text !== null && !found.has(text)) found.set(text, index);
  }
  return found;
}

/** The scanner stands on the start tag and then on the end of the `si`. null where it is not plain. */
function plainText(xml: XmlScanner): string | null {
  const { pos: from, depth } = xml;
  let plain = true;
  for (let token = xml.next(); !(token === END && xml.depth < depth); token = xml.next()) {
    if (token !== START) continue;
    if (!xml.is('t')) plain = false;
    xml.skip();
  }
  if (!plain) return null;
  const { pos, depth: after } = xml;
  xml.pos = from;
  xml.depth = depth;
  const text = readRichText(xml);
  xml.pos = pos;
  xml.depth = after;
  return text;
}
