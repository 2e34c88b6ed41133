/** Changes to a well-formed package that know what XML is: tags go, come twice, change places or their attributes; parts change places. */
import type { Parts } from './varied-package';

/** Numbers below `below`, the same for the same seed. */
export type Draw = (below: number) => number;

/** A small generator of our own (mulberry32), so that a mutant is named by one number. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const VALUES =
  '0|-1|1|2|255|16384|16385|1048576|1048577|65536|2147483647|4294967296|1e308|-1e308|NaN||true|false|A1|XFD1048576|A1:XFD1048576|B2:A1|ZZZZ9|rId1|rId99|General|0.00%|@|;;;|s|str|b|e|d|inlineStr|shared|array|hidden|veryHidden|&#xFFFF;|_x0000_|合计|得分|自评得分|分值|100分|＝1+1|=1+1|±5%|≥90|1899-12-31|9999-12-31|../../x.xml|/xl/workbook.xml'.split(
    '|',
  );
const TAG = /<(\/?)([\w:]+)([^<>]*?)(\/?)>/g;
const ATTRIBUTE = /([\w:]+)="([^"]*)"/g;

interface Tag {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly closes: boolean;
  readonly alone: boolean;
}

const tagsOf = (xml: string): readonly Tag[] =>
  [...xml.matchAll(TAG)].map(({ 0: whole, 1: slash, 2: name, 4: end, index }) => ({
    from: index,
    to: index + whole.length,
    name: name!,
    closes: slash !== '',
    alone: end !== '',
  }));

/** From a start tag to behind its end tag. */
function elementAt(tags: readonly Tag[], at: number): { readonly from: number; readonly to: number } | null {
  const first = tags[at]!;
  if (first.closes) return null;
  if (first.alone) return first;
  let depth = 0;
  for (const tag of tags.slice(at)) {
    depth += tag.closes ? -1 : tag.alone ? 0 : 1;
    if (depth === 0) return { from: first.from, to: tag.to };
  }
  return null;
}

type Change = (xml: string, draw: Draw) => string;

const onElement =
  (change: (xml: string, one: { readonly from: number; readonly to: number }, draw: Draw, tags: readonly Tag[]) => string): Change =>
  (xml, draw) => {
    const tags = tagsOf(xml);
    if (tags.length < 4) return xml;
    // Never the root: what is left would be no part.
    const one = elementAt(tags, 2 + draw(tags.length - 2));
    return one === null ? xml : change(xml, one, draw, tags);
  };

const onPiece =
  (pattern: RegExp, change: (piece: RegExpMatchArray, draw: Draw) => string): Change =>
  (xml, draw) => {
    const all = [...xml.matchAll(pattern)];
    const piece = all[draw(Math.max(1, all.length))];
    return piece === undefined ? xml : xml.slice(0, piece.index) + change(piece, draw) + xml.slice(piece.index! + piece[0].length);
  };

const CHANGES: readonly Change[] = [
  onElement((xml, { from, to }) => xml.slice(0, from) + xml.slice(to)),
  onElement((xml, { from, to }, draw) => xml.slice(0, to) + xml.slice(from, to).repeat(1 + draw(3)) + xml.slice(to)),
  onElement((xml, { to }, draw, tags) => {
    const other = elementAt(tags, 2 + draw(tags.length - 2));
    return other === null ? xml : xml.slice(0, to) + xml.slice(other.from, other.to) + xml.slice(to);
  }),
  onPiece(ATTRIBUTE, ([, name], draw) => `${name}="${VALUES[draw(VALUES.length)]!}"`),
  onPiece(ATTRIBUTE, ([, name], draw) => `${name}="${VALUES[draw(VALUES.length)]!}"`),
  onPiece(ATTRIBUTE, () => ''),
  onPiece(/>([^<]+)</g, (_, draw) => `>${VALUES[draw(VALUES.length)]!}<`),
  onPiece(/>([^<]+)</g, ([, text], draw) => `>${text!.repeat(2 + draw(40))}<`),
  onPiece(/<([\w:]+)/g, (_, draw) => `<${['c', 'row', 'v', 'f', 'is', 't', 'x:c', 'mergeCell', 'sheet', 'extLst'][draw(10)]!}`),
];

/** One to four changes to the texts of a package, or its parts in other places. */
export function mutantOf(base: Parts, draw: Draw): Parts {
  const parts = new Map(base);
  const names = [...parts.keys()];
  const some = (): string => names[draw(names.length)]!;
  for (let left = 1 + draw(4); left > 0; left -= 1) {
    if (draw(12) === 0) {
      const [one, other] = [some(), some()];
      const kept = parts.get(one)!;
      if (draw(2) === 0) parts.set(one, parts.get(other)!);
      parts.set(other, kept);
      continue;
    }
    const name = some();
    const xml = parts.get(name);
    if (typeof xml === 'string') parts.set(name, CHANGES[draw(CHANGES.length)]!(xml, draw));
  }
  return parts;
}
