/** A formula as it was read, as a rule. */
import { formulaRule } from '../former/formulas';
import type { Reading } from '../former/readings';
import type { ExprTree } from '../former/syntax/tree';
import type { Tail, Term, TextPlace } from '../reading/clause';
import { nameOfMention, statedValue, type RuleSetting } from '../reading/subjects';
import type { Criterion } from '../types';

interface FormulaSaid {
  readonly of: Term;
  readonly tail: Tail;
  readonly place: TextPlace;
}

function treeOf(term: Term): ExprTree {
  switch (term.is) {
    case 'figure':
      return { op: 'value', value: statedValue(term.figure) };
    case 'name':
      return { op: 'name', name: nameOfMention(term.of) };
    case 'abs':
      return { op: 'abs', of: treeOf(term.within) };
    case 'max-points':
      return { op: 'max-points' };
    default:
      return { op: term.is, left: treeOf(term.left), right: treeOf(term.right) };
  }
}

/** null: it gives no points. */
export function formulaOf(setting: RuleSetting, { of, tail, place }: FormulaSaid): Criterion | null {
  const formula = {
    expr: treeOf(of),
    alternative: null,
    rounded: false,
    tail: { atMost: tail.cap, atLeast: tail.floor, until: tail.untilGone, every: null },
  };
  return formulaRule(setting.places, { is: 'formula', formula, lead: null, from: place[0], to: place[1] } as unknown as Reading & {
    is: 'formula';
  });
}
