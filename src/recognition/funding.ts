/** The funding table: 年度资金总额 with its sources, and the execution rate that is scored there. */
import type { Grid, GridCell } from './grid';
import { isFooter, isFundingHeader, isGoalsRow, isTitleRow } from './landmarks';
import { moneySlot, numberOfText, rateSlot, textSlot } from './numbers';
import { scoreIn, weightSlot, type PointScale } from './points';
import { type Addr, bracketed, type CellValue, Dec, normal, withoutBrackets, wordsPattern } from '../workbook';
import type { Found, Funding, FundingKind, FundingRow, MoneyUnit, Slot } from '../score-table';
import words from './data/funding-words.json';

type Role = keyof Funding['columns'];

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['rate', new RegExp(`${wordsPattern(words.rateEnds)}$|预算执行率`)],
  ['score', /^评分$|^得分.{0,2}$|自评分$|^(?:执行率|自评)得分/],
  ['weight', /分值|权重|满分/],
  ['initial', /^年初(?:预算)?(?:数|安排|预算数|批复数|安排数)?$|^年初预算|年初批复/],
  ['arrived', /到位/],
  ['executed', new RegExp(`${wordsPattern(words.executed)}|^执行$`)],
  ['budget', new RegExp(`${wordsPattern(words.budget)}|^预算$`)],
  ['reason', /原因|说明|备注/],
];
const TOTAL = new RegExp(`${wordsPattern(words.totals)}|^${wordsPattern(words.totalBegins)}|^${wordsPattern(words.totalWhole)}$`);
const AMOUNTS = ['initial', 'budget', 'arrived', 'executed', 'weight', 'rate', 'score'] as const;
const MAX_ROWS = 40;

interface Columns {
  readonly map: ReadonlyMap<Role, GridCell>;
  readonly firstAmount: number;
}

function roleOf(text: string): Role | null {
  const bare = withoutBrackets(text).replace(/[:：A-C]$/g, '');
  if (bare.length > 16) return null;
  if (/权重/.test(bare)) return 'weight';
  for (const [role, pattern] of ROLES) if (pattern.test(bare)) return role;
  return null;
}

function columnsOf(cells: readonly GridCell[]): Columns | null {
  const map = new Map<Role, GridCell>();
  for (const cell of cells) {
    const role = roleOf(cell.text);
    if (role !== null && !map.has(role) && cell.row >= cells[0]!.row - 3) map.set(role, cell);
  }
  const money = ['initial', 'budget', 'executed'].filter((role) => map.has(role as Role)).length;
  const scoredRate = map.has('rate') && map.has('score');
  if (money < 2 && !(money >= 1 && map.has('rate')) && !scoredRate) return null;
  const amounts = [...map.values()].map((cell) => cell.col);
  return { map, firstAmount: Math.min(...amounts) };
}

interface Draft {
  readonly label: Found<string>;
  readonly kind: FundingKind;
  readonly parent: number | null;
  readonly labelAmount?: Slot<Dec>;
}

const LABEL_AMOUNT = /^(.{2,24}?)[:：](-?[\d,]{0,20}\.?\d{1,20})(?:万元|元|万)?$/;

/** 「其中:基本支出:900.47」 → label 其中:基本支出 and its figure. */
function splitLabel(grid: Grid, cell: GridCell): { label: Found<string>; amount?: Slot<Dec> } {
  const at: Addr = { sheet: grid.index, row: cell.row, col: cell.col };
  const raw = grid.own(cell.row, cell.col);
  const match = LABEL_AMOUNT.exec(cell.text);
  const value = match === null ? null : numberOfText(match[2]!);
  if (match === null || value === null) return { label: { value: cell.text.replace(/[:：]$/, ''), at, raw } };
  return { label: { value: match[1]!, at, raw }, amount: { state: 'value', value: value.value, at, raw, odd: [] } };
}

class Reader {
  readonly rows: FundingRow[] = [];
  private total: number | null = null;
  private income: number | null = null;
  private expenditure: number | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly columns: Columns,
    private readonly unit: '元' | '万元' | null,
    private readonly points: PointScale,
  ) {}

  get totalIndex(): number | null {
    return this.total;
  }

  /** Without a row that calls itself the total, the first is it. */
  settle(): void {
    if (this.total === null && this.rows.length > 0 && this.rows[0]!.kind === 'part') {
      this.total = 0;
      this.rows[0] = { ...this.rows[0]!, kind: 'total', parent: null };
    }
    const total = this.total;
    this.rows.forEach((row, index) => {
      if (row.kind === 'part' && row.parent === null && index !== total) this.rows[index] = { ...row, parent: total };
    });
  }

  private place(row: number, role: Role): { raw: CellValue; at: Addr } | null {
    const header = this.columns.map.get(role);
    if (header === undefined) return null;
    for (let col = header.col; col <= Math.max(header.right, header.col); col++) {
      const rect = this.grid.mergeAt(row, col);
      if (rect !== null && (rect.left < header.col || rect.top < row)) continue;
      const raw = this.grid.own(row, col);
      if (raw !== null || col === header.right)
        return { raw: raw ?? this.grid.own(row, header.col), at: { sheet: this.grid.index, row, col: raw === null ? header.col : col } };
    }
    return null;
  }

  private amounts(row: number): Partial<FundingRow> {
    const out: { -readonly [K in keyof FundingRow]?: FundingRow[K] } = {};
    for (const role of ['initial', 'budget', 'arrived', 'executed'] as const) {
      const place = this.place(row, role);
      if (place !== null) out[role] = moneySlot(place.raw, place.at, this.unit);
    }
    const weight = this.place(row, 'weight');
    if (weight !== null) out.weight = weightSlot(weight.raw, weight.at, this.grid.format(weight.at.row, weight.at.col), null);
    const score = this.place(row, 'score');
    if (score !== null) out.score = scoreIn(this.points, this.grid, score.raw, score.at);
    const rate = this.place(row, 'rate');
    if (rate !== null) out.rate = rateSlot(rate.raw, rate.at, this.grid.format(rate.at.row, rate.at.col), true);
    const reason = this.place(row, 'reason');
    if (reason !== null) out.reason = textSlot(reason.raw, reason.at);
    return out;
  }

  private classify(label: string): Pick<Draft, 'kind' | 'parent'> {
    const next = this.rows.length;
    if (/按收入(?:性质|来源)/.test(label)) {
      this.income = next;
      return { kind: 'income', parent: this.total };
    }
    if (/按支出(?:性质|用途|类型)/.test(label)) {
      this.expenditure = next;
      return { kind: 'expenditure', parent: this.total };
    }
    if (this.total === null && !/^其中/.test(label) && TOTAL.test(label)) {
      this.total = next;
      return { kind: 'total', parent: null };
    }
    if (this.expenditure !== null && /支出/.test(label)) return { kind: 'expenditure', parent: this.expenditure };
    if (this.income !== null) return { kind: 'income', parent: this.income };
    if (this.expenditure !== null) return { kind: 'expenditure', parent: this.expenditure };
    return { kind: 'part', parent: this.total };
  }

  /** Labels of a row: one, or two where income and expenditure stand side by side. */
  private labels(row: number, side: GridCell | null): readonly GridCell[] {
    const cells = this.grid.cells(row);
    const inside = cells.filter(
      (cell) => cell.col < this.columns.firstAmount && (side === null || cell.col !== side.col) && !/^[\d.,%]+$/.test(cell.text),
    );
    const further = cells.filter(
      (cell) =>
        cell.col >= this.columns.firstAmount &&
        (LABEL_AMOUNT.test(cell.text) || /^按(?:收入|支出)性质/.test(cell.text) || (/[:：]$/.test(cell.text) && !/\d/.test(cell.text))),
    );
    const main = inside[inside.length - 1];
    return main === undefined ? further : [main, ...further];
  }

  read(row: number, side: GridCell | null): boolean {
    const labels = this.labels(row, side);
    const amounts = this.amounts(row);
    const filled = AMOUNTS.some((role) => amounts[role] !== undefined && amounts[role].state !== 'blank');
    if (labels.length === 0) {
      if (!filled || this.rows.length > 0) return false;
      const at = { sheet: this.grid.index, row, col: 0 };
      this.total = 0;
      this.rows.push({ label: { value: '年度资金总额', at, raw: null }, kind: 'total', parent: null, ...amounts });
      return true;
    }
    labels.forEach((cell, index) => {
      const { label, amount } = splitLabel(this.grid, cell);
      const draft: FundingRow = {
        label,
        ...this.classify(label.value),
        ...(index === 0 && cell.col < this.columns.firstAmount ? amounts : {}),
        ...(amount === undefined ? {} : { labelAmount: amount }),
      };
      this.rows.push(draft);
    });
    return true;
  }
}

function unitOf(texts: readonly string[], fallback: MoneyUnit | null): '元' | '万元' | null {
  for (const text of texts) {
    if (/万元/.test(text)) return '万元';
    if (/\(元\)|单位:元|金额.{0,2}元/.test(text)) return '元';
  }
  return fallback === '元' || fallback === '万元' ? fallback : null;
}

function headerWeightOf(grid: Grid, cells: readonly GridCell[]): Found<Dec> | undefined {
  for (const cell of cells) {
    for (const inner of bracketed(cell.text)) {
      const match = /^(\d+(?:\.\d+)?)分/.exec(inner);
      if (match !== null)
        return { value: new Dec(match[1]!), at: { sheet: grid.index, row: cell.row, col: cell.col }, raw: grid.own(cell.row, cell.col) };
    }
  }
  return undefined;
}

/** Finds and reads the funding table between two rows (both inclusive). `money` is what the sheet says its amounts are in. */
export function readFunding(grid: Grid, from: number, to: number, money: MoneyUnit | null, points: PointScale): Funding | null {
  for (let row = from; row <= to; row++) {
    const shown = grid.cells(row, true);
    if (shown.length < 2) continue;
    if (!isFundingHeader(shown) && !shown.some((cell) => /执行率/.test(cell.text))) continue;
    const columns = columnsOf(shown);
    if (columns === null || /\d/.test([...columns.map.values()].map((cell) => withoutBrackets(cell.text)).join(''))) continue;
    const funding = readFrom(grid, row, to, columns, money, points);
    if (funding !== null) return funding;
  }
  return null;
}

function readFrom(grid: Grid, header: number, to: number, columns: Columns, money: MoneyUnit | null, points: PointScale): Funding | null {
  const headerCells = grid.cells(header, true);
  const left = headerCells.find((cell) => cell.col < columns.firstAmount) ?? null;
  // A side label («项目资金(万元)») spans header and rows; it names none of them.
  const side = left !== null && left.bottom > header ? left : null;
  const unit = unitOf(
    headerCells.map((cell) => cell.text),
    money,
  );
  const reader = new Reader(grid, columns, unit, points);
  let bottom = header;
  for (const cell of columns.map.values()) bottom = Math.max(bottom, Math.min(cell.bottom, header + 2));
  let blanks = 0;
  for (let row = bottom + 1; row <= to && row <= header + MAX_ROWS; row++) {
    const cells = grid.cells(row);
    if (cells.length === 0) {
      blanks += 1;
      if (blanks > 3) break;
      continue;
    }
    if (isGoalsRow(cells) || isTitleRow(cells) || isFooter(cells, true) || (reader.rows.length > 0 && isFundingHeader(cells))) break;
    if (cells.some((cell) => /^[一二三]级指标/.test(cell.text))) break;
    if (!reader.read(row, side)) break;
    blanks = 0;
    bottom = row;
  }
  if (reader.rows.length === 0) return null;
  reader.settle();
  const named = Object.fromEntries(
    [...columns.map].map(([role, cell]) => [
      role,
      { value: cell.text, at: { sheet: grid.index, row: cell.row, col: cell.col }, raw: grid.own(cell.row, cell.col) },
    ]),
  ) as Funding['columns'];
  const weight = headerWeightOf(grid, headerCells);
  return {
    range: {
      top: header,
      left: side?.col ?? left?.col ?? columns.firstAmount,
      bottom,
      right: Math.max(...[...columns.map.values()].map((cell) => cell.right)),
    },
    rows: reader.rows,
    total: reader.totalIndex,
    unit,
    columns: named,
    ...(weight === undefined ? {} : { headerWeight: weight }),
  };
}

export function isMoneyUnit(text: string): boolean {
  return /^(?:元|万元|千元|亿元)$/.test(normal(text));
}
