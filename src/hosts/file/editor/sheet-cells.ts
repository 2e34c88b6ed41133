import { a1, type Content, inRect, MAX_COLS, MAX_ROWS, parseA1, parseRect, type Rect, shiftFormula } from '../../../workbook';
import { indexAt } from '../numbers';
import { END, START, type XmlScanner } from '../xml-scanner';
import { attributeAt } from './outline';
import { contentXml } from './content';
import type { PartPatch } from './part-patch';
import { escapeText } from './xml-write';

/** One cell of the sheet to write. */
export interface SheetEditCell {
  readonly row: number;
  readonly col: number;
  readonly after: Content;
  /** Number format it gets; absent: it keeps its own. */
  readonly format?: string;
}

/** Formats of the rows' and columns' own that a new cell takes over, and the format that shows text as text. */
export interface CellFormats {
  columnFormat(col: number): number;
  formatFor(style: number, edit: SheetEditCell): number;
  /** The number of a shared text that says this; null where there is none. */
  sharedText(text: string): number | null;
}

interface SharedMaster {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

/** What was found out about the cells to write, and about the sheet, while it was passed through. */
export interface CellsPassed {
  /** Areas that only change as a whole: array formulas over several cells, data tables. */
  readonly areas: readonly Rect[];
  /** Edits whose cell holds a picture or another rich value. */
  readonly rich: readonly SheetEditCell[];
  /** The format each written cell has or gets. */
  readonly styles: ReadonlyMap<SheetEditCell, number>;
  /** Rows or cells out of order: a new cell has no certain place. */
  readonly disordered: boolean;
  readonly inserted: boolean;
  /** A formula came or went. */
  readonly formulasChanged: boolean;
}

/**
 * Writes cells into `sheetData` while it is passed once, front to back: cells that are there keep their format and
 * place, missing cells and rows are put where they belong. Work is linear in the part and the edits.
 */
export class CellWriter implements CellsPassed {
  readonly areas: Rect[] = [];
  readonly rich: SheetEditCell[] = [];
  readonly styles = new Map<SheetEditCell, number>();
  disordered = false;
  inserted = false;
  formulasChanged = false;
  /** Heights of rows that state one, in points. */
  readonly heights = new Map<number, number>();
  private readonly byRow = new Map<number, SheetEditCell[]>();
  private readonly rowQueue: number[];
  private nextRow = 0;
  /** Masters written over, by group: their children stand on their own from here on. */
  private readonly orphaned = new Map<string, SharedMaster>();
  private row = -1;
  private col = -1;

  constructor(
    private readonly patch: PartPatch,
    private readonly p: string,
    edits: readonly SheetEditCell[],
    private readonly formats: CellFormats,
  ) {
    for (const edit of [...edits].sort((a, b) => a.row - b.row || a.col - b.col)) {
      const inRow = this.byRow.get(edit.row);
      if (inRow === undefined) this.byRow.set(edit.row, [edit]);
      else inRow.push(edit);
    }
    this.rowQueue = [...this.byRow.keys()];
  }

  /** The scanner stands on the start tag of sheetData. */
  pass(xml: XmlScanner): void {
    const { p } = this;
    if (xml.selfClosing) {
      const rows = this.newRowsBefore(MAX_ROWS);
      if (rows !== '') this.patch.replace(xml.pos - 2, xml.pos, `>${rows}</${p}sheetData>`, false);
      return;
    }
    const floor = xml.depth;
    for (;;) {
      const token = xml.next();
      if (token === START) {
        if (xml.is('row')) this.passRow(xml);
        else xml.skip();
      } else if (token === END && xml.depth < floor) break;
    }
    const rows = this.newRowsBefore(MAX_ROWS);
    if (rows !== '') this.patch.insert(xml.textTo, rows, false);
  }

  private passRow(xml: XmlScanner): void {
    const from = xml.textTo;
    const before = this.row;
    const written = attributeAt(xml, 'r');
    this.row = written === null ? before + 1 : indexAt(xml.bytes, written.from, written.to) - 1;
    this.col = -1;
    if (this.row <= before) this.disordered = true;
    const height = attributeAt(xml, 'ht');
    if (height !== null) this.heights.set(this.row, Number(height.value));
    const rows = this.newRowsBefore(this.row);
    if (rows !== '') this.patch.insert(from, rows, false);
    if (this.rowQueue[this.nextRow] === this.row) this.nextRow += 1;
    const edits = this.byRow.get(this.row) ?? [];
    this.passCells(xml, edits);
  }

  private passCells(xml: XmlScanner, edits: readonly SheetEditCell[]): void {
    const style = this.rowFormat(xml);
    const spans = edits.length === 0 ? null : attributeAt(xml, 'spans');
    const open = xml.pos;
    const byCol = new Map(edits.map((edit) => [edit.col, edit]));
    const tracked = edits.length > 0 || this.orphaned.size > 0;
    let next = 0;
    const newCells = (col: number): string => {
      let text = '';
      for (; next < edits.length && edits[next]!.col < col; next += 1) text += this.newCell(edits[next]!, style);
      return text;
    };
    if (xml.selfClosing) {
      const cells = newCells(MAX_COLS);
      if (cells !== '') this.patch.replace(open - 2, open, `>${cells}</${this.p}row>`, false);
    } else {
      const floor = xml.depth;
      for (;;) {
        const token = xml.next();
        if (token === END && xml.depth < floor) break;
        if (token !== START) continue;
        if (!xml.is('c')) {
          xml.skip();
          continue;
        }
        const from = xml.textTo;
        if (tracked) this.place(xml);
        const cells = newCells(this.col);
        if (cells !== '') this.patch.insert(from, cells, false);
        const edit = byCol.get(this.col);
        if (edit !== undefined && edit === edits[next]) next += 1;
        this.passCell(xml, from, edit);
      }
      const cells = newCells(MAX_COLS);
      if (cells !== '') this.patch.insert(xml.textTo, cells, false);
    }
    if (spans !== null) this.widen(spans, edits);
  }

  /** The span of a row is a hint for readers; a wrong one is no use to them. */
  private widen(spans: { readonly from: number; readonly to: number; readonly value: string }, edits: readonly SheetEditCell[]): void {
    const match = /^(\d+):(\d+)$/.exec(spans.value.trim());
    if (match === null) return;
    const from = Math.min(Number(match[1]), edits[0]!.col + 1);
    const to = Math.max(Number(match[2]), edits[edits.length - 1]!.col + 1);
    if (from !== Number(match[1]) || to !== Number(match[2])) this.patch.replace(spans.from, spans.to, `${from}:${to}`, false);
  }

  private rowFormat(xml: XmlScanner): number {
    const custom = xml.flag('customFormat');
    const style = Number(xml.attr('s') ?? NaN);
    return custom && Number.isInteger(style) ? style : -1;
  }

  private place(xml: XmlScanner): void {
    const written = attributeAt(xml, 'r');
    const at = written === null ? null : parseA1(written.value.trim());
    const before = this.col;
    this.col = at === null ? before + 1 : at.col;
    if (this.col <= before || (at !== null && at.row !== this.row)) this.disordered = true;
  }

  private passCell(xml: XmlScanner, from: number, edit: SheetEditCell | undefined): void {
    const style = Math.max(0, Number(attributeAt(xml, 's')?.value ?? 0) || 0);
    const rich = attributeAt(xml, 'vm') !== null;
    let hadFormula = false;
    if (!xml.selfClosing) {
      const floor = xml.depth;
      for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
        if (token !== START) continue;
        if (xml.is('f')) {
          hadFormula = true;
          this.passFormula(xml, edit !== undefined);
        } else xml.skip();
      }
    }
    if (edit === undefined) return;
    if (rich) this.rich.push(edit);
    this.styles.set(edit, style);
    if (hadFormula !== (edit.after.kind === 'formula')) this.formulasChanged = true;
    this.patch.replace(from, xml.pos, this.cellXml(edit, this.formats.formatFor(style, edit)), false);
  }

  private passFormula(xml: XmlScanner, edited: boolean): void {
    const from = xml.textTo;
    const kind = xml.attr('t');
    const ref = xml.attr('ref');
    if (kind === 'array' || kind === 'dataTable') {
      const rect = ref === undefined ? null : parseRect(ref.trim());
      if (rect !== null && (kind === 'dataTable' || rect.top !== rect.bottom || rect.left !== rect.right)) this.areas.push(rect);
    }
    const group = kind === 'shared' ? (xml.attr('si') ?? '') : null;
    const text = xml.readText();
    if (group === null) return;
    const master = this.orphaned.get(group);
    if (text !== '') {
      if (edited && (ref !== undefined || master === undefined)) this.orphaned.set(group, { text, row: this.row, col: this.col });
      else if (ref !== undefined) this.orphaned.delete(group);
      return;
    }
    if (master === undefined || edited) return;
    const own = shiftFormula(master.text, this.row - master.row, this.col - master.col);
    this.patch.replace(from, xml.pos, `<${this.p}f>${escapeText(own)}</${this.p}f>`, false);
  }

  private cellXml(edit: SheetEditCell, style: number): string {
    const { type, inside } = this.sharedXml(edit.after) ?? contentXml(edit.after, this.p);
    const head = `<${this.p}c r="${a1(edit.row, edit.col)}"${style > 0 ? ` s="${style}"` : ''}${type}`;
    return inside === '' ? `${head}/>` : `${head}>${inside}</${this.p}c>`;
  }

  private sharedXml(after: Content): { readonly type: string; readonly inside: string } | null {
    const shared = after.kind === 'value' && typeof after.value === 'string' ? this.formats.sharedText(after.value) : null;
    return shared === null ? null : { type: ' t="s"', inside: `<${this.p}v>${shared}</${this.p}v>` };
  }

  private newCell(edit: SheetEditCell, rowFormat: number): string {
    const style = rowFormat >= 0 ? rowFormat : this.formats.columnFormat(edit.col);
    this.styles.set(edit, style);
    if (edit.after.kind === 'blank') return '';
    this.inserted = true;
    if (edit.after.kind === 'formula') this.formulasChanged = true;
    return this.cellXml(edit, this.formats.formatFor(style, edit));
  }

  private newRowsBefore(row: number): string {
    let text = '';
    for (; this.nextRow < this.rowQueue.length && this.rowQueue[this.nextRow]! < row; this.nextRow += 1) {
      const number = this.rowQueue[this.nextRow]!;
      const cells = this.byRow
        .get(number)!
        .map((edit) => this.newCell(edit, -1))
        .join('');
      if (cells !== '') text += `<${this.p}row r="${number + 1}">${cells}</${this.p}row>`;
    }
    return text;
  }
}

/** Whether an address lies in one of the areas. */
export function inAnyRect(rects: readonly Rect[], row: number, col: number): boolean {
  return rects.some((rect) => inRect(rect, row, col));
}
