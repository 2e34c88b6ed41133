/**
 * Where what stands in a document: its paragraphs and tables by byte ranges, the bookmarks of ours in them, and whether they hold
 * nothing but words. By it a document is changed in some places and left byte for byte in all others.
 */
import { UnreadableError } from '../../../../workbook';
import { attributeAt } from '../../editor/outline';
import { CDATA, END, EOF, START, TEXT, type XmlScanner } from '../../xml-scanner';
import { rawText, xmlText } from '../../xml-text';
import { type SlotName, slotNameOf } from './slots';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A bookmark of ours where it begins. */
export interface SlotMark extends SlotName {
  readonly id: string;
  readonly element: Range;
  /** The value of its name. */
  readonly name: Range;
}

export interface ParagraphPlace extends Range {
  readonly is: 'paragraph';
  /** What stands behind the paragraph's properties, up to its end tag. */
  readonly inner: Range;
  /** As somebody reads it: insertions in, deletions out; hidden text is not told apart. */
  readonly text: string;
  readonly marks: readonly SlotMark[];
  /** Nothing but words, line breaks, bookmarks and comments of ours: what may be written anew without loss. */
  readonly plain: boolean;
  /** Its runs of words. */
  readonly runs: readonly Range[];
  /** Inner XML of the first run's properties, shading left out. */
  readonly look: string;
}

export interface TablePlace extends Range {
  readonly is: 'table';
  readonly text: string;
  readonly marks: readonly SlotMark[];
  readonly plain: boolean;
  /** The cells' paragraphs by row; null where a cell holds another number than one. */
  readonly cells: readonly (readonly (ParagraphPlace | null)[])[];
}

export type Place = ParagraphPlace | TablePlace;

export interface BodyMap {
  /** Of the body itself, in order. */
  readonly places: readonly Place[];
  /** Ends of bookmarks and, by number, the elements of comments. */
  readonly bookmarkEnds: ReadonlyMap<string, Range>;
  readonly comments: readonly (Range & { readonly id: string })[];
  /** Where a paragraph at the very end goes: before the properties of the last section. */
  readonly end: number;
  /** One above the largest number of a bookmark. */
  readonly nextBookmark: number;
}

const MOST_NESTED = 40;
const MOST_PLACES = 400_000;
/** What a run may hold. */
const RUN_WORDS = ['rPr', 't', 'tab', 'cr', 'br', 'lastRenderedPageBreak', 'noBreakHyphen'];
/** What a table may hold around its cells. */
const TABLE_FRAME = ['tblPr', 'tblGrid', 'trPr', 'tcPr', 'tblPrEx', 'proofErr'];

class Mapper {
  readonly places: Place[] = [];
  readonly bookmarkEnds = new Map<string, Range>();
  readonly comments: (Range & { readonly id: string })[] = [];
  end = 0;
  private largest = 0;
  private count = 0;
  private nested = 0;
  /** Bookmarks that began between paragraphs belong to the next. */
  private waiting: SlotMark[] = [];

  constructor(
    private readonly xml: XmlScanner,
    /** Numbers of comments of ours. */
    private readonly ours: ReadonlySet<string>,
  ) {}

  get nextBookmark(): number {
    return this.largest + 1;
  }

  read(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token === END) {
        // The body's own end, where no section's properties stand before it.
        if (xml.depth === 1 && this.end === 0) this.end = xml.textTo;
        continue;
      }
      if (token !== START) continue;
      const from = xml.textTo;
      if (xml.is('p')) this.places.push(this.paragraph(from));
      else if (xml.is('tbl')) this.places.push(this.table(from));
      else if (xml.is('sectPr')) {
        this.end = from;
        xml.skip();
      } else this.loose(from);
    }
  }

  private marker(from: number): SlotMark | null {
    const { xml } = this;
    if (xml.is('bookmarkStart')) {
      const id = xml.attr('id') ?? '';
      this.largest = Math.max(this.largest, Number(id) || 0);
      const found = slotNameOf(xml.attr('name') ?? '');
      const name = attributeAt(xml, 'name');
      return found === null || name === null ? null : { ...found, id, name, element: { from, to: xml.pos } };
    }
    if (xml.is('bookmarkEnd')) this.bookmarkEnds.set(xml.attr('id') ?? '', { from, to: xml.pos });
    else if (xml.is('commentRangeStart') || xml.is('commentRangeEnd')) this.comments.push({ id: xml.attr('id') ?? '', from, to: xml.pos });
    return null;
  }

  /** Between paragraphs: bookmarks and comments may begin and end there. */
  private loose(from: number): void {
    const mark = this.marker(from);
    if (mark !== null) this.waiting.push(mark);
  }

  private counted(): void {
    this.count += 1;
    if (this.count > MOST_PLACES) throw new UnreadableError('too-many-parts', this.xml.part);
  }

  private taken(): SlotMark[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  private paragraph(from: number): ParagraphPlace {
    this.counted();
    const { xml } = this;
    const marks = this.taken();
    const reader = new ParagraphReader(xml, marks, (at) => this.marker(at), this.ours, this.comments);
    const inner = reader.read();
    return {
      is: 'paragraph',
      from,
      to: xml.pos,
      inner,
      text: reader.text,
      marks,
      plain: reader.plain,
      runs: reader.runs,
      look: reader.look ?? '',
    };
  }

  private table(from: number): TablePlace {
    this.counted();
    this.nested += 1;
    if (this.nested > MOST_NESTED) throw new UnreadableError('damaged', this.xml.part);
    const { xml } = this;
    const marks = this.taken();
    const rows: ParagraphPlace[][][] = [];
    let plain = true;
    if (!xml.selfClosing) {
      const floor = xml.depth;
      while (xml.depth >= floor) {
        if (xml.next() !== START) continue;
        const at = xml.textTo;
        if (xml.is('tr')) rows.push([]);
        else if (xml.is('tc')) rows.at(-1)?.push([]);
        else if (xml.is('p')) {
          const place = this.paragraph(at);
          marks.push(...place.marks);
          plain &&= place.plain;
          rows.at(-1)?.at(-1)?.push(place);
        } else if (xml.is('tbl')) {
          plain = false;
          marks.push(...this.table(at).marks);
        } else if (TABLE_FRAME.some((name) => xml.is(name))) xml.skip();
        else {
          plain = false;
          const mark = this.marker(at);
          if (mark !== null) this.waiting.push(mark);
        }
      }
    }
    this.nested -= 1;
    const text = rows.map((row) => row.map((cell) => cell.map((place) => place.text).join('\n')).join('\t')).join('\n');
    const cells = rows.map((row) => row.map((cell) => (cell.length === 1 ? cell[0]! : null)));
    return { is: 'table', from, to: xml.pos, text, marks, plain, cells };
  }
}

/** One paragraph; what it holds beside words makes it one that is left alone. */
class ParagraphReader {
  text = '';
  plain = true;
  look: string | null = null;
  readonly runs: Range[] = [];

  constructor(
    private readonly xml: XmlScanner,
    private readonly marks: SlotMark[],
    private readonly marker: (from: number) => SlotMark | null,
    private readonly ours: ReadonlySet<string>,
    private readonly comments: (Range & { readonly id: string })[],
  ) {}

  read(): Range {
    const { xml } = this;
    if (xml.selfClosing) {
      this.plain = false;
      return { from: xml.pos, to: xml.pos };
    }
    const floor = xml.depth;
    let from = xml.pos;
    let to = xml.pos;
    while (xml.depth >= floor) {
      const token = xml.next();
      to = xml.textTo;
      if (token !== START) continue;
      const at = xml.textTo;
      if (xml.is('pPr')) {
        this.properties();
        from = xml.pos;
      } else if (xml.is('r')) this.run(at);
      else this.other(at);
    }
    return { from, to };
  }

  /** A paragraph that ends a section, or whose form somebody changed with revisions on, is left alone. */
  private properties(): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (['sectPr', 'pPrChange', 'ins', 'del', 'moveFrom', 'moveTo'].some((name) => xml.is(name))) this.plain = false;
    }
  }

  private other(at: number): void {
    const { xml } = this;
    if (xml.is('proofErr')) return;
    const own = this.marker(at);
    if (own !== null) this.marks.push(own);
    else if (xml.is('bookmarkStart') || xml.is('bookmarkEnd')) return;
    else if (xml.is('commentRangeStart') || xml.is('commentRangeEnd')) this.plain &&= this.ours.has(xml.attr('id') ?? '');
    else {
      this.plain = false;
      this.wrapped();
    }
  }

  /** Runs inside links, insertions, controls: their words are read, what is deleted is not. */
  private wrapped(): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    if (['del', 'moveFrom', 'Fallback'].some((name) => xml.is(name))) return xml.skip();
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      const at = xml.textTo;
      if (xml.is('r')) this.run(at);
      else if (['del', 'moveFrom', 'Fallback', 'instrText'].some((name) => xml.is(name))) xml.skip();
      else {
        const own = this.marker(at);
        if (own !== null) this.marks.push(own);
      }
    }
  }

  private run(from: number): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    let reference: string | null = null;
    let bare = true;
    let look = '';
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (xml.is('commentReference')) reference = xml.attr('id') ?? '';
      else if (xml.is('rPr')) look = this.runLook();
      else {
        bare = false;
        this.inRun();
      }
    }
    if (reference !== null) this.reference(reference, bare, { from, to: xml.pos });
    else {
      this.runs.push({ from, to: xml.pos });
      if (!bare) this.look ??= look;
    }
  }

  private reference(id: string, bare: boolean, range: Range): void {
    if (bare) this.comments.push({ id, ...range });
    if (!bare || !this.ours.has(id)) this.plain = false;
  }

  private inRun(): void {
    const { xml } = this;
    const known = RUN_WORDS.some((name) => xml.is(name));
    if (!known || (xml.is('br') && xml.attr('type') !== undefined)) this.plain = false;
    if (xml.is('t')) this.text += this.words();
    else if (xml.is('tab')) this.text += '\t';
    else if (xml.is('br') || xml.is('cr')) this.text += '\n';
    else if (xml.is('noBreakHyphen')) this.text += '-';
    else if (!known) this.wrapped();
  }

  private words(): string {
    const { xml } = this;
    if (xml.selfClosing) return '';
    let text = '';
    const floor = xml.depth;
    while (xml.depth >= floor) {
      const token = xml.next();
      if (token === TEXT || token === END) text += xmlText(xml.bytes, xml.textFrom, xml.textTo);
      else if (token === CDATA) text += rawText(xml.bytes, xml.textFrom, xml.textTo);
    }
    return text;
  }

  /** Inner XML without the shading. */
  private runLook(): string {
    const { xml } = this;
    if (xml.selfClosing) return '';
    const floor = xml.depth;
    let look = '';
    let from = xml.pos;
    while (xml.depth >= floor) {
      const token = xml.next();
      if (token === START && xml.is('rPrChange')) this.plain = false;
      if (token === START && xml.is('shd')) {
        look += rawText(xml.bytes, from, xml.textTo);
        xml.skip();
        from = xml.pos;
      }
    }
    return look + rawText(xml.bytes, from, xml.textTo);
  }
}

/** @param ours numbers of the comments that are ours @throws UnreadableError */
export function bodyMap(xml: XmlScanner, ours: ReadonlySet<string>): BodyMap {
  const mapper = new Mapper(xml, ours);
  mapper.read();
  const { places, bookmarkEnds, comments, end, nextBookmark } = mapper;
  return { places, bookmarkEnds, comments, end, nextBookmark };
}
