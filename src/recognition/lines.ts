/** First pass over a table's body: every row with its names and values, and what sort of row it is. */
import type { HeaderBlock } from './find-headers';
import type { Grid, GridCell } from './grid';
import type { HeaderSpan, TableColumns } from './columns';
import { meanings } from './headers';
import { isFooter, isForeign } from './landmarks';
import { isTotalWord, TOTAL_HINT, totalLabel } from './names';
import type { Addr, CellValue } from '../workbook';

/** What stands in a column in one row. */
export interface LineSpot {
  readonly at: Addr;
  readonly raw: CellValue;
  readonly text: string;
  /** True when the cell begins in this row; false when a merged area from above covers it. */
  readonly own: boolean;
  /** Last row of the merged area, else the row itself. */
  readonly bottom: number;
  /** True where the place is covered by a merged cell that began further left. */
  readonly covered: boolean;
}

export interface Line {
  readonly row: number;
  readonly kind: 'data' | 'total' | 'subtotal' | 'heading';
  /** One per level column, outermost first. */
  readonly names: readonly LineSpot[];
  /** Points beside each level's name, where the form has such columns. */
  readonly levelWeights: readonly (LineSpot | null)[];
  readonly sequence: string;
  readonly weight: LineSpot | null;
  readonly scores: readonly LineSpot[];
  /** Label of a total or a heading. */
  readonly label: GridCell | null;
  /** True where target, actual, criterion or another value column holds something of its own. */
  readonly hasValues: boolean;
}

export interface Body {
  readonly lines: readonly Line[];
  /** Last row that belongs to the table. */
  readonly bottom: number;
  /** Rows inside it that are notes or boxes of the sheet. */
  readonly notes: readonly number[];
  /** First row after it. */
  readonly end: number;
}

/** Blank rows that may stand inside a table. */
const MAX_BLANK = 12;

/** Reads the place where a column and a row meet. */
export function spot(grid: Grid, row: number, span: HeaderSpan): LineSpot {
  for (let col = span.col; col <= span.right; col++) {
    const rect = grid.mergeAt(row, col);
    if (rect === null) {
      const text = grid.ownText(row, col);
      if (text === '' && col < span.right) continue;
      const at = text === '' ? span.col : col;
      return { at: { sheet: grid.index, row, col: at }, raw: grid.own(row, at), text, own: true, bottom: row, covered: false };
    }
    if (rect.left < span.col) {
      return {
        at: { sheet: grid.index, row: rect.top, col: rect.left },
        raw: null,
        text: '',
        own: rect.top === row,
        bottom: row,
        covered: true,
      };
    }
    const text = grid.ownText(rect.top, rect.left);
    if (text === '' && rect.right < span.right) {
      col = rect.right;
      continue;
    }
    return {
      at: { sheet: grid.index, row: rect.top, col: rect.left },
      raw: grid.own(rect.top, rect.left),
      text,
      own: rect.top === row,
      bottom: rect.bottom,
      covered: false,
    };
  }
  return { at: { sheet: grid.index, row, col: span.col }, raw: null, text: '', own: true, bottom: row, covered: false };
}

function within(grid: Grid, block: HeaderBlock, cells: readonly GridCell[]): readonly GridCell[] {
  return block.left === 0 && block.right >= grid.cols - 1
    ? cells
    : cells.filter((cell) => cell.col >= block.left && cell.col <= block.right);
}

/** The label that makes a row a total or subtotal: in a name or number column, or a strict total word anywhere. */
function findTotal(cells: readonly GridCell[], columns: TableColumns): { kind: 'total' | 'subtotal'; label: GridCell } | null {
  const naming = [...columns.levels, ...(columns.by.has('sequence') ? [columns.by.get('sequence')!] : [])];
  const first = cells[0];
  for (const cell of cells) {
    if (!TOTAL_HINT.test(cell.text)) continue;
    const inName = cell === first || naming.some((span) => cell.col >= span.col && cell.col <= span.right);
    if (inName) {
      const kind = totalLabel(cell.text);
      if (kind !== null) return { kind, label: cell };
    } else if (isTotalWord(cell.text)) {
      return { kind: 'total', label: cell };
    }
  }
  return null;
}

/** A row that is one text across the table: 「一、组织管理(30分)」. */
function isHeading(cells: readonly GridCell[], columns: TableColumns): boolean {
  const cell = cells[0]!;
  if (cell.text.length > 40 || /[。;；]/.test(cell.text)) return false;
  const values = [
    columns.by.get('weight'),
    ...columns.scores,
    columns.by.get('target'),
    columns.by.get('actual'),
    columns.by.get('criterion'),
  ].filter((span): span is HeaderSpan => span !== undefined);
  return (
    values.length > 0 &&
    cell.right > cell.col &&
    values.some((span) => cell.right >= span.col && cell.col < span.col) &&
    cells.slice(1).every((other) => /^[\d.]+$/.test(other.text))
  );
}

/**
 * A row that stores points as a number, has no word of a total in it and no cell merged sideways is plain data: nothing
 * else about it needs a look.
 */
function isPlain(grid: Grid, block: HeaderBlock, row: number, columns: TableColumns): boolean {
  const points = [columns.by.get('weight'), ...columns.scores];
  if (!points.some((span) => span !== undefined && typeof grid.own(row, span.col) === 'number' && grid.mergeAt(row, span.col) === null))
    return false;
  for (let col = block.left; col <= block.right; col++) {
    const rect = grid.mergeAt(row, col);
    if (rect !== null && rect.right > rect.left) return false;
    if (TOTAL_HINT.test(grid.ownText(row, col))) return false;
  }
  return true;
}

function plainLine(grid: Grid, row: number, columns: TableColumns): Line {
  return lineWith(grid, row, columns, null, null);
}

function lineOf(grid: Grid, row: number, cells: readonly GridCell[], columns: TableColumns): Line {
  const total = findTotal(cells, columns);
  return lineWith(grid, row, columns, total, total === null && isHeading(cells, columns) ? cells[0]! : null);
}

function lineWith(grid: Grid, row: number, columns: TableColumns, total: ReturnType<typeof findTotal>, heading: GridCell | null): Line {
  const names = columns.levels.map((span) => spot(grid, row, span));
  const weightSpan = columns.by.get('weight');
  const sequence = columns.by.get('sequence');
  const values = [columns.by.get('target'), columns.by.get('actual'), columns.by.get('criterion'), columns.adjustedTarget ?? undefined];
  return {
    row,
    kind: total?.kind ?? (heading === null ? 'data' : 'heading'),
    names,
    levelWeights: columns.levelWeights.map((span) => (span === null ? null : spot(grid, row, span))),
    sequence: sequence === undefined ? '' : spot(grid, row, sequence).text,
    weight: weightSpan === undefined ? null : spot(grid, row, weightSpan),
    scores: columns.scores.map((span) => spot(grid, row, span)),
    label: total?.label ?? heading,
    hasValues: values.some((span) => span !== undefined && beginsIn(grid, row, span)),
  };
}

/** True where a cell with content of its own begins in this row under a column. */
function beginsIn(grid: Grid, row: number, span: HeaderSpan): boolean {
  for (let col = span.col; col <= span.right; col++) {
    const rect = grid.mergeAt(row, col);
    if (rect === null ? grid.ownText(row, col) !== '' : rect.top === row && rect.left >= span.col && grid.ownText(row, rect.left) !== '')
      return true;
  }
  return false;
}

/** True when a row's cells stand where this table has its names or values. */
function belongs(line: Line): boolean {
  if (line.kind !== 'data') return true;
  return (
    line.names.some((name) => name.text !== '') ||
    line.scores.some((score) => score.text !== '') ||
    (line.weight?.text ?? '') !== '' ||
    line.hasValues
  );
}

/** Repeats of the header (printed on every page) are skipped. */
function repeatsHeader(cells: readonly GridCell[], headers: ReadonlyMap<number, string>): boolean {
  let same = 0;
  for (const cell of cells) if (cell.text.length > 1 && headers.get(cell.col)?.endsWith(cell.text) === true) same += 1;
  return same >= 3 && same >= cells.length * 0.6;
}

/**
 * Another heading inside the table, in words of its own: where points and scores stand it says 分值 and 得分, or what it says of one of
 * them is borne out by the rest.
 */
function headsAgain(grid: Grid, row: number, cells: readonly GridCell[], columns: TableColumns): boolean {
  if (cells.length < 3 || cells.some((cell) => /^[-+\d.,%]+$/.test(cell.text))) return false;
  const says = (span: HeaderSpan | undefined, roles: readonly string[]): boolean =>
    span !== undefined && meanings(spot(grid, row, span).text).some(({ role }) => roles.includes(role));
  const points = says(columns.by.get('weight'), ['weight']);
  const scores = columns.scores.some((span) => says(span, ['score', 'itemScore']));
  if (points && scores) return true;
  const known = cells.filter((cell) => meanings(cell.text).length > 0).length;
  return (points || scores) && known >= 3 && known * 2 >= cells.length;
}

const NO_ROWS: ReadonlySet<number> = new Set();

/**
 * Reads the rows under a header until the table ends, at the latest before row `limit`. `headings`: rows in which the columns are
 * headed again.
 */
export function readLines(
  grid: Grid,
  block: HeaderBlock,
  columns: TableColumns,
  limit: number,
  headings: ReadonlySet<number> = NO_ROWS,
): Body {
  const lines: Line[] = [];
  const notes: number[] = [];
  const headers = new Map(block.cells.map((cell) => [cell.col, cell.text]));
  let bottom = block.bottom;
  let blanks = 0;
  let row = block.bottom + 1;
  for (; row < limit; row++) {
    if (isPlain(grid, block, row, columns)) {
      blanks = 0;
      lines.push(plainLine(grid, row, columns));
      bottom = row;
      continue;
    }
    const cells = within(grid, block, grid.cells(row));
    if (cells.length === 0) {
      if (!columns.levels.some((span) => (grid.mergeAt(row, span.col)?.top ?? row) < row)) blanks += 1;
      if (blanks > MAX_BLANK) break;
      continue;
    }
    if (headings.has(row) || repeatsHeader(cells, headers) || headsAgain(grid, row, cells, columns)) continue;
    const line = lineOf(grid, row, cells, columns);
    if (line.kind === 'data' || line.kind === 'heading') {
      if (!hasNumbers(line)) {
        if (isForeign(cells, grid.cols)) break;
        if (isFooter(cells, true)) {
          if (!goesOn(grid, block, columns, row + 1, limit)) break;
          notes.push(row);
          continue;
        }
      }
      if (line.kind === 'data' && !belongs(line)) {
        if (lines.length > 0 && blanks > 0) break;
        continue;
      }
    }
    blanks = 0;
    lines.push(line);
    bottom = row;
  }
  while (lines.length > 0 && lines[lines.length - 1]!.kind === 'heading') lines.pop();
  return { lines, bottom: lines.length > 0 ? Math.max(lines[lines.length - 1]!.row, block.bottom) : bottom, notes, end: row };
}

/** How far below a note the table may go on. */
const AFTER_NOTE = 30;

/** A note between two sections ends nothing: further down, under the same columns, stands a named row with points. */
function goesOn(grid: Grid, block: HeaderBlock, columns: TableColumns, from: number, limit: number): boolean {
  let blanks = 0;
  for (let row = from; row < Math.min(limit, from + AFTER_NOTE); row++) {
    const cells = within(grid, block, grid.cells(row));
    if (cells.length === 0) {
      blanks += 1;
      if (blanks > 1) return false;
      continue;
    }
    const line = lineOf(grid, row, cells, columns);
    if (line.kind === 'total' && row <= from + 1) return true;
    if (hasNumbers(line)) return line.kind === 'data' && line.names.some((name) => name.text !== '' && !name.covered);
    if (isForeign(cells, grid.cols) || isFooter(cells, true)) return false;
  }
  return false;
}

const POINTS = /^[-+]?[\d.,]+[分%]?$/;

/** Points of its own stand in the line. */
export function hasNumbers(line: Line): boolean {
  return (
    (line.weight !== null && line.weight.own && POINTS.test(line.weight.text)) ||
    line.scores.some((score) => score.own && POINTS.test(score.text))
  );
}
