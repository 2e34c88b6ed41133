/**
 * The format of patterns. A form is a line of classes of words (upper case), phrases (lower case) and slots: 「c=condition sep? g=give」.
 * `means` makes the typed clause, or null where the slots do not go together. `reads` and `never` are tests and documentation at once.
 */
import type { AmountSaid, ClauseMeaning, Gift, Loss, MentionSaid, Most, Rounding, TextPlace, Subject, Tail, Term, Within } from './clause';
import type { Points } from '../types';
import type { FigureSaid } from './figures';
import type { Edge } from './lattice';

/** What a phrase stands for, by its name. */
export interface Phrases {
  readonly sep: true;
  readonly figure: FigureSaid;
  readonly step: FigureSaid;
  readonly nth: FigureSaid;
  readonly inPlace: FigureSaid;
  readonly place: Within;
  readonly words: MentionSaid;
  readonly clauses: MentionSaid;
  readonly operand: MentionSaid;
  readonly inclusion: 'in' | 'out';
  readonly above: '>=' | '>';
  readonly below: '<=' | '<';
  readonly beyond: '>=' | '>' | '<=' | '<';
  readonly reach: '>=' | '<';
  readonly comparison: '>=' | '<=' | '=' | '>' | '<';
  readonly interval: Within;
  readonly measured: Subject;
  readonly state: Subject;
  readonly condition: Subject;
  readonly amount: AmountSaid;
  readonly worth: AmountSaid;
  readonly give: Gift;
  readonly lose: Loss;
  readonly until: true;
  readonly most: Most;
  readonly least: Points;
  readonly tail: Tail;
  readonly rounding: Rounding;
  readonly maxpts: true;
  readonly zero: Gift;
  readonly ratio: true;
  readonly atom: Term;
  readonly product: Term;
  readonly term: Term;
  readonly list: readonly MentionSaid[];
  readonly band: {
    readonly from: FigureSaid;
    readonly to: FigureSaid;
    readonly fromEnd: 'in' | 'out' | null;
    readonly toEnd: 'in' | 'out' | null;
  };
}

type Elements<Form> = Form extends `${infer First} ${infer Rest}` ? First | Elements<Rest> : Form;
type Bare<Name> = Name extends `${infer Plain}?` ? Plain : Name;
type SlotIn<FormElement> = FormElement extends `${infer Slot}=${infer Of}` ? [Slot, Bare<Of>] : never;
type ValueOf<Of> = Of extends keyof Phrases ? Phrases[Of] : Edge;
type SlotsIn<Pair extends [string, unknown]> = { readonly [P in Pair as P[0]]: ValueOf<P[1]> | undefined };
/** The slots of a form, typed by what fills them. */
export type Slots<Form extends string> = SlotsIn<SlotIn<Elements<Form>>>;

/** Facts by (a part of) their name, `own` for the row's measure; and the score with them: «0/1/2» for several. */
export type PatternExample = readonly [
  text: string,
  points: string,
  ...cases: readonly (readonly [facts: Readonly<Record<string, string | boolean>>, score: string])[],
];

export interface Pattern {
  readonly id: string;
  /** 'clause', or the phrase that it is one way to write. */
  readonly rule: string;
  readonly forms: readonly string[];
  readonly prior: number;
  readonly means: (slots: Readonly<Record<string, unknown>>, place: TextPlace) => unknown;
  /** What it says, for docs/criteria.md. */
  readonly says: string;
  readonly reads: readonly PatternExample[];
  readonly never: readonly string[];
}

interface PatternSource<Form extends string, Value> {
  readonly forms: readonly Form[];
  readonly means: (slots: Slots<Form>, place: TextPlace) => Value | null;
  readonly prior?: number;
}

/** One way to write a clause. */
export function pattern<const Form extends string>(
  source: PatternSource<Form, ClauseMeaning> & {
    readonly id: string;
    readonly says: string;
    readonly reads: readonly PatternExample[];
    readonly never: readonly string[];
  },
): Pattern {
  return { rule: 'clause', prior: 0, ...source, means: source.means as Pattern['means'] };
}

/** One way to write a phrase; its examples are those of the clauses it stands in. */
export function phrase<const Rule extends keyof Phrases, const Form extends string>(
  rule: Rule,
  forms: readonly Form[],
  means: (slots: Slots<Form>, place: TextPlace) => Phrases[Rule] | null,
  prior = 0,
): Pattern {
  return { id: `${rule}: ${forms.join(' | ')}`, rule, forms, prior, means: means as Pattern['means'], says: '', reads: [], never: [] };
}
