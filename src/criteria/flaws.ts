/**
 * A reading is checked before it may convict: a table whose arms cannot all be reached, or whose points rise and fall without
 * order, was read wrongly or written wrongly. Either way nobody can be told what it gives.
 */
import { Dec } from '../workbook';
import { DEFAULT_SWITCHES } from './switches';
import { evaluate } from './evaluate';
import { factsOf } from './facts';
import { criterionPoints } from './criterion-points';
import type { Criterion, FactRef, Flaw, Given, Interval, Points } from './types';
import { eachRule } from './walk';

type Steps = Extract<Criterion, { kind: 'steps' }>;

/** What is wrong with a reading, whatever its 分值; empty for most. */
export function flawsOf(criterion: Criterion): readonly Flaw[] {
  const flaws = new Set<Flaw>();
  eachRule(criterion, (rule) => {
    if (rule.kind !== 'steps') return;
    if (hasUnreachable(rule)) flaws.add('unreachable');
    if (!isOrdered(rule)) flaws.add('unordered');
    if (isMixed(rule.arms.map(({ award }) => award))) flaws.add('mixed');
  });
  if (takesWhereNothingHappened(criterion)) flaws.add('not-full');
  return [...flaws];
}

/** The points its own words say it can reach are those of the row; a rule in shares of the 分值 always fits. */
export function fitsWeight(criterion: Criterion, weight: Dec | null): boolean {
  const points = weight === null ? null : criterionPoints(criterion);
  return points === null || points.eq(weight!);
}

function hasUnreachable({ arms }: Steps): boolean {
  return arms.some(
    ({ when }, at) =>
      isEmpty(when) ||
      isInside(
        when,
        arms.slice(0, at).map((arm) => arm.when),
      ),
  );
}

function isEmpty({ from, fromIncluded, to, toIncluded }: Interval): boolean {
  return from !== null && to !== null && (from.gt(to) || (from.eq(to) && !(fromIncluded && toIncluded)));
}

/** Nothing of the arm is left once the others are taken away. */
function isInside(arm: Interval, others: readonly Interval[]): boolean {
  let rest: readonly Interval[] = [arm];
  for (const other of others) rest = rest.flatMap((piece) => without(piece, other));
  return rest.length === 0;
}

function without(piece: Interval, other: Interval): Interval[] {
  const rest: Interval[] = [];
  if (other.from !== null) rest.push({ from: piece.from, fromIncluded: piece.fromIncluded, ...lowerEnd(piece, other) });
  if (other.to !== null) rest.push({ ...upperStart(piece, other), to: piece.to, toIncluded: piece.toIncluded });
  return rest.filter((one) => !isEmpty(one));
}

function lowerEnd(piece: Interval, other: Interval): Pick<Interval, 'to' | 'toIncluded'> {
  const end = { to: other.from, toIncluded: !other.fromIncluded };
  if (piece.to === null || piece.to.gt(end.to!)) return end;
  return piece.to.eq(end.to!)
    ? { to: piece.to, toIncluded: piece.toIncluded && end.toIncluded }
    : { to: piece.to, toIncluded: piece.toIncluded };
}

function upperStart(piece: Interval, other: Interval): Pick<Interval, 'from' | 'fromIncluded'> {
  const start = { from: other.to, fromIncluded: !other.toIncluded };
  if (piece.from === null || piece.from.lt(start.from!)) return start;
  return piece.from.eq(start.from!)
    ? { from: piece.from, fromIncluded: piece.fromIncluded && start.fromIncluded }
    : { from: piece.from, fromIncluded: piece.fromIncluded };
}

/** Along the figure the points only rise, only fall, or rise to one best band and fall. */
function isOrdered({ arms }: Steps): boolean {
  const sorted = [...arms].sort((a, b) => startOf(a.when) - startOf(b.when)).map(({ award }) => award);
  let falling = false;
  for (let at = 1; at < sorted.length; at += 1) {
    const order = compared(sorted[at - 1]!, sorted[at]!);
    if (order < 0) falling = true;
    else if (order > 0 && falling) return false;
  }
  return true;
}

/** Below 0 where the second gives less. 满分 is more than any points. */
function compared(one: Points, other: Points): number {
  const isFull = (points: Points): boolean => 'share' in points && points.share.eq(1);
  if (isFull(one) || isFull(other)) return Number(isFull(other)) - Number(isFull(one));
  const worth = (points: Points): Dec => ('points' in points ? points.points : points.share);
  return worth(other).comparedTo(worth(one));
}

const startOf = ({ from }: Interval): number => (from === null ? Number.NEGATIVE_INFINITY : from.toNumber());

/** 满分 and 不得分 go with points and shares alike. */
function isEnd(points: Points): boolean {
  return 'points' in points ? points.points.isZero() : points.share.isZero() || points.share.eq(1);
}

function isMixed(awards: readonly Points[]): boolean {
  const between = awards.filter((award) => !isEnd(award));
  return between.some((award) => 'points' in award) && between.some((award) => 'share' in award);
}

const TAKES: ReadonlySet<Criterion['kind']> = new Set(['per-occurrence', 'deductions']);
const HUNDRED = new Dec(100);

/** A rule that only takes points off for what happened: where nothing did, all of them are due. */
function takesWhereNothingHappened(criterion: Criterion): boolean {
  if (!TAKES.has(criterion.kind) || (criterion.kind === 'per-occurrence' && criterion.effect === 'award')) return false;
  const facts = factsOf(criterion);
  if (facts.length === 0 || facts.some(({ kind }) => kind !== 'count' && kind !== 'yes')) return false;
  if (criterion.kind === 'deductions' && criterion.rules.some((rule) => rule.kind !== 'per-occurrence' || rule.effect !== 'deduct'))
    return false;
  const nothing = ({ kind }: FactRef): Given => ({ value: kind === 'count' ? new Dec(0) : false });
  const outcome = evaluate(criterion, { weight: HUNDRED, fact: nothing, switches: DEFAULT_SWITCHES });
  return outcome.is !== 'exact' || !outcome.score.eq(HUNDRED);
}
