/** From what a criterion allows to what is said of a row. */
import { type Criterion, type Outcome, READINGS, readingsIn } from '../criteria';
import type { Dec } from '../workbook';
import type { Admissible, Derivation, Rule, WhyUnknown } from './types';

/** What the outcome lets us say; a range as wide as the 分值 says nothing, and why. */
export function admissibleOf(outcome: Outcome, rule: Rule, weight: Dec | null): Admissible {
  switch (outcome.is) {
    case 'exact':
      return { is: 'exact', score: outcome.score, arithmetic: outcome.arithmetic };
    case 'one-of':
      return { is: 'one-of', scores: outcome.scores, readings: outcome.readings };
    case 'range': {
      const everything = weight !== null && outcome.from.lte(0) && outcome.fromIncluded && outcome.to.gte(weight) && outcome.toIncluded;
      if (everything) return { is: 'unknown', why: whyUnknown(outcome, rule) };
      return { is: 'range', from: outcome.from, to: outcome.to, fromIncluded: outcome.fromIncluded, toIncluded: outcome.toIncluded };
    }
    case 'not-applicable':
      return { is: 'not-applicable', treatment: outcome.treatment };
    case 'unknown':
      return {
        is: 'unknown',
        why: rule.parsed.understood === 'none' ? 'not-understood' : weight === null ? 'no-weight' : whyUnknown(outcome, rule),
      };
  }
}

/** Readings that come to the same score as the sheet shows scores are one: the unrounded one. */
export function collapsed(admissible: Admissible, shown: (score: Dec) => Dec): Admissible {
  if (admissible.is !== 'one-of' || admissible.readings.length < admissible.scores.length) return admissible;
  const [first] = admissible.scores;
  if (first === undefined || admissible.scores.some((score) => !shown(score).eq(shown(first)))) return admissible;
  const reading = admissible.readings.find((one) => readingsIn(one.reading).includes(READINGS.exact)) ?? admissible.readings[0]!;
  return { is: 'exact', score: reading.score, arithmetic: reading.arithmetic };
}

function whyUnknown(outcome: Outcome, rule: Rule): WhyUnknown {
  if (rule.parsed.understood === 'none') return 'not-understood';
  const needsJudgement = outcome.missing.length > 0 && outcome.missing.every((ref) => ref.kind === 'yes' || ref.kind === 'level');
  if (needsJudgement || hasKind(rule.parsed.criterion, 'discretion')) return 'judgement';
  return outcome.missing.length > 0 ? 'facts-missing' : 'not-understood';
}

/** It rests on a figure that only its place binds: it asks, and nothing is written or added up by it. */
export const isWeaklyBound = ({ facts }: Pick<Derivation, 'facts'>): boolean => facts.some((fact) => fact.weak === true);

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
