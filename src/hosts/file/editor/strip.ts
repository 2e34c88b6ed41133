import { a1, AUTHOR, NOTE_HEAD, readSheetTag, SHEET_NAME, TAG } from '../../../workbook';
import { relationshipsOf, relationshipsPart, type PartSource, type Relationship } from '../package-parts';
import { readRichText } from '../shared-strings';
import { START } from '../xml-scanner';
import type { Overlay } from './draft';
import { partOutline } from './outline';
import { PartPatch } from './part-patch';
import { isRecord } from './trace-record';
import { children, WorkbookPart, worksheetsOf } from './workbook-part';

/** Which of our traces to look for by their tags. */
export interface ToStrip {
  readonly marks: boolean;
  readonly notes: boolean;
  /** Of our sheets, those wanted under such a name. */
  sheets(wanted: string): boolean;
}

/**
 * Takes our traces out of a workbook that somebody else has saved since: the rules that carry our tag, the notes of
 * our author, the sheets with our hidden name. What is left stays as it is; the formats we added may stay unused.
 */
export function stripTraces(parts: Overlay, bookPart: string, what: ToStrip): void {
  const book = new WorkbookPart(patchOf(parts, bookPart));
  for (const sheet of worksheetsOf(parts, bookPart, book.sheets)) {
    if (what.marks) stripMarks(parts, sheet.part);
    if (what.notes) stripNotes(parts, sheet.part);
  }
  stripSheets(parts, bookPart, book, what);
  for (const relation of relationshipsOf(parts, bookPart)) {
    if (relation.kind === 'customXml' && isRecord(parts, relation.target)) dropRelated(parts, bookPart, [relation]);
  }
}

function patchOf(parts: PartSource, name: string): PartPatch {
  return new PartPatch(parts.part(name)!, name);
}

function store(parts: Overlay, patch: PartPatch): void {
  if (patch.touched) parts.put(patch.name, patch.render().bytes);
}

/** Whether these bytes spell the text anywhere: one look at each. */
export function holdsText(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0]!;
  const end = bytes.length - wanted.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= end; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return true;
  }
  return false;
}

export const TAG_BYTES = new TextEncoder().encode(TAG);
const AUTHOR_BYTES = new TextEncoder().encode(AUTHOR);

function stripMarks(parts: Overlay, sheet: string): void {
  const bytes = parts.part(sheet);
  if (bytes === undefined) return;
  const patch = new PartPatch(bytes, sheet);
  if (!holdsText(patch.text, TAG_BYTES)) return;
  const ours: (readonly [from: number, to: number])[] = [];
  const emptied = new Set<number>();
  const outline = partOutline(patch.text, sheet, (xml, from) => {
    if (!xml.is('conditionalFormatting')) return;
    let others = 0;
    const rules: (readonly [number, number])[] = [];
    children(xml, 'cfRule', (at) => {
      const floor = xml.depth;
      let tagged = false;
      if (!xml.selfClosing)
        while (xml.depth >= floor) if (xml.next() === START && xml.is('formula')) tagged ||= xml.readText().includes(TAG);
      if (tagged) rules.push([at, xml.pos]);
      else others += 1;
    });
    if (others === 0 && rules.length > 0) emptied.add(from);
    else ours.push(...rules);
  });
  for (const child of outline.children) if (emptied.has(child.from)) patch.replace(child.from, child.to, '', false);
  for (const [from, to] of ours) patch.replace(from, to, '', false);
  store(parts, patch);
}

function stripNotes(parts: Overlay, sheet: string): void {
  const relations = relationshipsOf(parts, sheet);
  const comments = relations.find((one) => one.kind === 'comments' && !one.external && parts.has(one.target));
  if (comments === undefined) return;
  const patch = patchOf(parts, comments.target);
  if (!holdsText(patch.text, AUTHOR_BYTES)) return;
  const { ours, others } = sortComments(patch);
  if (ours.length === 0) return;
  for (const { from, to } of ours) patch.replace(from, to, '', false);
  if (others === 0) dropRelated(parts, sheet, [comments]);
  else store(parts, patch);
  const drawing = relations.find((one) => one.kind === 'vmlDrawing' && parts.has(one.target));
  if (drawing !== undefined) stripShapes(parts, sheet, drawing, new Set(ours.map(({ ref }) => ref)));
}

export function sortComments(patch: PartPatch): { ours: { from: number; to: number; ref: string }[]; others: number } {
  const authors: string[] = [];
  const ours: { from: number; to: number; ref: string }[] = [];
  let others = 0;
  partOutline(patch.text, patch.name, (xml) => {
    if (xml.is('authors')) children(xml, 'author', () => authors.push(xml.readText()));
    else if (xml.is('commentList')) {
      children(xml, 'comment', (from) => {
        const ref = (xml.attr('ref') ?? '').trim();
        const author = (authors[Number(xml.attr('authorId') ?? -1)] ?? '').trim();
        const text = xml.selfClosing ? '' : readRichText(xml);
        // Some programs drop the author on saving.
        if (author === AUTHOR || (author === '' && text.startsWith(NOTE_HEAD))) ours.push({ from, to: xml.pos, ref });
        else others += 1;
      });
    }
  });
  return { ours, others };
}

const SHAPE_END = '</v:shape>';

/** Every shape replaced by what `take` makes of it. */
function withShapes(text: string, take: (shape: string) => string): string {
  const opening = /<v:shape[\s>]/g;
  let out = '';
  let done = 0;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const end = text.indexOf(SHAPE_END, open.index);
    if (end < 0) break;
    out += text.slice(done, open.index) + take(text.slice(open.index, end + SHAPE_END.length));
    done = end + SHAPE_END.length;
    opening.lastIndex = done;
  }
  return out + text.slice(done);
}

/** The boxes of notes at these cells; a drawing that then holds nothing goes as well. */
function stripShapes(parts: Overlay, sheet: string, drawing: Relationship, refs: ReadonlySet<string>): void {
  const patch = patchOf(parts, drawing.target);
  const text = patch.slice(0, patch.text.length);
  const kept = withShapes(text, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    const col = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
    const isNote = /ObjectType="Note"/.test(shape) && row !== undefined && col !== undefined;
    return isNote && refs.has(a1(Number(row), Number(col))) ? '' : shape;
  });
  if (kept === text) return;
  if (/<v:(?:shape|rect|oval|group|line|roundrect|image)[\s>]/.test(kept)) {
    parts.put(drawing.target, new TextEncoder().encode(kept));
    return;
  }
  dropRelated(parts, sheet, [drawing]);
  const sheetPatch = patchOf(parts, sheet);
  const outline = partOutline(sheetPatch.text, sheet);
  for (const child of outline.children) if (child.name === 'legacyDrawing') sheetPatch.replace(child.from, child.to, '', false);
  store(parts, sheetPatch);
}

function stripSheets(parts: Overlay, bookPart: string, book: WorkbookPart, what: ToStrip): void {
  const gone = new Set<number>();
  for (const { name, sheet, text } of book.names) {
    const tag = name === SHEET_NAME && sheet !== null ? readSheetTag(text) : null;
    // A sheet that was renamed or copied is the user's from then on.
    if (tag !== null && book.sheets[sheet!]?.name === tag.given && what.sheets(tag.wanted)) gone.add(sheet!);
  }
  if (gone.size === 0 || gone.size === book.sheets.length) return;
  const relations = relationshipsOf(parts, bookPart);
  const before = (place: number): number => [...gone].filter((one) => one < place).length;
  for (const place of gone) book.patch.replace(book.sheets[place]!.from, book.sheets[place]!.to, '', false);
  for (const name of book.names) {
    if (name.sheet === null) continue;
    if (gone.has(name.sheet)) book.patch.replace(name.from, name.to, '', false);
    else if (before(name.sheet) > 0)
      book.patch.replace(name.sheetAt!.from, name.sheetAt!.to, String(name.sheet - before(name.sheet)), false);
  }
  const left = book.sheets.length - gone.size;
  for (const tab of book.tabs) {
    const moved = Math.min(left - 1, tab.value - before(tab.value));
    if (moved !== tab.value) book.patch.replace(tab.from, tab.to, String(Math.max(0, moved)), false);
  }
  dropEmptyNames(book, gone);
  store(parts, book.patch);
  dropRelated(
    parts,
    bookPart,
    relations.filter((one) => [...gone].some((place) => book.sheets[place]!.relation === one.id)),
  );
}

/** A list of names must not be empty. */
function dropEmptyNames(book: WorkbookPart, gone: ReadonlySet<number>): void {
  const left = book.names.filter((name) => name.sheet === null || !gone.has(name.sheet));
  const list = book.outline.children.find((child) => child.name === 'definedNames');
  if (left.length > 0 || list === undefined || list.selfClosing) return;
  book.patch.replace(list.from, list.open, '', false);
  book.patch.replace(list.close, list.to, '', false);
}

/** Takes parts away with what they alone relate to, their relationships and their content types. */
function dropRelated(parts: Overlay, owner: string, relations: readonly Relationship[]): void {
  const list = relationshipsPart(owner);
  const patch = patchOf(parts, list);
  const ids = new Set(relations.map((relation) => relation.id));
  const places: number[] = [];
  const outline = partOutline(patch.text, list, (xml, from) => {
    if (ids.has(xml.attr('Id') ?? '')) places.push(from);
  });
  for (const child of outline.children) if (places.includes(child.from)) patch.replace(child.from, child.to, '', false);
  store(parts, patch);
  const gone: string[] = places.length === outline.children.length ? [list] : [];
  for (const relation of relations) {
    for (const below of relationshipsOf(parts, relation.target)) {
      if (!below.external && ['customXmlProps', 'printerSettings', 'comments', 'vmlDrawing'].includes(below.kind)) gone.push(below.target);
    }
    gone.push(relation.target, relationshipsPart(relation.target));
  }
  for (const name of gone) if (parts.has(name)) parts.drop(name);
  forgetTypes(parts, gone);
}

function forgetTypes(parts: Overlay, names: readonly string[]): void {
  const patch = patchOf(parts, '[Content_Types].xml');
  const wanted = new Set(names.map((name) => `/${name.toLowerCase()}`));
  const places = new Set<number>();
  const outline = partOutline(patch.text, patch.name, (xml, from) => {
    if (xml.is('Override') && wanted.has((xml.attr('PartName') ?? '').toLowerCase())) places.add(from);
  });
  for (const child of outline.children) if (places.has(child.from)) patch.replace(child.from, child.to, '', false);
  store(parts, patch);
}
