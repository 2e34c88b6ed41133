/**
 * Which arms of a table over conditions may be the first to hold, when some of what they ask is not known. Comparisons of
 * the same figure hang together (「=0」「＞0且≤B」「＞B」): the line is cut at what the figure is compared with, and every
 * combination of places and answers is tried. With too many of them each arm, and none, is held to be possible.
 */
import type { Condition, Expr, FactRef } from '../types';
import type { Dec } from '../../workbook';
import { factKey } from '../facts';
import { comparisonHolds, joinedTruth, negated, truthOf, type Truth } from './conditions';
import type { Ground } from './ground';
import type { Known } from './known';

/** A table whose arms are awards (choose) or rules (cases). */
export interface Arms {
  readonly arms: readonly { readonly when: Condition }[];
}

type Compare = Extract<Condition, { kind: 'compare' }>;

export interface Reachable {
  readonly arms: ReadonlySet<number>;
  /** Whether it may be that none holds. */
  readonly none: boolean;
}

const MOST_COMBINATIONS = 1000;

/** Something open: a yes, or the place of one figure among what it is compared with. */
interface Question {
  readonly answers: number;
  /** What the condition says under each answer. */
  readonly says: Map<Condition, readonly boolean[]>;
}

export function reachableArms(rule: Arms, max: Known | null, ground: Ground): Reachable {
  const fixed = new Map<Condition, Truth>();
  const open = new Map<string, Condition[]>();
  for (const { when } of rule.arms) gather(when, max, ground, fixed, open);
  const questions = [...open.values()].map(questionOf);
  const combinations = questions.reduce((product, { answers }) => product * answers, 1);
  if (combinations > MOST_COMBINATIONS) return { arms: new Set(rule.arms.keys()), none: true };
  return tryAll(rule, fixed, questions, combinations);
}

function gather(
  condition: Condition,
  max: Known | null,
  ground: Ground,
  fixed: Map<Condition, Truth>,
  open: Map<string, Condition[]>,
): void {
  if (condition.kind === 'not') return gather(condition.of, max, ground, fixed, open);
  if (condition.kind !== 'holds' && condition.kind !== 'compare') {
    for (const one of condition.of) gather(one, max, ground, fixed, open);
    return;
  }
  const truth = truthOf(condition, max, ground);
  if (truth !== null) return void fixed.set(condition, truth);
  const key = condition.kind === 'holds' ? `? ${factKey(condition.of)}` : keyOf(condition);
  open.set(key, [...(open.get(key) ?? []), condition]);
}

/** Comparisons with numbers go by their figure; others by the pair. */
const keyOf = ({ left, right }: Compare): string => (right.op === 'number' ? exprKey(left) : `${exprKey(left)} : ${exprKey(right)}`);

function exprKey(expr: Expr): string {
  return JSON.stringify(expr, (name, value: unknown) => (name === 'ref' ? factKey(value as FactRef) : value));
}

function questionOf(conditions: readonly Condition[]): Question {
  const first = conditions[0]!;
  if (first.kind === 'holds') return { answers: 2, says: new Map(conditions.map((one) => [one, [true, false]])) };
  return placesOf(conditions as readonly Compare[]);
}

function placesOf(conditions: readonly Compare[]): Question {
  const first = conditions[0]!;
  if (first.right.op !== 'number') {
    const says = conditions.map((one) => [one, [-1, 0, 1].map((order) => orderFits(order, one.comparator))] as const);
    return { answers: 3, says: new Map(says) };
  }
  const places = placesAmong(
    conditions.map((one) => (one.right as { value: Dec }).value),
    isNeverNegative(first.left) && !conditions.some(speaksOfBelowZero),
  );
  return {
    answers: places.length,
    says: new Map(
      conditions.map((one) => [one, places.map((place) => comparisonHolds(place, one.comparator, (one.right as { value: Dec }).value))]),
    ),
  };
}

function orderFits(order: number, comparator: Compare['comparator']): boolean {
  if (order === 0) return comparator === '=' || comparator === '>=' || comparator === '<=';
  return order < 0 ? comparator.startsWith('<') : comparator.startsWith('>');
}

/** One place on each cut, one in each piece of the line between and beside them. */
function placesAmong(cuts: readonly Dec[], neverNegative: boolean): Dec[] {
  const sorted = [...cuts].sort((a, b) => a.comparedTo(b));
  const lowest = sorted[0]!;
  const places = neverNegative && lowest.greaterThan(0) ? [lowest.div(2)] : [lowest.minus(1)];
  for (const [index, cut] of sorted.entries()) {
    const next = sorted[index + 1];
    places.push(cut, next === undefined ? cut.plus(1) : cut.plus(next).div(2));
  }
  return neverNegative && lowest.isZero() ? places.slice(1) : places;
}

/** 有结余 means more than none: a bare figure of these kinds does not fall below 0, but where the text itself asks whether it does, 「节约率≥0」. */
const speaksOfBelowZero = ({ comparator, right }: Compare): boolean =>
  right.op === 'number' && right.value.isZero() && (comparator === '>=' || comparator === '<');
const isNeverNegative = (expr: Expr): boolean => expr.op === 'fact' && expr.ref.kind !== 'date';

function tryAll(rule: Arms, fixed: ReadonlyMap<Condition, Truth>, questions: readonly Question[], combinations: number): Reachable {
  const arms = new Set<number>();
  let none = false;
  for (let combination = 0; combination < combinations; combination += 1) {
    const truths = answered(fixed, questions, combination);
    const first = rule.arms.findIndex(({ when }) => truthUnder(when, truths) === true);
    if (first < 0) none = true;
    else arms.add(first);
  }
  return { arms, none };
}

function answered(
  fixed: ReadonlyMap<Condition, Truth>,
  questions: readonly Question[],
  combination: number,
): ReadonlyMap<Condition, Truth> {
  const truths = new Map(fixed);
  let rest = combination;
  for (const { answers, says } of questions) {
    const answer = rest % answers;
    rest = Math.floor(rest / answers);
    for (const [condition, by] of says) truths.set(condition, by[answer]!);
  }
  return truths;
}

function truthUnder(condition: Condition, truths: ReadonlyMap<Condition, Truth>): Truth {
  if (condition.kind === 'not') return negated(truthUnder(condition.of, truths));
  if (condition.kind === 'holds' || condition.kind === 'compare') return truths.get(condition) ?? null;
  return joinedTruth(
    condition,
    condition.of.map((one) => truthUnder(one, truths)),
  );
}
