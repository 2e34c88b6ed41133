/** Items that add up with something taken off them all, and so much each up to a number. */
import { criterionPoints } from '../criterion-points';
import type { Arm } from '../former/arms';
import { sumOrChoice } from '../former/sums';
import { isFullShare } from '../former/tables';
import type { Clause, ClauseOf } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import type { RuleSetting } from '../reading/subjects';
import { unitRule } from '../reading/unit-rule';
import type { Criterion, Points } from '../types';
import { armOf, isArm, pointsGiven } from './arms';
import { takenOff } from './deductions';

/** 「制度建设2分；台账管理2分。每发现一处不规范扣0.5分」: what is not there costs its points, and each that was found so many. */
function itemsLess(setting: RuleSetting, items: readonly Clause[], takes: readonly Clause[]): Criterion | null {
  const arms = items.map((item) => armOf(setting, item));
  if (arms.some((arm) => arm === null) || items.some((item) => item.place[0] > takes[0]!.place[0])) return null;
  if (isOfLast(setting.places.text, items) && !takes.every(takesAllOfItem)) return null;
  const worths = items.map((item) => item.is === 'arm' && item.gives.worth);
  const all = arms as readonly Arm[];
  const sum = sumOrChoice(setting.places, { arms: all, zeros: [], all, otherwise: null, worths }, setting.span);
  const points = sum?.kind === 'sum' ? criterionPoints(sum) : null;
  const off = takenOff(setting, takes, null);
  if (sum === null || points === null || off === null) return null;
  const rules = off[1].every(takesItems) ? [sum] : [sum, ...off[1]];
  if (off[0].kind !== 'deductions' && off[1].length > 1) return null;
  return { kind: 'sum', items: [{ points: { points }, rule: { kind: 'deductions', rules, span: setting.span } }], span: setting.span };
}

/** 「①…2分；②…2分，每缺一份扣0.5分」: what is taken behind the last of marked items is that one's, but for a stop before it. */
function isOfLast(text: string, items: readonly Clause[]): boolean {
  const isMarked = items.every(({ place: [from] }) => MARKED.test(text.slice(0, from)));
  return isMarked && !STOPS.has(text[items[items.length - 1]!.place[1]] ?? '');
}

const MARKED = /[\u2460-\u2473.)]$/;
const STOPS = new Set(';。\n');
const takesAllOfItem = (clause: Clause): boolean => clause.is === 'unit' && 'share' in clause.amount && clause.amount.share.eq(1);

/** 「一项不符扣该项全部分值」: what the items say themselves. */
const takesItems = (rule: Criterion): boolean => rule.kind === 'per-occurrence' && 'share' in rule.each && rule.each.share.eq(1);

/** 「每完成1公里得0.1分，完成40公里及以上得满分」: so much each, and no more than there. */
function countedOrFull(setting: RuleSetting, unit: Clause, full: Clause): Criterion | null {
  if (unit.is !== 'unit' || !isArm(full) || unit.tail.cap !== null || unit.side !== null || full.place[0] < unit.place[0]) return null;
  const most = mostOf(unit, full);
  const points = pointsGiven(full);
  if (most === null || points === null) return null;
  const agrees = 'points' in points && 'points' in most ? points.points.eq(most.points) : isFullShare(points);
  return agrees ? unitRule(setting, { ...unit, tail: { ...unit.tail, cap: most } }, null) : null;
}

/** What so many of them come to; null where the number is one of something else. */
function mostOf({ step, amount }: ClauseOf<'unit'>, { when }: ClauseOf<'arm'>): Points | null {
  if (when.is !== 'within' || when.from === null || (when.to !== null && !when.bare) || step === null || !('points' in amount)) return null;
  const { as, unit, value } = when.from.figure;
  return as === 'quantity' && unit === step.unit ? { points: value.div(step.value).times(amount.points) } : null;
}

export const ITEM_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'items-less',
    says: '几项相加，再扣发现的问题',
    takes: { items: 'arm.give(holds) 2+', takes: 'unit.take +' },
    means: ({ items, takes }, setting) => itemsLess(setting, items, takes),
  }),
  shape({
    id: 'counted-or-full',
    says: '每完成一个得多少分，达到多少得满分',
    takes: { units: 'unit.award', full: 'arm.give(within)' },
    means: ({ units, full }, setting) => countedOrFull(setting, units[0]!, full[0]!),
  }),
];
