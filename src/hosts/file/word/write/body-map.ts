/**
 * Where what stands in a document: its paragraphs and tables by byte ranges, the bookmarks of ours in them, and whether they hold
 * nothing but words. By it a document is changed in some places and left byte for byte in all others.
 */
import { UnreadableError } from '../../../../workbook';
import { attributeAt } from '../../editor/outline';
import { END, EOF, START, type XmlScanner } from '../../xml-scanner';
import { ParagraphReader } from './paragraph-reader';
import type { ParagraphPlace, Range, SlotMark } from './places';
import { slotNameOf } from './slots';

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
  /** Those of cells too, as they begin; of text boxes none. */
  readonly paragraphs: readonly ParagraphPlace[];
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
/** What a table may hold around its cells. */
const TABLE_FRAME = ['tblPr', 'tblGrid', 'trPr', 'tcPr', 'tblPrEx', 'proofErr'];

class Mapper {
  readonly places: Place[] = [];
  readonly paragraphs: ParagraphPlace[] = [];
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
    const place: ParagraphPlace = {
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
    this.paragraphs.push(place);
    return place;
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

/** @param ours numbers of the comments that are ours @throws UnreadableError */
export function bodyMap(xml: XmlScanner, ours: ReadonlySet<string>): BodyMap {
  const mapper = new Mapper(xml, ours);
  mapper.read();
  const { places, paragraphs, bookmarkEnds, comments, end, nextBookmark } = mapper;
  return { places, paragraphs, bookmarkEnds, comments, end, nextBookmark };
}
