import {
  type CellValue,
  MAX_COLS,
  MAX_ROWS,
  parseA1,
  parseRect,
  SheetBuilder,
  type SheetData,
  type SheetState,
  type StoredFormula,
  UnreadableError,
} from '../../workbook';
import { type Budget, spendCell, spendMerge } from './budget';
import { serialOfIso } from './iso-date';
import { cutToCell } from './limits';
import { indexAt, numberAt, numberIn } from './numbers';
import { readRichText, type SharedStrings } from './shared-strings';
import type { StyleTable } from './styles';
import { unescapeText, xmlText } from './xml-text';
import { END, EOF, START, type XmlScanner } from './xml-scanner';

/** What the sheets of one workbook share while they are read. */
export interface BookContext {
  readonly strings: SharedStrings;
  readonly styles: StyleTable;
  readonly date1904: boolean;
  /** An error value that stands for something else without a formula is a picture placed in the cell. */
  readonly cellPictures: boolean;
  /** What the file may still have; see Limits. */
  readonly budget: Budget;
}

interface Master {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

/** Cell types as numbers: comparing bytes beats making a string for each cell. */
const NUMBER = 0;
const SHARED = 1;
const TEXT = 2;
const INLINE = 3;
const BOOLEAN = 4;
const ERROR = 5;
const ISO_DATE = 6;
const TYPES: Readonly<Record<string, number>> = { n: NUMBER, s: SHARED, str: TEXT, inlineStr: INLINE, b: BOOLEAN, e: ERROR, d: ISO_DATE };

const FIELDS = 4;
const LOWER_C = 0x63;
const LOWER_F = 0x66;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;
const LOWER_B = 0x62;
const LOWER_N = 0x6e;
const LOWER_M = 0x6d;

/** Reads one worksheet part in a single forward pass. @throws UnreadableError */
export function readSheet(xml: XmlScanner, name: string, state: SheetState, book: BookContext): SheetData {
  return new SheetReader(xml, name, state, book).read();
}

class SheetReader {
  private readonly builder: SheetBuilder;
  private readonly masters = new Map<number, Master>();
  private row = -1;
  private col = -1;
  /** Of the cell being read. */
  private type = NUMBER;
  private style = 0;
  private standsFor = false;

  constructor(
    private readonly xml: XmlScanner,
    name: string,
    state: SheetState,
    private readonly book: BookContext,
  ) {
    this.builder = new SheetBuilder(name);
    this.builder.state = state;
    this.builder.useStyles(book.styles.styles);
    this.builder.pictures = [];
  }

  read(): SheetData {
    const xml = this.xml;
    let rooted = false;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START) continue;
      if (xml.is('sheetData')) this.readCells();
      else if (xml.is('col')) this.readColumns();
      else if (xml.is('mergeCell')) this.readMerge();
      else if (xml.is('sheetProtection')) this.builder.protected = xml.flag('sheet');
      else if (xml.is('extLst')) xml.skip();
      else if (xml.is('worksheet')) rooted = true;
    }
    if (!rooted) throw this.damaged();
    return this.builder.buildData();
  }

  private readCells(): void {
    const xml = this.xml;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    for (;;) {
      const token = xml.next();
      if (token === START) {
        if (xml.nameTo - xml.nameFrom === 1 && xml.bytes[xml.nameFrom] === LOWER_C) this.readCell();
        else if (xml.is('row')) this.startRow();
        else xml.skip();
      } else if (token === END && xml.depth < floor) {
        return;
      }
    }
  }

  private startRow(): void {
    const xml = this.xml;
    this.row += 1;
    this.col = -1;
    for (let at = 0; at < xml.attrCount * FIELDS; at += FIELDS) {
      if (xml.attrs[at + 1]! - xml.attrs[at]! === 1 && xml.bytes[xml.attrs[at]!] === LOWER_R) {
        this.row = indexAt(xml.bytes, xml.attrs[at + 2]!, xml.attrs[at + 3]!) - 1;
        if (this.row < 0) throw xml.attrs[at + 3]! - xml.attrs[at + 2]! > 9 ? this.beyond() : this.damaged();
      }
    }
    if (this.row >= MAX_ROWS) throw this.beyond();
    if (xml.attrCount > 0 && (xml.flag('hidden') || this.isZero(xml.attr('ht')))) this.builder.hideRows(this.row);
  }

  private isZero(size: string | undefined): boolean {
    return size !== undefined && numberIn(size) === 0;
  }

  private readColumns(): void {
    const xml = this.xml;
    if (!xml.flag('hidden') && !this.isZero(xml.attr('width'))) return;
    const from = numberIn(xml.attr('min') ?? '') - 1;
    const to = Math.min(numberIn(xml.attr('max') ?? '') - 1, MAX_COLS - 1);
    if (from >= 0 && to >= from) this.builder.hideCols(from, to);
  }

  private readMerge(): void {
    const rect = parseRect((this.xml.attr('ref') ?? '').trim());
    if (rect === null) return;
    spendMerge(this.book.budget, rect);
    this.builder.merge(rect);
  }

  private keep(row: number, col: number, value: CellValue, formula: StoredFormula): void {
    const { budget } = this.book;
    if (value === null && formula === undefined) {
      if (budget.blanks === 0) return;
      budget.blanks -= 1;
    } else {
      spendCell(budget, formula, this.builder.name);
    }
    this.builder.add(row, col, value, this.style, formula);
  }

  private readCell(): void {
    const xml = this.xml;
    this.cellAttributes();
    if (xml.selfClosing) {
      this.keep(this.row, this.col, null, undefined);
      return;
    }
    const { row, col, type } = this;
    const floor = xml.depth;
    let value: CellValue = null;
    let formula: StoredFormula;
    for (;;) {
      const token = xml.next();
      if (token === END && xml.depth < floor) break;
      if (token !== START) continue;
      const first = xml.nameTo - xml.nameFrom === 1 ? xml.bytes[xml.nameFrom] : 0;
      if (first === LOWER_V) value = this.readValue(type);
      else if (first === LOWER_F) formula = this.readFormula(row, col);
      else if (xml.is('is')) value = xml.selfClosing ? '' : readRichText(xml);
      else xml.skip();
    }
    this.keep(row, col, value, formula);
    if (this.standsFor && type === ERROR && formula === undefined && this.book.cellPictures)
      this.builder.pictures!.push({ top: row, left: col, bottom: row, right: col });
  }

  private cellAttributes(): void {
    const xml = this.xml;
    const { attrs, bytes } = xml;
    this.type = NUMBER;
    this.style = 0;
    this.standsFor = false;
    let placed = false;
    for (let at = 0; at < xml.attrCount * FIELDS; at += FIELDS) {
      if (attrs[at + 1]! - attrs[at]! !== 1) {
        this.standsFor ||= attrs[at + 1]! - attrs[at]! === 2 && bytes[attrs[at]!] === LOWER_V && bytes[attrs[at]! + 1] === LOWER_M;
        continue;
      }
      const name = bytes[attrs[at]!];
      if (name === LOWER_R) {
        this.place(attrs[at + 2]!, attrs[at + 3]!);
        placed = true;
      } else if (name === LOWER_S) {
        const style = indexAt(bytes, attrs[at + 2]!, attrs[at + 3]!);
        this.style = style >= 0 && style < this.book.styles.styles.length ? style : 0;
      } else if (name === LOWER_T) {
        this.type = this.typeAt(attrs[at + 2]!, attrs[at + 3]!);
      }
    }
    if (placed) return;
    this.col += 1;
    if (this.row < 0) this.row = 0;
    if (this.col >= MAX_COLS) throw this.beyond();
  }

  /** Row and column from an address such as B12, straight from the bytes. */
  private place(from: number, to: number): void {
    const bytes = this.xml.bytes;
    let at = from;
    let col = 0;
    for (; at < to; at += 1) {
      const letter = bytes[at]!;
      if (letter < 0x41 || letter > 0x5a) break;
      col = col * 26 + letter - 0x40;
    }
    let row = 0;
    const digitsFrom = at;
    for (; at < to; at += 1) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
    }
    if (at === to && digitsFrom > from && at > digitsFrom && row > 0) {
      if (row > MAX_ROWS || col > MAX_COLS) throw this.beyond();
      this.row = row - 1;
      this.col = col - 1;
      return;
    }
    const parsed = parseA1(xmlText(bytes, from, to).trim());
    if (parsed === null) throw this.damaged();
    this.row = parsed.row;
    this.col = parsed.col;
  }

  private typeAt(from: number, to: number): number {
    const bytes = this.xml.bytes;
    if (to - from === 1) {
      const letter = bytes[from];
      if (letter === LOWER_S) return SHARED;
      if (letter === LOWER_N) return NUMBER;
      if (letter === LOWER_B) return BOOLEAN;
    }
    return TYPES[xmlText(bytes, from, to)] ?? NUMBER;
  }

  private readValue(type: number): CellValue {
    const xml = this.xml;
    if (xml.selfClosing) return type === TEXT || type === INLINE ? '' : null;
    const token = xml.next();
    if (token !== END) return this.valueOfText(this.restOfText(token), type);
    const from = xml.textFrom;
    const to = xml.textTo;
    if (type === NUMBER) {
      const value = numberAt(xml.bytes, from, to);
      if (value === value) return value;
    } else if (type === SHARED) {
      return this.sharedText(indexAt(xml.bytes, from, to), to > from);
    }
    return this.valueOfText(xmlText(xml.bytes, from, to), type);
  }

  /** The value's text when something other than its end tag came first: a CDATA section, a comment. */
  private restOfText(first: number): string {
    const xml = this.xml;
    let text = '';
    for (let token = first; ; token = xml.next()) {
      text += xmlText(xml.bytes, xml.textFrom, xml.textTo);
      if (token === END) return text;
      if (token === START) xml.skip();
    }
  }

  private sharedText(index: number, given: boolean): CellValue {
    if (!given) return null;
    const text = index < 0 ? undefined : this.book.strings.get(index);
    // A text that is not there cannot be guessed, and leaving it out would show the reviewer an empty cell.
    if (text === undefined) throw this.damaged();
    return text;
  }

  private valueOfText(text: string, type: number): CellValue {
    if (type === TEXT || type === INLINE) return cutToCell(unescapeText(text));
    const bare = text.trim();
    if (bare === '') return null;
    if (type === SHARED) return this.sharedText(/^[0-9]{1,9}$/.test(bare) ? Number(bare) : -1, true);
    if (type === BOOLEAN) return bare === '1' || bare.toLowerCase() === 'true';
    if (type === ERROR) return { error: bare };
    if (type === ISO_DATE) return this.dateValue(bare);
    const value = numberIn(bare);
    // Some writers forget to say that a value is text.
    return value === value ? value : cutToCell(unescapeText(text));
  }

  private dateValue(text: string): CellValue {
    const date = serialOfIso(text, this.book.date1904);
    if (date === null) {
      const value = numberIn(text);
      return value === value ? value : text;
    }
    this.style = this.book.styles.dateStyle(this.style, date.parts);
    return date.serial;
  }

  private readFormula(row: number, col: number): StoredFormula {
    const xml = this.xml;
    if (xml.attrCount === 0) return this.formulaText();
    const kind = xml.attr('t');
    if (kind === 'shared') return this.readShared(row, col);
    if (kind === 'dataTable') {
      const inputs = [xml.attr('r1'), xml.attr('r2')].filter((input) => input !== undefined);
      xml.readText();
      return `TABLE(${inputs.join(',')})`;
    }
    return this.formulaText();
  }

  private readShared(row: number, col: number): StoredFormula {
    const xml = this.xml;
    const group = numberIn(xml.attr('si') ?? '');
    const leads = xml.attr('ref') !== undefined || !this.masters.has(group);
    const text = this.formulaText();
    if (text !== undefined) {
      if (leads) this.masters.set(group, { text, row, col });
      return text;
    }
    const master = this.masters.get(group);
    return master === undefined ? undefined : { text: master.text, rows: row - master.row, cols: col - master.col };
  }

  private formulaText(): string | undefined {
    const text = unescapeText(this.xml.readText());
    if (text === '') return undefined;
    const bare = text.startsWith('=') ? text.slice(1) : text;
    // How files mark functions younger than the format; no host shows it.
    return bare.includes('_xl') ? bare.replace(/_xlfn\.|_xlws\./g, '') : bare;
  }

  private damaged(): UnreadableError {
    return new UnreadableError('damaged', this.xml.part);
  }

  private beyond(): UnreadableError {
    return new UnreadableError('beyond-grid', this.builder.name);
  }
}
