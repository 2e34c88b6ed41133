/**
 * A reading is checked before it may convict: a table whose arms cannot all be reached, or whose points rise and fall without
 * order, was read wrongly or written wrongly. Either way nobody can be told what it gives.
 */
import { Dec, wordsPattern } from '../workbook';
import { DEFAULT_SWITCHES } from './switches';
import { evaluate } from './evaluate';
import noNames from './data/no-names.json';
import units from './data/units.json';
import { factKey, factsOf } from './facts';
import type { Condition, Criterion, Expr, FactRef, Flaw, Given, Interval, Points } from './types';
import { eachRule } from './walk';

const NO_NAMES: ReadonlySet<string> = new Set(noNames.never);
const NOT_COUNTED: ReadonlySet<string> = new Set(noNames.counted);
const NO_FIGURES: ReadonlySet<string> = new Set([...noNames.figures, ...units.counted]);
const BEGINS_NONE = new RegExp(`^${wordsPattern(noNames.begins)}`);
const FALLS_SHORT = new RegExp(`${wordsPattern(noNames.fallsShort)}$`);
const SWALLOWS = new RegExp(noNames.swallows.join('|'));
const SWALLOWS_COUNT = new RegExp(noNames.swallowsCount.join('|'));
const ENDS_NONE = new RegExp(`${wordsPattern(noNames.ends)}$`);

type Steps = Extract<Criterion, { kind: 'steps' }>;

/** What is wrong with a reading, whatever its 分值; empty for most. */
export function flawsOf(criterion: Criterion): readonly Flaw[] {
  const flaws = new Set<Flaw>();
  eachRule(criterion, (rule) => {
    if (rule.kind === 'steps') for (const flaw of flawsOfSteps(rule)) flaws.add(flaw);
    if (rule.kind === 'choose' || rule.kind === 'cases') for (const flaw of flawsOfChoice(rule)) flaws.add(flaw);
  });
  if (factsOf(criterion).some(isMisnamed) || namesWrongly(criterion)) flaws.add('misnamed');
  if (isOneSided(criterion)) flaws.add('one-sided');
  if (takesTwice(criterion)) flaws.add('twice');
  if (takesWhereNothingHappened(criterion)) flaws.add('not-full');
  return [...flaws];
}

function flawsOfSteps(rule: Steps): readonly Flaw[] {
  const mixed = isMixed(rule.arms.map(({ award }) => award));
  return [
    ...(hasUnreachable(rule.arms) ? (['unreachable'] as const) : []),
    ...(isOrdered(rule) ? [] : (['unordered'] as const)),
    ...(mixed ? (['mixed'] as const) : []),
  ];
}

type Choice = Extract<Criterion, { kind: 'choose' | 'cases' }>;

/** The same checks where all conditions lie along one figure. */
function flawsOfChoice(rule: Choice): readonly Flaw[] {
  const whens = rule.arms.map(({ when }) => alongFigure(when));
  const first = whens[0] ?? null;
  if (first === null || whens.some((one) => one === null || one.figure !== first.figure)) return [];
  const arms = whens.map((one, at) => ({ when: one!.interval, award: awardOf(rule, at) }));
  if (hasUnreachable(arms)) return ['unreachable'];
  const awards = arms.flatMap(({ when, award }) => (award === null ? [] : [{ when, award }]));
  return awards.length === arms.length && !isOrdered({ arms: awards }) ? ['unordered'] : [];
}

function awardOf(rule: Choice, at: number): Points | null {
  if (rule.kind === 'choose') return rule.arms[at]!.award;
  const arm = rule.arms[at]!.rule;
  return arm.kind === 'fixed' ? arm.points : null;
}

interface Along {
  readonly figure: string;
  readonly interval: Interval;
}

const OPEN: Interval = { from: null, fromIncluded: false, to: null, toIncluded: false };

/** 「≥80%且<90%」 as an interval over its figure; null for any other condition. */
function alongFigure(when: Condition): Along | null {
  if (when.kind === 'all') {
    const parts = when.of.map(alongFigure);
    const [first, second] = parts;
    if (parts.length !== 2 || first == null || second == null || first.figure !== second.figure) return null;
    const low = first.interval.from === null ? second.interval : first.interval;
    const high = low === first.interval ? second.interval : first.interval;
    return { figure: first.figure, interval: { ...low, to: high.to, toIncluded: high.toIncluded } };
  }
  if (when.kind !== 'compare' || when.right.op !== 'number') return null;
  const { value } = when.right;
  const figure = JSON.stringify(when.left, (key, one: unknown) => (key === 'span' ? undefined : one));
  switch (when.comparator) {
    case '=':
      return { figure, interval: { from: value, fromIncluded: true, to: value, toIncluded: true } };
    case '>=':
    case '>':
      return { figure, interval: { ...OPEN, from: value, fromIncluded: when.comparator === '>=' } };
    default:
      return { figure, interval: { ...OPEN, to: value, toIncluded: when.comparator === '<=' } };
  }
}

/** Check N: a particle, a cap, a lone comparator is the name of nothing. */
const isMisnamed = (ref: FactRef): boolean => {
  const { kind, role, name } = ref;
  if (role !== 'named') return false;
  return (
    NO_NAMES.has(name) ||
    SWALLOWS.test(name) ||
    name.includes('|') ||
    (kind === 'count' ? NOT_COUNTED.has(name) || SWALLOWS_COUNT.test(name) : isNoFigure(ref))
  );
};

/** 「每有1个百分点」, 「0.5分/篇」, 「百分之八十|至九十」: what a figure was said to be called is no name. */
const isNoFigure = ({ kind, name }: FactRef): boolean =>
  (kind === 'rate' || kind === 'number') && (NO_FIGURES.has(name) || BEGINS_NONE.test(name) || ENDS_NONE.test(name));

/** 「每查出1个问题扣1分;…超过100万元的,每个问题扣2分」: what tells the second from the first was lost. */
function takesTwice(criterion: Criterion): boolean {
  let twice = false;
  eachRule(criterion, (rule) => {
    if (rule.kind !== 'deductions') return;
    const keys = rule.rules.flatMap(takenFor);
    if (new Set(keys).size < keys.length) twice = true;
  });
  return twice;
}

/** What a deduction is for: an occurrence, or a figure on one side of a bound. */
function takenFor(rule: Criterion): readonly string[] {
  if (rule.kind === 'per-occurrence') return rule.of.name === '' ? [] : [factKey(rule.of)];
  return rule.kind === 'per-point' && rule.of.op === 'fact' ? [`${rule.side} ${factKey(rule.of.ref)}`] : [];
}

/** 「安全演练|少|≥1次」 measured: how far it falls short is no name of a figure; 「人均成本≥20%」 beside one in 元 is of another. */
function namesWrongly(criterion: Criterion): boolean {
  const shares = new Set<string>();
  const amounts = new Set<string>();
  for (const { kind, role, name } of factsOf(criterion))
    if (role === 'named' && name !== '') (kind === 'rate' ? shares : amounts).add(name);
  let short = false;
  eachRule(criterion, (rule) => {
    if (rule.kind === 'per-point' && rule.of.op === 'fact' && FALLS_SHORT.test(rule.of.ref.name)) short = true;
  });
  return short || [...shares].some((name) => amounts.has(name));
}

/** 「控制在±10%之内…每超±10%的1个百分点」: measured by how far it is off in one place, by its sign in another. */
function isOneSided(criterion: Criterion): boolean {
  const off = new Set<string>();
  const signed = new Set<string>();
  eachRule(criterion, (rule) => {
    for (const expr of figuresOf(rule)) {
      if (expr.op === 'abs' && expr.of.op === 'fact') off.add(factKey(expr.of.ref));
      if (expr.op === 'fact') signed.add(factKey(expr.ref));
    }
  });
  return [...off].some((key) => signed.has(key));
}

/** What a table or a deduction by steps measures. */
function figuresOf(rule: Criterion): readonly Expr[] {
  if (rule.kind === 'steps' || rule.kind === 'per-point') return [rule.of];
  if (rule.kind === 'award' || rule.kind === 'veto') return comparedIn(rule.when);
  return rule.kind === 'choose' || rule.kind === 'cases' ? rule.arms.flatMap(({ when }) => comparedIn(when)) : [];
}

function comparedIn(when: Condition): readonly Expr[] {
  if (when.kind === 'compare') return [when.left];
  return when.kind === 'all' || when.kind === 'any' ? when.of.flatMap(comparedIn) : [];
}

function hasUnreachable(arms: readonly Pick<Steps['arms'][number], 'when'>[]): boolean {
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
function isOrdered({ arms }: Pick<Steps, 'arms'>): boolean {
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
