/** What stands around a table: title, unit, project, year, money unit, goals; notes, remarks, dates and totals beside it. */
import type { Grid, GridCell } from './grid';
import { dateOfSerial, dateOfText, isDateFormat, yearsOfText, type CalendarDate } from './dates';
import { goalsAt } from './goals';
import { INLINE, type Pair, pairsOf, type TableSide, onSide } from './label-pairs';
import { type TableLabel, type TableLabelField, tableLabelOf } from './labels';
import { emptySlot, textSlot } from './numbers';
import type { PointScale } from './points';
import { totalIn } from './total-text';
import organisations from './data/organisations.json';
import { type Addr, wordsPattern, type CellValue, type Dec, tidy } from '../workbook';
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
    private readonly side: TableSide,
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
    const cells = onSide(this.grid.cells(row), this.side);
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
  side: TableSide,
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
