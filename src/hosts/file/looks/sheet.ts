import { MAX_COLS, MAX_ROWS, parseA1, parseRect, type Rect, UnreadableError } from '../../../workbook';
import { numberIn } from '../numbers';
import { END, EOF, START, type XmlScanner } from '../xml-scanner';
import type { Colours } from './colour';
import { Extent, StyleGrid } from './style-grid';
import { readRuns } from './rich-text';
import type { ColumnLook, DrawnFont, RowLook, SheetLooks, TextRun } from './types';

/** What the sheets of one workbook share. */
export interface LooksContext {
  readonly styles: number;
  /** Whether a style shows where there is no content: a fill or a border. */
  readonly shows: (style: number) => boolean;
  readonly rich: ReadonlyMap<number, readonly TextRun[]>;
  readonly colours: Colours;
  readonly font: DrawnFont;
  /** Cells the file may still have. */
  readonly budget: { cells: number };
}

export interface SheetPart {
  readonly looks: Omit<SheetLooks, 'pictures'>;
  /** Relationship of its drawing; null where it has none. */
  readonly drawing: string | null;
}

const ROW_HEIGHT = 13.5;
/** 64 pixels of a 7-pixel digit, as programs draw eight characters and their margins. */
const COL_WIDTH = 64 / 7;
const DIGIT = 7;
const MARGIN = 5;
const STEP = 8;
const MAX_WIDTH = 255;
const MAX_HEIGHT = 409.5;
/** Frozen panes beyond this are a mistake, not a heading. */
const MAX_FROZEN = 200;

/** Reads the looks of one worksheet part in one forward pass. @throws UnreadableError */
export function readSheetLooks(xml: XmlScanner, name: string, book: LooksContext): SheetPart {
  return new LooksReader(xml, name, book).read();
}

class LooksReader {
  private readonly grid = new StyleGrid();
  private readonly extent = new Extent();
  private readonly columns: ColumnLook[] = [];
  private readonly rows = new Map<number, RowLook>();
  private readonly texts = new Map<string, readonly TextRun[]>();
  private readonly blocks: Rect[] = [];
  private gridLines = true;
  private frozen = { rows: 0, cols: 0 };
  private rowHeight = ROW_HEIGHT;
  private colWidth = COL_WIDTH;
  private drawing: string | null = null;
  private row = -1;
  private col = -1;

  constructor(
    private readonly xml: XmlScanner,
    private readonly name: string,
    private readonly book: LooksContext,
  ) {}

  read(): SheetPart {
    const { xml } = this;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token === START) this.element();
    }
    const { grid, columns, rows } = this;
    const styleAt = (row: number, col: number): number => grid.at(row, col) ?? rows.get(row)?.style ?? columnOf(columns, col)?.style ?? 0;
    return {
      looks: {
        name: this.name,
        gridLines: this.gridLines,
        frozen: this.frozen,
        rowHeight: this.rowHeight,
        colWidth: this.colWidth,
        columns,
        rows,
        extent: { rows: this.extent.rows, cols: this.extent.cols },
        styleAt,
        texts: this.texts,
        blocks: this.blocks,
      },
      drawing: this.drawing,
    };
  }

  private element(): void {
    const { xml } = this;
    if (xml.is('row')) this.startRow();
    else if (xml.is('c')) this.cell();
    else if (xml.is('sheetView')) this.gridLines = xml.attr('showGridLines') === undefined || xml.flag('showGridLines');
    else if (xml.is('pane')) this.pane();
    else if (xml.is('sheetFormatPr')) this.defaults();
    else if (xml.is('col')) this.column();
    else if (xml.is('mergeCell')) this.merge();
    else if (xml.is('drawing')) this.drawing = xml.attr('id') ?? null;
    else if (xml.is('extLst') || xml.is('conditionalFormatting') || xml.is('dataValidations')) xml.skip();
  }

  private pane(): void {
    const { xml } = this;
    const state = xml.attr('state');
    if (state !== 'frozen' && state !== 'frozenSplit') return;
    const rows = whole(xml.attr('ySplit'));
    const cols = whole(xml.attr('xSplit'));
    this.frozen = { rows: rows <= MAX_FROZEN ? rows : 0, cols: cols <= MAX_FROZEN ? cols : 0 };
  }

  private defaults(): void {
    const { xml } = this;
    this.rowHeight = between(numberIn(xml.attr('defaultRowHeight') ?? ''), 1, MAX_HEIGHT) ?? ROW_HEIGHT;
    const base = numberIn(xml.attr('baseColWidth') ?? '');
    this.colWidth =
      between(numberIn(xml.attr('defaultColWidth') ?? ''), 0.1, MAX_WIDTH) ??
      (base > 0 && base <= MAX_WIDTH ? ofCharacters(base) : COL_WIDTH);
  }

  private column(): void {
    const { xml } = this;
    const from = whole(xml.attr('min')) - 1;
    const to = Math.min(whole(xml.attr('max')) - 1, MAX_COLS - 1);
    if (from < 0 || to < from || this.columns.length >= MAX_COLS) return;
    const width = numberIn(xml.attr('width') ?? '');
    const style = this.styleOf(xml.attr('style'));
    this.columns.push({ from, to, width: width > 0 ? Math.min(width, MAX_WIDTH) : null, hidden: xml.flag('hidden') || width === 0, style });
  }

  private startRow(): void {
    const { xml } = this;
    const given = whole(xml.attr('r'));
    this.row = given > 0 ? given - 1 : this.row + 1;
    this.col = -1;
    if (this.row >= MAX_ROWS) throw new UnreadableError('beyond-grid', this.name);
    const written = numberIn(xml.attr('ht') ?? '');
    const height = between(written, 0.1, MAX_HEIGHT);
    const hidden = xml.flag('hidden') || written === 0;
    const style = xml.flag('customFormat') ? this.styleOf(xml.attr('s')) : null;
    if (height === null && !hidden && style === null) return;
    this.spend();
    this.rows.set(this.row, { height, hidden, style });
  }

  private cell(): void {
    const { xml } = this;
    this.spend();
    this.place(xml.attr('r'));
    const { row, col } = this;
    const style = this.styleOf(xml.attr('s'));
    this.grid.add(row, col, style);
    const type = xml.attr('t');
    const filled = !xml.selfClosing && this.content(row, col, type);
    if (filled || this.book.shows(style)) this.extent.take(row, col);
  }

  private place(address: string | undefined): void {
    const at = address === undefined ? null : parseA1(address.trim());
    if (at !== null) {
      this.row = at.row;
      this.col = at.col;
      return;
    }
    this.row = Math.max(this.row, 0);
    this.col += 1;
    if (this.col >= MAX_COLS) throw new UnreadableError('beyond-grid', this.name);
  }

  /** Whether the cell holds anything. */
  private content(row: number, col: number, type: string | undefined): boolean {
    const { xml } = this;
    let filled = false;
    const floor = xml.depth;
    for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
      if (token !== START) continue;
      filled = true;
      if (xml.is('f')) this.formula();
      else if (xml.is('is') && !xml.selfClosing) this.keepRuns(row, col, readRuns(xml, this.book.colours, this.book.font));
      else if (xml.is('v')) {
        const number = type === 's' ? numberIn(xml.readText()) : NaN;
        if (number === number) this.keepRuns(row, col, this.book.rich.get(number) ?? []);
      } else xml.skip();
    }
    return filled;
  }

  private formula(): void {
    const { xml } = this;
    const kind = xml.attr('t');
    const rect = kind === 'array' || kind === 'dataTable' ? parseRect(xml.attr('ref') ?? '') : null;
    if (rect !== null) this.blocks.push(rect);
    xml.skip();
  }

  private keepRuns(row: number, col: number, runs: readonly TextRun[]): void {
    if (runs.length > 1) this.texts.set(`${row},${col}`, runs);
  }

  private merge(): void {
    const rect = parseRect((this.xml.attr('ref') ?? '').trim());
    if (rect === null) return;
    this.spend();
    // A merge wider than what is used shows nothing beyond it.
    if (rect.top < this.extent.rows && rect.left < this.extent.cols)
      this.extent.take(Math.min(rect.bottom, this.extent.rows + MAX_FROZEN), Math.min(rect.right, this.extent.cols + MAX_FROZEN));
  }

  private styleOf(written: string | undefined): number {
    const style = whole(written);
    return style < this.book.styles ? style : 0;
  }

  private spend(): void {
    this.book.budget.cells -= 1;
    if (this.book.budget.cells < 0) throw new UnreadableError('too-many-cells');
  }
}

/** The entry for a column; those of a file stand in order. */
export function columnOf(columns: readonly ColumnLook[], col: number): ColumnLook | undefined {
  let low = 0;
  let high = columns.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const one = columns[middle]!;
    if (col < one.from) high = middle - 1;
    else if (col > one.to) low = middle + 1;
    else return one;
  }
  return undefined;
}

/** Characters and their margins, in whole steps of eight pixels. */
function ofCharacters(count: number): number {
  return (Math.ceil((count * DIGIT + MARGIN) / STEP) * STEP) / DIGIT;
}

function whole(written: string | undefined): number {
  const value = numberIn(written ?? '');
  return value >= 0 ? Math.floor(value) : 0;
}

function between(value: number, least: number, most: number): number | null {
  return value >= least ? Math.min(value, most) : null;
}
