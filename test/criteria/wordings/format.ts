/**
 * How the expectations of the wordings are written down. They speak of scores, never of the parser's tree: a wording was
 * read by a person, the facts were put in, and the score was worked out by hand.
 */
import type { CriterionKind } from '../../../src/criteria';

/**
 * A fact's value. null: not given. '95%': a share. '3', '0.5', '-2': a number. '2024-12-31': a day. true/false: whether the
 * condition holds as the text first puts it (for 「未按时报送的扣1分」 true means: it was not sent in time). Any other text: a level.
 */
export type FactText = string | boolean | null;

/** In the order in which the text first mentions the facts. */
export type FactList = readonly FactText[];

/** By name: a part of the fact's name, or own, target, actual for its role. For texts where the order is a matter of taste. */
export type FactsByName = Readonly<Record<string, FactText>>;

export interface Example {
  readonly facts: FactList | FactsByName;
  /** The same case for a reader who counts the facts differently; the first list that fits the facts' number and kinds is used. */
  readonly or?: readonly (FactList | FactsByName)[];
  /** Each of these must be allowed; and nothing else is, but for `may` and `range`. */
  readonly scores?: readonly string[];
  /** Further scores that a defensible reading may allow. */
  readonly may?: readonly string[];
  /** Alone: all of it must be allowed. With `scores`: what is allowed beyond them lies within. */
  readonly range?: readonly [from: string, to: string];
  /** The row does not count: full marks without an examination, taken out of the total, or zero. */
  readonly treatment?: 'full' | 'excluded' | 'zero';
}

export interface Wording {
  /** Number in the catalogue of phrasings; 0: a combination of several. */
  readonly rule: number;
  readonly text: string;
  /** 分值. */
  readonly weight: string;
  /** The kinds of the topmost meaningful node that are right. */
  readonly kind: readonly CriterionKind[];
  readonly examples: readonly Example[];
}

/** A criterion as it stands in a public table. */
export interface PublicText {
  readonly text: string;
  readonly weight: string;
  readonly source: { readonly title: string; readonly at: string };
  /** whole: a good reader reads all of it. any: parts may remain unread. */
  readonly understood: 'whole' | 'any';
  readonly examples: readonly Example[];
  /** What a wrong constraint would be, in words. */
  readonly never?: string;
}

/** A cell text that looks like a criterion and is none. */
export interface NoCriterion {
  readonly text: string;
  /** What it is. */
  readonly is: 'reason' | 'requirement' | 'evidence' | 'instruction' | 'subtotal' | 'grades' | 'target' | 'definition' | 'note';
  readonly source: string;
}

/** A function that writes one wording of a rule; see the files of row-rules. */
export const wording = (
  rule: number,
  weight: string,
  kind: CriterionKind | readonly CriterionKind[],
  text: string,
  ...examples: readonly Example[]
): Wording => ({
  rule,
  weight,
  kind: typeof kind === 'string' ? [kind] : kind,
  text,
  examples,
});

type Facts = FactList | FactsByName;

/** With these facts exactly these scores are right. */
export const at = (facts: Facts, ...scores: readonly string[]): Example => ({ facts, scores });

/** With these facts anything from … to. */
export const within = (facts: Facts, from: string, to: string): Example => ({ facts, range: [from, to] });

/** With these facts the row is treated so. */
export const treated = (facts: Facts, treatment: 'full' | 'excluded' | 'zero'): Example => ({ facts, treatment });

/** The same with other lists of facts for readers who count them differently. */
export const or = (example: Example, ...others: readonly Facts[]): Example => ({ ...example, or: others });

/** The same, and these scores are defensible too. */
export const may = (example: Example, ...scores: readonly string[]): Example => ({ ...example, may: scores });
