/**
 * What a finance bureau published, as data: indicators, 分值, rules as their own sentences, and the switches in which places
 * differ. Every value has a date and a reference; what no longer holds is ended, never deleted.
 */
import type { CriteriaSwitches } from '../criteria';
import type { Dec } from '../workbook';

/** Where a rule comes from. A reconstructed one never causes a 强制性 finding by itself. */
export interface Reference {
  readonly title: string;
  /** 文号, e.g. 财预〔2020〕10号. */
  readonly number?: string;
  readonly article?: string;
  /** From what date or year it is in force, as its own text says. */
  readonly from?: string;
  /** official: the published text was read. practice: how such forms are filled in; a number then is only referred to (参照). */
  readonly status: 'official' | 'reconstructed' | 'arithmetic' | 'practice';
}

export type StandardStatus = 'official' | 'reconstructed';
/** principle: 「原则上」, a deviation is never 强制性. */
export type Force = 'binding' | 'principle';
export type FormKind = 'whole' | 'project' | 'transfer';

/** A year «2024» or a day «2024-07-01», as written; they compare as text. */
export type When = string;

/** One value and when it holds, both ends included; null is open. */
export interface Dated<T> {
  readonly value: T;
  readonly reference: Reference;
  readonly from: When | null;
  readonly until: When | null;
}

/** Oldest first, without overlaps. */
export type History<T> = readonly Dated<T>[];

export interface GradeBand {
  readonly name: string;
  /** Inclusive lower bound, as a share of the full score. */
  readonly from: Dec;
}

/** 达成 level and the inclusive lower bound of its share of the 分值. */
export interface QualitativeBand {
  readonly name: string;
  readonly from: Dec;
}

/** Below this 执行率 (exclusive) the total is at most `most`. */
export interface TotalCap {
  readonly below: Dec;
  readonly most: Dec;
}

/** In what places differ. Fractions are fractions (0.1 is 10%). */
export interface SwitchValues {
  readonly fullScore: Dec;
  /** From the best to the lowest. */
  readonly grades: readonly GradeBand[];
  readonly executionScore: 'proportional-capped';
  /** 分值 of the execution rate. */
  readonly executionWeight: Dec;
  /** Execution rate below which an explanation is due; 1: always when below 100%. */
  readonly executionExplained: Dec;
  /** Change of the yearly budget (年初 → 全年) from which an explanation is due. */
  readonly budgetAdjustment: Dec;
  /** 完成值 ÷ 目标值 from which over-achievement has a consequence, and which. */
  readonly overAchievement: { readonly from: Dec; readonly then: 'explain' | 'reduce' | 'not-counted' | 'none' };
  /** (指标得分率 − 执行率得分率) ÷ 指标得分率 above `red`; unspent share above `yellow`. */
  readonly executionWarning: { readonly red: Dec; readonly yellow: Dec };
  readonly qualitativeBands: readonly QualitativeBand[];
  readonly notApplicable: 'full' | 'excluded' | 'zero' | 'as-said';
  readonly partialPoints: CriteriaSwitches['partialPoints'];
  readonly rateRounding: CriteriaSwitches['rateRounding'];
  readonly zeroTarget: CriteriaSwitches['zeroTarget'];
  /** Lowest bound first; none: the total has no cap. */
  readonly totalCaps: readonly TotalCap[];
}

export type SwitchName = keyof SwitchValues;
export type Switches = { readonly [K in SwitchName]: History<SwitchValues[K]> };

export type StandardRowRole = 'indicator' | 'execution' | 'bonus';

/** An indicator or a class of them. */
export interface StandardRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: StandardRowRole;
  readonly weight: History<Dec>;
  /** The official sentence. */
  readonly rule: History<string>;
  /** 指标说明, as the form prints it. */
  readonly note: History<string>;
  readonly reference: Reference;
  readonly from: When | null;
  readonly until: When | null;
  /** The unit names the indicators below by itself. */
  readonly open: boolean;
  readonly children: readonly StandardRow[];
}

/** 「年中追加率 = 年中追加额 ÷ 年初预算数」 as a tree over other items. */
export type ItemFormula =
  | { readonly op: 'item'; readonly name: string }
  | { readonly op: 'number'; readonly value: Dec }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: ItemFormula; readonly right: ItemFormula }
  | { readonly op: 'abs'; readonly of: ItemFormula };

/** A figure a rule speaks of, and how data sheets call it. */
export interface DataItem {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly period: 'this' | 'last';
  readonly basis: string | null;
  readonly unit: string | null;
  readonly formula: ItemFormula | null;
  /** The formula as written; '' where there is none. */
  readonly formulaText: string;
}

export interface Standard {
  readonly id: string;
  readonly title: string;
  /** null: rules that hold for any form. */
  readonly kind: FormKind | null;
  /** Shown to people; never used to detect. */
  readonly place: string | null;
  readonly status: StandardStatus;
  readonly force: Force;
  readonly reference: Reference;
  readonly from: When | null;
  readonly until: When | null;
  /** Id of the standard this one overlays; null for none. */
  readonly base: string | null;
  readonly rows: readonly StandardRow[];
  readonly switches: Partial<Switches>;
  readonly items: readonly DataItem[];
  /** Footnotes of the form. */
  readonly notes: History<string>;
  /** What would be needed to make a reconstructed standard official. */
  readonly needed: readonly string[];
  readonly about: string;
}
