import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import { elementText } from '../word/element-text';
import { unescapeText } from '../xml-text';

/** Longer texts are cut: a number stands in its first lines or nowhere. */
const MOST_LETTERS = 20_000;

/** The paragraphs of a part that is no body, `p` with its `t`, empty ones left out; what old programs would show is left out too. */
export function paragraphTexts(xml: XmlScanner | undefined): readonly string[] {
  const found: string[] = [];
  if (xml === undefined) return found;
  let text = '';
  let length = 0;
  const done = (): void => {
    if (text.trim() !== '') found.push(text);
    text = '';
  };
  for (let token = xml.next(); token !== EOF && length < MOST_LETTERS * 10; token = xml.next()) {
    if (token === START && xml.is('Fallback')) xml.skip();
    else if (token === START && xml.is('p')) done();
    else if (token === START && xml.is('t') && text.length < MOST_LETTERS) text += unescapeText(elementText(xml));
    else if (token === END) length += 1;
  }
  done();
  return found;
}
