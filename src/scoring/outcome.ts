/** From what a criterion allows to what is said of a row. */
import type { Arithmetic, Criterion, Outcome, ReadScore } from '../criteria/types';
import type { Dec } from '../workbook/decimal';
import type { Origin } from './facts/known';
import type { Admissible, Rule, WhyUnknown } from './types';

/** Arithmetic in which figures worked out of cells are written out, and every leaf that has a cell points to it. */
export function spelledOut(node: Arithmetic): Arithmetic {
  switch (node.op) {
    case 'given': {
      const origin = node.given.origin as Origin | undefined;
      if (origin?.known === undefined) return node;
      const { known } = origin;
      const same = node.given.value === known.value;
      if (same && known.derived !== undefined) return known.derived;
      const { origin: _dropped, ...given } = node.given;
      return { ...node, given: same && known.live !== undefined ? { ...given, origin: known.live } : given };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return { ...node, left: spelledOut(node.left), right: spelledOut(node.right) };
    case 'min':
    case 'max':
      return { ...node, of: node.of.map(spelledOut) };
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'round':
      return { ...node, of: spelledOut(node.of) };
    default:
      return node;
  }
}

/** What the outcome lets us say; a range as wide as the 分值 says nothing, and why. */
export function admissibleOf(outcome: Outcome, rule: Rule, weight: Dec | null): Admissible {
  switch (outcome.is) {
    case 'exact':
      return { is: 'exact', score: outcome.score, arithmetic: spelledOut(outcome.arithmetic) };
    case 'one-of':
      return { is: 'one-of', scores: outcome.scores, readings: outcome.readings.map((one): ReadScore => ({ ...one, arithmetic: spelledOut(one.arithmetic) })) };
    case 'range': {
      const everything = weight !== null && outcome.from.lte(0) && outcome.fromIncluded && outcome.to.gte(weight) && outcome.toIncluded;
      if (everything) return { is: 'unknown', why: whyUnknown(outcome, rule) };
      return { is: 'range', from: outcome.from, to: outcome.to, fromIncluded: outcome.fromIncluded, toIncluded: outcome.toIncluded };
    }
    case 'not-applicable':
      return { is: 'not-applicable', treatment: outcome.treatment };
    case 'unknown':
      return { is: 'unknown', why: rule.parsed.understood === 'none' ? 'not-understood' : weight === null ? 'no-weight' : whyUnknown(outcome, rule) };
  }
}

function whyUnknown(outcome: Outcome, rule: Rule): WhyUnknown {
  if (rule.parsed.understood === 'none') return 'not-understood';
  const needsJudgement = outcome.missing.length > 0 && outcome.missing.every((ref) => ref.kind === 'yes' || ref.kind === 'level');
  if (needsJudgement || hasKind(rule.parsed.criterion, 'discretion')) return 'judgement';
  return outcome.missing.length > 0 ? 'facts-missing' : 'not-understood';
}

/** True where the criterion has a node of this kind. */
export function hasKind(criterion: Criterion, kind: Criterion['kind']): boolean {
  if (criterion.kind === kind) return true;
  return below(criterion).some((one) => hasKind(one, kind));
}

/** The criteria directly below a node. */
export function below(criterion: Criterion): readonly Criterion[] {
  switch (criterion.kind) {
    case 'sum':
      return criterion.items.map((item) => item.rule);
    case 'deductions':
      return criterion.rules;
    case 'readings':
      return criterion.of.map((one) => one.rule);
    case 'cases':
      return [...criterion.arms.map((arm) => arm.rule), ...(criterion.otherwise === null ? [] : [criterion.otherwise])];
    case 'veto':
    case 'exempt':
    case 'limit':
      return [criterion.rule];
    default:
      return [];
  }
}
