import { EOF, START, type XmlScanner } from '../xml-scanner';
import { hexColour } from './colour';
import { OFFICE_THEME } from './palette';

/** The order in which a theme lists its colours, and where the `theme` attribute finds each. */
const PLACES: Readonly<Record<string, number>> = {
  lt1: 0,
  dk1: 1,
  lt2: 2,
  dk2: 3,
  accent1: 4,
  accent2: 5,
  accent3: 6,
  accent4: 7,
  accent5: 8,
  accent6: 9,
  hlink: 10,
  folHlink: 11,
};

/** The twelve colours of a theme part, those it lacks from the Office theme. */
export function readTheme(xml: XmlScanner | null): readonly string[] {
  const colours = [...OFFICE_THEME];
  if (xml === null) return colours;
  let place: number | undefined;
  let inScheme = false;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('clrScheme')) inScheme = true;
    else if (xml.is('fontScheme')) return colours;
    else if (inScheme) {
      const named = nameOf(xml);
      if (named !== undefined) place = named;
      const colour = xml.is('srgbClr') ? xml.attr('val') : xml.is('sysClr') ? xml.attr('lastClr') : undefined;
      const hex = colour === undefined ? null : hexColour(colour);
      if (hex !== null && place !== undefined) colours[place] = hex;
    }
  }
  return colours;
}

function nameOf(xml: XmlScanner): number | undefined {
  const name = Object.keys(PLACES).find((one) => xml.is(one));
  return name === undefined ? undefined : PLACES[name];
}
