/** A received Word document while something is written into it: only the parts that must are patched, all others stay byte for byte. */
import { UnreadableError } from '../../../../workbook';
import { SheetDraft } from '../../editor/draft';
import { partOutline } from '../../editor/outline';
import { ContentTypes, Relations } from '../../editor/package-list';
import type { PartPatch, Removal } from '../../editor/part-patch';
import { utf8 } from '../../editor/xml-write';
import { DEFAULT_LIMITS } from '../../limits';
import { openPart, relationshipsOf } from '../../package-parts';
import { EOF, START, XmlScanner } from '../../xml-scanner';
import { ZipContainer } from '../../zip-container';
import { rewriteZip } from '../../zip-writer';
import { type BodyMap, bodyMap } from './body-map';
import type { ParagraphPlace } from './places';
import { COMMENT_AUTHOR, commentXml, COMMENTS_PART, commentsPart, rangeEnd, rangeStart } from './comments';
import { WORD_TYPES } from './frame-parts';

/** signed, protected: what was signed or locked is not written into · foreign: XML of another kind than Word, WPS and LibreOffice write. */
export type NotWritable = 'signed' | 'protected' | 'foreign';

export class DocumentNotWritable extends Error {
  constructor(readonly why: NotWritable) {
    super(why);
  }
}

const MAIN = /^\s*(?:<\?xml[^>]*\?>\s*)?<w:document\b/;
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** What else is told of comments; where there is any of it, a comment taken out leaves its entry behind. */
const MORE_OF_COMMENTS = /(?:^|\/)comments(?:Extended|Ids|Extensible)\.xml$/i;

export class DocumentDraft {
  readonly zip: ZipContainer;
  readonly main: string;
  readonly draft: SheetDraft;
  readonly relations: Relations;
  readonly types: ContentTypes;
  readonly map: BodyMap;
  /** Numbers of comments that are ours and that nobody has replied to. */
  readonly ours: ReadonlySet<string>;
  private commentsName: string | null;
  private readonly body: PartPatch;
  private readonly changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  private nextComment = 0;
  private readonly added: string[] = [];

  /** @throws UnreadableError, DocumentNotWritable */
  constructor(private readonly original: Uint8Array) {
    this.zip = new ZipContainer(original, DEFAULT_LIMITS);
    if (this.zip.encrypted) throw new UnreadableError('encrypted');
    const stated = relationshipsOf(this.zip, '').find(({ kind, external }) => kind === 'officeDocument' && !external)?.target;
    this.main = stated !== undefined && this.zip.has(stated) ? stated : 'word/document.xml';
    this.draft = new SheetDraft(this.zip);
    this.body = this.draft.patch(this.main);
    this.refuse();
    this.types = new ContentTypes(this.draft);
    this.relations = new Relations(this.draft, this.types, false);
    this.commentsName = this.relations.of(this.main).find(({ kind, external }) => kind === 'comments' && !external)?.target ?? null;
    this.ours = this.ourComments();
    this.map = bodyMap(new XmlScanner(this.body.text, this.main), this.ours);
    for (const { id } of this.map.comments) this.nextComment = Math.max(this.nextComment, (Number(id) || 0) + 1);
  }

  /** The text of a range of the main part as it stands. */
  slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.body.slice(from, to);
  }

  /** Bytes of the text give way to others; ranges may touch but not overlap. */
  replace(from: number, to: number, text: string): void {
    this.changes.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** At one place what is put in stands before what is taken out, in whatever order they came. */
  private finishBody(): void {
    const empty = ({ from, to }: { readonly from: number; readonly to: number }): number => (from === to ? 0 : 1);
    const ordered = [...this.changes].sort((a, b) => a.from - b.from || empty(a) - empty(b));
    for (const { from, to, text } of ordered) this.body.replace(from, to, text, true);
  }

  private refuse(): void {
    if (this.zip.names.some((name) => name.toLowerCase().startsWith('_xmlsignatures/'))) throw new DocumentNotWritable('signed');
    if (!MAIN.test(this.body.slice(0, Math.min(this.body.text.length, 4096)))) throw new DocumentNotWritable('foreign');
    const { namespaces } = partOutline(this.body.text, this.main);
    if (namespaces.get('w') !== TRANSITIONAL) throw new DocumentNotWritable('foreign');
    const settings = relationshipsOf(this.zip, this.main).find(({ kind }) => kind === 'settings')?.target;
    const xml = settings === undefined ? undefined : openPart(this.zip, settings);
    if (xml === undefined) return;
    for (let token = xml.next(); token !== EOF; token = xml.next())
      if (token === START && xml.is('documentProtection') && xml.flag('enforcement')) throw new DocumentNotWritable('protected');
  }

  /** Numbers of ours; those somebody has replied to are his conversation now. */
  private ourComments(): ReadonlySet<string> {
    if (this.commentsName === null || !this.zip.has(this.commentsName)) return new Set();
    const xml = openPart(this.zip, this.commentsName)!;
    const parents = this.repliedTo();
    const ours = new Set<string>();
    let own: string | null = null;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START) continue;
      if (xml.is('comment')) {
        const id = xml.attr('id') ?? '';
        this.nextComment = Math.max(this.nextComment, (Number(id) || 0) + 1);
        own = xml.attr('author') === COMMENT_AUTHOR ? id : null;
        if (own !== null) ours.add(own);
      } else if (own !== null && xml.is('p') && parents.has(xml.attr('paraId') ?? '')) ours.delete(own);
    }
    return ours;
  }

  private repliedTo(): ReadonlySet<string> {
    const part = this.zip.names.find((name) => /(?:^|\/)commentsExtended\.xml$/i.test(name));
    const xml = part === undefined ? undefined : openPart(this.zip, part);
    const parents = new Set<string>();
    if (xml === undefined) return parents;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      const parent = token === START ? xml.attr('paraIdParent') : undefined;
      if (parent !== undefined) parents.add(parent);
    }
    return parents;
  }

  /** Takes our former comments out, but not where a change of ours already covers the place. */
  dropOwnComments(covered: (at: number) => boolean): void {
    for (const { id, from, to } of this.map.comments) if (this.ours.has(id) && !covered(from)) this.replace(from, to, '');
    if (this.ours.size === 0 || this.zip.names.some((name) => MORE_OF_COMMENTS.test(name))) return;
    const patch = this.draft.patch(this.commentsName!);
    const gone = new Set<number>();
    const outline = partOutline(patch.text, this.commentsName!, (xml, from) => {
      if (this.ours.has(xml.attr('id') ?? '')) gone.add(from);
    });
    for (const { from, to } of outline.children) if (gone.has(from)) patch.replace(from, to, '', false);
  }

  /** The number of a new comment with this text. */
  newComment(text: string): number {
    const id = this.nextComment;
    this.nextComment += 1;
    this.added.push(commentXml({ id, text }));
    return id;
  }

  /** A comment on all a paragraph says. */
  commentOn(place: ParagraphPlace, text: string): void {
    // A paragraph that closes itself has no inside.
    if (place.inner.to === place.to) return;
    const id = this.newComment(text);
    this.insert(place.inner.from, rangeStart(id));
    this.insert(place.inner.to, rangeEnd(id));
  }

  private finishComments(): void {
    if (this.added.length === 0) return;
    if (this.commentsName !== null && this.zip.has(this.commentsName)) {
      const patch = this.draft.patch(this.commentsName);
      const { root, prefix } = partOutline(patch.text, this.commentsName);
      const all = this.added.join('');
      if (root.selfClosing) patch.replace(root.open - 2, root.open, `>${all}</${prefix}${root.name}>`, false);
      else patch.insert(root.close, all, false);
      return;
    }
    const name = this.zip.has(COMMENTS_PART) ? this.types.free('word/comments', '.xml') : COMMENTS_PART;
    this.draft.make(name, utf8(commentsPart([]).replace('</w:comments>', `${this.added.join('')}</w:comments>`)), false);
    this.commentsName = name;
    this.types.declare(name, WORD_TYPES.comments, false);
    this.relations.add(this.main, 'comments', name, false);
  }

  /** The part with the comments, once there is one. */
  get commentsPart(): string | null {
    return this.commentsName;
  }

  /** How the main part is made what it was again. */
  get removals(): readonly Removal[] {
    return this.body.render().removals;
  }

  finish(): Uint8Array {
    this.finishBody();
    this.finishComments();
    this.relations.finish();
    this.types.finish();
    const { patched, made } = this.draft.finish();
    return rewriteZip(
      this.original,
      new Map(patched.map(({ name, bytes }) => [name.toLowerCase(), bytes])),
      made.map(({ name, bytes }) => [name, bytes] as const),
    );
  }
}
