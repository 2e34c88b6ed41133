import { a1, type Addr, AUTHOR, inRect, type Note, NOTE_HEAD, parseA1 } from '../../../workbook';
import { openPart } from '../package-parts';
import { EOF, START } from '../xml-scanner';
import type { SheetDraft } from './draft';
import { noteAnchor } from './note-box';
import { partOutline, placeFor, prefixOf } from './outline';
import type { ContentTypes, Relations } from './package-list';
import type { PartPatch } from './part-patch';
import { SHEET_ORDER, type SheetPass } from './sheet-pass';
import { appendShapes, newDrawing, type Shape } from './vml';
import { xmlCellText, utf8 } from './xml-write';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** The sheet that gets notes, and what it takes to write them. */
export interface NoteTarget {
  readonly draft: SheetDraft;
  readonly types: ContentTypes;
  readonly relations: Relations;
  readonly part: string;
  readonly patch: PartPatch;
  readonly pass: SheetPass;
  /** Folder of the workbook part, with a slash. */
  readonly folder: string;
  readonly mainNamespace: string;
  readonly relationsNamespace: string;
  /** Place of the sheet among all sheets. */
  readonly index: number;
}

/** Writes notes into the cells that have neither note nor thread. Returns the cells left out. */
export function writeNotes(target: NoteTarget, notes: readonly Note[]): Addr[] {
  const relations = target.relations.of(target.part);
  const comments = relations.find((one) => one.kind === 'comments' && !one.external && target.draft.source.has(one.target));
  const drawing = target.pass.legacyDrawing === null ? undefined : relations.find((one) => one.id === target.pass.legacyDrawing);
  const taken = takenCells(target, [
    ...(comments === undefined ? [] : [comments.target]),
    ...relations.filter((one) => one.kind === 'threadedComment').map((one) => one.target),
  ]);
  const leftOut: Addr[] = [];
  const written: Note[] = [];
  for (const note of notes) {
    const at = anchorOf(target.pass, note.at);
    const key = a1(at.row, at.col);
    if (taken.has(key)) leftOut.push(note.at);
    else written.push({ at, text: note.text });
    taken.add(key);
  }
  if (written.length === 0) return leftOut;
  // A drawing that is named but not there: whatever hung on it is lost already, and nothing may be put in its place.
  if (target.pass.legacyDrawing !== null && (drawing === undefined || !target.draft.source.has(drawing.target)))
    return notes.map((note) => note.at);
  const shapes = written.map((note): Shape => ({
    row: note.at.row,
    col: note.at.col,
    anchor: noteAnchor(target.pass, note.at.row, rightColumn(target.pass, note.at), `${NOTE_HEAD}\n${note.text}`),
  }));
  if (drawing !== undefined) {
    if (!appendShapes(target.draft.patch(drawing.target), shapes)) return notes.map((note) => note.at);
  } else addDrawing(target, shapes);
  if (comments !== undefined) appendComments(target.draft.patch(comments.target), written);
  else addComments(target, written);
  return leftOut;
}

function takenCells(target: NoteTarget, parts: readonly string[]): Set<string> {
  const taken = new Set<string>();
  for (const part of parts) {
    const xml = openPart(target.draft.source, part);
    if (xml === undefined) continue;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START || !(xml.is('comment') || xml.is('threadedComment'))) continue;
      const at = parseA1((xml.attr('ref') ?? '').trim());
      if (at !== null) taken.add(a1(at.row, at.col));
    }
  }
  return taken;
}

/** A note of a merged area stands at its first cell. */
function anchorOf(pass: SheetPass, at: Addr): Addr {
  const merge = pass.merges.find((rect) => inRect(rect, at.row, at.col));
  return merge === undefined ? at : { sheet: at.sheet, row: merge.top, col: merge.left };
}

function rightColumn(pass: SheetPass, at: Addr): number {
  return pass.merges.find((rect) => inRect(rect, at.row, at.col))?.right ?? at.col;
}

function commentsXml(notes: readonly Note[], author: number, p: string): string {
  const look = `<${p}sz val="9"/><${p}rFont val="宋体"/><${p}family val="3"/><${p}charset val="134"/>`;
  const run = (bold: string, text: string): string =>
    `<${p}r><${p}rPr>${bold}${look}</${p}rPr><${p}t xml:space="preserve">${xmlCellText(text)}</${p}t></${p}r>`;
  const head = run(`<${p}b/>`, `${NOTE_HEAD}\n`);
  return notes
    .map(
      ({ at, text }) =>
        `<${p}comment ref="${a1(at.row, at.col)}" authorId="${author}"><${p}text>${head}${run('', text)}</${p}text></${p}comment>`,
    )
    .join('');
}

function appendComments(patch: PartPatch, notes: readonly Note[]): void {
  const authors: string[] = [];
  const outline = partOutline(patch.text, patch.name, (xml) => {
    if (!xml.is('authors') || xml.selfClosing) return;
    const floor = xml.depth;
    while (xml.depth >= floor) if (xml.next() === START && xml.is('author')) authors.push(xml.readText());
  });
  const p = outline.prefix;
  const list = outline.children.find((child) => child.name === 'authors');
  const known = authors.indexOf(AUTHOR);
  const author = known < 0 ? authors.length : known;
  if (known < 0) {
    const one = `<${p}author>${AUTHOR}</${p}author>`;
    if (list === undefined) patch.insert(outline.root.open, `<${p}authors>${one}</${p}authors>`, true);
    else if (list.selfClosing) patch.replace(list.open - 2, list.open, `>${one}</${p}authors>`, true);
    else patch.insert(list.close, one, true);
  }
  const comments = outline.children.find((child) => child.name === 'commentList');
  const text = commentsXml(notes, author, p);
  if (comments === undefined)
    patch.insert(
      placeFor(outline, ['authors', 'commentList', 'extLst'], 'commentList'),
      `<${p}commentList>${text}</${p}commentList>`,
      true,
    );
  else if (comments.selfClosing) patch.replace(comments.open - 2, comments.open, `>${text}</${p}commentList>`, true);
  else patch.insert(comments.close, text, true);
}

function addComments(target: NoteTarget, notes: readonly Note[]): void {
  const name = target.types.free(`${target.folder}comments`, '.xml');
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${target.mainNamespace}"><authors><author>${AUTHOR}</author></authors><commentList>${commentsXml(notes, 0, '')}</commentList></comments>`;
  target.draft.make(name, utf8(xml), true);
  target.types.declare(name, COMMENTS_TYPE, true);
  target.relations.add(target.part, 'comments', name, true);
}

function addDrawing(target: NoteTarget, shapes: readonly Shape[]): void {
  const name = target.types.free(`${target.folder}drawings/vmlDrawing`, '.vml');
  target.draft.make(name, utf8(newDrawing(shapes, target.index + 1)), true);
  target.types.declareByExtension(name, VML_TYPE, true);
  const id = target.relations.add(target.part, 'vmlDrawing', name, true);
  const { outline } = target.pass;
  const declared = prefixOf(outline, '/relationships');
  const attribute = declared === null ? `xmlns:r="${target.relationsNamespace}" r:id` : `${declared}id`;
  target.patch.insert(placeFor(outline, SHEET_ORDER, 'legacyDrawing'), `<${outline.prefix}legacyDrawing ${attribute}="${id}"/>`, true);
}
