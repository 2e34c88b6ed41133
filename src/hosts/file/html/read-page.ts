import { MAX_COLS, MAX_ROWS, type Rect, SheetBuilder, type SheetData, UnreadableError } from '../../../workbook';
import { typedText } from '../typed-text';
import { spendMerge } from '../budget';
import { CELL_TEXT, TEXT_RUN, type Limits } from '../limits';
import { withSingleBlanks, decodeEntities, tidyLines } from './text';
import { htmlTokens } from './tokens';

/** As in the standard for web pages. */
const WIDEST = 1000;
const TALLEST = 65_534;

const CELL = /^t[dh]$/;
/** Tags that stand on lines of their own inside a cell. */
const BLOCK: ReadonlySet<string> = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HIDDEN = /(?:^|[\s;"'])display\s*:\s*none/i;

/**
 * The tables of a web page, each as a sheet in the order in which they begin. A table inside another is a sheet of
 * its own, and so is what stands around it.
 * @throws UnreadableError `no-sheet`, `too-many-cells`, `too-many-sheets`, `beyond-grid`
 */
export function readPage(page: string, limits: Limits): SheetData[] {
  return new PageReader(limits).read(page);
}

/** One open table and where its next cell goes. */
interface OpenTable {
  readonly builder: SheetBuilder;
  row: number;
  col: number;
  /** For each column the last row taken by a cell begun so far. */
  readonly taken: number[];
  cell: OpenCell | null;
}

interface OpenCell {
  readonly row: number;
  readonly col: number;
  text: string;
}

class PageReader {
  private readonly all: OpenTable[] = [];
  private readonly open: OpenTable[] = [];
  /** Places that cells may still take. */
  private places: number;

  private readonly budget: { mergeRows: number };

  constructor(private readonly limits: Limits) {
    this.places = limits.cells;
    this.budget = { mergeRows: limits.mergeRows };
  }

  read(page: string): SheetData[] {
    for (const token of htmlTokens(page)) {
      const table = this.open[this.open.length - 1];
      if (token.is === 'text') addText(table, decodeEntities(withSingleBlanks(token.text).slice(0, TEXT_RUN)));
      else if (token.name === 'table') this.table(token.is === 'start', table);
      else if (table === undefined) continue;
      else if (token.name === 'tr') this.row(token.is === 'start', token.attributes, table);
      else if (CELL.test(token.name)) this.cell(token.is === 'start', token.attributes, table);
      else if (token.name === 'br') addText(table, '\n');
      else if (BLOCK.has(token.name)) beginLine(table);
    }
    while (this.open.length > 0) this.close();
    if (this.all.length === 0) throw new UnreadableError('no-sheet');
    return this.all.map(({ builder }) => builder.buildData());
  }

  private table(starts: boolean, current: OpenTable | undefined): void {
    if (!starts) {
      if (current !== undefined) this.close();
      return;
    }
    if (this.all.length >= this.limits.sheets) throw new UnreadableError('too-many-sheets');
    const table: OpenTable = { builder: new SheetBuilder(`Sheet${this.all.length + 1}`), row: -1, col: 0, taken: [], cell: null };
    this.all.push(table);
    this.open.push(table);
  }

  private close(): void {
    const table = this.open.pop();
    if (table !== undefined) endCell(table);
  }

  private row(starts: boolean, attributes: string, table: OpenTable): void {
    endCell(table);
    if (!starts) return;
    table.row += 1;
    table.col = 0;
    if (table.row >= MAX_ROWS) throw new UnreadableError('beyond-grid', table.builder.name);
    if (HIDDEN.test(attributes)) table.builder.hideRows(table.row);
  }

  private merge(builder: SheetBuilder, rect: Rect): void {
    spendMerge(this.budget, rect);
    builder.merge(rect);
  }

  private cell(starts: boolean, attributes: string, table: OpenTable): void {
    endCell(table);
    if (!starts) return;
    if (table.row < 0) table.row = 0;
    const { row, taken } = table;
    let col = table.col;
    while ((taken[col] ?? -1) >= row) col += 1;
    const across = span(attributes, 'colspan', WIDEST);
    const down = span(attributes, 'rowspan', TALLEST);
    this.places -= across;
    if (this.places < 0) throw new UnreadableError('too-many-cells');
    if (col + across > MAX_COLS || row + down > MAX_ROWS) throw new UnreadableError('beyond-grid', table.builder.name);
    for (let at = col; at < col + across; at += 1) taken[at] = row + down - 1;
    if (across > 1 || down > 1) this.merge(table.builder, { top: row, left: col, bottom: row + down - 1, right: col + across - 1 });
    table.col = col + across;
    table.cell = { row, col, text: '' };
  }
}

function addText(table: OpenTable | undefined, text: string): void {
  // Blanks at its ends go later.
  if (table?.cell != null && table.cell.text.length < 2 * CELL_TEXT) table.cell.text += text;
}

/** Blocks that follow one another are one line apart, blanks between them aside. */
function beginLine(table: OpenTable): void {
  const text = table.cell?.text;
  if (text !== undefined && !text.endsWith('\n') && !text.endsWith('\n ')) addText(table, '\n');
}

function endCell(table: OpenTable): void {
  const { cell } = table;
  table.cell = null;
  if (cell === null) return;
  const { value, format } = typedText(tidyLines(cell.text));
  if (value !== null) table.builder.set(cell.row, cell.col, value, format);
}

/** 1 where nothing, nonsense or 0 («to the end») is written. */
function span(attributes: string, name: 'colspan' | 'rowspan', most: number): number {
  const written = attributes.length === 0 ? null : new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,9})`, 'i').exec(attributes.slice(0, 4096));
  return written === null ? 1 : Math.min(most, Math.max(1, Number(written[1])));
}
