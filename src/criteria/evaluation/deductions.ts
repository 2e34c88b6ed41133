import type { Criterion } from '../types';
import { cappedScores } from './amounts';
import { scoresOf } from './flatten';
import type { Ground } from './ground';
import { KNOWN_ZERO, type Known } from './known';
import { occurrenceAmounts } from './per-occurrence';
import { pointAmounts } from './per-point';
import { UNKNOWN_SCORES, atLeast, atMost, exactly, sumOf, takenFrom, type Scores } from './scores';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;
type PerUnit = Kind<'per-occurrence'> | Kind<'per-point'>;

const amountsOf = (rule: PerUnit, max: Known | null, ground: Ground): Scores =>
  rule.kind === 'per-occurrence' ? occurrenceAmounts(rule, max, ground) : pointAmounts(rule, max, ground);

/** One rule of so much a unit: from the maximum downwards, or from 0 upwards. */
export function unitScores(rule: PerUnit, max: Known | null, ground: Ground): Scores {
  const amounts = amountsOf(rule, max, ground);
  if (rule.effect === 'award') return max === null ? amounts : atMost(amounts, max, true);
  return left(amounts, max);
}

/** Several rules that take from one maximum. */
export function deductionScores(rule: Kind<'deductions'>, max: Known | null, ground: Ground): Scores {
  let taken: Scores = exactly(KNOWN_ZERO);
  for (const one of rule.rules) taken = sumOf(taken, takenOff(one, max, ground));
  return left(cappedScores(taken, rule.cap ?? null, max), max);
}

/** 扣完为止, whether it says so or not. */
function left(taken: Scores, max: Known | null): Scores {
  return max === null ? UNKNOWN_SCORES : atLeast(takenFrom(max, taken), KNOWN_ZERO, true);
}

function takenOff(rule: Criterion, max: Known | null, ground: Ground): Scores {
  if ((rule.kind === 'per-occurrence' || rule.kind === 'per-point') && rule.effect === 'deduct') return amountsOf(rule, max, ground);
  const scores = scoresOf(rule, max, ground);
  return max === null ? UNKNOWN_SCORES : takenFrom(max, scores);
}
