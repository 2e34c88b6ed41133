/** 项目编码, by which the budget system knows a project: written under a label, or before the project's name. */
import type { Grid } from './grid';
import { type CellValue, normal, withoutBrackets, wordsPattern } from '../workbook';
import words from './data/goal-lists.json';

const CODE = /^[0-9A-Z][0-9A-Z_-]{5,39}$/;
const LABEL = new RegExp(`^${wordsPattern(words.code)}:?$`);
const LABELLED = new RegExp(`^${wordsPattern(words.code)}:([0-9A-Za-z][0-9A-Za-z_-]{5,39})`);
/** 「51010024T000000123456-信息化建设」, 「[510100…]信息化建设」. */
const BEFORE_NAME = /^[([【]?([0-9][0-9A-Z]{11,29})[)\]】]?[-—_:]?(?=[^\d-])(.+)$/;
const DIGIT = /\d/;

/** A code as it is compared; null for what is none. A figure too long for a number has lost its last digits and tells nothing. */
export function projectCodeOf(value: CellValue): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 100_000 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = normal(value).toUpperCase();
  return CODE.test(text) && DIGIT.test(text) ? text : null;
}

export interface NamedProject {
  readonly code: string | null;
  readonly name: string;
}

/** A project's name with the code before it taken off. */
export function namedProject(text: string): NamedProject {
  const match = BEFORE_NAME.exec(normal(text).toUpperCase());
  if (match === null) return { code: null, name: normal(text) };
  return { code: match[1]!, name: normal(text).slice(-match[2]!.length) };
}

function labelledIn(grid: Grid, row: number): string | null {
  const cells = grid.cells(row);
  for (const [index, cell] of cells.entries()) {
    const inline = LABELLED.exec(cell.text)?.[1];
    if (inline !== undefined) return inline.toUpperCase();
    if (!LABEL.test(withoutBrackets(cell.text))) continue;
    const next = cells[index + 1];
    const code = next === undefined ? null : projectCodeOf(grid.own(next.row, next.col));
    if (code !== null) return code;
  }
  return null;
}

/** The code written under its label in these rows, both included; null where there is none. */
export function projectCodeIn(grid: Grid, top: number, bottom: number): string | null {
  for (let row = Math.max(0, top); row <= Math.min(bottom, grid.rows - 1); row += 1) {
    const code = labelledIn(grid, row);
    if (code !== null) return code;
  }
  return null;
}
