import { numberIn } from '../numbers';
import { openPart, relationshipsOf, type PartSource, type Relationship } from '../package-parts';
import { unescapeText } from '../xml-text';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import type { Corner, PictureLook } from './types';

/** Pictures of one workbook: more of them, or larger ones, are left out. */
export interface PictureBudget {
  bytes: number;
  count: number;
}

export const PICTURE_BUDGET: PictureBudget = { bytes: 24 * 1024 * 1024, count: 200 };

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
};

type Draft = { from: Corner | null; to: PictureLook['to'] | null; picture: string | null; title: string };
/** `picture`: relationship of its file; null for shapes and charts. */
export type Anchor = Readonly<Draft>;

/** The pictures of a drawing part, in its order; shapes, charts and what stands outside the cells are left out. */
export function readPictures(zip: PartSource, part: string, budget: PictureBudget): readonly PictureLook[] {
  const xml = openPart(zip, part);
  if (xml === undefined) return [];
  const relations = relationshipsOf(zip, part);
  return readAnchors(xml).flatMap((anchor) => pictureOf(zip, anchor, relations, budget) ?? []);
}

/** Where the pictures of a drawing part hang, in its order. */
export function readAnchors(xml: XmlScanner): readonly Anchor[] {
  const found: Anchor[] = [];
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START || !(xml.is('twoCellAnchor') || xml.is('oneCellAnchor')) || xml.selfClosing) continue;
    found.push(readAnchor(xml));
  }
  return found;
}

function readAnchor(xml: XmlScanner): Anchor {
  const draft: Draft = { from: null, to: null, picture: null, title: '' };
  const floor = xml.depth;
  let inPicture = false;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('from')) draft.from = readCorner(xml);
    else if (xml.is('to')) draft.to = readCorner(xml);
    else if (xml.is('ext') && draft.to === null && xml.attr('cx') !== undefined)
      draft.to = { width: amount(xml.attr('cx')), height: amount(xml.attr('cy')) };
    else if (xml.is('pic')) inPicture = true;
    else if (xml.is('cNvPr') && inPicture) draft.title = unescapeText(xml.attr('descr') ?? xml.attr('title') ?? '');
    else if (xml.is('blip') && inPicture) draft.picture ??= xml.attr('embed') ?? null;
  }
  return draft;
}

function readCorner(xml: XmlScanner): Corner {
  const corner = { row: 0, col: 0, right: 0, down: 0 };
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('row')) corner.row = amount(xml.readText());
    else if (xml.is('col')) corner.col = amount(xml.readText());
    else if (xml.is('colOff')) corner.right = amount(xml.readText());
    else if (xml.is('rowOff')) corner.down = amount(xml.readText());
  }
  return corner;
}

function pictureOf(zip: PartSource, draft: Anchor, relations: readonly Relationship[], budget: PictureBudget): PictureLook | null {
  const { from, to, picture, title } = draft;
  const relation = relations.find((one) => one.id === picture && !one.external);
  if (from === null || to === null || relation === undefined || budget.count <= 0) return null;
  const bytes = zip.part(relation.target);
  if (bytes === undefined || bytes.length > budget.bytes) return null;
  budget.count -= 1;
  budget.bytes -= bytes.length;
  const ending = relation.target.slice(relation.target.lastIndexOf('.') + 1).toLowerCase();
  return { from, to, type: TYPES[ending] ?? null, bytes, title };
}

function amount(written: string | undefined): number {
  const value = numberIn((written ?? '').trim());
  return value > 0 ? Math.floor(value) : 0;
}
