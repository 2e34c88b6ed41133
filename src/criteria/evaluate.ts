import type { Dec } from '../workbook';
import type { Arithmetic, CriteriaSwitches, Criterion, EvaluationInput, FactRef, Outcome, ReadScore, ReadingId } from './types';
import { inOrderOfText } from './facts';
import { READINGS, jointReading } from './reading-ids';
import { Ground, type NotApplicable, type Scenario } from './evaluation/ground';
import type { Known } from './evaluation/known';
import { evaluateRule } from './evaluation/rules';
import { UNKNOWN_SCORES, under, union, type Point, type Scores } from './evaluation/scores';

const PARTIALS: Readonly<Record<CriteriaSwitches['partialPoints'], readonly Scenario['partial'][]>> = {
  either: ['proportional', 'whole-only'],
  proportional: ['proportional'],
  'whole-only': ['whole-only'],
  begun: ['begun'],
};

const RATES: Readonly<Record<CriteriaSwitches['rateRounding'], readonly Scenario['rate'][]>> = {
  either: ['exact', 'as-shown'],
  exact: ['exact'],
  'as-shown': ['as-shown'],
};

/**
 * What a criterion allows, given the facts: never outside [0, 分值], unrounded. Where a part of a percentage point, or a
 * rate's rounding, may be read in two ways, the whole criterion is read each way and all of the scores are admitted.
 */
export function evaluate(criterion: Criterion, input: EvaluationInput): Outcome {
  const results = readings(criterion, input);
  const missing = results.flatMap((result) => result.missing);
  const first = results[0]!.scores;
  if (first.is === 'not-applicable') return { is: 'not-applicable', treatment: first.treatment, missing: [] };
  if (criterion.kind === 'opaque') return { is: 'unknown', missing: [] };
  return outcomeOf(union(results.map((result) => (result.scores.is === 'not-applicable' ? UNKNOWN_SCORES : result.scores))), missing);
}

interface Result {
  readonly scores: Scores | NotApplicable;
  readonly missing: readonly FactRef[];
}

function readings(criterion: Criterion, input: EvaluationInput): Result[] {
  const [partials, rates] = [PARTIALS[input.switches.partialPoints], RATES[input.switches.rateRounding]];
  const results: Result[] = [];
  let [partialMatters, rateMatters] = [false, false];
  for (const [i, rate] of rates.entries()) {
    if (i > 0 && !rateMatters) break;
    for (const [j, partial] of partials.entries()) {
      if (j > 0 && !partialMatters) break;
      const ground = new Ground(input, { partial, rate }, evaluateRule, criterion);
      const scores = ground.evaluate(criterion, maximum(input.weight), ground);
      partialMatters ||= ground.partialMatters && partials.length > 1;
      rateMatters ||= ground.rateMatters && rates.length > 1;
      // Everything is possible already.
      if (isWhole(scores, input.weight)) return [{ scores, missing: ground.missing }];
      results.push({
        scores: named(scores, partialMatters ? READINGS[partial] : '', rateMatters ? READINGS[rate] : ''),
        missing: ground.missing,
      });
    }
  }
  return results;
}

function isWhole(scores: Scores | NotApplicable, weight: Dec | null): boolean {
  return (
    scores.is === 'span' && weight !== null && scores.fromIncluded && scores.toIncluded && scores.from.isZero() && scores.to.equals(weight)
  );
}

const named = (scores: Scores | NotApplicable, ...by: (ReadingId | '')[]): Scores | NotApplicable =>
  scores.is === 'points' ? under(jointReading(...by), scores) : scores;

/** A 分值 below 0 is a slip, not a maximum. */
function maximum(weight: Dec | null): Known | null {
  if (weight === null || !weight.isFinite() || weight.isNegative()) return null;
  return { value: weight, arithmetic: { op: 'weight', value: weight } };
}

function outcomeOf(scores: Scores, missing: readonly FactRef[]): Outcome {
  if (scores.is === 'unknown') return { is: 'unknown', missing: inOrderOfText(missing) };
  if (scores.is === 'span') {
    const { from, to, fromIncluded, toIncluded } = scores;
    return { is: 'range', from, to, fromIncluded, toIncluded, missing: inOrderOfText(missing) };
  }
  if (scores.of.length > 1)
    return { is: 'one-of', scores: scores.of.map(({ score }) => score), readings: readScores(scores.of), missing: inOrderOfText(missing) };
  const { score, arithmetic } = scores.of[0]!;
  // Whatever the lacking facts are, it comes to the same.
  return { is: 'exact', score, arithmetic: arithmetic ?? constant(score), missing: [] };
}

const constant = (value: Dec): Arithmetic => ({ op: 'number', value, shown: 'plain' });

function readScores(points: readonly Point[]): ReadScore[] {
  return points.flatMap(({ score, arithmetic, reading }) => (arithmetic === null ? [] : [{ score, arithmetic, reading }]));
}
