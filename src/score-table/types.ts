/** What recognition finds in a workbook: each value with its cell, what it was typed as, and what was odd about it. */
import type { Addr, CellValue, Dec, Rect } from '../workbook';

/** What was odd about the way a value was typed; the reading went on all the same. */
export type Oddity =
  | 'text-number' //    a number stored as text: "5"
  | 'unit-suffix' //    「5分」
  | 'full-width' //     「９.５」
  | 'inner-space' //    「9 5」 or leading and trailing spaces
  | 'magnitude' //      「150万」 「1亿」
  | 'percent-word' //   「100百分比」
  | 'export-code' //    「004 >=」
  | 'ocr-suspect' //    letters for digits, a leading point, a comma for a decimal point
  | 'total-text' //    a total with words around it: 「89.15分（良）」 「89/100」 「八十九分」
  | 'grouping'; //      「329,998.60」 typed as text

/** A value that is there. */
export interface Found<T> {
  readonly value: T;
  readonly at: Addr;
  readonly raw: CellValue;
}

/**
 * A place for a value: the cell is known even where nothing stands in it.
 * - value: read · blank: nothing or only spaces · placeholder: - — / 无 × and the like ·
 * - text: words where a value was due · error: #REF! and the like · picture: nothing but a picture.
 */
export interface Slot<T> {
  readonly state: 'value' | 'blank' | 'placeholder' | 'text' | 'error' | 'picture';
  /** null unless state is 'value'. */
  readonly value: T | null;
  /** The cell itself; for a merged cell its top left. */
  readonly at: Addr;
  readonly raw: CellValue;
  readonly odd: readonly Oddity[];
  /** What the stored number was multiplied by: 100 for points that the sheet shows as percent (0.06, shown 6%, is 6). Absent: 1. */
  readonly scale?: Dec;
}

export type Comparator = '>=' | '<=' | '=' | '>' | '<';

/** A target or an actual value. */
export interface Quantity {
  readonly kind: 'number' | 'range' | 'date' | 'words';
  /** number: the figure, a percentage as a fraction (95% → 0.95), 万/亿 multiplied out unless they belong to the money unit. range: its lower end. */
  readonly number: Dec | null;
  /** range only. */
  readonly upper: Dec | null;
  /** True where the value is a percentage: by its %, by the unit column, by the number format. */
  readonly percent: boolean;
  readonly comparator: Comparator | null;
  /** Where the comparator was written: in the value's own text, in a 指标性质 column. */
  readonly comparatorFrom: 'text' | 'column' | null;
  /** 「266米」 → 米; from the text, else the unit column; '' when none. */
  readonly unit: string;
  /** date: 「9月前」 → { month: 9 }; year and day where written. `before`: 前/以前/底前. */
  readonly date: {
    readonly year: number | null;
    readonly month: number | null;
    readonly day: number | null;
    readonly before: boolean;
  } | null;
  /** The text as shown, normalised (half width, no line breaks). */
  readonly text: string;
}

export type RowId = string & { readonly __row: unique symbol };
export type GroupId = string & { readonly __group: unique symbol };

/**
 * - indicator: a leaf to be scored · execution: the funding table's execution-rate row ·
 * - bonus: 加分/扣分项, no 分值, may be negative ·
 * - breakdown: 「其中…」 and other unscored lines below a scored row · placeholder: a slot nobody used («……», 「指标2:」, all blank).
 */
export type RowRole = 'indicator' | 'execution' | 'bonus' | 'breakdown' | 'placeholder';

/** Where a 分值 was read. merged: one 分值 cell over several rows. group: written only on the class, which has one leaf. */
export type WeightSource = 'column' | 'name' | 'merged' | 'group';

export interface IndicatorRow {
  readonly id: RowId;
  readonly role: RowRole;
  /** First and last sheet row (0-based) of this line. */
  readonly top: number;
  readonly bottom: number;
  /** Names from the outermost level to this row's own, weights taken off the names; levels without a name are left out. */
  readonly path: readonly string[];
  /** The row's own name; the weight in it taken off. */
  readonly name: Found<string>;
  readonly group: GroupId | null;
  /** Absent: the form has no such column. */
  readonly weight?: Slot<Dec>;
  readonly weightFrom: WeightSource | null;
  /** One slot for each of ScoreTable.scoreColumns, same order. A cell merged over several rows belongs to the first; the others have `shares`. */
  readonly scores: readonly Slot<Dec>[];
  readonly target?: Slot<Quantity>;
  readonly actual?: Slot<Quantity>;
  /** 完成率/得分系数, as fractions. */
  readonly completion?: Slot<Dec>;
  readonly coefficient?: Slot<Dec>;
  /** 单项指标得分 where a 折算得分 column stands beside it (Hebei). */
  readonly itemScore?: Slot<Dec>;
  /** 扣分 as typed, in a column beside the score; some write it with a minus. */
  readonly deduction?: Slot<Dec>;
  readonly symbol?: Slot<string>;
  readonly unit?: Slot<string>;
  readonly description?: Slot<string>;
  readonly criterion?: Slot<string>;
  readonly reason?: Slot<string>;
  readonly evidence?: Slot<string>;
  /** false: marked 不适用/不涉及/无此项; true: it clearly applies; null: nothing is said. */
  readonly applies: boolean | null;
  /** The cell that says 不适用. */
  readonly notApplicableAt?: Addr;
  /** The row whose score (or 分值) cell this row lies in, where one merged cell covers several. */
  readonly shares?: RowId;
}

/** A parent in the hierarchy: 一级/二级指标, or a section heading row. */
export interface Group {
  readonly id: GroupId;
  /** 0 for the outermost level. */
  readonly level: number;
  readonly name: Found<string>;
  readonly parent: GroupId | null;
  /** Written in its name 「产出指标(50分)」, in a weight column of its own, or on a heading row. */
  readonly weight?: Slot<Dec>;
  readonly weightFrom: 'name' | 'column' | null;
  /** Scores on a heading row that carries them; empty otherwise. */
  readonly scores: readonly Slot<Dec>[];
  /** Leaves below it, whatever the depth, in sheet order. */
  readonly rows: readonly RowId[];
  readonly children: readonly GroupId[];
}

export interface ScoreColumn {
  /** self: 自评 (or the only one) · review: 复核/核查/考评 · finance: 财政审核 · other. */
  readonly kind: 'self' | 'review' | 'finance' | 'other';
  readonly header: Found<string>;
  readonly col: number;
}

/** A stated total: 总分/合计/小计, wherever it stands. */
export interface TotalRow {
  readonly kind: 'total' | 'subtotal';
  readonly label: Found<string>;
  /** row: a line of the indicator table · beside: a label with its value elsewhere on the sheet («自评得分 98» above the table). */
  readonly where: 'row' | 'beside';
  readonly weight?: Slot<Dec>;
  /** One for each of scoreColumns; null where this total says nothing for that column. */
  readonly scores: readonly (Slot<Dec> | null)[];
  /** Leaves it adds up (execution row included where it is counted); null: not sure, so no arithmetic is asked of it. */
  readonly covers: readonly RowId[] | null;
}

export type FundingKind = 'total' | 'part' | 'income' | 'expenditure';

export interface FundingRow {
  readonly label: Found<string>;
  /**
   * total: 年度资金总额 · part: one of its sources (其中…, 上年结转, 其他资金) ·
   * income: 按收入性质分 or a row below it · expenditure: 按支出性质分 or a row below it.
   */
  readonly kind: FundingKind;
  /** Index in Funding.rows of the row this one is a part of; null for the total. */
  readonly parent: number | null;
  /** Amounts in Funding.unit. Absent: no such column. */
  readonly initial?: Slot<Dec>;
  readonly budget?: Slot<Dec>;
  readonly arrived?: Slot<Dec>;
  readonly executed?: Slot<Dec>;
  readonly weight?: Slot<Dec>;
  /** A fraction: 100% → 1. */
  readonly rate?: Slot<Dec>;
  readonly score?: Slot<Dec>;
  readonly reason?: Slot<string>;
  /** A figure inside the label: 「基本支出:900.47」. */
  readonly labelAmount?: Slot<Dec>;
}

export type MoneyUnit = '元' | '万元' | 'mixed';

export interface Funding {
  readonly range: Rect;
  readonly rows: readonly FundingRow[];
  /** Index in rows of 年度资金总额; null when none was found. */
  readonly total: number | null;
  readonly unit: MoneyUnit | null;
  /** Header cells of the columns that were found. */
  readonly columns: Readonly<
    Partial<Record<'initial' | 'budget' | 'arrived' | 'executed' | 'weight' | 'rate' | 'score' | 'reason', Found<string>>>
  >;
  /** 分值 written in a header: 「分值(10分)」, 「得分(20分*执行率)」. */
  readonly headerWeight?: Found<Dec>;
}

export interface Goals {
  readonly expected?: Slot<string>;
  readonly achieved?: Slot<string>;
}

/** One figure of a data sheet (数据表, 基础数据表), or one written inside a label. */
export interface Figure {
  /** From the outermost label (section, class) to its own. */
  readonly path: readonly string[];
  /** What the head of its column says of year and basis: 「2024年决算数」; absent where there is none or it says nothing. */
  readonly column?: string;
  /** Where the columns are kinds of one thing, which kind: 「一般公共预算」. */
  readonly ofKind?: string;
  readonly value: Slot<Dec>;
  /** this: 本年 · last: 上年 · a year where one is written. */
  readonly period: 'this' | 'last' | number | null;
  readonly basis: '编制' | '在职' | '年初预算' | '调整预算' | '预算' | '决算' | '执行' | null;
  readonly unit: '元' | '万元' | '人' | '率' | string | null;
  /** Written as a percentage (by its own %, its number format or its label): `value` is then a fraction. */
  readonly percent?: true;
  /** How the sheet itself says that it is worked out: 「本年支出÷本年收入」. */
  readonly formula?: string;
  /** The figure it is listed under as a part, where the list's end can be seen. */
  readonly partOf?: Addr;
}

export type ColumnRole =
  | 'level'
  | 'sequence'
  | 'name'
  | 'description'
  | 'weight'
  | 'symbol'
  | 'target'
  | 'unit'
  | 'actual'
  | 'completion'
  | 'coefficient'
  | 'score'
  | 'itemScore'
  | 'criterion'
  | 'reason'
  | 'evidence'
  | 'deduction'
  | 'lastYear'
  | 'core'
  | 'other';

/** One column of the indicator table and how sure we are of it. */
export interface Column {
  readonly role: ColumnRole;
  readonly col: number;
  readonly header: Found<string>;
  /** 0-based depth of a level column (0 = 一级指标). */
  readonly level?: number;
  readonly confidence: number;
  readonly runnerUp?: ColumnRole;
}

/** Something that was not understood, for the user: what, what was looked for, what was found instead. */
export interface Doubt {
  readonly what: string;
  readonly lookedFor: readonly string[];
  readonly found?: string;
  readonly at?: Addr;
}

/** A grade that a reviewer gave. */
export interface ReviewGrade {
  /** Index in scoreColumns. */
  readonly column: number;
  readonly slot: Slot<string>;
}

/** A project in a list of projects (汇总表). A slot is absent where the list has no such column, or two. */
export interface SummaryLine {
  readonly name: Found<string>;
  /** Of the amounts; null where nothing says it. */
  readonly unit: '元' | '万元' | null;
  readonly score?: Slot<Dec>;
  readonly grade?: Slot<string>;
  readonly initial?: Slot<Dec>;
  readonly budget?: Slot<Dec>;
  /** A budget of which the heading does not say which. */
  readonly anyBudget?: Slot<Dec>;
  readonly executed?: Slot<Dec>;
}

/** Which column of an export of the budget system; anyBudget: a budget of which the heading does not say which. */
export type BudgetKind = 'initial' | 'budget' | 'anyBudget' | 'executed';

export interface BudgetAmount {
  /** As the list gives it, in its unit, in plain notation: it travels between threads. */
  readonly value: string;
  readonly unit: '元' | '万元' | null;
  /** To how many decimals the list gives such amounts. */
  readonly decimals: number;
  readonly heading: string;
  /** 「指标执行!H12」 */
  readonly place: string;
  /** How many lines of the list were added up. */
  readonly lines: number;
}

export type BudgetAmounts = Readonly<Partial<Record<BudgetKind, BudgetAmount>>>;

/** What the budget system or the final accounts have for a table's project; null: nothing that is surely its own. */
export interface BudgetOfTable {
  readonly file: string;
  readonly amounts: BudgetAmounts | null;
  /** Its place among the projects of the list. */
  readonly entry: number | null;
  /** How the table calls itself, for a list of those that have no counterpart. */
  readonly owner: { readonly code: string | null; readonly project: string | null; readonly unit: string | null };
}

export interface ScoreTable {
  readonly table: {
    readonly sheet: number;
    readonly range: Rect;
    /** 1-based, of all tables in the workbook */ readonly number: number;
    readonly of: number;
  };
  readonly kind: 'whole' | 'project' | 'transfer' | null;
  readonly title: Found<string> | null;
  /** 单位名称. A slot that is there but blank has state 'blank'. */
  readonly unit?: Slot<string>;
  readonly project?: Slot<string>;
  readonly department?: Slot<string>;
  readonly year?: Found<number>;
  /** Every year written in the title, the labels and the date line, for year-mismatch. */
  readonly yearsMentioned: readonly Found<number>[];
  /** 填报日期, as a calendar date. */
  readonly filledOn?: Found<{ readonly year: number; readonly month: number; readonly day: number }>;
  readonly money: MoneyUnit | null;
  readonly columns: readonly Column[];
  readonly headerRows: { readonly top: number; readonly bottom: number };
  readonly scoreColumns: readonly ScoreColumn[];
  /** Index in scoreColumns of the self-score; null for a table without scores. */
  readonly self: number | null;
  /** Rows in sheet order; the funding table's execution row is among them with role 'execution'. */
  readonly rows: readonly IndicatorRow[];
  readonly groups: readonly Group[];
  readonly totals: readonly TotalRow[];
  readonly funding?: Funding;
  readonly goals?: Goals;
  readonly grade?: Slot<string>;
  /** Grades of the totals of other score columns. */
  readonly reviewGrades?: readonly ReviewGrade[];
  /** Full score of the form: 100 unless its total row, title or notes say otherwise; null where it cannot be told. */
  readonly fullScore: Found<Dec> | null;
  /** The sheet's 其他说明 box, which may explain deductions for the whole table. */
  readonly remarks?: Slot<string>;
  /** Footnotes, which may carry rules. */
  readonly notes: readonly Found<string>[];
  readonly data: readonly Figure[];
  /** The year in the title of the workbook's data sheet. */
  readonly dataYear?: Found<number>;
  /** On the first table: hidden sheets with score tables of their own, which are not judged. */
  readonly leftOut?: readonly number[];
  /** The years of the workbook's other score tables, in workbook order. */
  readonly otherYears?: readonly Found<number>[];
  /** The line of a list of projects in the same workbook that names this table's project, and no other. */
  readonly summary?: SummaryLine;
  /** Absent: no such list was given. */
  readonly budget?: BudgetOfTable;
  /** 0 … 1. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
}

export interface Recognised {
  readonly tables: readonly ScoreTable[];
  /** With no table: why, in terms of what was looked for and what was found instead. */
  readonly doubts: readonly Doubt[];
}
