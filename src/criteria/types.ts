/**
 * The language of scoring criteria: what a 评分标准 says, as a tree. Every node is worth a number of points (its own maximum:
 * the whole 分值, or an item's points) and evaluates to a set of admissible scores within [0, its maximum].
 * Rates are fractions (95% is 0.95); a percentage point is 0.01.
 */
import type { Dec } from '../workbook';

/** Offsets in the original text, end excluded. */
export type Span = readonly [from: number, to: number];

/** Something the text speaks of and does not give: the caller looks it up, or the user is asked. */
export interface FactRef {
  /**
   * rate: a share, as a fraction · number: any other figure, in `unit` · count: how often something happened, 0, 1, 2 … ·
   * yes: whether something holds · level: the name of a 达成 level · rank: a place, 1 is first · date: a day
   */
  readonly kind: 'rate' | 'number' | 'count' | 'yes' | 'level' | 'rank' | 'date';
  /**
   * own: the row's own measure, whatever its name · named: called by `name` in the text · target, actual: the row's 指标值, 完成值.
   * Three own facts have a fixed name: 「完成率」 (rate) is actual ÷ target, for an inverse indicator target ÷ actual; 「正向指标」 (yes)
   * is whether more is better; 「达到指标值」 (yes) is whether the target is met.
   */
  readonly role: 'own' | 'named' | 'target' | 'actual';
  /** The words of the text that name it, normalised: 「三公经费控制率」「不符合要求」; '' for a bare 「完成值」 and for own without a name. */
  readonly name: string;
  /** 例, 项, 天, 元, 万元, 人 …; '' where none is written. */
  readonly unit: string;
  readonly span: Span;
}

/** boolean for yes, the level's name for level, {y,m,d} as yyyymmdd number for date, else a decimal. */
export type FactValue = Dec | boolean | string;

/** Points in absolute terms, or as a share of the node's own maximum (满分 1, 一半 0.5, 得80% 0.8). */
export type Points = { readonly points: Dec } | { readonly share: Dec };

/** null: unbounded on that side. */
export interface Interval {
  readonly from: Dec | null;
  readonly fromIncluded: boolean;
  readonly to: Dec | null;
  readonly toIncluded: boolean;
}

export type Expr =
  | { readonly op: 'number'; readonly value: Dec; readonly shown: 'plain' | 'percent' }
  | { readonly op: 'fact'; readonly ref: FactRef }
  /** The node's own maximum: 分值, 权重, 该项分值. */
  | { readonly op: 'max-points' }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'min' | 'max'; readonly of: readonly Expr[] }
  | { readonly op: 'floor' | 'ceil' | 'abs'; readonly of: Expr }
  /** Half up. */
  | { readonly op: 'round'; readonly of: Expr; readonly decimals: number };

export type Condition =
  | { readonly kind: 'holds'; readonly of: FactRef }
  | { readonly kind: 'compare'; readonly left: Expr; readonly comparator: '>=' | '<=' | '=' | '>' | '<'; readonly right: Expr }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  /** At least / at most so many of the conditions (「满足3–4项得一半」). */
  | { readonly kind: 'so-many'; readonly of: readonly Condition[]; readonly from: number; readonly to: number };

/** What a part of a step counts, where the text says so: 「不足5个百分点的按5个百分点计」 begun, 「不足5个百分点的不扣分」 whole-only. */
export type PartOfStep = Exclude<CriteriaSwitches['partialPoints'], 'either'>;

/** A named ambiguity; its words for people stand in messages. */
export type ReadingId = string & { readonly __reading?: unique symbol };

export type Criterion = { readonly span: Span } &
  /** 每发现一例扣 each 分. eachTo: 「扣0.5～1分」. per: 「每 3 天」. once: 「不规范扣0.5分」, k is 0 or 1. award: 「每项得1分」, from 0 upwards. */
  (
    | {
        readonly kind: 'per-occurrence';
        readonly effect: 'deduct' | 'award';
        readonly each: Points;
        readonly eachTo: Points | null;
        readonly per: Dec;
        readonly once: boolean;
        /** 最多扣n分, 最多得n分. */
        readonly cap: Points | null;
        readonly of: FactRef;
        readonly parts?: PartOfStep;
        /** 「首次不扣分，自第二次起每次扣1分」: so many go free. */
        readonly free?: Dec;
      }
    /** 每超过(低于) from 一个 step 扣 each 分. step is in the unit of `of`: 0.01 for a percentage point. */
    | {
        readonly kind: 'per-point';
        readonly of: Expr;
        readonly from: Expr;
        readonly step: Dec;
        readonly side: 'above' | 'below' | 'both';
        readonly effect: 'deduct' | 'award';
        readonly each: Points;
        readonly cap: Points | null;
        readonly parts?: PartOfStep;
      }
    /** A step table over one figure; arms in the order written, the first that fits counts. */
    | { readonly kind: 'steps'; readonly of: Expr; readonly arms: readonly { readonly when: Interval; readonly award: Points }[] }
    /** A table over conditions (「无结余得3分；有结余但不超过上年结转得2分」): the first that holds counts; otherwise null: not said. */
    | {
        readonly kind: 'choose';
        readonly arms: readonly { readonly when: Condition; readonly award: Points }[];
        readonly otherwise: Points | null;
      }
    /** ①…1分；②…1分. points null: not said. */
    | { readonly kind: 'sum'; readonly items: readonly { readonly points: Points | null; readonly rule: Criterion }[] }
    /** 符合得2分，否则不得分. */
    | { readonly kind: 'award'; readonly when: Condition; readonly points: Points; readonly otherwise: Points }
    | { readonly kind: 'formula'; readonly expr: Expr; readonly cap: Points | null }
    /** 达成 100–80%(含)… shares of the maximum by level. */
    | {
        readonly kind: 'bands';
        readonly of: FactRef;
        readonly bands: readonly { readonly names: readonly string[]; readonly share: Interval }[];
      }
    /**
     * A table whose consequences are rules of their own: 「要素完整得5分，否则酌情扣分」, 「正向指标…；反向指标…」. The first that holds
     * counts, with the same maximum; otherwise null: not said.
     */
    | {
        readonly kind: 'cases';
        readonly arms: readonly { readonly when: Condition; readonly rule: Criterion }[];
        readonly otherwise: Criterion | null;
      }
    /** So many points whatever happens: an arm of `cases`. */
    | { readonly kind: 'fixed'; readonly points: Points }
    /** Several deductions from one maximum: maximum − Σ what each takes off. cap: 「两项合计最多扣3分」. */
    | { readonly kind: 'deductions'; readonly rules: readonly Criterion[]; readonly cap?: Points }
    /** 发现截留挪用的，本项不得分. */
    | { readonly kind: 'veto'; readonly when: Condition; readonly score: Points; readonly rule: Criterion }
    /** 不涉及的得满分 / 不计分折算 / 不扣分. */
    | {
        readonly kind: 'exempt';
        readonly when: Condition;
        readonly policy: 'full' | 'excluded' | 'no-deduction' | 'zero';
        readonly rule: Criterion;
      }
    /** 最高不超过n分, 最低得n分. */
    | { readonly kind: 'limit'; readonly atLeast: Points | null; readonly atMost: Points | null; readonly rule: Criterion }
    /** 酌情扣分: anything between. */
    | { readonly kind: 'discretion'; readonly from: Points; readonly to: Points }
    /** Two defensible readings: the union. */
    | { readonly kind: 'readings'; readonly of: readonly { readonly reading: ReadingId; readonly rule: Criterion }[] }
    /** Not understood: 0 … its maximum. */
    | { readonly kind: 'opaque' }
  );

export type CriterionKind = Criterion['kind'];

export interface Parsed {
  readonly criterion: Criterion;
  /** whole: every numeral, comparator and scoring verb is used by the reading. part: some clauses are opaque. none: nothing was read. */
  readonly understood: 'whole' | 'part' | 'none';
  /** The places of the original text that were not understood. */
  readonly opaque: readonly Span[];
  /** What the criterion speaks of, each once, in the order of the text. */
  readonly facts: readonly FactRef[];
  /** Reading broke off, which is our own mistake: nothing is understood, and whoever asked for a rule has to be told. */
  readonly failed?: string;
  /** What keeps a reading from being trusted; it is then understood in part at most. See flaws.ts. */
  readonly flaws?: readonly Flaw[];
}

/**
 * unreachable: an arm of a table is empty, or lies inside those before it · unordered: points neither rise nor fall with the figure, nor
 * rise to one best band and fall · mixed: points and shares in one table · not-full: nothing happened, and it is not the full score ·
 * misnamed: a particle or a cap was taken for a name · one-sided: by how far it is off in one place, by its sign in another ·
 * twice: the same occurrence takes points in two ways · unused: a figure of the text that the rule has no use for.
 */
export type Flaw = 'unreachable' | 'unordered' | 'mixed' | 'not-full' | 'misnamed' | 'one-sided' | 'twice' | 'unused';

/** Where places differ; each has a default (see switches.ts). */
export interface CriteriaSwitches {
  /** Does a part of a percentage point count? either: both are accepted and named. */
  readonly partialPoints: 'either' | 'proportional' | 'whole-only' | 'begun';
  /** Is a rate rounded to 0.01% or 1% before it is scored? either: 49.88% → 4.99 and 50% → 5 are both accepted where 分值×率. */
  readonly rateRounding: 'either' | 'exact' | 'as-shown';
  /** 目标为0的反向指标. */
  readonly zeroTarget: 'all-or-nothing' | 'unknown';
}

export interface EvaluationInput {
  /** The 分值; null where it is not known: then only absolute points are. */
  readonly weight: Dec | null;
  /** undefined: not known. Never guess, never 0. */
  fact(ref: FactRef): Given | undefined;
  readonly switches: CriteriaSwitches;
}

/** A fact that is known, and how the sheet shows it (「49.88%」 shown as 「50%」 gives two readings). */
export interface Given {
  readonly value: FactValue;
  /** The value as the cell shows it, rounded by its number format; absent where it is the value itself. */
  readonly shown?: Dec;
  /** An opaque mark of the caller, kept in the arithmetic (a cell's address, say). */
  readonly origin?: unknown;
  /** How the caller worked the figure out of other given figures (执行数÷预算数); stands in the arithmetic in its place. */
  readonly arithmetic?: Arithmetic;
}

/** Arithmetic over given facts: an Expr whose facts are bound. Re-evaluated it gives the score. */
export type Arithmetic =
  | { readonly op: 'number'; readonly value: Dec; readonly shown: 'plain' | 'percent' }
  | { readonly op: 'given'; readonly ref: FactRef; readonly given: Given }
  /** The 分值, a leaf so that it can become a cell reference. */
  | { readonly op: 'weight'; readonly value: Dec }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Arithmetic; readonly right: Arithmetic }
  | { readonly op: 'min' | 'max'; readonly of: readonly Arithmetic[] }
  | { readonly op: 'floor' | 'ceil' | 'abs'; readonly of: Arithmetic }
  | { readonly op: 'round'; readonly of: Arithmetic; readonly decimals: number }
  /** Points that are read off a table or given for a comparison: what held. Worth what `of` is. */
  | { readonly op: 'because'; readonly of: Arithmetic; readonly held: readonly Comparison[] };

export interface Comparison {
  readonly left: Arithmetic;
  readonly comparator: '>=' | '<=' | '=' | '>' | '<';
  readonly right: Arithmetic;
}

/** A score a reading gives, with its arithmetic. Unrounded. */
export interface ReadScore {
  readonly score: Dec;
  /** '' where there is only one reading. */
  readonly reading: ReadingId | '';
  readonly arithmetic: Arithmetic;
}

/** What a criterion allows, given the facts. Scores are unrounded and lie within [0, 分值]. */
export type Outcome = {
  /** Facts that would narrow it, in the order of the text. */
  readonly missing: readonly FactRef[];
} & (
  | { readonly is: 'exact'; readonly score: Dec; readonly arithmetic: Arithmetic }
  /** Ascending, no two equal. readings: those among them that follow from known facts under a named reading. */
  | { readonly is: 'one-of'; readonly scores: readonly Dec[]; readonly readings: readonly ReadScore[] }
  | { readonly is: 'range'; readonly from: Dec; readonly to: Dec; readonly fromIncluded: boolean; readonly toIncluded: boolean }
  | { readonly is: 'not-applicable'; readonly treatment: 'full' | 'excluded' | 'zero' }
  /** Without a 分值, or nothing was understood. */
  | { readonly is: 'unknown' }
);
