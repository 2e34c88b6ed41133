/** Finds the header rows of indicator tables: one to three rows whose texts mean what a score table's columns mean. */
import type { Grid, GridCell } from './grid';
import { levelOf, meanings, scoreKind, type Meaning } from './headers';
import { isGoalsRow } from './landmarks';
import otherLists from './data/other-lists.json';
import { wordsPattern, withoutBrackets } from '../workbook';
import type { ColumnRole } from '../score-table';
import fundingWords from './data/funding-words.json';
import columnWords from './data/column-words.json';

/** One column (or merged group of columns) under a header. */
export interface HeaderCell {
  readonly col: number;
  readonly right: number;
  /** The lowest header text with those above it in front where they matter, normalised. */
  readonly text: string;
  /** All header texts above the column, upper to lower. */
  readonly full: string;
  /** Where the lowest text stands. */
  readonly row: number;
  readonly meanings: readonly Meaning[];
  readonly level: number | null;
}

export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly HeaderCell[];
  /** 0 … 1: how much it looks like the header of a score table, by its words alone. */
  readonly evidence: number;
}

/** What was missing from a row that nearly was a header, for the user. */
export interface NearHeader {
  readonly row: number;
  readonly texts: readonly string[];
  readonly missing: readonly string[];
}

const MAX_HEADER_ROWS = 3;
const BUDGET_WORD = new RegExp(wordsPattern(fundingWords.heads));
const PERSON_WORD = new RegExp(`^(?:${wordsPattern(otherLists.whole)}$|${wordsPattern(otherLists.begins)})`);

interface Hit {
  readonly cell: GridCell;
  readonly meanings: readonly Meaning[];
}

function hitsOf(cells: readonly GridCell[]): Hit[] {
  const hits: Hit[] = [];
  for (const cell of cells) {
    // A side label («绩效指标» merged down the whole block) heads no column.
    if (cell.bottom >= cell.row + MAX_HEADER_ROWS) continue;
    const found = meanings(cell.text);
    if (found.length > 0) hits.push({ cell, meanings: found });
  }
  return hits;
}

function isNumeric(text: string): boolean {
  return /^[-+]?[\d.,]+%?$/.test(text);
}

/** Where the header that starts in `row` ends: merged areas reach down, or a second row of header words follows. */
function bottomOf(grid: Grid, row: number, hits: readonly Hit[]): number {
  let bottom = row;
  for (const hit of hits) if (hit.cell.bottom > bottom && hit.cell.bottom < row + MAX_HEADER_ROWS) bottom = hit.cell.bottom;
  while (bottom < row + MAX_HEADER_ROWS - 1 && bottom + 1 < grid.rows) {
    const cells = grid.cells(bottom + 1);
    if (cells.length === 0 || cells.some((cell) => isNumeric(cell.text) || cell.text.length > 20)) break;
    const below = hitsOf(cells);
    const splits = below.filter((hit) =>
      hits.some((upper) => upper.cell.right > upper.cell.col && hit.cell.col >= upper.cell.col && hit.cell.col <= upper.cell.right),
    );
    const enough = below.length >= 2 && below.length >= cells.length * 0.6;
    if (!enough && !(splits.length >= 2 && splits.length >= cells.length * 0.6)) break;
    if (below.filter((hit) => hits.some((upper) => upper.cell.text === hit.cell.text && upper.cell.col === hit.cell.col)).length >= 2)
      break;
    if (!below.some((hit) => hit.cell.bottom === bottom + 1)) break;
    bottom += 1;
  }
  return bottom;
}

const SUB_VALUE = new RegExp(`^${wordsPattern(columnWords.subValue)}$`);

/** The meaning of a column from its header texts, upper to lower. */
function meaningOfStack(texts: readonly string[]): { readonly text: string; readonly meanings: readonly Meaning[] } {
  const lower = texts[texts.length - 1]!;
  const upper = texts.slice(0, -1).join('');
  if (upper === '') return { text: lower, meanings: meanings(lower) };
  const own = meanings(lower);
  const above = meanings(texts[texts.length - 2]!);
  const aboveRole = above[0]?.role;
  if ((aboveRole === 'target' || aboveRole === 'actual') && SUB_VALUE.test(withoutBrackets(lower))) return { text: lower, meanings: above };
  const role = own[0]?.role;
  if (role === 'score' || role === 'reason') {
    const whose = scoreKind(upper);
    if (whose !== null && whose !== 'self' && role === 'reason') return { text: upper + lower, meanings: [{ role: 'other', weight: 0.5 }] };
    return whose !== null && scoreKind(lower) === null ? { text: upper + lower, meanings: own } : { text: lower, meanings: own };
  }
  if (own.length > 0) return { text: lower, meanings: own };
  const both = meanings(upper + lower);
  return both.length > 0 ? { text: upper + lower, meanings: both } : { text: lower, meanings: above };
}

function stackOf(
  grid: Grid,
  top: number,
  bottom: number,
  col: number,
): { texts: string[]; row: number; bottom: number; left: number; right: number } {
  const texts: string[] = [];
  let at = { row: top, bottom: top, left: col, right: col };
  let last = -1;
  for (let row = top; row <= bottom; row++) {
    const rect = grid.mergeAt(row, col);
    const anchorRow = rect?.top ?? row;
    const anchorCol = rect?.left ?? col;
    const key = anchorRow * 1000 + anchorCol;
    if (key === last) continue;
    last = key;
    const text = grid.ownText(anchorRow, anchorCol);
    if (text === '') continue;
    texts.push(text);
    at = { row: anchorRow, bottom: rect?.bottom ?? anchorRow, left: anchorCol, right: rect?.right ?? col };
  }
  return { texts, ...at };
}

/** True for an empty column under a header that is divided in its other columns. */
function dividedBelow(grid: Grid, row: number, bottom: number, col: number): boolean {
  const rect = grid.mergeAt(row, col);
  if (rect === null || rect.right === rect.left) return false;
  for (let below = rect.bottom + 1; below <= bottom; below++) {
    for (let other = rect.left; other <= rect.right; other++) if (other !== col && grid.text(below, other) !== '') return true;
  }
  return false;
}

function cellsOf(grid: Grid, top: number, bottom: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let col = 0; col < grid.cols; col++) {
    const stack = stackOf(grid, top, bottom, col);
    if (stack.texts.length === 0 || stack.bottom > bottom || dividedBelow(grid, stack.row, bottom, col)) continue;
    const right = Math.max(col, Math.min(stack.right, grid.cols - 1));
    const found = meaningOfStack(stack.texts);
    cells.push({
      col,
      right,
      text: found.text,
      full: stack.texts.join(''),
      row: stack.row,
      meanings: found.meanings,
      level: levelOf(found.text),
    });
    col = right;
  }
  return cells;
}

export interface Roles {
  readonly levels: number;
  readonly names: number;
  readonly weakNames: number;
  /** Whether a column may be this. */
  has(role: ColumnRole): boolean;
  /** Whether this is what a column most likely is. */
  likely(role: ColumnRole): boolean;
}

/** What a header lacks to be the one that is looked for; empty when nothing. */
type Lacks = (roles: Roles, budgetWords: number, personWords: number) => readonly string[];
/** A header row as the tables it heads. */
type Split = (cells: readonly HeaderCell[]) => readonly (readonly HeaderCell[])[];

function rolesOf(cells: readonly HeaderCell[]): Roles {
  const best = cells.map((cell) => cell.meanings[0]).filter((meaning): meaning is Meaning => meaning !== undefined);
  const possible = new Set(cells.flatMap((cell) => cell.meanings.map((meaning) => meaning.role)));
  return {
    levels: best.filter((meaning) => meaning.role === 'level').length,
    names: best.filter((meaning) => meaning.role === 'name' && meaning.weight >= 0.5).length,
    weakNames: best.filter((meaning) => meaning.role === 'name' && meaning.weight < 0.5).length,
    has: (role) => possible.has(role),
    likely: (role) => best.some((meaning) => meaning.role === role),
  };
}

/** What a header lacks to be one of a score table; empty when nothing. */
function lacking(roles: Roles, budgetWords: number, personWords: number): string[] {
  const missing: string[] = [];
  const scored = roles.has('score') || roles.has('itemScore');
  const valued = roles.has('target') && roles.has('actual');
  const described = roles.has('description') || roles.has('criterion');
  const named = roles.levels > 0 || roles.names > 0 || (scored && roles.has('weight') && (roles.weakNames > 0 || described));
  if (!named) missing.push('指标名称列');
  if (!scored && !(valued && (roles.levels > 0 || roles.names > 0))) missing.push('得分列');
  if (
    scored &&
    roles.levels === 0 &&
    !(roles.has('weight') || described || roles.has('target') || (roles.names > 0 && roles.has('reason')))
  )
    missing.push('分值列或评分标准列');
  if (roles.levels === 0 && (budgetWords >= 2 || personWords >= 2)) missing.push('指标列');
  return missing;
}

function evidenceOf(cells: readonly HeaderCell[]): number {
  const roles = new Map<ColumnRole, number>();
  for (const cell of cells) {
    const meaning = cell.meanings[0];
    if (meaning !== undefined) roles.set(meaning.role, Math.max(roles.get(meaning.role) ?? 0, meaning.weight));
  }
  let sum = 0;
  for (const weight of roles.values()) sum += weight;
  return Math.min(1, sum / 4);
}

const NAMING: ReadonlySet<string> = new Set(['level', 'name', 'sequence']);

/** Splits a header row in which the levels begin again: two tables side by side. */
function sides(cells: readonly HeaderCell[]): HeaderCell[][] {
  const repeats = (cell: HeaderCell, earlier: readonly HeaderCell[]): boolean =>
    NAMING.has(cell.meanings[0]?.role ?? '') && earlier.some((other) => other.level === cell.level && other.text === cell.text);
  for (let index = 1; index < cells.length; index++) {
    if (!repeats(cells[index]!, cells.slice(0, index))) continue;
    const left = cells.slice(0, index);
    const right = cells.slice(index);
    const complete = (side: readonly HeaderCell[]): boolean => lacking(rolesOf(side), 0, 0).length === 0;
    if (complete(left) && complete(right)) return [left, ...sides(right)];
  }
  return [[...cells]];
}

/** A header row names more than targets and results: those alone are a block of goals. */
function opens(hits: readonly Hit[]): boolean {
  return hits.some((hit) => !['target', 'actual', 'other'].includes(hit.meanings[0]!.role));
}

/**
 * The header that a person says begins in this row, whatever it lacks: a column nobody knows the name of may be the one with the
 * indicators. null where the row is empty.
 */
export function headerAt(grid: Grid, row: number): HeaderBlock | null {
  const cells = row < grid.rows ? grid.cells(row) : [];
  if (cells.length === 0) return null;
  const bottom = bottomOf(grid, row, hitsOf(cells));
  const found = cellsOf(grid, row, bottom);
  const named = found.some((cell) => cell.meanings.some(({ role }) => role === 'level' || role === 'name'));
  const unknown = named ? undefined : found.find((cell) => cell.meanings.length === 0);
  const headed = found.map((cell): HeaderCell => (cell === unknown ? { ...cell, meanings: [{ role: 'name', weight: 0.6 }] } : cell));
  return { top: row, bottom, left: 0, right: grid.cols - 1, cells: headed, evidence: evidenceOf(headed) };
}

/** Headers of score tables in a sheet, top to bottom (side by side: left to right), and rows that nearly were one. */
export function findHeaders(grid: Grid): { readonly blocks: readonly HeaderBlock[]; readonly near: readonly NearHeader[] } {
  return headersWhere(grid, lacking, sides);
}

/** The same for tables of another kind, known by what their headers must not lack. */
export function headersWhere(
  grid: Grid,
  lacks: Lacks,
  split: Split,
): { readonly blocks: readonly HeaderBlock[]; readonly near: readonly NearHeader[] } {
  const blocks: HeaderBlock[] = [];
  const near: NearHeader[] = [];
  for (let row = 0; row < grid.rows; row++) {
    if (grid.hasNumber(row)) continue;
    const cells = grid.cells(row);
    if (cells.length < 2 || cells.some((cell) => isNumeric(cell.text))) continue;
    const hits = hitsOf(cells);
    if (hits.length < 2 || !opens(hits)) continue;
    if (isGoalsRow(cells) && !hits.some((hit) => hit.meanings[0]!.role === 'level')) continue;
    const bottom = bottomOf(grid, row, hits);
    const headerCells = cellsOf(grid, row, bottom);
    const budgetWords = headerCells.filter((cell) => BUDGET_WORD.test(cell.full)).length;
    const personWords = headerCells.filter((cell) => PERSON_WORD.test(withoutBrackets(cell.text))).length;
    const missing = lacks(rolesOf(headerCells), budgetWords, personWords);
    if (missing.length > 0) {
      if (hits.length >= 3) near.push({ row, texts: hits.map((hit) => hit.cell.text), missing });
      continue;
    }
    for (const side of split(headerCells)) {
      const apart = side.length < headerCells.length;
      blocks.push({
        top: row,
        bottom,
        left: apart ? side[0]!.col : 0,
        right: apart ? side[side.length - 1]!.right : grid.cols - 1,
        cells: side,
        evidence: evidenceOf(side),
      });
    }
    row = bottom;
  }
  return { blocks, near };
}
