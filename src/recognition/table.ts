/** One score table put together: header, columns, body, totals, funding, and what stands around it. */
import type { HeaderBlock } from './find-headers';
import type { Grid } from './grid';
import { resolveColumns, type TableColumns } from './columns';
import { blankSlot, readContext, type Context } from './context';
import { readFunding } from './funding';
import { readFundingPairs } from './funding-pairs';
import { readLines, type Body, type LineSpot } from './lines';
import { reviewGradesIn } from './review-grades';
import { readParts, unreadLine } from './parts';
import { pointScaleOf, type PointScale } from './points';
import { totalOfText } from './total-text';
import { textSlot } from './numbers';
import { Dec, normal, wordsPattern } from '../workbook';
import type { Found, Funding, Group, IndicatorRow, RowId, ScoreColumn, ScoreTable, Slot, TotalRow } from '../score-table';
import grades from './data/grades.json';

export interface Draft {
  readonly grid: Grid;
  readonly block: HeaderBlock;
  readonly columns: TableColumns;
  readonly body: Body;
  /** Rows inside it in which its columns are headed again. */
  readonly headings: ReadonlySet<number>;
}

/** Reads header and body; null when what stands beneath does not behave like a score table. */
export function draftTable(grid: Grid, block: HeaderBlock, limit: number, headings?: ReadonlySet<number>): Draft | null {
  const columns = resolveColumns(grid, block, block.bottom + 1, limit - 1);
  if (columns.levels.length === 0) return null;
  const body = readLines(grid, block, columns, limit, headings);
  return { grid, block, columns, body, headings: headings ?? new Set() };
}

function scoreColumnsOf(grid: Grid, columns: TableColumns): ScoreColumn[] {
  return columns.scores.map((score) => ({
    kind: score.kind,
    col: score.col,
    header: {
      value: score.header.text,
      at: { sheet: grid.index, row: score.header.row, col: score.header.col },
      raw: grid.own(score.header.row, score.header.col),
    },
  }));
}

/** The funding table's 年度资金总额 row as a scored row; null where it carries neither 分值 nor score. */
function executionRow(funding: Funding | null, scoreColumns: readonly ScoreColumn[], self: number | null): IndicatorRow | null {
  if (funding === null || funding.total === null) return null;
  const total = funding.rows[funding.total]!;
  const stated = (slot: Slot<Dec> | undefined): boolean => slot !== undefined && slot.state !== 'blank' && slot.state !== 'placeholder';
  const header = funding.headerWeight;
  const weight: Slot<Dec> | undefined =
    total.weight !== undefined && stated(total.weight)
      ? total.weight
      : header === undefined
        ? total.weight
        : { state: 'value', value: header.value, at: header.at, raw: header.raw, odd: [] };
  if (!stated(weight) && !stated(total.score)) return null;
  const score = total.score;
  const scores = scoreColumns.map((_, index) =>
    index === self && score !== undefined ? score : blankSlot<Dec>(score?.at ?? total.label.at),
  );
  return {
    id: 'execution' as RowId,
    role: 'execution',
    top: total.label.at.row,
    bottom: total.label.at.row,
    path: [total.label.value],
    name: total.label,
    group: null,
    ...(weight === undefined ? {} : { weight }),
    weightFrom: weight?.state === 'value' ? 'column' : null,
    scores: self === null && score !== undefined && scoreColumns.length === 0 ? [] : scores,
    ...(total.reason === undefined ? {} : { reason: total.reason }),
    applies: null,
  };
}

const GRADE = new RegExp(`^(?:(?:自评|评价|绩效)?(?:等级|等次):?)?(${wordsPattern(grades.inCell)})$`);

/** 「总分|100|96|优」: a grade at the end of the total row. */
function gradeInTotals(grid: Grid, totals: readonly TotalRow[]): Slot<string> | undefined {
  for (const total of totals) {
    if (total.where !== 'row' || total.kind !== 'total') continue;
    for (const cell of grid.cells(total.label.at.row)) {
      const grade = GRADE.exec(cell.text)?.[1];
      if (grade !== undefined)
        return {
          state: 'value',
          value: grade,
          at: { sheet: grid.index, row: cell.row, col: cell.col },
          raw: grid.own(cell.row, cell.col),
          odd: [],
        };
    }
  }
  return undefined;
}

/** 「89.15分（良）」: a grade in the words of a total. */
function gradeInTexts(totals: readonly TotalRow[]): Slot<string> | undefined {
  for (const slot of totals.filter((total) => total.kind === 'total').flatMap((total) => total.scores)) {
    const grade = typeof slot?.raw === 'string' ? (totalOfText(normal(slot.raw))?.grade ?? null) : null;
    if (grade !== null) return { ...slot!, state: 'value', value: grade };
  }
  return undefined;
}

/** 其他需要说明事项 on the total row itself (Yunnan). */
function remarksInTotals(grid: Grid, totals: readonly TotalRow[]): Slot<string> | undefined {
  for (const total of totals) {
    if (total.where !== 'row') continue;
    const cells = grid.cells(total.label.at.row);
    const index = cells.findIndex((cell) => /^其他需要说明/.test(cell.text));
    const next = index < 0 ? undefined : cells[index + 1];
    if (next !== undefined && next.text !== total.label.value)
      return textSlot(grid.own(next.row, next.col), { sheet: grid.index, row: next.row, col: next.col });
  }
  return undefined;
}

function besideTotals(context: Context, scoreColumns: readonly ScoreColumn[], self: number | null, covers: readonly RowId[]): TotalRow[] {
  const out: TotalRow[] = [];
  for (const beside of context.besides) {
    const review = /财政/.test(beside.label.value) ? 'finance' : /复核|审核|核查/.test(beside.label.value) ? 'review' : 'self';
    const target = review === 'self' ? self : scoreColumns.findIndex((column) => column.kind === review);
    if (target === null || target < 0) continue;
    out.push({
      kind: 'total',
      label: beside.label,
      where: 'beside',
      scores: scoreColumns.map((_, index) => (index === target ? beside.slot : null)),
      covers,
    });
  }
  return out;
}

const FULL = /(?:满分|总分值?|总分为|共计?|合计)(?:为|是|:)?(\d{2,4})分/;

/** Where no leaf carries a 分值: the outermost classes and the execution rate that make up 100. */
function fullByClasses(rows: readonly IndicatorRow[], groups: readonly Group[]): Found<Dec> | null {
  if (rows.some((row) => row.role === 'indicator' && row.weight?.state === 'value' && row.weightFrom !== 'group')) return null;
  const outer = groups.filter((group) => group.parent === null);
  const first = outer[0]?.weight;
  if (first === undefined || outer.some((group) => group.weight?.value == null)) return null;
  let sum = rows.find((row) => row.role === 'execution')?.weight?.value ?? new Dec(0);
  for (const group of outer) sum = sum.plus(group.weight!.value!);
  return sum.eq(100) ? { value: sum, at: first.at, raw: first.raw } : null;
}

function fullScoreOf(
  totals: readonly TotalRow[],
  context: Context,
  rows: readonly IndicatorRow[],
  groups: readonly Group[],
): Found<Dec> | null {
  for (const text of [...(context.title === null ? [] : [context.title]), ...context.notes]) {
    const match = FULL.exec(normal(text.value));
    if (match !== null && Number(match[1]) >= 10) return { value: new Dec(match[1]!), at: text.at, raw: text.raw };
  }
  const byClass = fullByClasses(rows, groups);
  if (byClass !== null) return byClass;
  const total = totals.find((one) => one.kind === 'total' && one.weight?.value != null);
  if (total?.weight?.value == null) return null;
  const stated = total.weight.value;
  if (stated.eq(100)) return { value: stated, at: total.weight.at, raw: total.weight.raw };
  let sum = new Dec(0);
  for (const row of rows)
    if ((row.role === 'indicator' || row.role === 'execution') && row.weight?.value != null) sum = sum.plus(row.weight.value);
  const round = stated.eq(sum) && stated.modulo(10).isZero() && !stated.eq(110);
  return round ? { value: stated, at: total.weight.at, raw: total.weight.raw } : null;
}

function confidenceOf(draft: Draft, rows: readonly IndicatorRow[]): number {
  const scored = rows.filter((row) => row.role === 'indicator');
  if (scored.length === 0) return draft.block.evidence * 0.6;
  const { columns, block } = draft;
  const points =
    columns.self === null
      ? 0
      : scored.filter((row) => row.scores[columns.self!]?.state === 'value' || row.shares !== undefined).length / scored.length;
  const weights = scored.filter((row) => row.weight?.state === 'value' || row.shares !== undefined).length / scored.length;
  return Math.min(
    1,
    block.evidence * 0.6 + 0.2 * Math.max(points, weights) + (columns.levels.length >= 2 ? 0.2 : 0.1) - columns.misfits.length * 0.1,
  );
}

/** Whether this table shows its points as percent: 分值 and self-scores of its rows. */
function pointsOf({ grid, columns, body }: Draft): PointScale {
  const own = body.lines.filter((line) => line.kind === 'data');
  const filled = (places: readonly (LineSpot | null | undefined)[]): readonly LineSpot[] =>
    places.filter((place): place is LineSpot => place != null && place.own);
  const scores = columns.self === null ? [] : filled(own.map((line) => line.scores[columns.self!]));
  return pointScaleOf(grid, filled(own.map((line) => line.weight)), scores);
}

export interface Region {
  /** First row of what stands above the header and belongs to this table. */
  readonly top: number;
  /** Last row of what stands below its body. */
  readonly bottom: number;
}

/** Builds the ScoreTable of one table; number and count are filled in by the caller. */
export function buildTable(
  draft: Draft,
  region: Region,
  inherited: Context | null,
  date1904: boolean,
): { scoreTable: ScoreTable; context: Context } {
  const { grid, block, columns, body } = draft;
  const scoreColumns = scoreColumnsOf(grid, columns);
  const headMoney = moneyHint(grid, region.top, block.top);
  const points = pointsOf(draft);
  const funding =
    readFunding(grid, region.top, block.top - 1, headMoney, points) ??
    readFunding(grid, body.end, region.bottom, headMoney, points) ??
    readFundingPairs(grid, region.top, block.top - 1, headMoney);
  const inFunding = (row: number): boolean => funding !== null && row >= funding.range.top && row <= funding.range.bottom;
  const context = readContext(
    grid,
    [region.top, block.top - 1],
    [body.end, region.bottom],
    body.notes,
    inFunding,
    { left: block.left, right: block.right },
    date1904,
    points,
  );
  if (inherited !== null) inherit(context, inherited);
  const execution = executionRow(funding, scoreColumns, columns.self);
  const parts = readParts({ grid, columns, date1904, points }, body, execution);
  const { indicators, groups, rowTotals } = parts;
  const rows = execution === null ? indicators : execution.top < block.top ? [execution, ...indicators] : [...indicators, execution];
  const all = rows.filter((row) => row.role === 'indicator' || row.role === 'execution' || row.role === 'bonus').map((row) => row.id);
  const totals = [...rowTotals, ...besideTotals(context, scoreColumns, columns.self, all)];
  const grade = gradeInTotals(grid, totals) ?? (context.grade?.state === 'value' ? context.grade : (gradeInTexts(totals) ?? context.grade));
  const remarks = remarksInTotals(grid, totals) ?? context.remarks;
  const money = moneyOf(context, funding);
  const top = funding !== null && funding.range.top < block.top ? funding.range.top : block.top;
  const scoreTable: ScoreTable = {
    table: {
      sheet: grid.index,
      range: { top, left: Math.min(block.left, block.cells[0]!.col), bottom: Math.max(body.bottom, block.bottom), right: lastCol(block) },
      number: 1,
      of: 1,
    },
    kind: context.kind,
    title: context.title,
    ...(context.unit === undefined ? {} : { unit: context.unit }),
    ...(context.project === undefined ? {} : { project: context.project }),
    ...(context.department === undefined ? {} : { department: context.department }),
    ...(context.year === undefined ? {} : { year: context.year }),
    yearsMentioned: context.years,
    ...(context.filledOn === undefined ? {} : { filledOn: context.filledOn }),
    money,
    columns: columns.all,
    headerRows: { top: block.top, bottom: block.bottom },
    scoreColumns,
    self: columns.self,
    rows,
    groups,
    totals,
    ...(funding === null ? {} : { funding }),
    ...(context.goals === undefined ? {} : { goals: context.goals }),
    ...(grade === undefined ? {} : { grade }),
    reviewGrades: reviewGradesIn(grid, region, scoreColumns, columns.self, grade),
    fullScore: fullScoreOf(totals, context, rows, groups),
    ...(remarks === undefined ? {} : { remarks }),
    notes: context.notes,
    data: [],
    confidence: confidenceOf(draft, rows),
    doubts: [
      ...columns.misfits.map((text) => ({ what: `「${text}」列`, lookedFor: ['数字'], found: '文字' })),
      ...parts.unread.map((line) => unreadLine(grid, line)),
    ],
  };
  return { scoreTable, context };
}

function lastCol(block: HeaderBlock): number {
  return Math.max(...block.cells.map((cell) => cell.right));
}

function moneyHint(grid: Grid, from: number, to: number): '元' | '万元' | null {
  for (let row = from; row < to; row++) {
    for (const cell of grid.cells(row)) {
      if (/单位:?\(?万元|\(万元\)|\(单位:万元\)/.test(cell.text)) return '万元';
      if (/(?:金额)?单位:?\(?元\)?$|\(元\)|\(单位:元\)/.test(cell.text)) return '元';
    }
  }
  return null;
}

function moneyOf(context: Context, funding: Funding | null): ScoreTable['money'] {
  return funding?.unit ?? context.money;
}

/** A second table on the same sheet shares what is said only once above the first. */
function inherit(context: Context, from: Context): void {
  if (from.unit !== undefined) context.unit ??= from.unit;
  if (from.project !== undefined) context.project ??= from.project;
  if (from.department !== undefined) context.department ??= from.department;
  if (from.year !== undefined) context.year ??= from.year;
  context.money ??= from.money;
  context.kind ??= from.kind;
}
