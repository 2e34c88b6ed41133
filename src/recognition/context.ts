/** What stands around a table: title, unit, project, year, money unit, goals; notes, remarks, dates and totals beside it. */
import type { Grid, GridCell } from './grid';
import { dateOfSerial, dateOfText, isDateFormat, yearsOfText, type CalendarDate } from './dates';
import { type TableLabel, type TableLabelField, tableLabelOf, NEXT_LABEL } from './labels';
import { emptySlot, textSlot } from './numbers';
import type { PointScale } from './points';
import { totalIn } from './total-text';
import organisations from './data/organisations.json';
import { type Addr, wordsPattern, type CellValue, type Dec, normal, tidy } from '../workbook';
import type { Found, Goals, MoneyUnit, ScoreTable, Slot } from '../score-table';
import titles from './data/titles.json';
import grades from './data/grades.json';

export interface Context {
  title: Found<string> | null;
  kind: ScoreTable['kind'];
  unit?: Slot<string>;
  project?: Slot<string>;
  department?: Slot<string>;
  year?: Found<number>;
  years: Found<number>[];
  filledOn?: Found<CalendarDate>;
  money: MoneyUnit | null;
  goals?: Goals;
  remarks?: Slot<string>;
  grade?: Slot<string>;
  notes: Found<string>[];
  /** 「自评得分 98」 beside the table. */
  besides: { label: Found<string>; slot: Slot<Dec> }[];
}

const INLINE = /^([^:]{2,16}):(.*)$/;
const LEADING_DATE = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;
const DATE_LABEL: TableLabel = { field: 'filledOn', rank: 1 };

/** Columns of the table: others belong to a table beside it. */
interface Side {
  readonly left: number;
  readonly right: number;
}

function within(cells: readonly GridCell[], side: Side): readonly GridCell[] {
  return side.left === 0
    ? cells.filter((cell) => cell.col <= side.right)
    : cells.filter((cell) => cell.right >= side.left && cell.col <= side.right);
}

interface Pair {
  readonly label: TableLabel;
  readonly labelText: string;
  readonly labelAt: Addr;
  readonly value: CellValue;
  readonly text: string;
  readonly at: Addr;
  readonly cell: boolean;
}

/** Runs of spaces before another label separate fields: 「项目名称:某项目   单位:某局」. */
function segments(cell: GridCell, raw: CellValue): readonly string[] {
  if (typeof raw !== 'string' || !/\S\s{2,}\S{2,12}\s*[:：]/.test(raw) || !/^\s*\S+\s*[:：]\s*\S/.test(raw)) return [cell.text];
  return raw
    .split(/\s{2,}/)
    .map(normal)
    .filter((text) => text !== '');
}

function inlinePairs(text: string, at: Addr): Pair[] {
  const pairs: Pair[] = [];
  let rest = text;
  for (let guard = 0; guard < 6; guard++) {
    const date = pairs.length > 0 ? LEADING_DATE.exec(rest)?.[0] : undefined;
    if (date !== undefined) {
      pairs.push({ label: DATE_LABEL, labelText: '日期', labelAt: at, value: date, text: date, at, cell: false });
      rest = rest.slice(date.length);
    }
    const match = INLINE.exec(rest);
    if (match === null) break;
    const label = tableLabelOf(match[1]!);
    let value = match[2]!;
    const next = NEXT_LABEL.exec(value);
    const following = next === null ? '' : value.slice(next.index);
    if (next !== null) value = value.slice(0, next.index);
    if (label !== null)
      pairs.push({ label, labelText: match[1]!, labelAt: at, value: value === '' ? null : value, text: value, at, cell: false });
    if (following === '') break;
    rest = following;
  }
  return pairs;
}

function pairsOf(grid: Grid, row: number, side: Side): Pair[] {
  const cells = within(grid.cells(row), side);
  const pairs: Pair[] = [];
  cells.forEach((cell, index) => {
    const at: Addr = { sheet: grid.index, row: cell.row, col: cell.col };
    const inline = segments(cell, grid.own(cell.row, cell.col)).flatMap((text) => inlinePairs(text, at));
    const whole = inline.length === 0 ? tableLabelOf(cell.text) : null;
    const emptyInline = inline.length === 1 && inline[0]!.text === '' ? inline[0]!.label : null;
    const label = whole ?? emptyInline;
    if (label === null) {
      pairs.push(...inline);
      return;
    }
    const next = cells[index + 1];
    const valueIsLabel = next !== undefined && (tableLabelOf(next.text) !== null || INLINE.test(next.text));
    const valueAt: Addr =
      next !== undefined && !valueIsLabel
        ? { sheet: grid.index, row: next.row, col: next.col }
        : { sheet: grid.index, row: cell.row, col: cell.right + 1 };
    const usable = next !== undefined && !valueIsLabel;
    pairs.push({
      label,
      labelText: cell.text,
      labelAt: at,
      value: usable ? grid.own(next.row, next.col) : null,
      text: usable ? next.text : '',
      at: valueAt,
      cell: true,
    });
  });
  return pairs;
}

const KIND_WORDS: readonly (readonly [NonNullable<ScoreTable['kind']>, RegExp])[] = [
  ['transfer', /转移支付/],
  ['whole', /整体/],
  ['project', /项目|专项/],
];

function kindOf(text: string): ScoreTable['kind'] {
  for (const [kind, pattern] of KIND_WORDS) if (pattern.test(text)) return kind;
  return null;
}

const TITLE = new RegExp(wordsPattern(titles.assessing));
const UNIT_IN_TITLE = new RegExp(`^(.{2,30}?${wordsPattern(organisations.inTitle)})(?=${wordsPattern(titles.behindUnit)}|(?:19|20)\\d{2})`);

function fractionless(value: CellValue): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1990 && value <= 2099 ? value : null;
}

const STAMP = /盖章|公章|签章/;
const ORGANISATION = new RegExp(`${wordsPattern(organisations.names)}$`);

/** 「单位（盖章）：　　年　月　日」 at the foot of a form waits for a stamp and names nobody, unless a name stands there. */
function isStampOnly({ labelText, text }: Pair): boolean {
  return STAMP.test(labelText) && !ORGANISATION.test(text.replace(/\([^()]*\)$/, ''));
}

class Collector {
  readonly out: Context = { title: null, kind: null, years: [], money: null, notes: [], besides: [] };
  private readonly ranks = new Map<TableLabelField, number>();
  /** Below the table stand the lines for signatures and stamps. */
  below = false;

  constructor(
    private readonly grid: Grid,
    private readonly side: Side,
    private readonly date1904: boolean,
    private readonly points: PointScale,
  ) {}

  private better(label: TableLabel, hasValue: boolean): boolean {
    const rank = label.rank + (hasValue ? 0 : 10);
    const known = this.ranks.get(label.field);
    if (known !== undefined && known <= rank) return false;
    this.ranks.set(label.field, rank);
    return true;
  }

  private slot(pair: Pair): Slot<string> {
    const slot = textSlot(pair.value, pair.at);
    return slot.value === null
      ? slot
      : { ...slot, value: pair.cell && typeof pair.value === 'string' ? tidy(pair.value).replace(/\s+/g, '') : slot.value };
  }

  take(pair: Pair): void {
    const { out } = this;
    const { field } = pair.label;
    if (field === 'unit' && this.below && isStampOnly(pair)) return;
    const hasValue = pair.text !== '';
    if (field === 'money' || (field === 'unit' && /^(?:万元|元|亿元|千元)$/.test(pair.text))) {
      if (/万元/.test(pair.text)) out.money = '万元';
      else if (/^元|人民币元/.test(pair.text)) out.money = '元';
      return;
    }
    if (field === 'unit' && pair.label.rank === 2 && !hasValue) return;
    if (field === 'total') this.beside(pair);
    else if (field === 'filledOn') this.date(pair);
    else if (field === 'year') this.year(pair);
    else if (field === 'grade') this.grade(pair);
    else if (this.better(pair.label, hasValue)) out[field] = this.slot(pair);
  }

  private beside(pair: Pair): void {
    const slot = totalIn(this.points, this.grid, pair.value, pair.at);
    if (slot.state !== 'value') return;
    this.out.besides.push({
      label: { value: pair.labelText, at: pair.labelAt, raw: this.grid.own(pair.labelAt.row, pair.labelAt.col) },
      slot,
    });
  }

  private grade(pair: Pair): void {
    const ticked = TICKED.exec(pair.text);
    if (ticked !== null) {
      this.out.grade = { state: 'value', value: ticked[1]!, at: pair.at, raw: pair.value, odd: [] };
      return;
    }
    if (pair.text.length > 8 && pair.text !== '') return;
    if (this.better(pair.label, pair.text !== '')) this.out.grade = textSlot(pair.value, pair.at);
  }

  private date(pair: Pair): void {
    const date =
      typeof pair.value === 'number'
        ? isDateFormat(this.grid.format(pair.at.row, pair.at.col))
          ? dateOfSerial(pair.value, this.date1904)
          : null
        : dateOfText(pair.text);
    if (date !== null) this.out.filledOn = { value: date, at: pair.at, raw: pair.value };
  }

  private year(pair: Pair): void {
    const text = pair.text;
    const year = fractionless(pair.value) ?? (/^((?:19|20)\d{2})/.test(text) ? Number(text.slice(0, 4)) : null);
    if (year === null) return;
    this.out.years.push({ value: year, at: pair.at, raw: pair.value });
    this.out.year = { value: year, at: pair.at, raw: pair.value };
  }

  title(row: number): void {
    const cells = within(this.grid.cells(row), this.side);
    for (const cell of cells) {
      const at: Addr = { sheet: this.grid.index, row: cell.row, col: cell.col };
      const raw = this.grid.own(cell.row, cell.col);
      if (/万元/.test(cell.text) && /单位|金额/.test(cell.text)) this.out.money ??= '万元';
      else if (/(?:单位|金额):?\(?元\)?$/.test(cell.text)) this.out.money ??= '元';
      const short = cell.text.length <= 70 && !/[。;]/.test(cell.text);
      const titled =
        short &&
        TITLE.test(cell.text) &&
        /表|评分|自评|评价|考核/.test(cell.text) &&
        tableLabelOf(cell.text) === null &&
        !INLINE.test(cell.text) &&
        cells.length <= 2;
      if (titled && (this.out.title === null || !/表/.test(this.out.title.value))) this.out.title = { value: cell.text, at, raw };
      // A year in a title line or in brackets of its own; a goal's prose is not asked.
      if (short && (titled || /^\(?[^\d]{0,4}(?:19|20)\d{2}年?度?\)?(?:年度?)?\)?$/.test(cell.text))) this.yearIn(cell.text, at, raw);
    }
  }

  private yearIn(text: string, at: Addr, raw: CellValue): void {
    const years = yearsOfText(text);
    const bare = years.length === 0 ? /^\(?((?:19|20)\d{2})年?度?\)?$/.exec(text) : null;
    for (const value of bare === null ? years : [Number(bare[1])]) {
      this.out.years.push({ value, at, raw });
      this.out.year ??= { value, at, raw };
    }
  }

  note(cell: GridCell): void {
    const at: Addr = { sheet: this.grid.index, row: cell.row, col: cell.col };
    this.out.notes.push({
      value: tidy(String(this.grid.own(cell.row, cell.col) ?? cell.text)),
      at,
      raw: this.grid.own(cell.row, cell.col),
    });
  }
}

const GOALS_LABEL = /^(?:年度|项目|整体|本年)?(?:年度|总体|绩效|整体)?(?:总体|绩效)?目标(?:完成情况)?$|^年度总体目标|^年度绩效目标/;

function goalsAt(grid: Grid, row: number): Goals | null {
  const cells = grid.cells(row, true).filter((cell) => !GOALS_LABEL.test(cell.text));
  const head = cells.filter((cell) => /预期目标|实际完成|完成情况|年初设定|目标完成/.test(cell.text) && cell.text.length <= 16);
  if (
    head.length < 1 ||
    !grid.cells(row).some((cell) => head.includes(cell) || GOALS_LABEL.test(cell.text) || head.some((one) => one.col === cell.col))
  )
    return null;
  const expectedAt = head.find((cell) => /预期|年初|设定/.test(cell.text));
  const achievedAt = head.find((cell) => cell !== expectedAt && /实际|完成/.test(cell.text));
  if (expectedAt === undefined && achievedAt === undefined) return null;
  const below = (cell: GridCell | undefined): Slot<string> | undefined =>
    cell === undefined || cell.bottom + 1 >= grid.rows
      ? undefined
      : textSlot(grid.value(cell.bottom + 1, cell.col), grid.addr(cell.bottom + 1, cell.col));
  const expected = below(expectedAt);
  const achieved = below(achievedAt);
  return { ...(expected === undefined ? {} : { expected }), ...(achieved === undefined ? {} : { achieved }) };
}

const TICKED = new RegExp(`[☑■√✔✓●]\\s*(${wordsPattern(grades.ticked)})`);
const NOTE = new RegExp(`^${wordsPattern(titles.notes)}[:：\\d一]|^\\d{1,2}[.、]|^[①-⑩]|^\\(\\d\\)`);

/**
 * Reads the rows above (`above`) and below (`below`) a table, both [from, to] inclusive; `skip` holds rows of the
 * funding table; `side` the table's columns. Rows above give title and labels, rows below give notes, dates, remarks; labels are read in both.
 */
export function readContext(
  grid: Grid,
  above: readonly [number, number],
  below: readonly [number, number],
  inside: readonly number[],
  skip: (row: number) => boolean,
  side: Side,
  date1904: boolean,
  points: PointScale,
): Context {
  const collector = new Collector(grid, side, date1904, points);
  for (let row = above[0]; row <= above[1]; row++) {
    if (skip(row)) {
      for (const cell of grid.cells(row))
        if (/\(万元\)|单位:万元/.test(cell.text)) collector.out.money ??= '万元';
        else if (/\(元\)|单位:元/.test(cell.text)) collector.out.money ??= '元';
      continue;
    }
    collector.title(row);
    for (const pair of pairsOf(grid, row, side)) collector.take(pair);
    const goals = goalsAt(grid, row);
    if (goals !== null) collector.out.goals = goals;
  }
  const after = Array.from({ length: Math.max(0, below[1] - below[0] + 1) }, (_, index) => below[0] + index);
  for (const row of [...inside, ...after]) {
    if (skip(row)) continue;
    collector.below = row >= below[0];
    for (const pair of pairsOf(grid, row, side)) collector.take(pair);
    for (const cell of grid.cells(row))
      if (cell.text.length > 8 && (NOTE.test(cell.text) || cell.right - cell.col >= 3)) collector.note(cell);
  }
  const { out } = collector;
  finish(grid, out);
  return out;
}

function finish(grid: Grid, out: Context): void {
  const title = out.title?.value ?? '';
  out.kind = kindOf(title) ?? (out.project !== undefined ? 'project' : kindOf(grid.sheet.name));
  if (out.unit === undefined && out.title !== null) {
    const match = UNIT_IN_TITLE.exec(title.replace(/^附(?:件|表)\d*[:：]?/, '').replace(/^(?:19|20)\d{2}年度?/, ''));
    if (match !== null) out.unit = { state: 'value', value: match[1]!, at: out.title.at, raw: out.title.raw, odd: [] };
  }
  if (out.year === undefined) {
    const years = yearsOfText(grid.sheet.name);
    if (years.length > 0) out.year = { value: years[0]!, at: { sheet: grid.index, row: 0, col: 0 }, raw: grid.sheet.name };
  }
}

export function blankSlot<T>(at: Addr): Slot<T> {
  return emptySlot<T>(null, at)!;
}
