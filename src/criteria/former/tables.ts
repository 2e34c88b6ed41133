/** Arms together: a step table over one figure, a table of conditions, or one condition and its opposite. */
import { Dec } from '../../workbook';
import type { Arm } from './arms';
import type { Conditions } from './syntax/tree';
import type { Condition, Criterion, FactRef, Points, Span } from '../types';
import type { Between, Bound, Name } from './syntax/tree';
import { comparedCondition, conditionOf, intervalOf, oneMeasure, sameExpr, type Measured } from './measures';
import { figureName, isOwnName, plainName, type Places } from './naming';

export const FULL: Points = { share: new Dec(1) };
export const NO_POINTS: Points = { points: new Dec(0) };

export function pointsOf(award: Arm['award']): Points | null {
  return 'points' in award ? award.points : null;
}

export function isFullShare(points: Points | null): boolean {
  return points !== null && 'share' in points && points.share.eq(1);
}

export function isZero(points: Points | null): boolean {
  return points !== null && 'points' in points && points.points.isZero();
}

/** The last operand named, arm by arm. */
function operandAfter(conditions: Conditions | null, before: Name | null): Name | null {
  if (conditions === null) return before;
  const named = [...conditions.terms].reverse().find((term) => term.between !== null && term.name !== null);
  return named?.name ?? before;
}

/** Whether any arm is in percent: then bare figures are percentages too. */
function inPercent(arms: readonly Arm[]): boolean {
  const values = arms
    .flatMap((arm) => arm.conditions?.terms ?? [])
    .flatMap((term) => (term.between === null ? [] : [term.between.from, term.between.to]));
  return values.some((bound) => bound?.value.as === 'percent');
}

/** 「…月报上报率达到100%…；上报率达到90%…」, 「…占比≥40%；20%≤占比＜40%」: said again in short. */
function sameOperand(conditions: Conditions, before: Name | null): Conditions {
  if (before === null) return conditions;
  const long = figureName(before.text);
  const isShort = (name: Name | null): boolean => {
    if (name === null) return false;
    const short = figureName(name.text);
    return (
      short !== long &&
      ((short.length >= 2 && long.endsWith(short) && !/[不未无非没]$/.test(long.slice(0, -short.length))) ||
        (isOwnName(short) && !/^[优良中差好]/.test(short)))
    );
  };
  return {
    ...conditions,
    terms: conditions.terms.map((term) => (isShort(term.name) && term.between !== null ? { ...term, name: before } : term)),
  };
}

/** Each arm as an interval over the same figure; null where one is not. */
export function measures(places: Places, arms: readonly Arm[], operand: Name | null): readonly Measured[] | null {
  const percent = inPercent(arms);
  const out: Measured[] = [];
  let name = operand;
  for (const arm of arms) {
    if (arm.conditions === null) return null;
    const measured = oneMeasure(places, sameOperand(arm.conditions, name), name, percent);
    if (measured === null || (out.length > 0 && !sameExpr(out[0]!.of, measured.of))) return null;
    out.push(measured);
    name = operandAfter(sameOperand(arm.conditions, name), name);
  }
  return out;
}

type End = { arm: number; side: 'from' | 'to'; bound: Bound };

/** Which ends the ranges of this table include where they say so: true, the lower ones. null: not said, or both. */
function convention(betweens: readonly Between[]): boolean | null {
  const ranges = betweens.filter(({ from, to }) => from !== null && to !== null && !from.value.value.eq(to.value.value));
  const lower = ranges.some(({ from, to }) => from!.end === 'in' || to!.end === 'out');
  const upper = ranges.some(({ from, to }) => from!.end === 'out' || to!.end === 'in');
  return lower === upper ? null : lower;
}

/** 「1-2处…3-5处…5处以上」: whole numbers that go on one behind the other have both their ends. */
function countsOn(betweens: readonly Between[]): boolean {
  const ranges = betweens.filter(({ from, to }) => from?.value.as === 'quantity' && to !== null);
  return ranges.some(({ to }) => ranges.some(({ from }) => from!.value.value.minus(1).eq(to!.value.value)));
}

/** Loose ends that meet another arm's end take the other side of it; where both are loose, either may have it. */
function settle(betweens: readonly Between[], lowerHas: boolean): { settled: readonly Between[]; open: boolean } {
  const ends: End[] = betweens.flatMap((between, arm) =>
    (['from', 'to'] as const).flatMap((side) => (between[side] === null ? [] : [{ arm, side, bound: between[side]! }])),
  );
  const byValue = new Map<string, End[]>();
  for (const end of ends) {
    const key = end.bound.value.value.toString();
    byValue.set(key, [...(byValue.get(key) ?? []), end]);
  }
  let open = false;
  const closed = countsOn(betweens);
  const isRange = ({ arm }: End): boolean => betweens[arm]!.from !== null && betweens[arm]!.to !== null;
  const settledEnd = (end: End): Bound => {
    if (end.bound.end !== 'loose') return end.bound;
    const others = byValue.get(end.bound.value.value.toString())!.filter((other) => other.arm !== end.arm);
    if (others.length === 0 || (closed && isRange(end))) return { ...end.bound, end: 'in' };
    if (closed && others.some(isRange)) return { ...end.bound, end: 'out' };
    if (others.some((other) => other.bound.end === 'in')) return { ...end.bound, end: 'out' };
    if (others.some((other) => other.bound.end === 'out' && other.side !== end.side)) return { ...end.bound, end: 'in' };
    const said = convention(betweens);
    if (said !== null) return { ...end.bound, end: (end.side === 'from') === said ? 'in' : 'out' };
    open = true;
    // `to` is the end of the lower arm.
    return { ...end.bound, end: (end.side === 'to') === lowerHas ? 'in' : 'out' };
  };
  const settled = betweens.map((between, arm): Between => ({
    from: between.from === null ? null : settledEnd({ arm, side: 'from', bound: between.from }),
    to: between.to === null ? null : settledEnd({ arm, side: 'to', bound: between.to }),
    bare: false,
  }));
  return { settled, open };
}

function resultOf(arm: Arm): Criterion {
  if ('criterion' in arm.award) return arm.award.criterion;
  if ('points' in arm.award) return { kind: 'fixed', points: arm.award.points, span: arm.span };
  if ('from' in arm.award) return { kind: 'discretion', from: arm.award.from, to: arm.award.to, span: arm.span };
  if (arm.award.rule === 'discretion') return { kind: 'discretion', from: NO_POINTS, to: FULL, span: arm.span };
  return {
    kind: 'formula',
    expr: {
      op: 'multiply',
      left: { op: 'fact', ref: { kind: 'rate', role: 'own', name: '完成率', unit: '', span: arm.span } },
      right: { op: 'max-points' },
    },
    cap: FULL,
    span: arm.span,
  };
}

function tableOf(
  arms: readonly Arm[],
  measured: readonly Measured[],
  betweens: readonly Between[],
  otherwise: Arm | null,
  span: Span,
): Criterion {
  const points = arms.map((arm) => pointsOf(arm.award));
  const elsePoints = otherwise === null ? null : pointsOf(otherwise.award);
  const plain = points.every((one) => one !== null) && (otherwise === null || elsePoints !== null);
  if (plain && otherwise === null)
    return {
      kind: 'steps',
      of: measured[0]!.of,
      arms: betweens.map((between, at) => ({ when: intervalOf(between), award: points[at]! })),
      span,
    };
  const whens = betweens.map((between, at) => comparedCondition({ of: measured[at]!.of, between }));
  if (plain && arms.length === 1) return { kind: 'award', when: whens[0]!, points: points[0]!, otherwise: elsePoints!, span };
  if (plain) return { kind: 'choose', arms: whens.map((when, at) => ({ when, award: points[at]! })), otherwise: elsePoints, span };
  return {
    kind: 'cases',
    arms: whens.map((when, at) => ({ when, rule: within(betweens[at]!, arms[at]!) })),
    otherwise: otherwise === null ? null : resultOf(otherwise),
    span,
  };
}

/** 「90%以上得满分，60%-90%按比例得分」: by the rate itself, by its share of 90%, or between the bounds: nobody says. */
function within(between: Between, arm: Arm): Criterion {
  const byRatio = 'rule' in arm.award && arm.award.rule === 'by-ratio';
  return byRatio && between.to !== null && !between.to.value.value.eq(1)
    ? { kind: 'discretion', from: NO_POINTS, to: FULL, span: arm.span }
    : resultOf(arm);
}

/** A table over one figure. */
export function stepTable(arms: readonly Arm[], measured: readonly Measured[], otherwise: Arm | null, span: Span): Criterion {
  const betweens = measured.map((one) => one.between);
  const lower = settle(betweens, true);
  const first = tableOf(arms, measured, lower.settled, otherwise, span);
  if (!lower.open) return first;
  const second = tableOf(arms, measured, settle(betweens, false).settled, otherwise, span);
  return {
    kind: 'readings',
    of: [
      { reading: 'bound-in-upper', rule: second },
      { reading: 'bound-in-lower', rule: first },
    ],
    span,
  };
}

const LATE = /^(?:迟报|迟交|逾期|超期|延期|延迟|滞后|超时|未按时|未及时)/;
const ON_TIME = /按时|及时|按期|如期|规定时间|规定时限|期限|前完成|前报送|时限/;
const OPPOSITE = /^(?:未|没|无|不|否|缺|有|存在|发现|出现)/;

/** 「符合…，不符合…」: the second is what the first is not. */
export function isOpposite(first: string, second: string): boolean {
  if (LATE.test(second) && ON_TIME.test(first)) return true;
  if (/^(?:否|没有|无|未|缺|没|不符合|不|未达到|未完成|没有的|均无|未制定|没有制定|不是|反之)$/.test(second)) return true;
  const bare = (text: string): string => text.replace(/[未不没无有非已均都的,了够太]/g, '').replace(/^是|建立|存在|发现|出现/g, '');
  const one = bare(first);
  const two = bare(second);
  return one === two || (OPPOSITE.test(second) && two.length >= 2 && (one.endsWith(two) || one.startsWith(two) || one.includes(two)));
}

function words(arm: Arm): string {
  return plainName((arm.conditions?.terms ?? []).map((term) => term.name?.text ?? '').join(','));
}

function figuresIn(conditions: readonly Condition[]): readonly FactRef[] {
  return conditions.flatMap((one) => {
    if (one.kind === 'all' || one.kind === 'any') return figuresIn(one.of);
    return one.kind === 'compare' && one.left.op === 'fact' && one.left.ref.role === 'named' && one.left.ref.kind === 'number'
      ? [one.left.ref]
      : [];
  });
}

/** 「无结余」 beside 「结余超过上年结转」: the figure is nought. */
function asFigure(condition: Condition, figures: readonly FactRef[]): Condition {
  if (condition.kind === 'all' || condition.kind === 'any') return { ...condition, of: condition.of.map((one) => asFigure(one, figures)) };
  if (condition.kind !== 'holds') return condition;
  const said = /^(?:当年|本年|年末)?(无|没有|不存在|有|存在)(.+)$/.exec(condition.of.name);
  const figure = said === null ? undefined : figures.find((one) => one.name === said[2]);
  if (figure === undefined) return condition;
  const none = said![1] === '无' || said![1] === '没有' || said![1] === '不存在';
  return {
    kind: 'compare',
    left: { op: 'fact', ref: { ...figure, span: condition.of.span } },
    comparator: none ? '=' : '>',
    right: { op: 'number', value: new Dec(0), shown: 'plain' },
  };
}

/** A table of conditions. null: they cannot be told apart. */
export function choice(places: Places, arms: readonly Arm[], otherwise: Arm | null, operand: Name | null, span: Span): Criterion | null {
  const percent = inPercent(arms);
  const whens: Condition[] = [];
  let name = operand;
  for (const arm of arms) {
    const when = arm.conditions === null ? null : conditionOf(places, arm.conditions, name, percent);
    if (when === null) return null;
    whens.push(when);
    name = operandAfter(arm.conditions, name);
  }
  const figures = figuresIn(whens);
  for (const [at, when] of whens.entries()) whens[at] = asFigure(when, figures);
  const points = arms.map((arm) => pointsOf(arm.award));
  const elsePoints = otherwise === null ? null : pointsOf(otherwise.award);
  const plain = points.every((one) => one !== null) && (otherwise === null || elsePoints !== null);
  if (
    plain &&
    arms.length === 2 &&
    otherwise === null &&
    isZero(points[1]!) &&
    !isZero(points[0]!) &&
    whens[0]!.kind === 'holds' &&
    isOpposite(words(arms[0]!), words(arms[1]!))
  ) {
    return { kind: 'award', when: whens[0]!, points: points[0]!, otherwise: NO_POINTS, span };
  }
  if (plain && arms.length === 1) return { kind: 'award', when: whens[0]!, points: points[0]!, otherwise: elsePoints ?? NO_POINTS, span };
  if (plain) return { kind: 'choose', arms: whens.map((when, at) => ({ when, award: points[at]! })), otherwise: elsePoints, span };
  return {
    kind: 'cases',
    arms: whens.map((when, at) => ({ when, rule: resultOf(arms[at]!) })),
    otherwise: otherwise === null ? null : resultOf(otherwise),
    span,
  };
}
