import { END, START, type XmlScanner } from '../xml-scanner';
import { colourOf, type Colours } from './colour';

/** Share of the pattern's colour in patterns other than solid, as seen from afar. */
const SHARES: Readonly<Record<string, number>> = {
  gray0625: 0.0625,
  gray125: 0.125,
  lightGray: 0.25,
  mediumGray: 0.5,
  darkGray: 0.75,
};
const OTHER_PATTERN = 0.35;

/** Reads the fill whose start tag is current as one colour: patterns are mixed, gradients show their first colour. */
export function readFill(xml: XmlScanner, colours: Colours): string | null {
  if (xml.selfClosing) return null;
  let pattern = 'none';
  let front: string | null = null;
  let back: string | null = null;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('patternFill')) pattern = xml.attr('patternType') ?? 'none';
    else if (xml.is('gradientFill')) pattern = 'solid';
    else if (xml.is('fgColor')) front = colourOf(xml, colours);
    else if (xml.is('bgColor')) back = colourOf(xml, colours);
    else if (xml.is('color') && front === null) front = colourOf(xml, colours);
  }
  if (pattern === 'none') return null;
  if (pattern === 'solid') return front;
  return mixed(front ?? '#000000', back ?? '#ffffff', SHARES[pattern] ?? OTHER_PATTERN);
}

function mixed(front: string, back: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const a = parseInt(front.slice(at, at + 2), 16);
    const b = parseInt(back.slice(at, at + 2), 16);
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
