/** A sheet of ours laid out line by line: merged bands, row heights fitted to wrapped text. */
import { numberText, wrap } from '../words';
import { type CellStyle, Dec, LOOKS, type Rect, type SheetCell, type SheetContent, type SheetRow } from '../workbook';

/** A cell of a line; `to` merges it with the columns up to that one. */
export interface PageCell {
  readonly col: number;
  readonly to?: number;
  readonly value: SheetCell['value'];
  readonly style: CellStyle;
  readonly link?: SheetCell['link'];
}

/** Points of one line of eleven-point text, and of what stands above and below it. */
const LINE = 15;
const PADDING = 4;
/** Excel's own limit of a row's height. */
const TALLEST = 409;
/**
 * Half-width letters of eleven points in one unit of column width. The unit is a digit of the workbook's own font: eight
 * pixels in a workbook of ours (宋体 11), seven at the least in one we were given.
 */
export const LETTERS = { ours: 1.06, given: 0.955 } as const;
/** Letters that the edges of a cell take. */
const EDGES = 0.5;
/** Points of a letter, where the look says no other. */
const USUAL_SIZE = 11;
const LINES: Readonly<Partial<Record<CellStyle, number>>> = { title: 26, note: 12.5 };

function shown(value: SheetCell['value']): string {
  if (value === null) return '';
  if (value instanceof Dec) return numberText(value);
  return String(value);
}

export class Page {
  private readonly lines: SheetRow[] = [];
  private readonly merges: Rect[] = [];

  constructor(
    private readonly widths: readonly number[],
    private readonly letters: number,
    /** Points of a line in other looks than the usual. */
    private readonly heights: Readonly<Partial<Record<CellStyle, number>>> = LINES,
  ) {}

  /** 0-based number of the next line. */
  get next(): number {
    return this.lines.length;
  }

  /** Height of the lines down to `row`, in points. */
  heightTo(row: number): number {
    return this.lines.slice(0, row + 1).reduce((sum, line) => sum + (line.height ?? LINE), 0);
  }

  /** One line; covered cells of a merge keep its borders. Returns its 0-based number. */
  line(pieces: readonly PageCell[]): number {
    const row = this.next;
    const cells: SheetCell[] = [];
    for (const { col, to = col, value, style, link } of pieces) {
      cells.push({ col, value, style, ...(link === undefined ? {} : { link }) });
      for (let covered = col + 1; covered <= to; covered += 1) cells.push({ col: covered, value: null, style });
      if (to > col) this.merges.push({ top: row, left: col, bottom: row, right: to });
    }
    this.lines.push({ cells, height: Math.min(TALLEST, Math.max(...pieces.map((piece) => this.heightOf(piece)))) });
    return row;
  }

  /** One text over all columns. */
  band(value: string, style: CellStyle, link?: SheetCell['link']): number {
    return this.line([{ col: 0, to: this.widths.length - 1, value, style, ...(link === undefined ? {} : { link }) }]);
  }

  gap(height = 8): void {
    this.lines.push({ cells: [], height });
  }

  content(rest: Pick<SheetContent, 'frozenRows' | 'print'>): SheetContent {
    return { widths: this.widths, rows: this.lines, merges: this.merges, ...rest };
  }

  private heightOf({ col, to = col, value, style }: PageCell): number {
    const width = this.widths.slice(col, to + 1).reduce((sum, one) => sum + one, 0);
    // Titles are written larger.
    const larger = Math.max(1, LOOKS[style].font.size / USUAL_SIZE);
    const room = Math.max(4, Math.floor((width * this.letters - EDGES) / larger));
    const lines = shown(value)
      .split('\n')
      .reduce((sum, part) => sum + wrap(part, room).length, 0);
    return lines * (this.heights[style] ?? LINE) + PADDING;
  }
}
