/**
 * From a workbook, calculated, to one ScoreTable for each score table in it. Pure: the same workbook gives the same answer.
 */
import { findHeaders, headerAt, type HeaderBlock, type NearHeader } from './find-headers';
import { Grid } from './grid';
import { buildTable, draftTable, type Draft } from './table';
import { isDataSheet, readDataSheet } from './data-sheet';
import { isFundingHeader } from './landmarks';
import { LABELS_OF_NEXT, nextHead } from './next-head';
import { refuseHeadings, tableCount } from './table-count';
import { readSummary, summaryLineOf } from './summary-sheet';
import type { Context } from './context';
import { type Doubt, type Figure, type Found, isUnfilled, type Recognised, type ScoreTable, type SummaryLine } from '../score-table';
import { calculated, type WorkbookSnapshot, wordsPattern } from '../workbook';
import titles from './data/titles.json';

/** Below this a table is 未识别. */
const CONFIDENT = 0.35;
const MAX_DOUBTS = 5;

/** The same table goes on under a heading of its own: the columns of points and scores are the same, and it had not come to its end. */
function continues(grid: Grid, earlier: Draft, draft: Draft): boolean {
  const { block } = draft;
  const { block: first, body } = earlier;
  if (first.left !== block.left || body.lines.some((line) => line.kind === 'total')) return false;
  const same = block.cells.filter((cell) => first.cells.some((other) => other.col === cell.col && other.text === cell.text)).length;
  if (same < block.cells.length - 1 && !(sameColumns(earlier, draft) && !isWhole(earlier))) return false;
  for (let row = body.bottom + 1; row < block.top; row++) {
    if (isFundingHeader(grid.cells(row)) || grid.cells(row).some((cell) => /自评表|评分表|评价表|项目名称|单位名称/.test(cell.text)))
      return false;
  }
  return true;
}

/** Points and scores stand in the same columns, and so do most of the others. */
function sameColumns({ columns: one }: Draft, { columns: other }: Draft): boolean {
  const col = (columns: Draft['columns']): number | undefined => columns.by.get('weight')?.col;
  if (col(one) === undefined || col(one) !== col(other) || one.scores.length !== other.scores.length) return false;
  if (one.scores.some((score, index) => score.col !== other.scores[index]!.col)) return false;
  const roles = new Map(one.all.map((column) => [column.col, column.role]));
  return other.all.filter((column) => roles.get(column.col) === column.role).length * 2 > other.all.length;
}

/** Its points come to 100: what follows is another table. */
function isWhole({ body }: Draft): boolean {
  const points = body.lines.map((line) => (line.kind === 'data' && line.weight?.own === true ? Number(line.weight.text) : 0));
  return Math.abs(points.reduce((sum, one) => sum + (Number.isFinite(one) ? one : 0), 0) - 100) < 1e-9;
}

/** Rows read anew of one sheet, all tables that go on together: a table of 100 pages comes to a tenth of it. */
const MOST_REREAD = 200_000;

function draftsOf(grid: Grid, blocks: readonly HeaderBlock[]): Draft[] {
  refuseHeadings(blocks.length, grid.sheet.name);
  const drafts: Draft[] = [];
  let reread = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const below = blocks.find((other) => other.top > block.top);
    const limit = below === undefined ? grid.rows : nextHead(grid, block.bottom + 1, below.top);
    const draft = draftTable(grid, block, limit);
    if (draft === null) continue;
    const earlier = drafts[drafts.length - 1];
    if (earlier !== undefined && reread < MOST_REREAD && continues(grid, earlier, draft)) {
      reread += limit - earlier.block.top;
      drafts[drafts.length - 1] = goneOn(grid, earlier, block, limit) ?? earlier;
    } else drafts.push(draft);
  }
  return drafts;
}

/** The earlier table read anew over what follows; what stands between the two, as the title of a second part, belongs to it. */
function goneOn(grid: Grid, { block, headings }: Draft, again: HeaderBlock, limit: number): Draft | null {
  const rows = Array.from({ length: again.bottom - again.top + 1 }, (_, index) => again.top + index);
  return draftTable(grid, block, limit, new Set([...headings, ...rows]));
}

const NEXT_TABLE = new RegExp(`^附(?:件|表)|(?:自评|评价|评分|考核|绩效).{0,60}表|${LABELS_OF_NEXT}|^项目支出名称`);
const ABOVE_TABLE = new RegExp(wordsPattern(titles.aboveTable));

/** Rows above the first header and between tables: titles and labels belong to the table below, notes to the one above. */
function regionsOf(grid: Grid, drafts: readonly Draft[]): { top: number; bottom: number }[] {
  return drafts.map((draft, index) => {
    const above = [...drafts.slice(0, index)].reverse().find((other) => other.body.end <= draft.block.top);
    const below = drafts.find((other, at) => at > index && other.block.top >= draft.body.end);
    const top = above === undefined ? 0 : boundary(grid, above.body.end, draft.block.top);
    const bottom = below === undefined ? grid.rows - 1 : boundary(grid, draft.body.end, below.block.top) - 1;
    return { top, bottom };
  });
}

/** Between two tables the next one begins at its title, at a blank row, or where its funding block does. */
function boundary(grid: Grid, from: number, to: number): number {
  for (let row = from; row < to; row++) {
    const cells = grid.cells(row);
    if (cells.length === 0) {
      const next = grid.cells(Math.min(row + 1, grid.rows - 1));
      if (next.some((cell) => ABOVE_TABLE.test(cell.text) && !/^注|^备注|填报人|审核/.test(cell.text))) return row;
      continue;
    }
    if (cells.some((cell) => NEXT_TABLE.test(cell.text) && !/^注|^备注|^说明|填报说明|[。;]/.test(cell.text))) return row;
    if (isFundingHeader(cells)) return row;
  }
  return to;
}

/** Rows to be scored; or the blank form of such a table, with its levels, its slots and a title or funding block. */
function isScoreTable(scoreTable: ScoreTable): boolean {
  const rows = scoreTable.rows.filter((row) => row.role === 'indicator');
  const levels = scoreTable.columns.filter((column) => column.role === 'level').length;
  if (rows.length === 0) {
    const slots = scoreTable.rows.filter((row) => row.role === 'placeholder').length;
    return slots >= 2 && levels >= 2 && (scoreTable.funding !== undefined || scoreTable.title !== null);
  }
  // Scores without 分值, criteria or targets: only where the points stand in the names.
  const bare =
    !scoreTable.columns.some((column) => ['weight', 'criterion', 'target', 'description'].includes(column.role)) &&
    !scoreTable.columns.some((column) => /级/.test(column.header.value));
  if (bare && !rows.some((row) => row.weightFrom === 'name')) return false;
  return scoreTable.confidence >= CONFIDENT;
}

/** On a data sheet 「指标项目|计量单位|数值」 is no score table: points, or levels with target and 完成值, have to be there. */
function isSurelyScored({ self, columns }: ScoreTable): boolean {
  const roles = new Set(columns.map((column) => column.role));
  if (self !== null || roles.has('weight')) return true;
  return columns.some((column) => /级/.test(column.header.value)) && roles.has('target') && roles.has('actual');
}

function scoreTablesOf(grid: Grid, drafts: readonly Draft[], date1904: boolean, told: boolean): ScoreTable[] {
  const regions = regionsOf(grid, drafts);
  const out: ScoreTable[] = [];
  let first: Context | null = null;
  drafts.forEach((draft, index) => {
    const { scoreTable, context } = buildTable(draft, regions[index]!, first, date1904);
    first ??= context;
    if (isScoreTable(scoreTable) || (told && scoreTable.rows.some((row) => row.role === 'indicator'))) out.push(scoreTable);
  });
  return out;
}

function doubtOf(sheetName: string, near: NearHeader): Doubt {
  return { what: `工作表「${sheetName}」`, lookedFor: near.missing, found: near.texts.slice(0, 8).join('、') };
}

/** What a sheet without any likely header shows instead: the first row that has several texts. */
function glance(grid: Grid): Doubt {
  let best: readonly string[] = [];
  for (let row = 0; row < Math.min(grid.rows, 30) && best.length < 3; row++) {
    const texts = grid
      .cells(row)
      .map((cell) => cell.text)
      .filter((text) => !/^[-+\d.,%]+$/.test(text));
    if (texts.length > best.length) best = texts;
  }
  const found = best
    .slice(0, 8)
    .map((text) => (text.length > 12 ? `${text.slice(0, 12)}…` : text))
    .join('、');
  return { what: `工作表「${grid.sheet.name}」`, lookedFor: ['指标名称列', '分值列', '得分列'], ...(found === '' ? {} : { found }) };
}

/** Where a person says that the headings of a sheet's table stand, 0-based. */
export interface HeadingTold {
  readonly sheet: number;
  readonly row: number;
}

/**
 * Finds every score table of a workbook, in workbook order. With none, `doubts` says what was looked for and found.
 * `told`: the headings of that sheet stand there; nothing else is looked for in it.
 * @throws UnreadableError `too-many-tables`
 */
export function recognise(given: WorkbookSnapshot, told: HeadingTold | null = null): Recognised {
  const { book } = calculated(given);
  const tables: ScoreTable[] = [];
  const doubts: Doubt[] = [];
  /** On hidden sheets: older copies, mostly. Read only where nothing else is there. */
  const hidden: ScoreTable[] = [];
  const data: Figure[] = [];
  const listed: SummaryLine[] = [];
  let dataYear: Found<number> | null = null;
  const count = tableCount();
  book.sheets.forEach((sheet, index) => {
    if (sheet.ours === true) return;
    if (sheet.rows === 0) {
      if (book.sheets.length === 1)
        doubts.push({ what: `工作表「${sheet.name}」`, lookedFor: ['指标名称列', '分值列', '得分列'], found: '空白工作表' });
      return;
    }
    const grid = new Grid(sheet, index);
    const own = told?.sheet === index ? headerAt(grid, told.row) : null;
    const { blocks, near } = own === null ? findHeaders(grid) : { blocks: [own], near: [] };
    const ofData = own === null && isDataSheet(sheet, grid);
    const tabled = blocks.length > 0 ? scoreTablesOf(grid, draftsOf(grid, blocks), book.date1904, own !== null) : [];
    const found = ofData ? tabled.filter(isSurelyScored) : tabled;
    const visible = sheet.state === 'visible' || own !== null;
    (visible ? tables : hidden).push(...found);
    count(found, sheet.name);
    if (ofData && visible) {
      const read = readDataSheet(grid, 0, (found[0]?.table.range.top ?? grid.rows) - 1);
      data.push(...read.figures);
      dataYear ??= read.year;
    }
    if (found.length > 0) return;
    listed.push(...summaryIn(grid, ofData));
    if (tables.length > 0 || doubts.length >= MAX_DOUBTS) return;
    if (near.length === 0) doubts.push(glance(grid));
    for (const one of near.slice(0, 2)) doubts.push(doubtOf(sheet.name, one));
  });
  const shown = tables.length > 0 ? tables : hidden;
  const leftOut = tables.length > 0 ? hidden.filter((table) => !isUnfilled(table)).map((table) => table.table.sheet) : [];
  const numbered = shown.map((table, index): ScoreTable => ({
    ...table,
    data,
    ...inSummary(summaryLineOf(table, shown, listed)),
    ...(dataYear === null ? {} : { dataYear }),
    ...(shown.length === 1 ? {} : { otherYears: shown.flatMap((other) => (other === table ? [] : (other.year ?? []))) }),
    ...(index > 0 || leftOut.length === 0 ? {} : { leftOut: [...new Set(leftOut)] }),
    table: { ...table.table, number: index + 1, of: shown.length },
  }));
  return { tables: numbered, doubts: numbered.length > 0 ? [] : doubts.slice(0, MAX_DOUBTS) };
}

/** A visible sheet that is a data sheet (数据表, 基础数据表) and holds figures, whether or not a score table stands beside it. */
export function holdsDataSheet(given: WorkbookSnapshot): boolean {
  return calculated(given).book.sheets.some((sheet, index) => {
    if (sheet.ours === true || sheet.state !== 'visible' || sheet.rows === 0) return false;
    const grid = new Grid(sheet, index);
    return isDataSheet(sheet, grid) && readDataSheet(grid, 0, grid.rows - 1).figures.length > 0;
  });
}

function summaryIn(grid: Grid, ofData: boolean): readonly SummaryLine[] {
  return ofData || grid.sheet.state !== 'visible' ? [] : readSummary(grid);
}

function inSummary(summary: SummaryLine | null): Pick<ScoreTable, 'summary'> {
  return summary === null ? {} : { summary };
}

export type { Recognised, ScoreTable } from '../score-table';
export { isTemplateName, nameAndWeight } from './names';
export { indicatorForms, type IndicatorForm, type ProjectNamed, recogniseGoals } from './goal-forms';
export { type BudgetEntry, readBudgetLists } from './budget-list';
