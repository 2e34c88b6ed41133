/** An export of the budget system or of the final accounts: a line or several for each project, with its amounts. */
import { Grid } from './grid';
import { numberOfText } from './numbers';
import { projectCodeOf, namedProject } from './project-code';
import { yearsOfText } from './dates';
import type { BudgetAmount, BudgetAmounts, BudgetKind } from '../score-table';
import {
  a1,
  bracketed,
  calculated,
  type CellValue,
  Dec,
  decimalsOfFormat,
  decOfNumber,
  isPlaceholder,
  withoutBrackets,
  type WorkbookSnapshot,
} from '../workbook';
import amountWords from './data/budget-list.json';
import ownerWords from './data/goal-lists.json';
import type { ProjectNamed } from './goal-forms';

/** A project's amounts; those that the list divides are added up. */
export interface BudgetEntry extends ProjectNamed {
  readonly sheet: string;
  readonly amounts: BudgetAmounts;
}

type OwnerRole = 'code' | 'project' | 'unit' | 'department' | 'year';
const OWNER_ROLES: readonly OwnerRole[] = ['code', 'project', 'unit', 'department', 'year'];
const KINDS: readonly BudgetKind[] = ['initial', 'budget', 'anyBudget', 'executed'];
const OWNERS: ReadonlyMap<string, OwnerRole> = new Map(
  OWNER_ROLES.flatMap((role) => ownerWords[role].map((text) => [text, role] as const)),
);
const AMOUNTS: ReadonlyMap<string, BudgetKind> = new Map(KINDS.flatMap((kind) => amountWords[kind].map((text) => [text, kind] as const)));
const SUMS: ReadonlySet<string> = new Set(amountWords.sums);

/** A list has its headings at the top. */
const HEAD_ROWS = 20;
const MOST_HEADS = 3;
const UNIT = /单位:?(万元|元)/;

interface AmountColumn {
  readonly col: number;
  readonly heading: string;
  readonly unit: '元' | '万元' | null;
}

interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly owners: ReadonlyMap<OwnerRole, number>;
  readonly amounts: ReadonlyMap<BudgetKind, AmountColumn>;
  readonly details: readonly number[];
  readonly year: number | null;
}

interface Line {
  readonly row: number;
  readonly owner: ProjectNamed;
  /** What its detail columns say, put together; '' on a line that is whole. */
  readonly detail: string;
}

/** The headings over a column, upper to lower, each once. */
function stack(grid: Grid, top: number, bottom: number, col: number): readonly string[] {
  const texts = Array.from({ length: bottom - top + 1 }, (_, index) => grid.text(top + index, col)).filter((text) => text !== '');
  return texts.filter((text, index) => text !== texts[index - 1]);
}

/** 「执行数」, 「年初」 under 「预算数」 put the other way round, 「合计」 under either. */
function kindOf(texts: readonly string[]): BudgetKind | null {
  const bare = texts.map(withoutBrackets);
  const [lower = '', upper = ''] = [bare.at(-1), bare.at(-2)];
  const own = AMOUNTS.get(lower) ?? AMOUNTS.get(lower + upper) ?? AMOUNTS.get(upper + lower);
  return own ?? (SUMS.has(lower) ? (AMOUNTS.get(upper) ?? null) : null);
}

function bottomOf(grid: Grid, row: number): number {
  const owners = grid.cells(row).filter(({ text }) => OWNERS.has(withoutBrackets(text)));
  return Math.max(row, ...owners.map(({ bottom }) => Math.min(bottom, row + MOST_HEADS - 1)));
}

function unitIn(texts: readonly string[]): AmountColumn['unit'] {
  for (const text of texts) {
    const found = bracketed(text).find((one) => /(?:^|单位:?)万?元$/.test(one));
    if (found !== undefined) return found.includes('万元') ? '万元' : '元';
  }
  return null;
}

function headAt(grid: Grid, row: number, unit: AmountColumn['unit'], year: number | null): Head | null {
  const bottom = bottomOf(grid, row);
  const owners = new Map<OwnerRole, number>();
  const amounts = new Map<BudgetKind, AmountColumn | null>();
  const details: number[] = [];
  for (let col = 0; col < grid.cols; col += 1) {
    const texts = stack(grid, row, bottom, col);
    const owner = OWNERS.get(withoutBrackets(texts.at(-1) ?? ''));
    if (owner !== undefined && !owners.has(owner)) owners.set(owner, col);
    if (owner !== undefined || texts.length === 0) continue;
    const kind = kindOf(texts);
    // Two columns of one kind: which of them is meant nobody says.
    if (kind !== null)
      amounts.set(kind, amounts.has(kind) ? null : { col, heading: texts.map(withoutBrackets).join(''), unit: unitIn(texts) ?? unit });
    else if (amountWords.detail.some((word) => texts.at(-1)!.includes(word))) details.push(col);
  }
  const sure = new Map([...amounts].filter((one): one is [BudgetKind, AmountColumn] => one[1] !== null));
  const isList = (owners.has('code') || owners.has('project')) && sure.size > 0;
  return isList ? { top: row, bottom, owners, amounts: sure, details, year } : null;
}

function headOf(grid: Grid): Head | null {
  let unit: AmountColumn['unit'] = null;
  let year: number | null = yearsOfText(grid.sheet.name)[0] ?? null;
  for (let row = 0; row < Math.min(grid.rows, HEAD_ROWS); row += 1) {
    for (const { text } of grid.cells(row)) {
      unit = (UNIT.exec(text)?.[1] as AmountColumn['unit'] | undefined) ?? unit;
      if (text.length <= 60) year ??= yearsOfText(text)[0] ?? null;
    }
    const head = headAt(grid, row, unit, year);
    if (head !== null) return head;
  }
  return null;
}

const YEAR = /^((?:19|20)\d{2})/;

function ownerOf(grid: Grid, row: number, { owners, year }: Head): ProjectNamed | null {
  const text = (role: OwnerRole): string | null => {
    const col = owners.get(role);
    const shown = col === undefined ? '' : grid.text(row, col);
    return shown === '' || isPlaceholder(shown) ? null : shown;
  };
  const project = text('project');
  if (project !== null && SUMS.has(project)) return null;
  const named = project === null ? null : namedProject(project);
  const codeAt = owners.get('code');
  const written = YEAR.exec(text('year') ?? '')?.[1];
  return {
    code: (codeAt === undefined ? null : projectCodeOf(grid.value(row, codeAt))) ?? named?.code ?? null,
    project: named?.name ?? null,
    unit: text('unit'),
    department: text('department'),
    year: written === undefined ? year : Number(written),
  };
}

/** Lines by project; a line that names none goes on with the one above where it divides it. */
function linesOf(grid: Grid, head: Head): readonly Line[] {
  const lines: Line[] = [];
  let above: ProjectNamed | null = null;
  for (let row = head.bottom + 1; row < grid.rows; row += 1) {
    if (grid.cells(row).length === 0) continue;
    const detail = head.details
      .map((col) => grid.text(row, col))
      .filter((text) => text !== '' && !isPlaceholder(text) && !SUMS.has(text))
      .join(' ');
    const named = ownerOf(grid, row, head);
    const isNamed = named !== null && (named.code !== null || named.project !== null);
    if (!isNamed && (named === null || detail === '' || above === null)) {
      above = null;
      continue;
    }
    above = isNamed ? named : above;
    lines.push({ row, owner: above!, detail });
  }
  return lines;
}

function figureOf(value: CellValue): Dec | null {
  if (typeof value === 'number') return decOfNumber(value);
  if (typeof value !== 'string') return null;
  const read = numberOfText(value);
  return read === null || read.percent || !/^元?$/.test(read.unit) ? null : read.value;
}

const MOST_DECIMALS = 6;

/** Decimals the list gives its amounts in a column. */
function decimalsIn(grid: Grid, lines: readonly Line[], col: number): number {
  const shown = lines.map(({ row }) => {
    const own = figureOf(grid.value(row, col))?.decimalPlaces() ?? 0;
    const format = grid.format(row, col);
    const cut = own === 0 || format === 'General' ? null : decimalsOfFormat(format);
    return cut === null ? own : Math.min(own, cut);
  });
  return Math.min(MOST_DECIMALS, Math.max(0, ...shown));
}

/**
 * The lines that together are a project's amount: the one that is whole where others divide it, the first where it is the sum of the
 * others, else all; none where several are whole beside others that are not.
 */
function counted(grid: Grid, lines: readonly Line[], columns: readonly AmountColumn[]): readonly Line[] {
  if (lines.length < 2) return lines;
  const whole = lines.filter(({ detail }) => detail === '');
  if (whole.length === 1) return whole;
  if (whole.length > 1 && whole.length < lines.length) return [];
  const amount = (line: Line, { col }: AmountColumn): Dec => figureOf(grid.value(line.row, col)) ?? new Dec(0);
  const [first, ...others] = lines as readonly [Line, ...Line[]];
  const sumsUp =
    others.length > 1 &&
    columns.every((column) => others.reduce((sum, line) => sum.plus(amount(line, column)), new Dec(0)).eq(amount(first, column)));
  return sumsUp && columns.some((column) => !amount(first, column).isZero()) ? [first] : lines;
}

function amountOf(grid: Grid, lines: readonly Line[], column: AmountColumn, decimals: number): BudgetAmount | null {
  const figures = lines.flatMap(({ row }) => figureOf(grid.value(row, column.col)) ?? []);
  if (figures.length === 0) return null;
  const at = grid.anchor(lines[0]!.row, column.col);
  return {
    value: figures.reduce((sum, one) => sum.plus(one), new Dec(0)).toFixed(),
    unit: column.unit,
    decimals,
    heading: column.heading,
    place: `${grid.sheet.name}!${a1(at.row, at.col)}`,
    lines: lines.length,
  };
}

const keyOf = ({ code, project, unit, year }: ProjectNamed): string =>
  (code === null ? `${project ?? ''}\n${unit ?? ''}` : code) + `\n${String(year)}`;

function entriesOn(grid: Grid): readonly BudgetEntry[] {
  const head = headOf(grid);
  if (head === null) return [];
  const lines = linesOf(grid, head);
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const known = groups.get(keyOf(line.owner));
    if (known === undefined) groups.set(keyOf(line.owner), [line]);
    else known.push(line);
  }
  const columns = [...head.amounts];
  const decimals = new Map(columns.map(([kind, { col }]) => [kind, decimalsIn(grid, lines, col)]));
  return [...groups.values()].flatMap((own) => {
    const together = counted(
      grid,
      own,
      columns.map(([, column]) => column),
    );
    const amounts =
      together.length === 0
        ? []
        : columns.flatMap(([kind, column]) => {
            const amount = amountOf(grid, together, column, decimals.get(kind)!);
            return amount === null ? [] : [[kind, amount] as const];
          });
    return amounts.length === 0 ? [] : [{ ...own[0]!.owner, sheet: grid.sheet.name, amounts: Object.fromEntries(amounts) }];
  });
}

/** Every project of the lists on the visible sheets of a workbook. */
export function readBudgetLists(given: WorkbookSnapshot): readonly BudgetEntry[] {
  const { book } = calculated(given);
  return book.sheets.flatMap((sheet, index) => (sheet.state !== 'visible' || sheet.rows === 0 ? [] : entriesOn(new Grid(sheet, index))));
}
