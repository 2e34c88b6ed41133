/**
 * Sets of scores: some points, or everything between two, or no idea. They only ever grow coarser: a set handed on holds at
 * least what is admissible, so that nothing defensible is ever called wrong.
 */
import type { Dec } from '../../workbook';
import type { Arithmetic, ReadingId } from '../types';
import { jointReading } from '../reading-ids';
import type { Known } from './known';
import { minus, plus } from './known';

/** arithmetic null: possible, but it does not follow from what is known. */
export interface Point {
  readonly score: Dec;
  readonly arithmetic: Arithmetic | null;
  readonly reading: ReadingId | '';
}

export interface SpanOfScores {
  readonly is: 'span';
  readonly from: Dec;
  readonly to: Dec;
  readonly fromIncluded: boolean;
  readonly toIncluded: boolean;
}

/** Ascending, no two equal, at least one. */
export interface PointsOfScores {
  readonly is: 'points';
  readonly of: readonly Point[];
}

/** unknown: it depends on a 分值 that is not known. */
export type Scores = PointsOfScores | SpanOfScores | { readonly is: 'unknown' };

export const UNKNOWN_SCORES: Scores = { is: 'unknown' };

/** More different scores than this are an interval: nobody reads them, and sums must not explode. */
const MOST_POINTS = 200;
const MOST_PAIRS = 2_000;

export function exactly(known: Known): PointsOfScores {
  return { is: 'points', of: [{ score: known.value, arithmetic: known.arithmetic, reading: '' }] };
}

export function between(a: Dec, b: Dec): Scores {
  const [from, to] = a.lessThanOrEqualTo(b) ? [a, b] : [b, a];
  if (from.equals(to)) return points([{ score: from, arithmetic: null, reading: '' }]);
  return { is: 'span', from, to, fromIncluded: true, toIncluded: true };
}

/** Scores that are possible without following from what is known. */
export function anyOf(scores: readonly Dec[]): Scores {
  return points(scores.map((score) => ({ score, arithmetic: null, reading: '' })));
}

/** Sorted, and each score once: where it is come by in several ways the first with arithmetic stands for all. */
function points(of: readonly Point[]): Scores {
  if (of.length === 1) return { is: 'points', of };
  const sorted = isAscending(of) ? of : [...of].sort((a, b) => a.score.comparedTo(b.score));
  const distinct: Point[] = [];
  for (const point of sorted) {
    const before = distinct.at(-1);
    if (before === undefined || !before.score.equals(point.score)) distinct.push(point);
    else if (before.arithmetic === null && point.arithmetic !== null) distinct[distinct.length - 1] = point;
  }
  if (distinct.length <= MOST_POINTS) return { is: 'points', of: distinct };
  return between(distinct[0]!.score, distinct.at(-1)!.score);
}

function isAscending(of: readonly Point[]): boolean {
  return of.every((point, index) => index === 0 || of[index - 1]!.score.lessThanOrEqualTo(point.score));
}

/** The smallest span around a set. */
function hull(scores: PointsOfScores | SpanOfScores): SpanOfScores {
  if (scores.is === 'span') return scores;
  return { is: 'span', from: scores.of[0]!.score, to: scores.of.at(-1)!.score, fromIncluded: true, toIncluded: true };
}

export function union(sets: readonly Scores[]): Scores {
  if (sets.length === 1) return sets[0]!;
  const spans: SpanOfScores[] = [];
  const all: Point[] = [];
  for (const set of sets) {
    if (set.is === 'unknown') return UNKNOWN_SCORES;
    if (set.is === 'points') all.push(...set.of);
    else spans.push(set);
  }
  if (spans.length === 0) return points(all);
  if (all.length > 0) spans.push(hull(points(all) as PointsOfScores | SpanOfScores));
  return spans.reduce(hullOfTwo);
}

function hullOfTwo(a: SpanOfScores, b: SpanOfScores): SpanOfScores {
  const low = a.from.lessThan(b.from) || (a.from.equals(b.from) && a.fromIncluded) ? a : b;
  const high = a.to.greaterThan(b.to) || (a.to.equals(b.to) && a.toIncluded) ? a : b;
  return { is: 'span', from: low.from, to: high.to, fromIncluded: low.fromIncluded, toIncluded: high.toIncluded };
}

/** Every sum of one of each (Minkowski). */
export function sumOf(a: Scores, b: Scores): Scores {
  if (a.is === 'unknown' || b.is === 'unknown') return UNKNOWN_SCORES;
  if (a.is === 'points' && b.is === 'points' && a.of.length * b.of.length <= MOST_PAIRS) return points(pairs(a.of, b.of));
  const [left, right] = [hull(a), hull(b)];
  return span(
    left.from.plus(right.from),
    left.to.plus(right.to),
    left.fromIncluded && right.fromIncluded,
    left.toIncluded && right.toIncluded,
  );
}

function pairs(a: readonly Point[], b: readonly Point[]): Point[] {
  return a.flatMap((left) => b.map((right) => joined(left, right)));
}

function joined(left: Point, right: Point): Point {
  const reading = jointReading(left.reading, right.reading);
  if (left.arithmetic === null || right.arithmetic === null) return { score: left.score.plus(right.score), arithmetic: null, reading };
  const sum = plus(knownOf(left.score, left.arithmetic), knownOf(right.score, right.arithmetic));
  return { score: sum.value, arithmetic: sum.arithmetic, reading };
}

const knownOf = (value: Dec, arithmetic: Arithmetic): Known => ({ value, arithmetic });

function span(from: Dec, to: Dec, fromIncluded: boolean, toIncluded: boolean): Scores {
  if (from.equals(to)) return points([{ score: from, arithmetic: null, reading: '' }]);
  return { is: 'span', from, to, fromIncluded, toIncluded };
}

/** whole − each of the set: what is left after taking off, or what was taken off. */
export function takenFrom(whole: Known, scores: Scores): Scores {
  if (scores.is === 'unknown') return UNKNOWN_SCORES;
  if (scores.is === 'span')
    return span(whole.value.minus(scores.to), whole.value.minus(scores.from), scores.toIncluded, scores.fromIncluded);
  // The order turns: the most taken leaves the least.
  const turned: PointsOfScores = { is: 'points', of: [...scores.of].reverse() };
  return eachPoint(
    turned,
    (known) => minus(whole, known),
    (score) => whole.value.minus(score),
  );
}

/** The set under a change that keeps or turns the order. `known` keeps the arithmetic, `bare` works where there is none. */
function eachPoint(scores: PointsOfScores, known: (known: Known) => Known, bare: (score: Dec) => Dec): Scores {
  return points(
    scores.of.map(({ score, arithmetic, reading }) => {
      if (arithmetic === null) return { score: bare(score), arithmetic, reading };
      const changed = known(knownOf(score, arithmetic));
      return { score: changed.value, arithmetic: changed.arithmetic, reading };
    }),
  );
}

/** Nothing above `most`. always: the arithmetic says so even where it does not bite, so that a live formula holds. */
export function atMost(scores: Scores, most: Known, always = false): Scores {
  return bounded(scores, most, 'min', (score) => score.greaterThan(most.value), always);
}

/** Nothing below `low`. */
export function atLeast(scores: Scores, low: Known, always = false): Scores {
  return bounded(scores, low, 'max', (score) => score.lessThan(low.value), always);
}

function bounded(scores: Scores, bound: Known, op: 'min' | 'max', beyond: (score: Dec) => boolean, always: boolean): Scores {
  if (scores.is === 'unknown') return UNKNOWN_SCORES;
  if (scores.is === 'span') return boundedSpan(scores, bound.value, beyond);
  if (!scores.of.some(({ score, arithmetic }) => (always && arithmetic !== null) || beyond(score))) return scores;
  const within = (score: Dec): Dec => (beyond(score) ? bound.value : score);
  return eachPoint(
    scores,
    ({ value, arithmetic }) =>
      always || beyond(value) ? knownOf(within(value), { op, of: [arithmetic, bound.arithmetic] }) : knownOf(value, arithmetic),
    within,
  );
}

function boundedSpan(scores: SpanOfScores, bound: Dec, beyond: (score: Dec) => boolean): Scores {
  const from = beyond(scores.from) ? bound : scores.from;
  const to = beyond(scores.to) ? bound : scores.to;
  return span(from, to, scores.fromIncluded || beyond(scores.from), scores.toIncluded || beyond(scores.to));
}

/** The set with every score that follows marked as coming by this reading. */
export function under(reading: ReadingId | '', scores: Scores): Scores {
  if (reading === '' || scores.is !== 'points') return scores;
  return { is: 'points', of: scores.of.map((point) => ({ ...point, reading: jointReading(reading, point.reading) })) };
}
