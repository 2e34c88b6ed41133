/**
 * What is shown of an audited workbook: plain data, made by the core in whatever thread, so that it crosses to a pane as
 * it is. Numbers are as the contract has them (fractions for percentages, null for unknown); texts are ready to be read.
 */
import type { TableJson } from '../../receipt';
import type { Severity } from '../../words';
import type { Length } from '../../narrative';
import type { Addr, Mark, Note, Rect } from '../../workbook';

/** A cell to go to. `address` is A1, with the sheet's name before it where it stands on another sheet than the table. */
export interface CellView {
  readonly at: Addr;
  readonly address: string;
}

/** A cell's content as plain data; `number` is decimal text, so that no digit is lost between threads. */
export type PlainContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: PlainValue }
  | { readonly kind: 'formula'; readonly formula: string; readonly stored: PlainValue };

export type PlainValue = { readonly number: string } | string | boolean;

export interface PlainEdit {
  readonly at: Addr;
  readonly before: PlainContent;
  readonly after: PlainContent;
  readonly format?: string;
  readonly reason: string;
}

/** What 改为 does: the edit, and the label of its button (「改为 9.47」, 「改为公式」). */
export interface ChangeView {
  readonly label: string;
  readonly edit: PlainEdit;
}

export interface FindingView {
  /** Same code and same cell, the same id: after a re-check the open row is found again by it. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly cell: CellView;
  /** Cells with the same mistake, the first included; empty for a single one. They are marked too. */
  readonly repeated: readonly CellView[];
  /** What it was held against. */
  readonly related: readonly CellView[];
  /** First line of the row: the indicator, else 总分, 评价等级, 表头, 资金, 工作簿, or the group's name. */
  readonly subject: string;
  /** The headline, at most ten characters, a statement: 「执行率得分不符」. */
  readonly headline: string;
  /** The topic of the check: 「执行率得分」. */
  readonly title: string;
  readonly sentence: string;
  readonly arithmetic: string | null;
  /** Ready to print, without the word 依据 where it is a 惯例. */
  readonly basis: string;
  /** 「9.8」 and 「9.47」; null where nothing determines them. */
  readonly values: { readonly from: string; readonly to: string } | null;
  /** 改为; null where none is offered. */
  readonly change: ChangeView | null;
  /** Why there is no 改为 yet: 「先更正得分，再更正总分」. */
  readonly first: string | null;
  /** What it is known by, and what was replied to it. */
  readonly reply: ReplyView;
  /** For 查看依据: what the check looks for and how it is put right, as `explain` has them. */
  readonly about: { readonly looksFor: string; readonly howToFix: string };
}

/** 编号 of a finding and what was written to it, in 审核结果 or here. */
export interface ReplyView {
  readonly id: string;
  /** 「已说明」, 「说明过于笼统」; null: nothing was written. */
  readonly state: string | null;
  readonly text: string;
  readonly department: string;
  readonly finance: string;
  /** 核对码 of what stands here: for a text written now. */
  readonly facts: string;
}

export interface CheckView {
  readonly code: string;
  readonly title: string;
}

export interface NotRunView extends CheckView {
  readonly why: string;
}

/** Figures of the head. Texts share the decimals of the sheet; null: unknown. */
export interface FiguresView {
  readonly self: string | null;
  readonly selfGrade: string | null;
  readonly recomputed: string | null;
  readonly recomputedGrade: string | null;
  /** 重算分 − 自评分 with a true minus; 「0」 without sign. */
  readonly difference: string | null;
  /** As typed in the sheet, only where there is such a column: 复核分, and 核减 = 自评分 − 复核分. */
  readonly review: string | null;
  readonly reviewCut: string | null;
  /** 分值 of the rows the rules determine; of the rest, which stand at the self-score, and how many they are. */
  readonly computed: { readonly fullScore: string; readonly agrees: boolean; readonly difference: string };
  readonly judged: { readonly rows: number; readonly fullScore: string };
  /** The judged points exceed half of the full score: the middle figure is 核算后 and bears no grade. */
  readonly mostlyJudged: boolean;
}

export interface VerdictView {
  readonly mandatory: number;
  readonly advisory: number;
  readonly info: number;
  /** Checks that could not finish. */
  readonly failed: number;
  /** No score was filled in at all. */
  readonly unfilled: boolean;
}

/** A stretch of a criterion's text. read: used by the reading · unread: 「未能读懂，不参与计算」 · plain: says nothing of scoring. */
export interface CriterionPart {
  readonly text: string;
  readonly is: 'read' | 'unread' | 'plain';
}

/** Something the rule needs and the workbook does not tell; the pane may ask. */
export interface AskView {
  /** Under which the answer is kept, stable while the criterion's text is. */
  readonly key: string;
  /** yes: a pair, or a tick box where `points` are given · count, number, rate: a field (rate typed as percent) · level: one of `choices`. */
  readonly kind: 'yes' | 'count' | 'number' | 'rate' | 'level' | 'rank' | 'date';
  readonly label: string;
  readonly unit: string;
  /** Points of an item of a list, as text; null elsewhere. */
  readonly points: string | null;
  readonly choices: readonly string[];
  /** What the user answered: yes/no as boolean, else as typed; null: nothing yet. */
  readonly answer: string | boolean | null;
}

export interface ScoreRowView {
  readonly id: string;
  readonly name: string;
  readonly nameCell: CellView;
  /** The self-score's cell; null for a form without one. */
  readonly cell: CellView | null;
  readonly weight: string | null;
  readonly score: string | null;
  /** agrees: 与规则一致 · differs: 应为 x · judged: 判断项 · open: 未能判定. */
  readonly state: 'agrees' | 'differs' | 'judged' | 'open';
  /** 应为: 「5.5」; several joined by 或; a range 「0至5」; null. */
  readonly expected: string | null;
  readonly criterion: readonly CriterionPart[] | null;
  /** Where the criterion stands; null where it is a standard's, or there is none. */
  readonly criterionCell: CellView | null;
  readonly arithmetic: string | null;
  /** 「由表内数据算出」, 「按填写的情况算出」, or what is lacking, as a sentence without its full stop. */
  readonly source: string;
  readonly asks: readonly AskView[];
  /** Offered where the score follows from the rule or from answers, and differs. */
  readonly change: ChangeView | null;
}

export interface ScoreGroupView {
  readonly name: string;
  /** Σ 得分 and Σ 分值 as texts; null where one is unknown. */
  readonly score: string | null;
  readonly weight: string | null;
  readonly rows: readonly ScoreRowView[];
}

/** One line of the 写入 list. */
export interface PlannedView {
  readonly id: string;
  readonly cell: CellView;
  readonly name: string;
  readonly from: string;
  /** Formulas as 「公式 =SUM(G5:G40)」. */
  readonly to: string;
  readonly reason: string;
  readonly edit: PlainEdit;
}

export interface KeptView {
  readonly cell: CellView;
  readonly name: string;
  readonly why: string;
}

/** 运算 for one workbook and one choice of corrections: what is written and what comes of it. */
export interface PlanView {
  /** 补填和合计: blanks the rules determine, rates, sums, total, grade. */
  readonly fill: readonly PlannedView[];
  /** 更正已填得分: what `--scores all` would lower; what `--raise` would raise. Not ticked by themselves. */
  readonly lower: readonly PlannedView[];
  readonly raise: readonly PlannedView[];
  readonly kept: readonly KeptView[];
  /** 「写入后总分为88.40，等级由“优”变为“良”。」 for the ticks as they are; null where neither changes. */
  readonly outcome: string | null;
  /** 「写入后需补填扣分原因 1 处：I14」; none: null. */
  readonly followUp: string | null;
  /** Cells outside the list whose formula result changes. */
  readonly followed: readonly CellView[];
}

/** A piece of the 小结 as it is printed (「【待填：扣分原因】」); numbers and quotes lead to their cells. */
export interface PieceView {
  readonly is: 'words' | 'figure' | 'quote' | 'ordinal' | 'fill' | 'check';
  readonly text: string;
  readonly cells: readonly CellView[];
}

export type BlockView =
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly pieces: readonly PieceView[] }
  | { readonly is: 'paragraph'; readonly pieces: readonly PieceView[] }
  | { readonly is: 'table'; readonly rows: readonly (readonly (readonly PieceView[])[])[] };

export interface NarrativeView {
  readonly length: Length;
  readonly title: string;
  readonly blocks: readonly BlockView[];
  readonly boxes: readonly {
    readonly title: string;
    readonly pieces: readonly PieceView[];
    readonly characters: number;
    readonly limit: number;
  }[];
  readonly pending: { readonly fill: number; readonly check: number };
  /** The whole as plain text, for 复制. */
  readonly text: string;
}

/** One audited score table. */
export interface TableView {
  /** The contract's object, as `check --format json` writes it. */
  readonly entry: TableJson;
  readonly sheet: number;
  /** Sheet key of the snapshot. */
  readonly sheetKey: string;
  /** 「项目自评」 「部门整体自评」 「转移支付自评」 「评分表」. */
  readonly kind: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly verdict: VerdictView;
  readonly figures: FiguresView;
  /** In order: severity, then reading order. */
  readonly findings: readonly FindingView[];
  readonly passed: readonly CheckView[];
  readonly notApplicable: readonly NotRunView[];
  readonly failed: readonly NotRunView[];
  readonly scores: readonly ScoreGroupView[];
  /** 「辅助核对结果…」 needs no table; this is 对照「…」（依公开资料整理，非官方文本）, null for the sheet's own rules. */
  readonly standard: { readonly title: string; readonly reconstructed: boolean; readonly chosen: boolean } | null;
  /** Areas that are the reviewer's own: columns headed 复核得分, 财政审核得分, 审核意见, 扣分理由. */
  readonly reviewer: readonly Rect[];
  /** Rows of the table, for deciding where the next re-check runs. */
  readonly rows: number;
}

/** What was looked for in a workbook without a score table, a line a sheet. */
export interface UnrecognisedSheet {
  readonly sheet: number;
  readonly name: string;
  /** Header words found, 「指标名称」; '' where none. */
  readonly found: string;
  /** 「缺分值、得分」 「没有指标表头」. */
  readonly lacking: string;
}

export interface AuditView {
  readonly tables: readonly TableView[];
  /** Only where there is no table. */
  readonly unrecognised: { readonly reason: string; readonly sheets: readonly UnrecognisedSheet[] } | null;
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}
