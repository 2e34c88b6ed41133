/** A 汇总 sheet: one line a project with its score, grade and amounts, beside the projects' own score sheets. */
import type { Found, ScoreTable, Slot, SummaryLine } from '../score-table';
import { bracketed, type Dec, normal, withoutBrackets } from '../workbook';
import words from './data/summary.json';
import type { Grid } from './grid';
import { moneySlot, textSlot } from './numbers';

type Role = 'name' | 'score' | 'grade' | 'initial' | 'budget' | 'anyBudget' | 'executed';

const ROLES: readonly Role[] = ['name', 'score', 'grade', 'initial', 'budget', 'anyBudget', 'executed'];
const ROLE_OF: ReadonlyMap<string, Role> = new Map(ROLES.flatMap((role) => words[role].map((text) => [text, role] as const)));
const SUMS: ReadonlySet<string> = new Set(words.sums);
/** A list has its headings at the top. */
const HEAD_ROWS = 12;
const MAX_LINES = 2000;
const UNIT = /单位:?(万元|元)/;

interface Head {
  readonly bottom: number;
  readonly columns: ReadonlyMap<Role, number>;
  readonly unit: '元' | '万元' | null;
}

/** The lines of the list, in sheet order; none where the sheet is no such list. */
export function readSummary(grid: Grid): readonly SummaryLine[] {
  const head = headOf(grid);
  if (head === null) return [];
  const lines: SummaryLine[] = [];
  for (let row = head.bottom + 1; row < Math.min(grid.rows, head.bottom + MAX_LINES); row += 1) {
    const line = lineOf(grid, row, head);
    if (line !== null) lines.push(line);
  }
  return lines;
}

function headOf(grid: Grid): Head | null {
  let unit: Head['unit'] = null;
  for (let row = 0; row < Math.min(grid.rows, HEAD_ROWS); row += 1) {
    for (const { text } of grid.cells(row)) unit = (UNIT.exec(text)?.[1] as Head['unit'] | undefined) ?? unit;
    const bottom = bottomOf(grid, row);
    const columns = new Map<Role, number>();
    for (let col = 0; col < grid.cols; col += 1) {
      const own = grid.text(bottom, col);
      const role = ROLE_OF.get(withoutBrackets(own)) ?? ROLE_OF.get(withoutBrackets(grid.text(row, col)));
      if (role === undefined) continue;
      // Two columns of one kind: which of them is meant nobody says.
      columns.set(role, columns.has(role) && grid.anchor(bottom, columns.get(role)!).col !== grid.anchor(bottom, col).col ? -1 : col);
      unit = (bracketed(own).find((text) => text === '万元' || text === '元') as Head['unit'] | undefined) ?? unit;
    }
    if ((columns.get('name') ?? -1) >= 0 && (columns.has('score') || columns.has('grade'))) return { bottom, columns, unit };
  }
  return null;
}

/** Headings over two rows: the name's is merged over both. */
function bottomOf(grid: Grid, row: number): number {
  for (const cell of grid.cells(row)) {
    if (ROLE_OF.get(withoutBrackets(cell.text)) === 'name') return grid.mergeAt(row, cell.col)?.bottom ?? row;
  }
  return row;
}

function lineOf(grid: Grid, row: number, { columns, unit }: Head): SummaryLine | null {
  const nameCol = columns.get('name')!;
  const name = grid.text(row, nameCol);
  const at = grid.addr(row, nameCol);
  if (name === '' || SUMS.has(name) || at.row !== row) return null;
  const found: Found<string> = { value: String(grid.value(row, nameCol)), at, raw: grid.value(row, nameCol) };
  const amount = (role: Role): Slot<Dec> | undefined => {
    const col = columns.get(role) ?? -1;
    return col < 0 ? undefined : moneySlot(grid.value(row, col), grid.addr(row, col), role === 'score' ? null : unit);
  };
  const grade = columns.get('grade') ?? -1;
  return {
    name: found,
    unit,
    ...defined('score', amount('score')),
    ...defined('grade', grade < 0 ? undefined : textSlot(grid.value(row, grade), grid.addr(row, grade))),
    ...defined('initial', amount('initial')),
    ...defined('budget', amount('budget')),
    ...defined('anyBudget', amount('anyBudget')),
    ...defined('executed', amount('executed')),
  };
}

function defined<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

const QUOTES = /["“”'‘’「」《》]/g;

/** A project's name as it is compared. */
const keyOf = (name: string): string => normal(name).replace(QUOTES, '');

/** The line that names this table's project, where no other line and no other table has the name. */
export function summaryLineOf(table: ScoreTable, tables: readonly ScoreTable[], lines: readonly SummaryLine[]): SummaryLine | null {
  const nameOf = (one: ScoreTable): string => keyOf(one.project?.value ?? '');
  const name = nameOf(table);
  if (name.length < 2 || tables.some((other) => other !== table && nameOf(other) === name)) return null;
  const [line, second] = lines.filter((one) => keyOf(one.name.value) === name);
  return line === undefined || second !== undefined ? null : line;
}
