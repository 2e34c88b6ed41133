/** Beside the paragraphs of a document: comments, revisions, headers, notes, marks of ours. */
import type { BesideComment, BesideContent, BesideText } from '../../../document';
import { openPart, type PartSource, relationshipsOf } from '../package-parts';
import { EOF, START, type XmlScanner } from '../xml-scanner';
import { elementText } from '../word/element-text';
import { COMMENT_AUTHOR } from '../word/write/comments';
import { slotNameOf } from '../word/write/slots';
import { unescapeText } from '../xml-text';
import { paragraphTexts } from './paragraph-texts';

/** What the body says of its paragraphs, counted as the reader of documents counts them. */
interface Body {
  /** Comments by their number: where each begins. */
  readonly commented: ReadonlyMap<string, number>;
  readonly revised: readonly number[];
  /** Paragraphs with a bookmark of ours. */
  readonly ours: number;
}

const REVISIONS = ['ins', 'del', 'moveFrom', 'moveTo'] as const;

class BodyWalk {
  readonly commented = new Map<string, number>();
  readonly revised = new Set<number>();
  ours = 0;
  private paragraph = 0;

  /** Before the first paragraph nothing can be marked. */
  private get here(): number {
    return Math.max(1, this.paragraph);
  }

  element(xml: XmlScanner): void {
    if (xml.is('Fallback')) xml.skip();
    else if (xml.is('p')) this.paragraph += 1;
    else if (xml.is('commentRangeStart') || xml.is('commentReference')) this.comment(xml.attr('id') ?? '');
    else if (xml.is('bookmarkStart')) this.ours += slotNameOf(xml.attr('name') ?? '') === null ? 0 : 1;
    else if (REVISIONS.some((name) => xml.is(name))) this.revised.add(this.here);
  }

  private comment(id: string): void {
    if (!this.commented.has(id)) this.commented.set(id, this.here);
  }
}

function bodyOf(xml: XmlScanner | undefined): Body {
  const walk = new BodyWalk();
  for (let token = xml?.next() ?? EOF; xml !== undefined && token !== EOF; token = xml.next()) if (token === START) walk.element(xml);
  return { commented: walk.commented, revised: [...walk.revised], ours: walk.ours };
}

function commentsIn(xml: XmlScanner | undefined, { commented }: Body): readonly BesideComment[] {
  const found: { id: string; author: string; text: string }[] = [];
  for (let token = xml?.next() ?? EOF; xml !== undefined && token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('comment')) found.push({ id: xml.attr('id') ?? '', author: xml.attr('author') ?? '', text: '' });
    else if (xml.is('t') && found.length > 0) found[found.length - 1]!.text += unescapeText(elementText(xml));
  }
  return found.map(({ id, author, text }) => ({ sheet: null, at: commented.get(id) ?? null, text, ours: author === COMMENT_AUTHOR }));
}

const ASIDE: readonly (readonly [kind: string, where: BesideText['where']])[] = [
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
];

export function besideText(zip: PartSource): Omit<BesideContent, 'properties'> {
  const stated = relationshipsOf(zip, '').find(({ kind, external }) => kind === 'officeDocument' && !external)?.target;
  const part = stated !== undefined && zip.has(stated) ? stated : 'word/document.xml';
  const relations = relationshipsOf(zip, part).filter(({ external }) => !external);
  const partsOf = (kind: string): readonly string[] => relations.filter((one) => one.kind === kind).map(({ target }) => target);
  const body = bodyOf(openPart(zip, part));
  return {
    comments: partsOf('comments').flatMap((one) => commentsIn(openPart(zip, one), body)),
    texts: ASIDE.flatMap(([kind, where]) =>
      partsOf(kind).flatMap((one) => paragraphTexts(openPart(zip, one)).map((text): BesideText => ({ where, sheet: null, text }))),
    ),
    revisedParagraphs: body.revised,
    traces: body.ours > 0 ? [{ of: 'paragraphs', name: null, count: body.ours }] : [],
  };
}
