/** What a step table leaves out. */
import { Dec } from '../workbook';
import units from './data/units.json';
import type { Criterion, Expr, Interval } from './types';
import { eachRule } from './walk';

type Steps = Extract<Criterion, { kind: 'steps' }>;

export interface StepGap {
  /** The step table. */
  readonly rule: Steps;
  readonly gap: Interval;
}

const ZERO = new Dec(0);
const FIRST = new Dec(1);
/** Where a share, or a mark out of a hundred, ends by nature. */
const NATURAL_ENDS = [new Dec(1), new Dec(100)];
/** What is counted, not measured. */
const COUNTED = new Set(units.counted);

/** Every gap of every step table of a criterion. */
export function stepGaps(criterion: Criterion): StepGap[] {
  const gaps: StepGap[] = [];
  eachRule(criterion, (rule) => {
    if (rule.kind === 'steps') gaps.push(...gapsOf(rule).map((gap) => ({ rule, gap })));
  });
  return gaps;
}

/** The parts of the figure's natural domain that no arm covers, ascending. */
export function gapsOf({ of, arms }: Steps): Interval[] {
  let gaps = [domainOf(of, arms)];
  for (const { when } of arms) gaps = gaps.flatMap((gap) => without(gap, when));
  return isCounted(of) ? gaps.filter(holdsWhole) : gaps;
}

/**
 * From 0 (a place from 1; from minus infinity where an arm speaks of less than 0) upwards. A table whose highest arm ends at 100 % and gives the
 * most is complete there: more than everything is not asked about.
 */
function domainOf(of: Expr, arms: Steps['arms']): Interval {
  const negative = arms.some(
    ({ when }) =>
      (when.from !== null && when.from.isNegative() && !when.from.isZero()) || (when.to?.isNegative() === true && !when.to.isZero()),
  );
  const highest = naturalTop({ of, arms })?.when.to ?? null;
  const lowest = of.op === 'fact' && of.ref.kind === 'rank' ? FIRST : ZERO;
  return { from: negative ? null : lowest, fromIncluded: true, to: highest, toIncluded: highest !== null };
}

/**
 * The arm that ends at 100 % (or 100) and gives the most, where more is better: what lies above belongs to it. null where
 * there is no such arm.
 */
export function naturalTop({ of, arms }: Pick<Steps, 'of' | 'arms'>): Steps['arms'][number] | null {
  if (of.op === 'fact' && of.ref.kind === 'count') return null;
  if (arms.some(({ when }) => when.to === null)) return null;
  const top = arms.reduce<Steps['arms'][number] | null>(
    (best, arm) => (best === null || arm.when.to!.greaterThan(best.when.to!) ? arm : best),
    null,
  );
  if (top === null || !top.when.toIncluded || top.when.from === null || top.when.from.isZero()) return null;
  return NATURAL_ENDS.some((natural) => natural.equals(top.when.to!)) && givesMost(top, arms) ? top : null;
}

function givesMost(top: Steps['arms'][number], arms: Steps['arms']): boolean {
  const worth = (award: Steps['arms'][number]['award']): Dec => ('points' in award ? award.points : award.share);
  return arms.every(({ award }) => 'points' in award !== 'points' in top.award || worth(award).lessThanOrEqualTo(worth(top.award)));
}

/** What of a gap remains beside an arm. */
function without(gap: Interval, arm: Interval): Interval[] {
  if (!isSomething(arm)) return [gap];
  const below: Interval = { from: gap.from, fromIncluded: gap.fromIncluded, to: arm.from, toIncluded: !arm.fromIncluded };
  const above: Interval = { from: arm.to, fromIncluded: !arm.toIncluded, to: gap.to, toIncluded: gap.toIncluded };
  const parts: Interval[] = [];
  if (arm.from !== null) parts.push(lowerOf(below, gap));
  if (arm.to !== null) parts.push(upperOf(above, gap));
  return parts.filter(isSomething);
}

/** Not beyond the gap's own upper end. */
function lowerOf(part: Interval, gap: Interval): Interval {
  if (gap.to === null || part.to!.lessThan(gap.to) || (part.to!.equals(gap.to) && !part.toIncluded)) return part;
  return gap;
}

function upperOf(part: Interval, gap: Interval): Interval {
  if (gap.from === null || part.from!.greaterThan(gap.from) || (part.from!.equals(gap.from) && !part.fromIncluded)) return part;
  return gap;
}

function isSomething({ from, fromIncluded, to, toIncluded }: Interval): boolean {
  if (from === null || to === null) return true;
  return from.lessThan(to) || (from.equals(to) && fromIncluded && toIncluded);
}

function isCounted(of: Expr): boolean {
  return of.op === 'fact' && (of.ref.kind === 'count' || of.ref.kind === 'rank' || (of.ref.kind === 'number' && COUNTED.has(of.ref.unit)));
}

/** Whether a whole number lies in it. */
function holdsWhole({ from, fromIncluded, to, toIncluded }: Interval): boolean {
  if (from === null || to === null) return true;
  const first = from.isInteger() && !fromIncluded ? from.plus(1) : from.ceil();
  return first.lessThan(to) || (first.equals(to) && toIncluded);
}
