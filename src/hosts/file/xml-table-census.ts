import { MAX_COLS, MAX_ROWS, UnreadableError } from '../../workbook';
import { TEXT_RUN, type Limits } from './limits';

const LESS = 0x3c;
const GREATER = 0x3e;
const COLON = 0x3a;
/** More of a tag than any writer needs before its last attribute. */
const TAG = 1024;

const ATTRIBUTE = /(?:^|[\s:])(Index|Span|MergeAcross|MergeDown)\s*=\s*["']\s*(\d+)/gi;

interface Attributes {
  readonly index: number;
  readonly span: number;
  readonly mergeacross: number;
  readonly mergedown: number;
}

/**
 * Counts what an XML table of 2003 declares (cells, merged areas, repeated rows and columns) and holds it against
 * the limits before any library sees it: each of those is a few bytes in the file and may be millions in memory.
 * @param bytes UTF-8
 * @throws UnreadableError `too-many-cells`, `too-many-merges`, `too-many-sheets`, `beyond-grid`, `too-much-text`
 */
export function countXmlTable(bytes: Uint8Array, limits: Limits): void {
  const count = new XmlTableCount(limits);
  let before = 0;
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    if (at - before > TEXT_RUN) throw new UnreadableError('too-much-text');
    before = at;
    const visit = VISITS[localName(bytes, at + 1)];
    if (visit !== undefined) visit(count, () => attributesOf(bytes, at));
  }
}

type Visit = (count: XmlTableCount, attributes: () => Attributes) => void;

const VISITS: Readonly<Partial<Record<string, Visit>>> = {
  worksheet: (count) => {
    count.sheet();
  },
  cell: (count, attributes) => {
    count.cell(attributes());
  },
  row: (count, attributes) => {
    count.row(attributes());
  },
  column: (count, attributes) => {
    count.column(attributes());
  },
};

class XmlTableCount {
  private cells = 0;
  private sheets = 0;
  private rows = 0;
  private cols = 0;

  constructor(private readonly limits: Limits) {}

  sheet(): void {
    this.sheets += 1;
    this.rows = 0;
    this.cols = 0;
    if (this.sheets > this.limits.sheets) throw new UnreadableError('too-many-sheets');
  }

  /** The library makes a cell for every place a merged area covers. */
  cell({ index, mergeacross, mergedown }: Attributes): void {
    if (index > MAX_COLS || mergeacross >= MAX_COLS || mergedown >= MAX_ROWS) throw new UnreadableError('beyond-grid');
    const covered = (mergeacross + 1) * (mergedown + 1);
    this.cells += covered;
    if (this.cells > this.limits.cells) throw new UnreadableError(covered > 1 ? 'too-many-merges' : 'too-many-cells');
  }

  row({ index, span }: Attributes): void {
    this.rows = Math.max(this.rows + 1, index) + span;
    if (this.rows > MAX_ROWS) throw new UnreadableError('beyond-grid');
  }

  column({ index, span }: Attributes): void {
    this.cols = Math.max(this.cols + 1, index) + span;
    if (this.cols > MAX_COLS) throw new UnreadableError('beyond-grid');
  }
}

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Of the start tag that begins before `from`: its name without prefix, in small letters; '' for anything else. */
function localName(bytes: Uint8Array, from: number): string {
  let name = '';
  for (let at = from; at < bytes.length && name.length < 16; at += 1) {
    const byte = bytes[at]!;
    if (byte === COLON) name = '';
    else if (isLetter(byte)) name += String.fromCharCode(byte | 0x20);
    else break;
  }
  return name;
}

function attributesOf(bytes: Uint8Array, from: number): Attributes {
  let text = '';
  for (let at = from + 1; at < bytes.length && text.length < TAG; at += 1) {
    const byte = bytes[at]!;
    if (byte === GREATER || byte === LESS) break;
    text += String.fromCharCode(byte);
  }
  const found = { index: 0, span: 0, mergeacross: 0, mergedown: 0 };
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) found[name!.toLowerCase() as keyof Attributes] = Number(value);
  return found;
}
