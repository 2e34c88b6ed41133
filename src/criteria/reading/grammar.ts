/** Patterns made ready for the chart: names as numbers, and for each form the classes of words it cannot do without. */
import { classId, masksOf } from './lattice';
import type { Pattern } from './pattern';

export interface FormElement {
  /** '' where nothing is kept. */
  readonly slot: string;
  /** Number of a class of words, or of a rule. */
  readonly id: number;
  readonly isClass: boolean;
  readonly optional: boolean;
}

export interface Form {
  readonly pattern: Pattern;
  readonly text: string;
  readonly elements: readonly FormElement[];
  /** Classes of words that lie ahead wherever the form matches, as bits. */
  readonly needs: readonly number[];
}

export interface Grammar {
  /** The forms of each rule, by its number. */
  readonly rules: readonly (readonly Form[])[];
  readonly ruleId: (name: string) => number;
}

/** Rules the chart itself knows: free words without and with commas, and a factor's name in a formula. */
export const FREE_RULES = ['words', 'clauses', 'operand'] as const;

const ELEMENT = /^(?:(\w+)=)?([A-Za-z]+)(\?)?$/;

interface Draft {
  readonly pattern: Pattern;
  readonly text: string;
  readonly elements: readonly FormElement[];
}

/** As many of the elements' classes as every way to match must have; a rule that is being looked at already adds nothing. */
class Needs {
  private readonly known = new Map<number, readonly number[]>();
  private readonly open = new Set<number>();

  constructor(private readonly rules: readonly (readonly Draft[])[]) {}

  ofForm({ elements }: Draft): readonly number[] {
    const needed = elements.filter(({ optional }) => !optional);
    return [...new Set(needed.flatMap(({ isClass, id }) => (isClass ? [id] : this.ofRule(id))))];
  }

  private ofRule(id: number): readonly number[] {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const forms = this.rules[id]!;
    if (forms.length === 0 || this.open.has(id)) return [];
    this.open.add(id);
    const all = forms.map((form) => this.ofForm(form));
    this.open.delete(id);
    const shared = all[0]!.filter((cls) => all.every((one) => one.includes(cls)));
    if (this.open.size === 0) this.known.set(id, shared);
    return shared;
  }
}

function elementOf(word: string, ruleId: (name: string) => number): FormElement {
  const match = ELEMENT.exec(word);
  if (match === null) throw new Error(`a form cannot say ${word}`);
  const [, slot = '', name, optional] = match;
  const isClass = name! === name!.toUpperCase();
  return { slot, id: isClass ? classId(name!) : ruleId(name!), isClass, optional: optional !== undefined };
}

/** Throws where a form names a rule or a class of words that there is not. */
export function grammarOf(patterns: readonly Pattern[]): Grammar {
  const names: string[] = [...FREE_RULES, ...new Set(patterns.map(({ rule }) => rule))];
  const ids = new Map(names.map((name, id) => [name, id]));
  const ruleId = (name: string): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no phrase: ${name}`);
    return id;
  };
  const drafts = names.map((name) =>
    patterns
      .filter(({ rule }) => rule === name)
      .flatMap((pattern) =>
        pattern.forms.map((text): Draft => ({ pattern, text, elements: text.split(' ').map((word) => elementOf(word, ruleId)) })),
      ),
  );
  const needs = new Needs(drafts);
  return { rules: drafts.map((forms) => forms.map((form) => ({ ...form, needs: masksOf(needs.ofForm(form)) }))), ruleId };
}
