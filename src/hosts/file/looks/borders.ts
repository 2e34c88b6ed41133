import { END, START, type XmlScanner } from '../xml-scanner';
import { colourOf, type Colours } from './colour';
import type { BorderLook, LineLook, LineStyle } from './types';

export const NO_BORDER: BorderLook = { top: null, right: null, bottom: null, left: null, diagonalUp: null, diagonalDown: null };

const STYLES: Readonly<Record<string, LineStyle>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  hair: 'hair',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashed: 'mediumDashed',
  mediumDashDot: 'mediumDashed',
  mediumDashDotDot: 'mediumDashed',
  slantDashDot: 'mediumDashed',
};

/** Strict files call left and right start and end. */
const SIDES: Readonly<Record<string, 'top' | 'right' | 'bottom' | 'left'>> = {
  top: 'top',
  right: 'right',
  end: 'right',
  bottom: 'bottom',
  left: 'left',
  start: 'left',
};

type Draft = { -readonly [K in keyof BorderLook]: BorderLook[K] };

/** Reads the border whose start tag is current. */
export function readBorder(xml: XmlScanner, colours: Colours): BorderLook {
  if (xml.selfClosing) return NO_BORDER;
  const up = xml.flag('diagonalUp');
  const down = xml.flag('diagonalDown');
  const border: Draft = { ...NO_BORDER };
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    const side = Object.keys(SIDES).find((name) => xml.is(name));
    if (side !== undefined) border[SIDES[side]!] = readLine(xml, colours);
    else if (xml.is('diagonal')) {
      const line = readLine(xml, colours);
      if (up) border.diagonalUp = line;
      if (down) border.diagonalDown = line;
    } else xml.skip();
  }
  return border;
}

function readLine(xml: XmlScanner, colours: Colours): LineLook | null {
  const style = STYLES[xml.attr('style') ?? 'none'];
  let color: string | null = null;
  if (!xml.selfClosing) {
    const floor = xml.depth;
    for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
      if (token === START && xml.is('color')) color = colourOf(xml, colours);
    }
  }
  return style === undefined ? null : { style, color };
}
