import { Dec } from '../workbook';
import type { Criterion, Points } from './types';
import { eachRule, rulesBelow } from './walk';

const absolute = (points: Points | null): Dec | null => (points !== null && 'points' in points ? points.points : null);

/** 「不得分」 is no points, however it was written. */
function absoluteOrNothing(points: Points): Dec | null {
  return 'share' in points && points.share.isZero() ? points.share : absolute(points);
}

/** The most of several; null where one of them is not given in points. */
function most(all: readonly (Dec | null)[]): Dec | null {
  const given = all.filter((one) => one !== null);
  return given.length === all.length && given.length > 0 ? Dec.max(...given) : null;
}

/**
 * The points a criterion can reach, where its own words say so in points: the sum of its items, the top of its table, what
 * meeting it earns. null where it is worth whatever its 分值 is, or where that cannot be told.
 */
export function criterionPoints(criterion: Criterion): Dec | null {
  switch (criterion.kind) {
    case 'sum':
      return sumOfItems(criterion.items);
    case 'steps':
      return most(criterion.arms.map(({ award }) => absoluteOrNothing(award)));
    case 'choose':
      return most(
        [...criterion.arms.map(({ award }) => award), ...(criterion.otherwise === null ? [] : [criterion.otherwise])].map(
          absoluteOrNothing,
        ),
      );
    case 'cases':
      return most(rulesBelow(criterion).map(pointsOrNothing));
    case 'fixed':
      return absolute(criterion.points);
    case 'award':
      return most([absoluteOrNothing(criterion.points), absoluteOrNothing(criterion.otherwise)]);
    case 'per-occurrence':
    case 'per-point':
      return criterion.effect === 'award' ? absolute(criterion.cap) : null;
    case 'formula':
      return absolute(criterion.cap);
    case 'limit':
      return limited(criterion);
    case 'veto':
    case 'exempt':
      return criterionPoints(criterion.rule);
    case 'discretion':
      return most([absoluteOrNothing(criterion.from), absoluteOrNothing(criterion.to)]);
    case 'readings':
      return agreed(criterion.of.map(({ rule }) => criterionPoints(rule)));
    case 'bands':
    case 'deductions':
    case 'opaque':
      return null;
  }
}

function sumOfItems(items: Extract<Criterion, { kind: 'sum' }>['items']): Dec | null {
  let total = new Dec(0);
  for (const { points, rule } of items) {
    const one = points === null ? criterionPoints(rule) : absolute(points);
    if (one === null) return null;
    total = total.plus(one);
  }
  return total;
}

/** 最高不超过n分 limits what the rule could reach. */
function limited({ atMost, rule }: Extract<Criterion, { kind: 'limit' }>): Dec | null {
  const reach = criterionPoints(rule);
  const limit = absolute(atMost);
  if (limit === null) return reach;
  return reach === null ? null : Dec.min(reach, limit);
}

const pointsOrNothing = (rule: Criterion): Dec | null => (rule.kind === 'fixed' ? absoluteOrNothing(rule.points) : criterionPoints(rule));

function agreed(all: readonly (Dec | null)[]): Dec | null {
  const first = all[0] ?? null;
  return first !== null && all.every((one) => one !== null && one.equals(first)) ? first : null;
}

/** The points its own words say it can reach are those of the row; a rule in shares of the 分值 always fits, and several readings where one does. */
export function fitsWeight(criterion: Criterion, weight: Dec | null): boolean {
  if (criterion.kind === 'readings') return criterion.of.some(({ rule }) => fitsWeight(rule, weight));
  if (weight !== null && addsUpAsChoice(criterion, weight)) return false;
  const points = weight === null ? null : criterionPoints(criterion);
  return points === null || points.eq(weight!);
}

/**
 * 「程序规范得2分；到位率100%得2分，不足的按到位率计分；管护落实得1分」 of 5, read as one choice: no arm gives the 分值, and all together give just
 * that. They are items, each with points of its own.
 */
function addsUpAsChoice(criterion: Criterion, weight: Dec): boolean {
  let found = false;
  eachRule(criterion, (rule) => {
    if (rule.kind !== 'choose' && rule.kind !== 'cases') return;
    const awards = (
      rule.kind === 'choose'
        ? rule.arms.map(({ award }) => absolute(award))
        : rule.arms.map((arm) => (arm.rule.kind === 'fixed' ? absolute(arm.rule.points) : null))
    ).filter((one) => one !== null && one.gt(0)) as readonly Dec[];
    const sum = awards.reduce((total, one) => total.plus(one), new Dec(0));
    found ||= awards.length > 1 && sum.eq(weight) && awards.every((one) => one.lt(weight));
  });
  return found;
}

type Readings = Extract<Criterion, { kind: 'readings' }>;

/** Between readings the 分值 decides: those whose best is another are none, unless that leaves nothing. */
export function fittingReadings({ of }: Readings, weight: Dec | null): Readings['of'] {
  const fitting = of.filter(({ rule }) => fitsWeight(rule, weight));
  return fitting.length === 0 ? of : fitting;
}
