import { CDATA, END, TEXT, type XmlScanner } from '../xml-scanner';
import { rawText, xmlText } from '../xml-text';

/** The text of the element the scanner stands at; afterwards it stands at its end. */
export function elementText(xml: XmlScanner): string {
  if (xml.selfClosing) return '';
  let text = '';
  const floor = xml.depth;
  while (xml.depth >= floor) {
    const token = xml.next();
    if (token === TEXT || token === END) text += xmlText(xml.bytes, xml.textFrom, xml.textTo);
    else if (token === CDATA) text += rawText(xml.bytes, xml.textFrom, xml.textTo);
  }
  return text;
}
