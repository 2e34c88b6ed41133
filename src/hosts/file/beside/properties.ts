/** Who made a file and saved it last, as it says itself. */
import type { BesideProperty } from '../../../document';
import { openPart, type PartSource, relationshipsOf } from '../package-parts';
import { EOF, START } from '../xml-scanner';
import { unescapeText } from '../xml-text';

const KINDS: ReadonlySet<string> = new Set(['core-properties', 'extended-properties']);
const PROPERTIES: readonly (readonly [element: string, of: BesideProperty['of']])[] = [
  ['creator', 'creator'],
  ['lastModifiedBy', 'lastModifiedBy'],
  ['Company', 'company'],
  ['Manager', 'manager'],
];

export function propertiesIn(zip: PartSource): readonly BesideProperty[] {
  const parts = relationshipsOf(zip, '').filter(({ kind, external }) => KINDS.has(kind) && !external);
  return parts.flatMap(({ target }) => {
    const found: BesideProperty[] = [];
    const xml = openPart(zip, target);
    if (xml === undefined) return found;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      const known = token === START ? PROPERTIES.find(([element]) => xml.is(element)) : undefined;
      const value = known === undefined || xml.selfClosing ? '' : unescapeText(xml.readText()).trim();
      if (value !== '') found.push({ of: known![1], value });
    }
    return found;
  });
}
