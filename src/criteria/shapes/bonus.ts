/** A base and what comes on top of it: 「完成得4分，每超额1项加0.5分，有创新做法的加1分」. */
import { Dec } from '../../workbook';
import sayings from '../reading/data/sayings.json';
import type { Clause, ClauseOf, Subject } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import { operandAfter, spanAt, subjectCondition, subjectMeasure, type RuleSetting } from '../reading/subjects';
import { unitRule } from '../reading/unit-rule';
import type { Condition, Criterion, Points } from '../types';
import { inTextOrder, isArm, NO_POINTS, opposed, pointsGiven } from './arms';

type Item = Extract<Criterion, { kind: 'sum' }>['items'][number];

const FULL: Points = { share: new Dec(1) };
const MEASURED_UNITS: ReadonlySet<string> = new Set(sayings.measuredUnits);
const BONUSES = new Set(['per-bonus', 'per-bonus-above']);

/** 「最多加2分」. */
const OF_BONUS = /(?:最[多高大]|累计|合计|不超过|至多).{0,4}加|加分.{0,4}(?:最|不超|上限|封顶)/;

/** 「节约率为0得3分，每节约1个百分点加0.5分」: 0 or more. */
const orMore = (when: Subject): Subject =>
  when.is === 'within' && when.from !== null && when.to?.figure.value.eq(when.from.figure.value) === true ? { ...when, to: null } : when;

/** What is given whatever else, or where something holds. */
function baseItem(setting: RuleSetting, base: Clause, zero: Clause | undefined): Item | null {
  if (base.is === 'base')
    return zero === undefined ? { points: base.points, rule: { kind: 'fixed', points: FULL, span: setting.span } } : null;
  const points = pointsGiven(base);
  if (!isArm(base) || points === null || !('points' in points) || base.gives.each || base.gives.worth) return null;
  // 「1期得0.5分，每增加1期」: the first is no base.
  if (base.when.is === 'within' && base.when.bare) return null;
  if (zero !== undefined && !(isArm(zero) && opposed(base.when, zero.when))) return null;
  const when = subjectCondition(setting, orMore(base.when));
  return when === null
    ? null
    : { points, rule: { kind: 'award', when, points: FULL, otherwise: NO_POINTS, span: spanAt(setting, base.place) } };
}

function plusItem(setting: RuleSetting, { when, points, tail, place }: ClauseOf<'plus'>): Item | null {
  const condition: Condition | null = subjectCondition(setting, when);
  if (condition === null || tail.floor !== null || !('points' in points)) return null;
  return { points: null, rule: { kind: 'award', when: condition, points, otherwise: NO_POINTS, span: spanAt(setting, place) } };
}

/** Each is an item of its own; null where one does not hold together. */
function bonusItems(setting: RuleSetting, base: Clause, units: readonly Clause[]): readonly Item[] | null {
  const full = isArm(base) && base.when.is === 'within' ? subjectMeasure(setting, base.when) : null;
  const here = isArm(base) ? { ...setting, operand: operandAfter(base.when, setting.operand) } : setting;
  const items = units.map((unit): Item | null => {
    if (unit.is === 'plus') return plusItem(here, unit);
    // 「每争取资金100万元」: so much money, or how often so much.
    if (unit.is === 'unit' && MEASURED_UNITS.has(unit.step?.unit ?? '')) return null;
    if (unit.is !== 'unit' || !(BONUSES.has(unit.pattern) || base.is === 'base')) return null;
    const rule = unitRule(here, unit, full);
    return rule === null ? null : { points: null, rule };
  });
  return items.every((item) => item !== null) ? (items as readonly Item[]) : null;
}

const withoutCap = (clause: Clause): Clause =>
  clause.is === 'unit' || clause.is === 'plus' ? { ...clause, tail: { ...clause.tail, cap: null } } : clause;

/** 「最高得5分」 behind it all is said of the whole; 「最多加2分」, or no more than the base itself, of what is added. */
function capOfAll(setting: RuleSetting, base: Clause, more: readonly Clause[]): Points | null {
  const last = more[more.length - 1]!;
  const cap = last.is === 'unit' || last.is === 'plus' ? last.tail.cap : null;
  const ground = base.is === 'base' ? base.points : pointsGiven(base);
  if (cap === null || ground === null || !('points' in cap) || !('points' in ground)) return null;
  return OF_BONUS.test(setting.places.text.slice(...last.place)) || cap.points.lte(ground.points) ? null : cap;
}

function baseAndBonus(setting: RuleSetting, base: Clause, zero: Clause | undefined, more: readonly Clause[]): Criterion | null {
  const first = baseItem(setting, base, zero);
  const cap = capOfAll(setting, base, more);
  const items =
    first === null ? null : bonusItems(setting, base, cap === null ? more : [...more.slice(0, -1), withoutCap(more[more.length - 1]!)]);
  if (first === null || items === null) return null;
  const sum: Criterion = { kind: 'sum', items: [first, ...items], span: setting.span };
  return cap === null ? sum : { kind: 'limit', atLeast: null, atMost: cap, rule: sum, span: setting.span };
}

export const BONUS_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'base-and-bonus',
    says: '基础分之上加分',
    takes: { base: 'base|arm.give', zero: 'arm.zero ?', more: 'plus|unit.award +' },
    means: ({ base, zero, more }, setting) => baseAndBonus(setting, base[0]!, zero[0], inTextOrder(more)),
  }),
];
