/** The row of headings over a list, wherever on top it stands, and which column is what. */
import { withoutBrackets, wordsPattern } from '../workbook';
import headings from './data/headings.json';
import type { SheetCells } from './sheet-cells';

const FIELDS = [
  'unit',
  'unitCode',
  'project',
  'projectCode',
  'former',
  'department',
  'office',
  'data',
  'report',
  'due',
  'sequence',
] as const;
export type RosterField = (typeof FIELDS)[number];

interface Wording {
  readonly field: RosterField;
  /** The lower wins. */
  readonly rank: number;
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map(
  FIELDS.flatMap((field) => headings[field].map((word, rank): readonly [string, Wording] => [word, { field, rank }])),
);
const LEADS = new RegExp(`^${wordsPattern(headings.leads)}`);
/** Words that head other columns too: alone they make no list. */
const WEAK: ReadonlySet<string> = new Set(headings.weak);
/** A wording of a unit that means the department above it where another column holds the unit. */
const ABOVE_UNIT: ReadonlySet<string> = new Set(['部门名称', '部门']);
const DEEPEST = 60;

function wordingOf(text: string): (Wording & { readonly word: string }) | null {
  if (text.length < 1 || text.length > 24) return null;
  const word = withoutBrackets(text).replace(/[:：*＊]+$|^[*＊]+/g, '');
  const known = WORDINGS.get(word) ?? WORDINGS.get(word.replace(LEADS, ''));
  return known === undefined ? null : { ...known, word };
}

/** Columns of one list; a page may hold two beside each other. */
export interface RosterColumns {
  readonly unit: number | null;
  readonly unitCode: number | null;
  readonly project: number | null;
  readonly projectCode: number | null;
  readonly former: readonly number[];
  readonly department: number | null;
  readonly office: number | null;
  readonly data: number | null;
  readonly report: number | null;
  readonly due: number | null;
  readonly sequence: number | null;
}

export interface RosterHeading {
  /** 0-based; the list begins below. */
  readonly row: number;
  readonly blocks: readonly RosterColumns[];
}

interface Headed extends Wording {
  readonly col: number;
  readonly word: string;
}

/** `above`: a blank cell is headed by the row over it. */
function headedIn(cells: SheetCells, row: number, above: boolean): readonly Headed[] {
  const found: Headed[] = [];
  for (let col = 0; col < cells.cols; col += 1) {
    const merge = cells.mergeAt(row, col);
    // A cell merged over columns is a group of headings or a title, unless it is one wide heading.
    if (merge !== null && merge.left !== col) continue;
    const own = cells.text(row, col);
    const wording = wordingOf(own === '' && above && row > 0 ? cells.text(row - 1, col) : own);
    if (wording !== null) found.push({ ...wording, col });
  }
  return found;
}

/** Where a field comes a second time in the same words, another list begins beside the first. */
function blocksOf(headed: readonly Headed[]): readonly (readonly Headed[])[] {
  const blocks: Headed[][] = [[]];
  for (const one of headed) {
    const last = blocks.at(-1)!;
    const again = one.field !== 'former' && last.some(({ field, word }) => field === one.field && word === one.word);
    if (again) blocks.push([one]);
    else last.push(one);
  }
  return blocks.filter((block) => block.some(({ field }) => field === 'unit' || field === 'project'));
}

function columnsOf(block: readonly Headed[]): RosterColumns {
  const of = (field: RosterField): readonly Headed[] =>
    block.filter((one) => one.field === field).sort((a, b) => a.rank - b.rank || a.col - b.col);
  const first = (field: RosterField): number | null => of(field)[0]?.col ?? null;
  const [unit, ...others] = of('unit');
  const above = others.find(({ word }) => ABOVE_UNIT.has(word));
  return {
    unit: unit?.col ?? null,
    unitCode: first('unitCode'),
    project: first('project'),
    projectCode: first('projectCode'),
    former: of('former').map(({ col }) => col),
    department: first('department') ?? above?.col ?? null,
    office: first('office'),
    data: first('data'),
    report: first('report'),
    due: first('due'),
    sequence: first('sequence'),
  };
}

/** Columns of which something is known, where the row heads a list at all. */
function worthOf(headed: readonly Headed[]): number {
  const named = headed.filter(({ field }) => field === 'unit' || field === 'project');
  if (named.length === 0) return 0;
  const fields = new Set(headed.map(({ field }) => field)).size;
  return fields === 1 && named.every(({ word }) => WEAK.has(word)) ? 0 : fields;
}

/** null: no row of the sheet heads a list. */
export function rosterHeading(cells: SheetCells): RosterHeading | null {
  let best: { row: number; worth: number; headed: readonly Headed[] } | null = null;
  for (let row = 0; row < Math.min(cells.rows, DEEPEST); row += 1) {
    const headed = headedIn(cells, row, true);
    const worth = worthOf(headed);
    if (worth === 0) continue;
    // Headings of two rows: the lower one says more, or the same once more.
    if (best === null || worth > best.worth || (worth === best.worth && row === best.row + 1)) best = { row, worth, headed };
  }
  if (best === null) return null;
  return { row: best.row, blocks: blocksOf(best.headed).map(columnsOf) };
}

/** A page begins anew with its headings. */
export function isHeadingAgain(cells: SheetCells, row: number): boolean {
  return worthOf(headedIn(cells, row, false)) >= 2;
}
