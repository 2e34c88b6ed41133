import { fittingReadings } from '../criterion-points';
import type { Criterion } from '../types';
import { because, heldCondition } from './because';
import { anything, awarded, within } from './bounds';
import { truthOf } from './conditions';
import { deductionScores, unitScores } from './deductions';
import { isKnown, expressionValue } from './expressions';
import { asScores } from './flatten';
import type { Ground, NotApplicable } from './ground';
import type { Known } from './known';
import { UNKNOWN_SCORES, atLeast, atMost, between, exactly, under, union, type Scores } from './scores';
import { sumScores } from './sum';
import { awardScores, bandScores, caseScores, chooseScores, stepScores } from './tables';
import { worth } from './worth';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

/** What a rule allows within its own maximum. */
export function evaluateRule(rule: Criterion, max: Known | null, ground: Ground): Scores | NotApplicable {
  switch (rule.kind) {
    case 'per-occurrence':
    case 'per-point':
      return unitScores(rule, max, ground);
    case 'steps':
      return stepScores(rule, max, ground);
    case 'choose':
      return chooseScores(rule, max, ground);
    case 'cases':
      return caseScores(rule, max, ground);
    case 'fixed':
      return awarded(rule.points, max);
    case 'award':
      return awardScores(rule, max, ground);
    case 'bands':
      return bandScores(rule, max, ground);
    case 'sum':
      return sumScores(rule, max, ground);
    case 'deductions':
      return deductionScores(rule, max, ground);
    case 'formula':
      return formulaScores(rule, max, ground);
    case 'discretion':
      return discretionScores(rule, max);
    case 'opaque':
      return anything(max);
    default:
      return evaluateAround(rule, max, ground);
  }
}

/** Nodes that change what one rule below them gives. */
function evaluateAround(rule: Kind<'veto' | 'exempt' | 'limit' | 'readings'>, max: Known | null, ground: Ground): Scores | NotApplicable {
  switch (rule.kind) {
    case 'veto':
      return vetoScores(rule, max, ground);
    case 'exempt':
      return exemptScores(rule, max, ground);
    case 'limit':
      return limitScores(rule, max, ground);
    case 'readings':
      return readingScores(rule, max, ground);
  }
}

/** All that any reading gives; but a reading whose best is not the maximum is none where another's is. */
function readingScores(rule: Kind<'readings'>, max: Known | null, ground: Ground): Scores | NotApplicable {
  const all = fittingReadings(rule, max?.value ?? null).map(({ reading, rule: one }) => ({
    reading,
    scores: ground.evaluate(one, max, ground),
  }));
  const first = all[0]?.scores;
  const isOut = first?.is === 'not-applicable' && ground.isOnTop(rule);
  if (isOut && all.every(({ scores }) => scores.is === 'not-applicable' && scores.treatment === first.treatment)) return first;
  return union(all.map(({ reading, scores }) => under(reading, asScores(scores, max))));
}

function formulaScores(rule: Kind<'formula'>, max: Known | null, ground: Ground): Scores {
  const value = expressionValue(rule.expr, max, ground);
  if (value === 'no-max') return UNKNOWN_SCORES;
  if (!isKnown(value)) return anything(max, rule.cap);
  const most = rule.cap === null ? null : worth(rule.cap, max);
  if (rule.cap !== null && most === null) return UNKNOWN_SCORES;
  const scores = most === null ? exactly(value) : atMost(exactly(value), most, true);
  return within(scores, max, true);
}

function discretionScores(rule: Kind<'discretion'>, max: Known | null): Scores {
  const from = worth(rule.from, max);
  const to = worth(rule.to, max);
  return from === null || to === null ? UNKNOWN_SCORES : within(between(from.value, to.value), max);
}

function vetoScores(rule: Kind<'veto'>, max: Known | null, ground: Ground): Scores | NotApplicable {
  const truth = truthOf(rule.when, max, ground);
  if (truth === true) return because(awarded(rule.score, max), heldCondition(rule.when, true, max, ground));
  const scores = ground.evaluate(rule.rule, max, ground);
  // A row that is not scored at all has nothing to lose.
  const stands = truth === false || (scores.is === 'not-applicable' && scores.treatment === 'excluded' && ground.isOnTop(rule));
  return stands ? scores : union([asScores(scores, max), awarded(rule.score, max)]);
}

function exemptScores(rule: Kind<'exempt'>, max: Known | null, ground: Ground): Scores | NotApplicable {
  const truth = truthOf(rule.when, max, ground);
  const treatment = rule.policy === 'no-deduction' ? 'full' : rule.policy;
  if (truth === true) return { is: 'not-applicable', treatment };
  const scores = ground.evaluate(rule.rule, max, ground);
  // Not scored at all is no score: what the rule gives is all there is to compare with.
  if (truth === false || (treatment === 'excluded' && ground.isOnTop(rule))) return scores;
  return union([asScores(scores, max), asScores({ is: 'not-applicable', treatment }, max)]);
}

function limitScores(rule: Kind<'limit'>, max: Known | null, ground: Ground): Scores | NotApplicable {
  const below = ground.evaluate(rule.rule, max, ground);
  if (below.is === 'not-applicable' && ground.isOnTop(rule)) return below;
  const scores = asScores(below, max);
  const low = rule.atLeast === null ? null : worth(rule.atLeast, max);
  const high = rule.atMost === null ? null : worth(rule.atMost, max);
  if ((rule.atLeast !== null && low === null) || (rule.atMost !== null && high === null)) return UNKNOWN_SCORES;
  const raised = low === null ? scores : atLeast(scores, low, true);
  return within(high === null ? raised : atMost(raised, high, true), max);
}
