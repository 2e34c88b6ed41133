/** So many units, each worth so much: what 每…扣 and 每…得 have in common. */
import { type Dec, decOfNumber } from '../../workbook';
import type { PartOfStep, Points } from '../types';
import type { Ground } from './ground';
import * as known from './known';
import type { Known } from './known';
import { UNKNOWN_SCORES, anyOf, atMost, between, exactly, type Scores } from './scores';
import { worth } from './worth';

/** As many lattice points as a set of scores may have, and one more. */
const MOST_UNITS = 201;

/** Whole, in proportion or begun: how many units `of` is, as the text says, else under the scenario. */
export function unitsIn(of: Known, ground: Ground, said: PartOfStep | undefined): Known {
  if (of.value.isInteger() || known.floor(of).value.equals(known.ceil(of).value)) return of;
  if (said === undefined) ground.partialMatters = true;
  const partial = said ?? ground.scenario.partial;
  if (partial === 'proportional') return of;
  return partial === 'whole-only' ? known.floor(of) : known.ceil(of);
}

/** Points for so many units, up to the cap: 最多扣n分. */
export function amountOf(units: Known, each: Points, max: Known | null): Known | null {
  const one = worth(each, max);
  return one === null ? null : known.times(one, units);
}

export function cappedScores(amounts: Scores, cap: Points | null, max: Known | null): Scores {
  if (cap === null) return amounts;
  const most = worth(cap, max);
  return most === null ? UNKNOWN_SCORES : atMost(amounts, most, true);
}

/**
 * The number of units is not known: any number of occurrences, `per` of them to a unit (1 where only whole units count), or
 * anything where parts count; up to the first that reaches `most`.
 */
export function anyAmount(each: Points, per: Dec, divisible: boolean, most: Known | null, max: Known | null): Scores {
  const one = worth(each, max)?.value;
  if (one === undefined) return UNKNOWN_SCORES;
  if (one.isZero()) return exactly(known.KNOWN_ZERO);
  if (most === null) return UNKNOWN_SCORES;
  const steps = most.value.div(one).times(per).ceil();
  if (divisible || steps.greaterThan(MOST_UNITS)) return between(known.KNOWN_ZERO.value, most.value);
  const whole = per.equals(1);
  const last = steps.toNumber();
  return anyOf(Array.from({ length: last + 1 }, (_, k) => (k === last ? most.value : one.times(whole ? k : decOfNumber(k).div(per)))));
}
