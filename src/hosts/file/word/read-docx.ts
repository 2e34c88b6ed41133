/** .docx and .docm as somebody reads them: revisions accepted, hidden text left out, automatic numbers written. */
import type { DocumentBlock, DocumentSnapshot, TableCell } from '../../../document';
import { UnreadableError } from '../../../workbook';
import { DOCUMENT_TEXT, limitsOf, type Limits } from '../limits';
import { openPart, relationshipsOf, requirePart, type PartSource } from '../package-parts';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import { ZipContainer } from '../zip-container';
import { elementText } from './element-text';
import { ListNumbers } from './numbering';
import { isOn, outlineLevel, WordStyles } from './word-styles';

const MOST_PARAGRAPHS = 200_000;
const MOST_NESTED = 40;

/** @throws UnreadableError */
export function readDocx(bytes: Uint8Array, limits?: Partial<Limits>): DocumentSnapshot {
  const zip = new ZipContainer(bytes, limitsOf(limits));
  if (zip.encrypted) throw new UnreadableError('encrypted');
  const part = relationshipsOf(zip, '').find(({ kind, external }) => kind === 'officeDocument' && !external)?.target ?? 'word/document.xml';
  const name = zip.has(part) ? part : 'word/document.xml';
  const styles = new WordStyles(related(zip, name, 'styles'));
  const numbering = new ListNumbers(related(zip, name, 'numbering'));
  return new BodyReader(requirePart(zip, name), styles, numbering).read();
}

function related(zip: PartSource, part: string, kind: string): XmlScanner | undefined {
  const target = relationshipsOf(zip, part).find((one) => one.kind === kind && !one.external)?.target;
  return target === undefined ? undefined : openPart(zip, target);
}

/** A paragraph being read; text boxes open further ones inside it. */
interface OpenParagraph {
  text: string;
  style: string | null;
  level: number | null;
  list: string | null;
  listLevel: number | null;
}

interface OpenCell {
  readonly paragraphs: string[];
  col: number;
  span: number;
  continued: boolean;
}

interface OpenTable {
  readonly rows: TableCell[][];
  cell: OpenCell | null;
  col: number;
}

type Visit = (reader: BodyReader) => void;

class BodyReader {
  private readonly blocks: DocumentBlock[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private revisions = 0;
  private hidden = 0;
  private count = 0;
  private length = 0;
  /** The run's own hiding; null: as the paragraph's style. */
  private runHidden = false;
  /** Names of open elements that an end tag means something for. */
  private readonly open: { readonly name: string; readonly depth: number }[] = [];

  constructor(
    private readonly xml: XmlScanner,
    private readonly styles: WordStyles,
    private readonly numbering: ListNumbers,
  ) {}

  read(): DocumentSnapshot {
    const { xml } = this;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token === START) this.start();
      else if (token === END) this.end();
    }
    return { format: 'docx', blocks: this.blocks, revisions: this.revisions, hidden: this.hidden };
  }

  private start(): void {
    const { xml } = this;
    for (const name of Object.keys(STARTS)) {
      if (!xml.is(name)) continue;
      STARTS[name]!(this);
      return;
    }
  }

  private end(): void {
    const last = this.open.at(-1);
    // Depth is counted down already.
    if (last === undefined || this.xml.depth !== last.depth - 1) return;
    this.open.pop();
    ENDS[last.name]!(this);
  }

  private opened(name: string): void {
    if (this.open.length > MOST_NESTED * 3) throw new UnreadableError('damaged', this.xml.part);
    this.open.push({ name, depth: this.xml.depth });
  }

  /** Deleted or moved away: as if it were not there any more. */
  left(): void {
    this.revisions += 1;
    this.xml.skip();
  }

  inserted(): void {
    this.revisions += 1;
  }

  skipped(): void {
    this.xml.skip();
  }

  paragraph(): void {
    this.count += 1;
    if (this.count > MOST_PARAGRAPHS) throw new UnreadableError('too-many-parts', this.xml.part);
    this.paragraphs.push({ text: '', style: null, level: null, list: null, listLevel: null });
    if (this.xml.selfClosing) this.paragraphDone();
    else this.opened('p');
  }

  paragraphDone(): void {
    const done = this.paragraphs.pop()!;
    const list = done.list ?? this.styles.list(done.style)?.list ?? null;
    const level = done.listLevel ?? this.styles.list(done.style)?.level ?? 0;
    // List 0 takes a paragraph out of its style's list.
    const number = list === null || list === '0' ? '' : this.numbering.next(list, level);
    this.took(number.length);
    const cell = this.tables.at(-1)?.cell;
    if (cell != null) cell.paragraphs.push(number + done.text);
    else this.blocks.push({ is: 'paragraph', text: done.text, number, level: done.level ?? this.styles.level(done.style) });
  }

  /** Properties of the paragraph: its style, its place in a list, its level. What they were before a change is left out. */
  properties(): void {
    const { xml } = this;
    const paragraph = this.paragraphs.at(-1);
    if (xml.selfClosing || paragraph === undefined) return;
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (xml.is('pPrChange') || xml.is('rPr') || xml.is('sectPr')) xml.skip();
      else if (xml.is('pStyle')) paragraph.style = xml.attr('val') ?? null;
      else if (xml.is('outlineLvl')) paragraph.level = outlineLevel(xml.attr('val'));
      else if (xml.is('numId')) paragraph.list = xml.attr('val') ?? null;
      else if (xml.is('ilvl')) paragraph.listLevel = Number(xml.attr('val') ?? 0);
    }
  }

  run(): void {
    this.runHidden = false;
  }

  runProperties(): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (xml.is('rPrChange')) xml.skip();
      else if (xml.is('vanish')) this.runHidden = isOn(xml);
      else if (xml.is('rStyle')) this.runHidden ||= this.styles.hidden(xml.attr('val') ?? null);
    }
  }

  text(): void {
    if (!this.xml.selfClosing) this.add(elementText(this.xml));
  }

  private took(length: number): void {
    this.length += length;
    if (this.length > DOCUMENT_TEXT) throw new UnreadableError('too-much-text');
  }

  add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.took(text.length);
    if (this.runHidden || this.styles.hidden(paragraph.style)) this.hidden += text.length;
    else paragraph.text += text;
  }

  symbol(): void {
    const code = parseInt(this.xml.attr('char') ?? '', 16);
    // Symbol fonts keep their letters in a private range; nobody can say what they show.
    if (Number.isFinite(code) && code < 0xe000) this.add(String.fromCharCode(code));
  }

  table(): void {
    if (this.xml.selfClosing) return;
    if (this.tables.length >= MOST_NESTED) throw new UnreadableError('damaged', this.xml.part);
    this.tables.push({ rows: [], cell: null, col: 0 });
    this.opened('tbl');
  }

  tableDone(): void {
    const { rows } = this.tables.pop()!;
    const outer = this.tables.at(-1)?.cell;
    // A table inside a cell is read as lines of that cell.
    if (outer != null) for (const row of rows) outer.paragraphs.push(row.map(({ paragraphs }) => paragraphs.join(' ')).join(' '));
    else this.blocks.push({ is: 'table', rows });
  }

  row(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    table.rows.push([]);
    table.col = 0;
  }

  cell(): void {
    const table = this.tables.at(-1);
    if (table === undefined || this.xml.selfClosing) return;
    table.cell = { paragraphs: [], col: table.col, span: 1, continued: false };
    this.opened('tc');
  }

  cellDone(): void {
    const table = this.tables.at(-1)!;
    const { cell } = table;
    table.cell = null;
    if (cell === null) return;
    const { paragraphs, col, span, continued } = cell;
    table.rows.at(-1)?.push({ paragraphs, col, span, continued });
    table.col += span;
  }

  spans(): void {
    const cell = this.tables.at(-1)?.cell;
    const span = Number(this.xml.attr('val') ?? 1);
    if (cell != null && Number.isInteger(span) && span > 1 && span < 200) cell.span = span;
  }

  merged(): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell != null && (this.xml.attr('val') ?? 'continue') === 'continue') cell.continued = true;
  }
}

const skip: Visit = (reader) => {
  reader.skipped();
};
const left: Visit = (reader) => {
  reader.left();
};
const add =
  (text: string): Visit =>
  (reader) => {
    reader.add(text);
  };

/** What each element means; what is not named here is only a wrapping. */
const STARTS: Readonly<Record<string, Visit>> = {
  t: (reader) => {
    reader.text();
  },
  r: (reader) => {
    reader.run();
  },
  p: (reader) => {
    reader.paragraph();
  },
  pPr: (reader) => {
    reader.properties();
  },
  rPr: (reader) => {
    reader.runProperties();
  },
  tbl: (reader) => {
    reader.table();
  },
  tr: (reader) => {
    reader.row();
  },
  tc: (reader) => {
    reader.cell();
  },
  gridSpan: (reader) => {
    reader.spans();
  },
  vMerge: (reader) => {
    reader.merged();
  },
  tab: add('\t'),
  br: add('\n'),
  cr: add('\n'),
  noBreakHyphen: add('-'),
  sym: (reader) => {
    reader.symbol();
  },
  ins: (reader) => {
    reader.inserted();
  },
  moveTo: (reader) => {
    reader.inserted();
  },
  del: left,
  moveFrom: left,
  // What a text box holds stands twice: once for new programs, once for old ones.
  Fallback: skip,
  instrText: skip,
  delText: skip,
  tblPrChange: skip,
  trPrChange: skip,
  tcPrChange: skip,
  sectPr: skip,
  tblGrid: skip,
  tabs: skip,
};

const ENDS: Readonly<Record<string, Visit>> = {
  p: (reader) => {
    reader.paragraphDone();
  },
  tbl: (reader) => {
    reader.tableDone();
  },
  tc: (reader) => {
    reader.cellDone();
  },
};
