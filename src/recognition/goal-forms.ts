/** 绩效目标申报表: what was approved, one form a project or a list of all projects. */
import type { HeaderBlock } from './find-headers';
import { findGoalHeaders } from './goal-headers';
import { Grid } from './grid';
import { nextHead } from './next-head';
import { projectCodeOf, namedProject, projectCodeIn } from './project-code';
import { buildTable, draftTable } from './table';
import { refuseHeadings } from './table-count';
import type { IndicatorRow, ScoreTable } from '../score-table';
import { calculated, isPlaceholder, type Rect, withoutBrackets, type WorkbookSnapshot, wordsPattern } from '../workbook';
import words from './data/goal-lists.json';

/** Whose table it is, as far as it says so. */
export interface ProjectNamed {
  readonly code: string | null;
  readonly project: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly year: number | null;
}

/** Indicators of one project with their 指标值. */
export interface IndicatorForm extends ProjectNamed {
  readonly sheet: number;
  readonly range: Rect;
  readonly rows: readonly IndicatorRow[];
  /** Whether the form has a place for 指标值 at all. */
  readonly hasTargets: boolean;
}

const valueOf = (slot: ScoreTable['unit']): string | null => slot?.value ?? null;

/** Whose a score table or form is; `top`: the first row that belongs to it. */
export function projectNamed(grid: Grid, { unit, project, department, year, headerRows }: ScoreTable, top: number): ProjectNamed {
  const stated = valueOf(project);
  const named = stated === null ? null : namedProject(stated);
  return {
    code: projectCodeIn(grid, top, headerRows.top) ?? named?.code ?? null,
    project: named?.name ?? null,
    unit: valueOf(unit),
    department: valueOf(department),
    year: year?.value ?? null,
  };
}

type ListRole = 'code' | 'project' | 'unit' | 'department' | 'year';
const LIST_ROLES: readonly ListRole[] = ['code', 'project', 'unit', 'department', 'year'];
const ROLE_OF: ReadonlyMap<string, ListRole> = new Map(LIST_ROLES.flatMap((role) => words[role].map((text) => [text, role] as const)));

/** The columns that say whose a row is; empty where the table is one project's. */
function listColumns({ cells }: HeaderBlock): ReadonlyMap<ListRole, number> {
  const columns = new Map<ListRole, number>();
  for (const { text, col } of cells) {
    const role = ROLE_OF.get(withoutBrackets(text)) ?? ROLE_OF.get(text);
    if (role !== undefined && !columns.has(role)) columns.set(role, col);
  }
  return columns.has('code') || columns.has('project') ? columns : new Map();
}

/** What a column shows in a row; a blank below a value goes on with it where the project is the same. */
function textIn(grid: Grid, row: number, col: number | undefined): string | null {
  const text = col === undefined ? '' : grid.text(row, col);
  return text === '' || isPlaceholder(text) ? null : text;
}

const YEAR = /^((?:19|20)\d{2})/;

function namedInList(grid: Grid, row: number, columns: ReadonlyMap<ListRole, number>, table: ProjectNamed): ProjectNamed {
  const text = (role: ListRole): string | null => textIn(grid, row, columns.get(role));
  const project = text('project');
  const named = project === null ? null : namedProject(project);
  const codeAt = columns.get('code');
  const year = YEAR.exec(text('year') ?? '')?.[1];
  return {
    code: (codeAt === undefined ? null : projectCodeOf(grid.value(row, codeAt))) ?? named?.code ?? null,
    project: named?.name ?? null,
    unit: text('unit') ?? (columns.has('unit') ? null : table.unit),
    department: text('department') ?? (columns.has('department') ? null : table.department),
    year: year === undefined ? table.year : Number(year),
  };
}

const isSame = (a: ProjectNamed, b: ProjectNamed): boolean =>
  a.code !== null && b.code !== null
    ? a.code === b.code
    : a.project === b.project && (a.unit === null || b.unit === null || a.unit === b.unit);

/** A list as one form a project, in the order in which they are first named; rows before the first name belong to nobody. */
function splitList(grid: Grid, form: IndicatorForm, columns: ReadonlyMap<ListRole, number>): readonly IndicatorForm[] {
  const found: { named: ProjectNamed; rows: IndicatorRow[] }[] = [];
  const known = new Map<string, (typeof found)[number]>();
  let current: (typeof found)[number] | null = null;
  for (const row of form.rows) {
    const named = namedInList(grid, row.top, columns, form);
    if (named.code !== null || named.project !== null) {
      if (current === null || !isSame(current.named, named)) {
        const key = `${named.code ?? ''}\n${named.project ?? ''}\n${named.unit ?? ''}\n${String(named.year)}`;
        current = known.get(key) ?? { named, rows: [] };
        if (!known.has(key)) found.push(current);
        known.set(key, current);
      }
    }
    current?.rows.push(row);
  }
  return found.map(({ named, rows }) => ({
    ...form,
    ...named,
    rows,
    range: { ...form.range, top: rows[0]!.top, bottom: rows[rows.length - 1]!.bottom },
  }));
}

/** Lines that may have a 指标值: those below a scored one too. */
const hasPlace = ({ role }: IndicatorRow): boolean => role === 'indicator' || role === 'breakdown';
const hasValue = ({ target }: IndicatorRow): boolean => target?.state === 'value';
const MEDIUM = new RegExp(wordsPattern(words.medium));
const ANNUAL = new RegExp(wordsPattern(words.annual));
/** Rows above a header that may say which side is the year's. */
const ROWS_ABOVE = 6;

/** Whether what is written above the last side says that it is not the year's, and what stands above the other says that it is. */
function isReversed(grid: Grid, left: HeaderBlock, right: HeaderBlock): boolean {
  const above = (block: HeaderBlock): string => {
    const col = block.cells[block.cells.length - 1]!.col;
    return Array.from({ length: ROWS_ABOVE }, (_, index) => (block.top > index ? grid.text(block.top - index - 1, col) : '')).join('\n');
  };
  const [one, other] = [above(left), above(right)];
  return one !== other && MEDIUM.test(other) && !ANNUAL.test(other) && ANNUAL.test(one) && !MEDIUM.test(one);
}

/** Of the sides of one form that of the year, or the only one that is filled in. */
function ofTheYear(grid: Grid, sides: readonly { readonly block: HeaderBlock; readonly form: IndicatorForm }[]): IndicatorForm {
  const [left, right] = [sides[0]!, sides[sides.length - 1]!];
  const [first, second] = isReversed(grid, left.block, right.block) ? [left, right] : [right, left];
  return first.form.rows.some(hasValue) ? first.form : second.form;
}

function formsOn(grid: Grid, date1904: boolean): readonly IndicatorForm[] {
  const blocks = findGoalHeaders(grid);
  refuseHeadings(blocks.length, grid.sheet.name);
  const tops = [...new Set(blocks.map(({ top }) => top))];
  let above = 0;
  return tops.flatMap((top, index): readonly IndicatorForm[] => {
    const next = tops[index + 1];
    const begins = above;
    const sides = blocks.flatMap((block) => {
      if (block.top !== top) return [];
      const limit = next === undefined ? grid.rows : nextHead(grid, block.bottom + 1, next);
      const draft = draftTable(grid, block, limit);
      if (draft === null) return [];
      const { scoreTable } = buildTable(draft, { top: begins, bottom: limit - 1 }, null, date1904);
      above = Math.max(above, draft.body.end);
      const rows = scoreTable.rows.filter(hasPlace);
      const { sheet, range } = scoreTable.table;
      return [{ block, form: { ...projectNamed(grid, scoreTable, begins), sheet, range, rows, hasTargets: true } }];
    });
    if (sides.length === 0) return [];
    const columns = listColumns(sides[0]!.block);
    const form = ofTheYear(grid, sides);
    return columns.size > 0 ? splitList(grid, form, columns) : [form];
  });
}

/**
 * Every form of approved goals on the visible sheets of a workbook, those without any 指标值 left out.
 * @throws UnreadableError `too-many-tables`
 */
export function recogniseGoals(given: WorkbookSnapshot): readonly IndicatorForm[] {
  const { book } = calculated(given);
  return book.sheets.flatMap((sheet, index) => {
    if (sheet.ours === true || sheet.state !== 'visible' || sheet.rows === 0) return [];
    return formsOn(new Grid(sheet, index), book.date1904).filter(({ rows }) => rows.some(hasValue));
  });
}

/** The indicators of recognised score tables in the same shape. */
export function indicatorForms(given: WorkbookSnapshot, tables: readonly ScoreTable[]): readonly IndicatorForm[] {
  const { book } = calculated(given);
  return tables.map((table) => {
    const { sheet, range } = table.table;
    const earlier = tables.filter((other) => other.table.sheet === sheet && other.table.range.bottom < range.top);
    const top = Math.max(-1, ...earlier.map((other) => other.table.range.bottom)) + 1;
    return {
      ...projectNamed(new Grid(book.sheets[sheet]!, sheet), table, top),
      sheet,
      range,
      rows: table.rows.filter(hasPlace),
      hasTargets: table.columns.some(({ role }) => role === 'target'),
    };
  });
}
