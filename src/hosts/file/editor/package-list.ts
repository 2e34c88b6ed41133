import { relationshipsOf, relationshipsPart, type Relationship } from '../package-parts';
import type { SheetDraft } from './draft';
import { partOutline, type PartOutline } from './outline';
import type { PartPatch } from './part-patch';
import { escapeAttr, utf8 } from './xml-write';

const TYPES_PART = '[Content_Types].xml';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';

/** New last children of a root, written together: a root that closes itself is opened once. */
export class Appendix {
  private readonly added: { readonly text: string; readonly trace: boolean }[] = [];

  constructor(
    private readonly patch: PartPatch,
    readonly outline: PartOutline,
  ) {}

  add(text: string, trace: boolean): void {
    this.added.push({ text, trace });
  }

  /** Content in front of traces: what is added to a file without the traces stands in the same place. */
  finish(): void {
    const { root, prefix } = this.outline;
    const content = this.added
      .filter((one) => !one.trace)
      .map((one) => one.text)
      .join('');
    const traces = this.added
      .filter((one) => one.trace)
      .map((one) => one.text)
      .join('');
    if (content + traces === '') return;
    if (!root.selfClosing) {
      if (content !== '') this.patch.insert(root.close, content, false);
      if (traces !== '') this.patch.insert(root.close, traces, true);
      return;
    }
    const end = `</${prefix}${root.name}>`;
    this.patch.replace(root.open - 2, root.open, `>${content}${traces}${end}`, traces !== '', content === '' ? '/>' : `>${content}${end}`);
  }
}

/** The list of content types; what is new is written at the end. */
export class ContentTypes {
  /** By lower-case extension. */
  private readonly defaults = new Map<string, string>();
  /** By lower-case part name with its slash. */
  private readonly overrides = new Map<string, { readonly from: number; readonly to: number }>();
  private readonly patch: PartPatch;
  private readonly appendix: Appendix;

  constructor(private readonly draft: SheetDraft) {
    this.patch = draft.patch(TYPES_PART);
    const seen: { name: string; from: number }[] = [];
    const outline = partOutline(this.patch.text, TYPES_PART, (xml, from) => {
      if (xml.is('Default')) this.defaults.set((xml.attr('Extension') ?? '').toLowerCase(), xml.attr('ContentType') ?? '');
      else if (xml.is('Override')) seen.push({ name: (xml.attr('PartName') ?? '').toLowerCase(), from });
    });
    this.appendix = new Appendix(this.patch, outline);
    const ends = new Map(outline.children.map((child) => [child.from, child.to]));
    for (const { name, from } of seen) this.overrides.set(name, { from, to: ends.get(from)! });
  }

  /** Sees to it that a new part has its type. */
  declare(part: string, type: string, trace: boolean): void {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    if (this.overrides.has(`/${part.toLowerCase()}`)) return;
    if (this.defaults.get(extension) === type) return;
    this.appendix.add(`<${this.appendix.outline.prefix}Override PartName="/${escapeAttr(part)}" ContentType="${type}"/>`, trace);
  }

  /** As declare, by a default for the extension when it has none yet. */
  declareByExtension(part: string, type: string, trace: boolean): void {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const known = this.defaults.get(extension);
    if (known === type) return;
    if (known !== undefined) return this.declare(part, type, trace);
    this.defaults.set(extension, type);
    this.appendix.add(`<${this.appendix.outline.prefix}Default Extension="${extension}" ContentType="${type}"/>`, trace);
  }

  /** A part that is gone has no type any more. */
  forget(part: string): void {
    const place = this.overrides.get(`/${part.toLowerCase()}`);
    if (place !== undefined) this.patch.replace(place.from, place.to, '', false);
  }

  /** Lists of relationships have a type of their own. */
  relations(part: string, trace: boolean): void {
    this.declareByExtension(part, RELATIONS_TYPE, trace);
  }

  finish(): void {
    this.appendix.finish();
  }

  /** A part that is not there although a type is stated for it: its name is not taken for another. */
  free(before: string, after: string): string {
    for (;;) {
      const name = this.draft.freeName(before, after);
      if (!this.overrides.has(`/${name.toLowerCase()}`)) return name;
    }
  }
}

/** The relationships of the parts of a draft, added to and taken from. */
export class Relations {
  private readonly ids = new Map<string, Set<string>>();
  private readonly fresh = new Map<string, { text: string; trace: boolean }>();
  private readonly lists = new Map<string, Appendix>();

  constructor(
    private readonly draft: SheetDraft,
    private readonly types: ContentTypes,
    private readonly strict: boolean,
  ) {}

  of(part: string): readonly Relationship[] {
    return relationshipsOf(this.draft.source, part);
  }

  /** A new relationship from one part to another, by its kind ("worksheet"). Returns its id. */
  add(part: string, kind: string, target: string, trace: boolean): string {
    const type = (this.strict && kind !== 'vmlDrawing' ? STRICT : TRANSITIONAL) + kind;
    const id = this.freeId(part);
    const list = relationshipsPart(part);
    const attributes = `Id="${id}" Type="${type}" Target="${escapeAttr(relativePath(part, target))}"`;
    if (this.draft.source.has(list)) {
      const appendix = this.appendix(list);
      appendix.add(`<${appendix.outline.prefix}Relationship ${attributes}/>`, trace);
    } else {
      const begun = this.fresh.get(list);
      this.fresh.set(list, { text: `${begun?.text ?? ''}<Relationship ${attributes}/>`, trace: trace && begun?.trace !== false });
    }
    return id;
  }

  /** Takes away the relationships of one kind. */
  forget(part: string, kind: string): void {
    const list = relationshipsPart(part);
    if (!this.draft.source.has(list)) return;
    const patch = this.draft.patch(list);
    const found: number[] = [];
    const outline = partOutline(patch.text, list, (xml, from) => {
      if (!(xml.attr('Type') ?? '').endsWith(`/${kind}`)) return;
      found.push(from);
      this.idsOf(part).delete(xml.attr('Id') ?? '');
    });
    for (const child of outline.children) if (found.includes(child.from)) patch.replace(child.from, child.to, '', false);
  }

  /** Lists made anew become parts. */
  finish(): void {
    for (const appendix of this.lists.values()) appendix.finish();
    for (const [name, { text, trace }] of this.fresh) {
      this.draft.make(
        name,
        utf8(
          `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}">${text}</Relationships>`,
        ),
        trace,
      );
      this.types.relations(name, trace);
    }
  }

  private appendix(list: string): Appendix {
    let appendix = this.lists.get(list);
    if (appendix === undefined) {
      const patch = this.draft.patch(list);
      this.lists.set(list, (appendix = new Appendix(patch, partOutline(patch.text, list))));
    }
    return appendix;
  }

  private idsOf(part: string): Set<string> {
    let taken = this.ids.get(part);
    if (taken === undefined) this.ids.set(part, (taken = new Set(this.of(part).map((relation) => relation.id))));
    return taken;
  }

  /** The first that is free, gaps filled: the same whatever else came and went. */
  private freeId(part: string): string {
    const taken = this.idsOf(part);
    let n = 1;
    while (taken.has(`rId${n}`)) n += 1;
    taken.add(`rId${n}`);
    return `rId${n}`;
  }
}

/** The way from one part to another. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared += 1;
  return '../'.repeat(folders.length - shared) + steps.slice(shared).join('/');
}
