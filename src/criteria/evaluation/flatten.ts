import type { Criterion } from '../types';
import { anything } from './bounds';
import type { Ground, NotApplicable } from './ground';
import { KNOWN_ZERO, type Known } from './known';
import { UNKNOWN_SCORES, exactly, type Scores } from './scores';

/** What a rule that does not apply is worth to the node above: everything, nothing, or whatever was agreed. */
export function asScores(scores: Scores | NotApplicable, max: Known | null): Scores {
  if (scores.is !== 'not-applicable') return scores;
  if (scores.treatment === 'zero') return exactly(KNOWN_ZERO);
  if (max === null) return UNKNOWN_SCORES;
  return scores.treatment === 'full' ? exactly(max) : anything(max);
}

/** The scores of a rule below another. */
export function scoresOf(rule: Criterion, max: Known | null, ground: Ground): Scores {
  return asScores(ground.evaluate(rule, max, ground), max);
}
