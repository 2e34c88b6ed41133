import type { Anchor } from './note-box';
import type { PartPatch } from './part-patch';

/** The box of one note. */
export interface Shape {
  readonly row: number;
  readonly col: number;
  readonly anchor: Anchor;
}

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const BOX_TYPE = '_x0000_t202';
/** Numbers of shapes come in blocks of this size, one or more for a drawing. */
const BLOCK = 1024;

/** A drawing of notes alone. */
export function newDrawing(shapes: readonly Shape[], block: number): string {
  const boxes = shapes.map((shape, index) => shapeXml(shape, block * BLOCK + 1 + index, '')).join('');
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${boxTypeXml('')}${boxes}</xml>`;
}

/**
 * Puts boxes at the end of a drawing that is there. Old drawings are not always well-formed, so only their end tag
 * is looked for, from behind. False when there is none.
 */
export function appendShapes(patch: PartPatch, shapes: readonly Shape[]): boolean {
  const end = lastEndTag(patch.text);
  if (end < 0) return false;
  const text = patch.slice(0, patch.text.length);
  let number = BLOCK;
  for (const match of text.matchAll(/_x0000_s(\d{1,9})/g)) number = Math.max(number, Number(match[1]));
  const type = text.includes(`"${BOX_TYPE}"`) || text.includes(`'${BOX_TYPE}'`) ? '' : boxTypeXml(` ${NAMESPACES}`);
  patch.insert(end, type + shapes.map((shape, index) => shapeXml(shape, number + 1 + index, ` ${NAMESPACES}`)).join(''), true);
  return true;
}

function lastEndTag(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at >= 0; at -= 1) if (bytes[at] === 0x3c) return bytes[at + 1] === 0x2f ? at : -1;
  return -1;
}

function boxTypeXml(namespaces: string): string {
  return `<v:shapetype${namespaces} id="${BOX_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
}

function shapeXml(shape: Shape, number: number, namespaces: string): string {
  return (
    `<v:shape${namespaces} id="_x0000_s${number}" type="#${BOX_TYPE}" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${shape.anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${shape.row}</x:Row><x:Column>${shape.col}</x:Column></x:ClientData></v:shape>`
  );
}
