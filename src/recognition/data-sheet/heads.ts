/** The head of a data sheet's columns: which holds labels, units, remarks, and what is said above a figure. */
import type { Grid, GridCell } from '../grid';
import { headRole, mayHoldFormula, type HeadRole } from './words';

export interface HeadCell {
  readonly col: number;
  readonly right: number;
  readonly text: string;
  readonly role: HeadRole | null;
}

export class Heads {
  constructor(
    private readonly cells: readonly HeadCell[],
    /** Last row of the head. */
    readonly bottom: number,
  ) {}

  static readonly NONE = new Heads([], -1);

  roleAt(col: number): HeadRole | null {
    return this.at(col)?.role ?? null;
  }

  /** True where the column may say how the figure of its row is worked out. */
  formulaAt(col: number): boolean {
    const text = this.at(col)?.text;
    return text !== undefined && mayHoldFormula(text);
  }

  /** What stands above a figure, upper to lower: 「2024年」 「决算数」. */
  above(col: number): readonly HeadCell[] {
    return this.cells.filter((cell) => col >= cell.col && col <= cell.right);
  }

  get empty(): boolean {
    return this.cells.length === 0;
  }

  /** This head with a second row below it. */
  under(cells: readonly GridCell[], bottom: number): Heads {
    return new Heads([...this.cells, ...headCells(cells)], bottom);
  }

  static of(cells: readonly GridCell[], bottom: number): Heads {
    return new Heads(headCells(cells), bottom);
  }

  private at(col: number): HeadCell | undefined {
    const over = this.above(col);
    return over[over.length - 1];
  }
}

function headCells(cells: readonly GridCell[]): HeadCell[] {
  return cells.map(({ col, right, text }) => ({ col, right, text, role: headRole(text) }));
}

/** A row of words of which one at least can only head a column. Names, dates and 「单位：…」 head none. */
export function isHead(cells: readonly GridCell[]): boolean {
  if (cells.length < 2 || cells.some((cell) => /[:：]./.test(cell.text) || cell.text.length > 30)) return false;
  const roles = cells.map((cell) => headRole(cell.text));
  const known = roles.filter((role) => role !== null).length;
  return (known >= 2 && known * 2 >= cells.length) || headsColumns(cells);
}

/** A name, and behind it nothing but whose figures the columns hold. */
export function headsColumns(cells: readonly GridCell[]): boolean {
  return cells.length >= 2 && cells.slice(1).every((cell) => headRole(cell.text) === 'value');
}

/** A row of labels whose figures stand in the next row, each below its own. */
export function headsNext(grid: Grid, row: number, cells: readonly GridCell[], isFigure: (cell: GridCell) => boolean): boolean {
  const below = grid.cells(row + 1);
  const figures = below.filter(isFigure);
  if (figures.length === 0 || figures.length * 2 < below.length) return false;
  const first = below[0]!;
  // A label of its own at the left makes a list of it, unless it heads nothing above.
  if (!isFigure(first) && cells.some((cell) => cell.col <= first.col && cell.right >= first.col && headRole(cell.text) === null))
    return false;
  return figures.every((figure) => cells.some((cell) => figure.col >= cell.col && figure.col <= cell.right));
}
