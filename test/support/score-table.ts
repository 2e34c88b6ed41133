/**
 * A ScoreTable and the workbook it was read from, built by hand, so that a check can be tested without recognition.
 *
 * Layout of the sheet 「评分表」 (1-based rows; the funding part only where it is asked for):
 *   1   title · 2 单位名称 (B2) · 3 填报日期 (B3)
 *   4   funding header: A 项目资金 · B 年初预算数 · C 全年预算数 · D 到位数 · E 全年执行数 · F 分值 · G 得分 · H 原因 · I 执行率
 *   5…  年度资金总额, then the parts
 *   then the indicator header and one row each:
 *       A 一级指标 · B 二级指标 · C 三级指标 · D 目标值 · E 完成值 · F 分值 · G 得分 · H 原因 · I 佐证 · J 评分标准 · K 复核分 · L 指标性质 · M 单位 · N 完成率 · O 系数 · P 单项得分
 *   subtotals stand where `after` says, totals at the end: label in A, 分值 in F, 得分 in G, 复核 in K
 *   then 等级 (B), 其他说明 (B), one note a row (A).
 * Without funding the indicator header is row 4 and the first indicator row 5.
 */
import { moneySlot, rateSlot, textSlot } from '../../src/recognition/numbers';
import { scoreSlot, weightSlot } from '../../src/recognition/points';
import { comparatorOfSymbol, quantitySlot } from '../../src/recognition/quantity';
import { normal } from '../../src/workbook/text';
import type {
  BudgetOfTable,
  Column,
  ColumnRole,
  Doubt,
  Figure,
  Found,
  Funding,
  FundingKind,
  FundingRow,
  Group,
  GroupId,
  IndicatorRow,
  RowId,
  RowRole,
  ScoreColumn,
  Slot,
  ScoreTable,
  SummaryLine,
  TotalRow,
} from '../../src/score-table/types';
import { Dec } from '../../src/workbook/decimal';
import type { Addr, CellValue, WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf, type RichCell, type TestCell } from './sheets';

/** A value as typed, or with its formula or format: `{ f: 'SUM(G5:G9)', v: 98 }`, `{ v: 0.5, format: '0%' }`. */
export type Typed = CellValue | RichCell;

export interface RowSpec {
  readonly name?: string;
  /** Names above it; 「产出/数量」 is short for ['产出', '数量']. Default 「产出/数量」. */
  readonly path?: string;
  readonly role?: RowRole;
  readonly weight?: Typed;
  readonly score?: Typed | undefined;
  readonly review?: Typed;
  readonly target?: Typed;
  readonly actual?: Typed;
  readonly reason?: Typed;
  readonly evidence?: Typed;
  readonly criterion?: Typed;
  readonly symbol?: Typed;
  readonly unit?: Typed;
  readonly completion?: Typed;
  readonly coefficient?: Typed;
  readonly itemScore?: Typed;
  readonly applies?: boolean | null;
  /** Score and 分值 lie in the merged cell of the row so many rows above. */
  readonly sharesScoreOf?: number;
  readonly sharesWeightOf?: number;
}

export interface FundingRowSpec {
  readonly label?: string;
  readonly kind?: FundingKind;
  /** Index of the row it is part of; default 0. */
  readonly parent?: number | null;
  readonly initial?: Typed;
  readonly budget?: Typed;
  readonly arrived?: Typed;
  readonly executed?: Typed;
  readonly weight?: Typed;
  readonly rate?: Typed;
  readonly score?: Typed;
  readonly reason?: Typed;
  readonly labelAmount?: number;
}

export interface TotalSpec {
  readonly label?: string;
  readonly weight?: Typed;
  readonly score?: Typed;
  readonly review?: Typed;
  /** Indexes in `rows`, −1 for the execution row; null: not sure. Default: everything (a subtotal: the rows of `group`). */
  readonly covers?: readonly number[] | null;
  /** Subtotals: the path whose rows it adds up; it stands below the last of them. */
  readonly group?: string;
}

export interface SheetSpec {
  readonly rows: readonly RowSpec[];
  readonly funding?:
    | {
        /** 年度资金总额. With a weight it is an execution row. */
        readonly total: FundingRowSpec;
        readonly parts?: readonly FundingRowSpec[];
        readonly unit?: '元' | '万元' | 'mixed' | null;
        /** Columns the form does not have. */
        readonly without?: readonly (keyof Funding['columns'])[];
      }
    | undefined;
  /** Stated 分值 of groups by path: `{ '产出': 50, '产出/数量': 20 }`, written in the group's name. */
  readonly groupWeights?: Readonly<Record<string, Typed>>;
  readonly total?: TotalSpec | null;
  readonly totals?: readonly TotalSpec[];
  readonly subtotals?: readonly TotalSpec[];
  /** Columns the form does not have at all (their slots are absent). */
  readonly without?: readonly ('weight' | 'score' | 'target' | 'actual' | 'reason' | 'evidence' | 'criterion')[];
  /** A 复核分 column, K. Default: only where a row has one. */
  readonly review?: boolean;
  readonly grade?: Typed;
  /** Behind a label of its own, of the 复核分. */
  readonly reviewGrade?: Typed;
  readonly remarks?: Typed;
  /** What came of the year's goals, in A31. */
  readonly goals?: { readonly achieved: string };
  readonly notes?: readonly string[];
  readonly title?: string;
  readonly unit?: Typed;
  readonly year?: number;
  readonly yearsMentioned?: readonly number[];
  /** In the title of a data sheet (A31), and of the workbook's other score tables. */
  readonly dataYear?: number;
  readonly leftOut?: readonly number[];
  readonly otherYears?: readonly number[];
  /** The line of a list of projects, in row 41: A name · B score · C grade · D 年初 · E 全年 · F a budget · G 执行. */
  readonly summary?: {
    readonly unit?: '元' | '万元' | null;
    readonly score?: Typed;
    readonly grade?: Typed;
    readonly initial?: Typed;
    readonly budget?: Typed;
    readonly anyBudget?: Typed;
    readonly executed?: Typed;
  };
  /** What the budget system has for the project: figures by kind, in 元 with two decimals unless said. */
  readonly budget?: BudgetOfTable;
  readonly filledOn?: { readonly year: number; readonly month: number; readonly day: number };
  readonly kind?: ScoreTable['kind'];
  readonly money?: ScoreTable['money'];
  readonly fullScore?: number | null;
  readonly data?: readonly Figure[];
  readonly doubts?: readonly Doubt[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
}

export interface Built {
  readonly scoreTable: ScoreTable;
  readonly book: WorkbookSnapshot;
}

const SHEET = 0;
const COLS = {
  target: 3,
  actual: 4,
  weight: 5,
  score: 6,
  reason: 7,
  evidence: 8,
  criterion: 9,
  review: 10,
  symbol: 11,
  unit: 12,
  completion: 13,
  coefficient: 14,
  itemScore: 15,
} as const;
const FUNDING_COLS = { initial: 1, budget: 2, arrived: 3, executed: 4, weight: 5, score: 6, reason: 7, rate: 8 } as const;
const FUNDING_HEADERS = {
  initial: '年初预算数',
  budget: '全年预算数',
  arrived: '到位数',
  executed: '全年执行数',
  weight: '分值',
  score: '得分',
  reason: '原因',
  rate: '执行率',
} as const;
const HEADERS: readonly (readonly [keyof typeof COLS, string, ColumnRole])[] = [
  ['target', '年度指标值', 'target'],
  ['actual', '实际完成值', 'actual'],
  ['weight', '分值', 'weight'],
  ['score', '得分', 'score'],
  ['reason', '偏差原因分析及改进措施', 'reason'],
  ['evidence', '佐证材料', 'evidence'],
  ['criterion', '评分标准', 'criterion'],
  ['review', '复核分', 'score'],
  ['symbol', '指标性质', 'symbol'],
  ['unit', '度量单位', 'unit'],
  ['completion', '完成率', 'completion'],
  ['coefficient', '得分系数', 'coefficient'],
  ['itemScore', '单项指标得分', 'itemScore'],
];

const rowId = (text: string): RowId => text as RowId;
const groupId = (text: string): GroupId => text as GroupId;

class Builder {
  readonly grid: TestCell[][] = [];
  private readonly without: ReadonlySet<string>;
  private readonly review: boolean;
  private readonly rows: IndicatorRow[] = [];
  private readonly totals: TotalRow[] = [];
  private readonly groupAt = new Map<string, Addr>();
  private readonly indexToId = new Map<number, RowId>();
  private line = 3;

  constructor(private readonly spec: SheetSpec) {
    this.without = new Set(spec.without ?? []);
    this.review = spec.review ?? spec.rows.some((row) => row.review !== undefined);
  }

  put(row: number, col: number, cell: Typed | undefined): Addr {
    if (cell !== undefined && cell !== null) (this.grid[row] ??= [])[col] = cell;
    return { sheet: SHEET, row, col };
  }

  build(): Built {
    const spec = this.spec;
    const title = spec.title ?? '项目支出绩效自评表（2024年度）';
    this.put(0, 0, title);
    this.put(1, 0, '单位名称');
    const unit = textSlot(
      rawOf(spec.unit === undefined ? '某某局' : spec.unit),
      this.put(1, 1, spec.unit === undefined ? '某某局' : spec.unit),
    );
    this.put(2, 0, '填报日期');
    const funding = spec.funding === undefined ? undefined : this.funding(spec.funding);
    const header = this.header();
    const top = this.line;
    this.indicators();
    const groups = this.groups();
    this.finalTotals();
    const grade = spec.grade === undefined ? undefined : this.labelled('评价等级', spec.grade);
    const reviewGrade = spec.reviewGrade === undefined ? undefined : this.labelled('复核等级', spec.reviewGrade);
    const remarks = spec.remarks === undefined ? undefined : this.labelled('其他需要说明的事项', spec.remarks);
    const notes = (spec.notes ?? []).map((text): Found<string> => ({ value: text, at: this.put(this.line++, 0, text), raw: text }));
    const year = spec.year ?? 2024;
    const scoreTable: ScoreTable = {
      table: { sheet: SHEET, range: { top: funding?.range.top ?? header, left: 0, bottom: this.line - 1, right: 15 }, number: 1, of: 1 },
      kind: spec.kind === undefined ? 'project' : spec.kind,
      title: found(title, this.addr(0, 0)),
      unit,
      year: found(year, this.addr(0, 0)),
      yearsMentioned: (spec.yearsMentioned ?? [year]).map((value) => found(value, this.addr(0, 0))),
      ...(spec.leftOut === undefined ? {} : { leftOut: spec.leftOut }),
      ...(spec.dataYear === undefined ? {} : { dataYear: found(spec.dataYear, this.addr(30, 0)) }),
      ...(spec.otherYears === undefined ? {} : { otherYears: spec.otherYears.map((value) => found(value, this.addr(31, 0))) }),
      ...(spec.summary === undefined ? {} : { summary: this.summary(spec.summary) }),
      ...(spec.budget === undefined ? {} : { budget: spec.budget }),
      ...(spec.goals === undefined ? {} : { goals: { achieved: textSlot(spec.goals.achieved, this.put(30, 0, spec.goals.achieved)) } }),
      ...(spec.filledOn === undefined ? {} : { filledOn: found(spec.filledOn, this.addr(2, 1)) }),
      money: spec.money === undefined ? '万元' : spec.money,
      columns: this.columns(header),
      headerRows: { top: header, bottom: top - 1 },
      scoreColumns: this.scoreColumns(header),
      self: this.without.has('score') ? null : 0,
      rows: this.rows,
      groups,
      totals: this.totals,
      ...(funding === undefined ? {} : { funding }),
      ...(grade === undefined ? {} : { grade }),
      ...(reviewGrade === undefined ? {} : { reviewGrades: [{ column: 1, slot: reviewGrade }] }),
      fullScore: spec.fullScore === null ? null : found(new Dec(spec.fullScore ?? 100), this.addr(0, 0)),
      ...(remarks === undefined ? {} : { remarks }),
      notes,
      data: spec.data ?? [],
      confidence: 0.95,
      doubts: spec.doubts ?? [],
    };
    const rows = Array.from({ length: Math.max(this.line, this.grid.length) }, (_, row) => Array.from(this.grid[row] ?? []));
    const sheet = sheetOf('评分表', rows, { hiddenRows: spec.hiddenRows ?? [], hiddenCols: spec.hiddenCols ?? [] });
    return { scoreTable, book: bookOf(sheet) };
  }

  private addr(row: number, col: number): Addr {
    return { sheet: SHEET, row, col };
  }

  private summary(spec: NonNullable<SheetSpec['summary']>): SummaryLine {
    const unit = spec.unit === undefined ? '万元' : spec.unit;
    const amount = (col: number, cell: Typed | undefined): Slot<Dec> | undefined =>
      cell === undefined ? undefined : moneySlot(rawOf(cell), this.put(40, col, cell), unit);
    return defined({
      name: found('某项目', this.put(40, 0, '某项目')),
      unit,
      score: amount(1, spec.score),
      grade: spec.grade === undefined ? undefined : textSlot(rawOf(spec.grade), this.put(40, 2, spec.grade)),
      initial: amount(3, spec.initial),
      budget: amount(4, spec.budget),
      anyBudget: amount(5, spec.anyBudget),
      executed: amount(6, spec.executed),
    });
  }

  private labelled(label: string, cell: Typed): Slot<string> {
    const row = this.line++;
    this.put(row, 0, label);
    return textSlot(rawOf(cell), this.put(row, 1, cell));
  }

  private funding(spec: NonNullable<SheetSpec['funding']>): Funding {
    const header = this.line++;
    const without = new Set<string>(spec.without ?? ['arrived', 'reason']);
    const all = [{ label: '年度资金总额', kind: 'total' as const, parent: null, ...spec.total }, ...(spec.parts ?? [])];
    const columns: Record<string, Found<string>> = {};
    for (const [key, col] of Object.entries(FUNDING_COLS)) {
      if (without.has(key)) continue;
      const text = FUNDING_HEADERS[key as keyof typeof FUNDING_COLS];
      columns[key] = found(text, this.put(header, col, text));
    }
    this.put(header, 0, '项目资金');
    const unit = spec.unit === undefined ? '万元' : spec.unit;
    const rows = all.map((row, index) => this.fundingRow(row, index, unit === 'mixed' ? null : unit, without));
    return { range: { top: header, left: 0, bottom: this.line - 1, right: 8 }, rows, total: 0, unit, columns };
  }

  private fundingRow(spec: FundingRowSpec, index: number, unit: '元' | '万元' | null, without: ReadonlySet<string>): FundingRow {
    const line = this.line++;
    const label = spec.label ?? `其中：资金来源${index}`;
    const cell = <T>(
      key: keyof typeof FUNDING_COLS,
      typed: Typed | undefined,
      read: (raw: CellValue, at: Addr, format: string) => Slot<T>,
    ): Slot<T> | undefined =>
      without.has(key) ? undefined : read(rawOf(typed), this.put(line, FUNDING_COLS[key], typed), formatOf(typed));
    const money = (raw: CellValue, at: Addr): Slot<Dec> => moneySlot(raw, at, unit);
    const at = this.put(line, 0, label);
    const row: FundingRow = defined({
      label: found(label, at),
      kind: spec.kind ?? 'part',
      parent: spec.parent === undefined ? 0 : spec.parent,
      initial: cell('initial', spec.initial, money),
      budget: cell('budget', spec.budget, money),
      arrived: cell('arrived', spec.arrived, money),
      executed: cell('executed', spec.executed, money),
      weight: cell('weight', spec.weight, (raw, where, format) => weightSlot(raw, where, format, null)),
      rate: cell('rate', spec.rate, (raw, where, format) => rateSlot(raw, where, format, false)),
      score: cell('score', spec.score, (raw, at) => scoreSlot(raw, at)),
      reason: cell('reason', spec.reason, (raw, at) => textSlot(raw, at)),
      labelAmount:
        spec.labelAmount === undefined ? undefined : { state: 'value' as const, value: new Dec(spec.labelAmount), at, raw: label, odd: [] },
    });
    if (index === 0 && spec.weight !== undefined) this.execution(row, line);
    return row;
  }

  private execution(row: FundingRow, line: number): void {
    const id = rowId('r-execution');
    this.indexToId.set(-1, id);
    this.rows.push(
      defined({
        id,
        role: 'execution' as const,
        top: line,
        bottom: line,
        path: [row.label.value],
        name: row.label,
        group: null,
        weight: row.weight,
        weightFrom: 'column' as const,
        scores:
          this.without.has('score') || row.score === undefined
            ? []
            : [row.score, ...(this.review ? [scoreSlot(null, this.addr(line, COLS.review))] : [])],
        reason: row.reason,
        applies: null,
      }),
    );
  }

  private header(): number {
    const row = this.line++;
    ['一级指标', '二级指标', '三级指标'].forEach((text, col) => this.put(row, col, text));
    for (const [key, text] of HEADERS) if (this.has(key)) this.put(row, COLS[key], text);
    return row;
  }

  private has(key: keyof typeof COLS): boolean {
    if (key === 'review') return this.review;
    if (
      key === 'symbol' ||
      key === 'unit' ||
      key === 'completion' ||
      key === 'coefficient' ||
      key === 'itemScore' ||
      key === 'evidence' ||
      key === 'criterion'
    ) {
      return !this.without.has(key) && this.spec.rows.some((row) => row[key] !== undefined);
    }
    return !this.without.has(key);
  }

  private columns(header: number): readonly Column[] {
    const levels = ['一级指标', '二级指标', '三级指标'].map((text, col): Column => ({
      role: 'level',
      col,
      header: found(text, this.addr(header, col)),
      level: col,
      confidence: 1,
    }));
    const others = HEADERS.filter(([key]) => this.has(key)).map(([key, text, role]): Column => ({
      role,
      col: COLS[key],
      header: found(text, this.addr(header, COLS[key])),
      confidence: 1,
    }));
    return [...levels, ...others];
  }

  private scoreColumns(header: number): readonly ScoreColumn[] {
    if (this.without.has('score')) return [];
    const self: ScoreColumn = { kind: 'self', header: found('得分', this.addr(header, COLS.score)), col: COLS.score };
    return this.review ? [self, { kind: 'review', header: found('复核分', this.addr(header, COLS.review)), col: COLS.review }] : [self];
  }

  private indicators(): void {
    const { rows, subtotals = [] } = this.spec;
    rows.forEach((row, index) => {
      this.indicator(row, index);
      for (const total of subtotals) {
        if (total.group !== undefined && lastOf(rows, total.group) === index) this.totalRow(total, 'subtotal');
      }
    });
  }

  private indicator(spec: RowSpec, index: number): void {
    const line = this.line++;
    const id = rowId(`r${index}`);
    this.indexToId.set(index, id);
    const path = pathOf(spec);
    path.forEach((name, level) => {
      const key = path.slice(0, level + 1).join('/');
      if (this.groupAt.has(key)) return;
      const weight = this.spec.groupWeights?.[key];
      const text = weight === undefined ? name : `${name}（${String(rawOf(weight))}分）`;
      this.groupAt.set(key, this.put(line, level, text));
    });
    const name = spec.name ?? `指标${index + 1}`;
    const at = (key: keyof typeof COLS, typed: Typed | undefined): Addr => this.put(line, COLS[key], typed);
    const slot = <T>(
      key: keyof typeof COLS,
      typed: Typed | undefined,
      read: (raw: CellValue, where: Addr, format: string) => Slot<T>,
    ): Slot<T> | undefined => (this.has(key) ? read(rawOf(typed), at(key, typed), formatOf(typed)) : undefined);
    const unit = normal(String(rawOf(spec.unit) ?? ''));
    const symbol = comparatorOfSymbol(normal(String(rawOf(spec.symbol) ?? '')));
    const quantity = (raw: CellValue, where: Addr, format: string) =>
      quantitySlot(raw, where, { format, symbol: null, unit, headerPercent: false, date1904: false });
    const target = (raw: CellValue, where: Addr, format: string) =>
      quantitySlot(raw, where, { format, symbol, unit, headerPercent: false, date1904: false });
    const sharedWeight = spec.sharesWeightOf === undefined ? undefined : this.ofSpec(index - spec.sharesWeightOf);
    const sharedScore = spec.sharesScoreOf === undefined ? undefined : this.ofSpec(index - spec.sharesScoreOf);
    const scores = [
      slot('score', spec.score, (raw, at) => scoreSlot(raw, at)),
      slot('review', spec.review, (raw, at) => scoreSlot(raw, at)),
    ].filter((one) => one !== undefined);
    this.rows.push(
      defined({
        id,
        role: spec.role ?? ('indicator' as const),
        top: line,
        bottom: line,
        path: [...path, name],
        name: found(name, this.put(line, 2, name)),
        group: path.length === 0 ? null : groupId(path.join('/')),
        weight: sharedWeight?.weight ?? slot('weight', spec.weight, (raw, where, format) => weightSlot(raw, where, format, null)),
        weightFrom: this.without.has('weight') ? null : sharedWeight === undefined ? ('column' as const) : ('merged' as const),
        scores: sharedScore?.scores ?? scores,
        target: slot('target', spec.target, target),
        actual: slot('actual', spec.actual, quantity),
        reason: slot('reason', spec.reason, (raw, at) => textSlot(raw, at)),
        evidence: slot('evidence', spec.evidence, (raw, at) => textSlot(raw, at)),
        criterion: slot('criterion', spec.criterion, (raw, at) => textSlot(raw, at)),
        symbol: slot('symbol', spec.symbol, (raw, at) => textSlot(raw, at)),
        unit: slot('unit', spec.unit, (raw, at) => textSlot(raw, at)),
        completion: slot('completion', spec.completion, (raw, where, format) => rateSlot(raw, where, format, false)),
        coefficient: slot('coefficient', spec.coefficient, (raw, where, format) => rateSlot(raw, where, format, false)),
        itemScore: slot('itemScore', spec.itemScore, (raw, at) => scoreSlot(raw, at)),
        applies: spec.applies ?? null,
        shares: (sharedScore ?? sharedWeight)?.id,
      }),
    );
  }

  private ofSpec(index: number): IndicatorRow {
    const id = this.indexToId.get(index);
    const row = this.rows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`no row ${index} above to share with`);
    return row;
  }

  private groups(): readonly Group[] {
    const counted = this.rows.filter((row) => row.role === 'indicator' || row.role === 'bonus');
    return [...this.groupAt].map(([key, at]): Group => {
      const parts = key.split('/');
      const typed = this.spec.groupWeights?.[key];
      const under = (path: string): boolean => path === key || path.startsWith(`${key}/`);
      const raw = typed === undefined ? null : rawOf(typed);
      return {
        id: groupId(key),
        level: parts.length - 1,
        name: found(parts[parts.length - 1]!, at),
        parent: parts.length === 1 ? null : groupId(parts.slice(0, -1).join('/')),
        ...(typed === undefined ? {} : { weight: weightSlot(raw, at, 'General', null) }),
        weightFrom: typed === undefined ? null : 'name',
        scores: [],
        rows: counted.filter((row) => row.group !== null && under(row.group)).map((row) => row.id),
        children: [...this.groupAt.keys()]
          .filter((other) => other.split('/').length === parts.length + 1 && other.startsWith(`${key}/`))
          .map(groupId),
      };
    });
  }

  private finalTotals(): void {
    const { total, totals = [] } = this.spec;
    for (const one of total === null || total === undefined ? totals : [total, ...totals]) this.totalRow(one, 'total');
  }

  private totalRow(spec: TotalSpec, kind: TotalRow['kind']): void {
    const line = this.line++;
    const label = spec.label ?? (kind === 'total' ? '总分' : '小计');
    const score = this.without.has('score') ? [] : [scoreSlot(rawOf(spec.score), this.put(line, COLS.score, spec.score))];
    const review = this.review ? [scoreSlot(rawOf(spec.review), this.put(line, COLS.review, spec.review))] : [];
    this.totals.push(
      defined({
        kind,
        label: found(label, this.put(line, 0, label)),
        where: 'row' as const,
        weight: this.without.has('weight')
          ? undefined
          : weightSlot(rawOf(spec.weight), this.put(line, COLS.weight, spec.weight), formatOf(spec.weight), null),
        scores: [...score, ...review],
        covers: this.covered(spec, kind),
      }),
    );
  }

  private covered(spec: TotalSpec, kind: TotalRow['kind']): readonly RowId[] | null {
    if (spec.covers === null) return null;
    if (spec.covers !== undefined) return spec.covers.map((index) => this.indexToId.get(index)!);
    const leaves = this.rows.filter((row) => row.role !== 'breakdown' && row.role !== 'placeholder');
    const chosen =
      kind === 'total'
        ? leaves
        : leaves.filter((row) => row.group !== null && (row.group === spec.group || row.group.startsWith(`${spec.group}/`)));
    return chosen.map((row) => row.id);
  }
}

/** The sheet described, as recognition would hand it over, and its cells. */
export function scoreTableOf(spec: SheetSpec): Built {
  return new Builder(spec).build();
}

/** A correct, filled sheet: execution row 10, six indicators 50/30/10, total 100, grade 优. Spread over it to spoil one thing. */
export function goodSheet(): SheetSpec {
  return {
    funding: {
      total: { initial: 100, budget: 100, executed: 100, rate: '100%', weight: 10, score: 10 },
      parts: [
        { label: '其中：当年财政拨款', initial: 100, budget: 100, executed: 100, weight: '—', rate: '—', score: '—' },
        { label: '其他资金', initial: 0, budget: 0, executed: 0, weight: '—', rate: '—', score: '—' },
      ],
    },
    rows: [
      { path: '产出/数量', name: '培训人次', target: '≥200人次', actual: '210人次', weight: 20, score: 20 },
      { path: '产出/质量', name: '验收合格率', target: '≥95%', actual: '98%', weight: 15, score: 15 },
      { path: '产出/时效', name: '完成时间', target: '12月前', actual: '11月', weight: 15, score: 15 },
      { path: '效益/社会', name: '服务覆盖率', target: '≥90%', actual: '92%', weight: 15, score: 15 },
      {
        path: '效益/可持续',
        name: '机制健全程度',
        target: '健全',
        actual: '基本健全',
        weight: 15,
        score: 13,
        reason: '制度修订滞后，2025年3月前完成修订',
      },
      { path: '满意度/服务对象', name: '群众满意度', target: '≥90%', actual: '96%', weight: 10, score: 10 },
    ],
    total: { weight: 100, score: 98 },
    grade: '优',
  };
}

function lastOf(rows: readonly RowSpec[], group: string): number {
  let last = -1;
  rows.forEach((row, index) => {
    const path = pathOf(row).join('/');
    if (path === group || path.startsWith(`${group}/`)) last = index;
  });
  return last;
}

function pathOf(spec: RowSpec): string[] {
  const path = spec.path ?? '产出/数量';
  return path === '' ? [] : path.split('/');
}

function found<T>(value: T, at: Addr): Found<T> {
  return { value, at, raw: typeof value === 'string' || typeof value === 'number' ? value : null };
}

function rawOf(typed: Typed | undefined): CellValue {
  if (typed === undefined || typed === null) return null;
  if (typeof typed !== 'object' || 'error' in typed) return typed;
  return typed.v ?? null;
}

function formatOf(typed: Typed | undefined): string {
  return typeof typed === 'object' && typed !== null && 'format' in typed && typed.format !== undefined ? typed.format : 'General';
}

/** Without the keys whose value is undefined: an absent slot has no key. */
function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
