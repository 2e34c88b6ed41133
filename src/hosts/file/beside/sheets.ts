/** Beside the cells of a workbook: comments, text boxes, marks of ours. */
import type { BesideComment, BesideContent, BesideText } from '../../../document';
import { AUTHOR, NOTE_HEAD } from '../../../workbook';
import { PartPatch } from '../editor/part-patch';
import { tracesIn } from '../editor/traces-in';
import { WorkbookPart, worksheetsOf } from '../editor/workbook-part';
import { findWorkbookPart, openPart, type PartSource, type Relationship, relationshipsOf } from '../package-parts';
import { readRichText } from '../shared-strings';
import { EOF, START, type XmlScanner } from '../xml-scanner';
import { unescapeText } from '../xml-text';
import { paragraphTexts } from './paragraph-texts';

export function besideSheets(bytes: Uint8Array, zip: PartSource): Omit<BesideContent, 'properties'> {
  const bookPart = findWorkbookPart(zip);
  const book = new WorkbookPart(new PartPatch(zip.part(bookPart)!, bookPart));
  const sheets = worksheetsOf(zip, bookPart, book.sheets).map(({ name, part }) => [name, relationshipsOf(zip, part)] as const);
  return {
    comments: sheets.flatMap(([sheet, relations]) => commentsOf(zip, sheet, relations)),
    texts: sheets.flatMap(([sheet, relations]) => boxesOf(zip, sheet, relations)),
    revisedParagraphs: [],
    traces: tracesOf(bytes),
  };
}

const ofKind = (relations: readonly Relationship[], kind: string): readonly string[] =>
  relations.filter((one) => one.kind === kind && !one.external).map(({ target }) => target);

/** Of a thread the old comment of its cell only says that there is one. */
function commentsOf(zip: PartSource, sheet: string, relations: readonly Relationship[]): readonly BesideComment[] {
  const threads = ofKind(relations, 'threadedComment').flatMap((part) => threadIn(zip, sheet, part));
  const threaded = new Set(threads.map(({ at }) => at));
  const plain = ofKind(relations, 'comments').flatMap((part) => plainIn(zip, sheet, part));
  return [...plain.filter(({ at }) => !threaded.has(at)), ...threads];
}

function each(xml: XmlScanner | undefined, visit: (xml: XmlScanner) => void): void {
  if (xml === undefined) return;
  for (let token = xml.next(); token !== EOF; token = xml.next()) if (token === START) visit(xml);
}

function threadIn(zip: PartSource, sheet: string, part: string): readonly BesideComment[] {
  const found: BesideComment[] = [];
  let at: string | null = null;
  each(openPart(zip, part), (xml) => {
    if (xml.is('threadedComment')) at = xml.attr('ref')?.trim() ?? null;
    else if (xml.is('text') && !xml.selfClosing) found.push({ sheet, at, text: unescapeText(xml.readText()), ours: false });
  });
  return found;
}

function plainIn(zip: PartSource, sheet: string, part: string): readonly BesideComment[] {
  const authors: string[] = [];
  const found: BesideComment[] = [];
  each(openPart(zip, part), (xml) => {
    if (xml.is('author')) authors.push(xml.selfClosing ? '' : xml.readText().trim());
    if (!xml.is('comment')) return;
    const at = xml.attr('ref')?.trim() ?? null;
    const author = authors[Number(xml.attr('authorId') ?? -1)] ?? '';
    const text = xml.selfClosing ? '' : readRichText(xml);
    found.push({ sheet, at, text, ours: author === AUTHOR || (author === '' && text.startsWith(NOTE_HEAD)) });
  });
  return found;
}

const boxesOf = (zip: PartSource, sheet: string, relations: readonly Relationship[]): readonly BesideText[] =>
  ofKind(relations, 'drawing').flatMap((part) =>
    paragraphTexts(openPart(zip, part)).map((text): BesideText => ({ where: 'box', sheet, text })),
  );

function tracesOf(bytes: Uint8Array): BesideContent['traces'] {
  const { marks, sheets } = tracesIn(bytes);
  return [
    ...(marks > 0 ? [{ of: 'marks' as const, name: null, count: marks }] : []),
    ...sheets.map((name) => ({ of: 'sheet' as const, name, count: 1 })),
  ];
}
