/** What the grammar makes of one statement, before it is known what kind of rule the statements together are. */
import type { Dec } from '../../../workbook';
import type { Points } from '../../types';

export interface AmountAt {
  readonly points: Points;
  /** 「0.5～1分」. */
  readonly upTo: Points | null;
}

export interface StatedValue {
  readonly value: Dec;
  /** pp: percentage points. */
  readonly as: 'plain' | 'percent' | 'quantity' | 'points' | 'pp';
  readonly unit: string;
}

/** in, out: said in so many words; loose: not said. */
export interface Bound {
  readonly value: StatedValue;
  readonly end: 'in' | 'out' | 'loose';
}

export interface Between {
  readonly from: Bound | null;
  readonly to: Bound | null;
  /** 「缺一项」: a quantity without any comparing word. */
  readonly bare: boolean;
}

export interface Name {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The first quantity in it and the words without it: 「发现1例违规」 is 1例 and 「发现违规」. */
  readonly counted: { readonly value: StatedValue; readonly rest: string } | null;
}

export type Sign = '>=' | '<=' | '=' | '>' | '<';

export interface Term {
  /** null: the row's own measure, or the name of the term before. */
  readonly name: Name | null;
  readonly between: Between | null;
  /** 「结余超过上年结转」. */
  readonly against: { readonly sign: Sign; readonly name: Name } | null;
}

export interface Conditions {
  readonly terms: readonly Term[];
  /** One between each two terms. */
  readonly joins: readonly ('and' | 'or' | 'comma')[];
}

export interface Consequence {
  /** worth: points without a verb. */
  readonly verb: 'award' | 'deduct' | 'no-score' | 'no-deduct' | 'excluded' | 'discretion' | 'by-ratio' | 'worth';
  readonly amount: AmountAt | null;
}

export interface Tail {
  readonly atMost: Points | null;
  readonly atLeast: Points | null;
  /** 扣完为止, 满分为止. */
  readonly until: boolean;
  /** 「扣1分/项」. */
  readonly every: StatedValue | null;
}

/** 每… */
export interface Every {
  readonly lead: Conditions | null;
  readonly threshold: StatedValue | null;
  readonly side: 'above' | 'below' | 'both' | null;
  /** 「每低于90%一个百分点」, 「每低于目标值一个百分点」. */
  readonly from: StatedValue | Name | null;
  readonly step: StatedValue | null;
  /** What stands before and after the step. */
  readonly before: Name | null;
  readonly after: Name | null;
  readonly consequence: Consequence;
  readonly tail: Tail;
}

export interface Case {
  readonly otherwise: boolean;
  readonly conditions: Conditions | null;
  readonly consequence: Consequence;
  readonly tail: Tail;
}

export type ExprTree =
  | { readonly op: 'value'; readonly value: StatedValue }
  | { readonly op: 'name'; readonly name: Name }
  | { readonly op: 'max-points' }
  | { readonly op: 'abs'; readonly of: ExprTree }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: ExprTree; readonly right: ExprTree };

export interface FormulaStatement {
  readonly expr: ExprTree;
  /** 「B/A或A/B×分值」. */
  readonly alternative: ExprTree | null;
  readonly rounded: boolean;
  readonly tail: Tail;
}
