/** What a clause of a criterion says, typed; before anything is known of the clauses beside it. */
import type { Dec } from '../../workbook';
import type { PartOfStep, Points } from '../types';
import type { FigureSaid } from './figures';

/** In the normalised text, end excluded. */
export type TextPlace = readonly [from: number, to: number];

/** The text's own words for something; what they mean is settled later. */
export interface MentionSaid {
  readonly place: TextPlace;
  readonly words: string;
  /** Figures that stand in it: 「采购前30日公开」. */
  readonly context: readonly FigureSaid[];
}

/** loose: settled beside the other arms of the table. */
export interface End {
  readonly figure: FigureSaid;
  readonly end: 'in' | 'out' | 'loose';
}

export type ComparingSign = '>=' | '<=' | '=' | '>' | '<';

/** bare: a figure with no word beside it that says how it is compared, 「缺1项」 「100%公开」. */
export interface Within {
  readonly is: 'within';
  readonly of: MentionSaid | null;
  readonly from: End | null;
  readonly to: End | null;
  readonly bare: boolean;
}

export type Subject =
  | Within
  | { readonly is: 'against'; readonly of: MentionSaid | null; readonly comparator: ComparingSign; readonly other: MentionSaid }
  | { readonly is: 'holds'; readonly of: MentionSaid }
  | { readonly is: 'both' | 'either'; readonly of: readonly Subject[] };

/** So much, between two amounts, or by something that is no figure. */
export type AmountSaid =
  | { readonly is: 'points'; readonly points: Points }
  | { readonly is: 'range'; readonly from: Points; readonly to: Points }
  | { readonly is: 'ratio' }
  | { readonly is: 'discretion'; readonly takes: boolean }
  /** 「按实际完成率÷90%×6分计算」. */
  | { readonly is: 'formula'; readonly of: Term; readonly tail: Tail }
  /** 「按超时比例扣减相应分值」. */
  | { readonly is: 'share-taken'; readonly by: MentionSaid };

/** A figure, a name or the 分值 in a formula, and what is made of them. */
export type Term =
  | { readonly is: 'figure'; readonly figure: FigureSaid }
  | { readonly is: 'name'; readonly of: MentionSaid }
  | { readonly is: 'max-points' }
  | { readonly is: 'abs'; readonly within: Term }
  | { readonly is: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Term; readonly right: Term; readonly bracketed: boolean };

/** What is given: row, 「本项不得分」, speaks of the whole row. worth: 「目标明确(1分)」, without a verb. each: 「各1分」. */
export interface Gift {
  readonly amount: AmountSaid;
  readonly row: boolean;
  readonly worth: boolean;
  readonly each: boolean;
}

/** What is taken; upTo: 「扣0.5-1分」. */
export interface Loss {
  readonly amount: Points;
  readonly upTo: Points | null;
  readonly each: boolean;
}

/** What follows an amount: 最多扣3分, 最低0分, 扣完为止. */
export interface Tail {
  readonly cap: Points | null;
  readonly floor: Points | null;
  readonly untilGone: boolean;
}

/** 「最多扣3分」. */
export interface Most {
  readonly points: Points;
  readonly of: 'taken' | 'given' | null;
}

/** What a part of a step counts: 「不足5个百分点的按5个百分点计」. */
export interface Rounding {
  readonly step: FigureSaid;
  readonly to: PartOfStep;
}

export type Side = 'above' | 'below' | 'both';

interface Base {
  readonly place: TextPlace;
  /** The pattern that read it. */
  readonly pattern: string;
}

export type ClauseMeaning =
  | { readonly is: 'arm'; readonly when: Subject; readonly gives: Gift }
  | { readonly is: 'else'; readonly gives: Gift }
  /** 「不规范扣0.5分」, 「缺一项扣0.5分」. */
  | { readonly is: 'once'; readonly when: Subject; readonly takes: Loss; readonly tail: Tail }
  | { readonly is: 'else-take'; readonly takes: Loss; readonly tail: Tail }
  /** 「每发现一处…扣0.5分」; side and from: 「每超过标准1个百分点」. */
  | {
      readonly is: 'unit';
      readonly lead: Subject | null;
      readonly otherwise: boolean;
      readonly before: MentionSaid | null;
      /** What the side is told from: 「每超过|标准|1个百分点」. */
      readonly from: MentionSaid | FigureSaid | null;
      readonly after: MentionSaid | null;
      readonly side: Side | null;
      readonly sideWord: string;
      readonly step: FigureSaid | null;
      readonly effect: 'deduct' | 'award';
      readonly amount: Points;
      readonly upTo: Points | null;
      readonly tail: Tail;
      readonly parts: PartOfStep | null;
      /** 「自第二次起每次扣1分」: so many go free. */
      readonly free?: Dec;
    }
  | ({ readonly is: 'rounding' } & Rounding)
  | { readonly is: 'formula'; readonly lead: MentionSaid | null; readonly of: Term; readonly tail: Tail }
  | { readonly is: 'exempt'; readonly when: MentionSaid; readonly policy: 'full' | 'excluded' | 'no-deduction' | 'zero' }
  /** of: what is limited, where it says so. ofAll: 「以上合计最多扣3分」, 「本项最多扣3分」. */
  | {
      readonly is: 'limit';
      readonly most: Points | null;
      readonly least: Points | null;
      readonly of: Most['of'];
      readonly ofAll?: boolean;
      readonly ofLast?: number;
    }
  | { readonly is: 'total'; readonly points: Points }
  | { readonly is: 'base'; readonly points: Points }
  /** 「有创新做法的加1分」. */
  | { readonly is: 'plus'; readonly when: Subject; readonly points: Points; readonly tail: Tail }
  | { readonly is: 'standard'; readonly of: MentionSaid | null; readonly figure: FigureSaid }
  | { readonly is: 'items'; readonly names: readonly MentionSaid[]; readonly each: Points }
  | {
      readonly is: 'levels';
      readonly levels: readonly {
        readonly name: MentionSaid;
        readonly from: Dec;
        readonly to: Dec;
        readonly lowIn: boolean | null;
        readonly highIn: boolean | null;
      }[];
    }
  | { readonly is: 'mark'; readonly kind: string }
  | { readonly is: 'requirement'; readonly when: Subject }
  /** 「评分标准:」 before what it heads. */
  | { readonly is: 'heading' }
  /** 「首次逾期不扣分」: so many of them go free; what is counted. */
  | { readonly is: 'free'; readonly times: Dec; readonly of: MentionSaid | null }
  /** 「…扣1分，…扣1分，以上两项最多扣3分」 before what is taken beside them. */
  | { readonly is: 'together'; readonly takes: readonly Clause[]; readonly most: Points }
  /** What is no rule: a definition, a remark, something told; unread could be one. */
  | { readonly is: 'definition' | 'remark' | 'told' | 'restated' | 'unread' };

export type Clause = Base & ClauseMeaning;
export type ClauseOf<K extends ClauseMeaning['is']> = Extract<Clause, { is: K }>;

export const NO_TAIL: Tail = { cap: null, floor: null, untilGone: false };
