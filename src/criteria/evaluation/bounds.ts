import type { Points } from '../types';
import { KNOWN_ZERO, type Known } from './known';
import { UNKNOWN_SCORES, atLeast, atMost, between, exactly, type Scores } from './scores';
import { worth } from './worth';

/** Within 0 and the maximum. always: see scores.ts. */
export function within(scores: Scores, max: Known | null, always = false): Scores {
  const capped = max === null ? scores : atMost(scores, max, always);
  return atLeast(capped, KNOWN_ZERO, always);
}

/** What an arm of a table or an award gives. */
export function awarded(points: Points, max: Known | null): Scores {
  const known = worth(points, max);
  return known === null ? UNKNOWN_SCORES : within(exactly(known), max);
}

/** Everything from 0 to the cap or the maximum, whichever is lower. */
export function anything(max: Known | null, cap: Points | null = null): Scores {
  const most = cap === null ? max : worth(cap, max);
  if (most === null) return UNKNOWN_SCORES;
  return within(between(KNOWN_ZERO.value, most.value), max);
}
