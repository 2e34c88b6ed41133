/** Any criterion over a small set of facts, and any state of knowledge about them. */
import fc from 'fast-check';
import type { Condition, Criterion, Expr, FactRef, Given, Interval, Points } from '../../../src/criteria/index';
import {
  bands,
  cases,
  choose,
  d,
  deductions,
  discretion,
  exempt,
  fact,
  fixed,
  formula,
  level,
  limit,
  num,
  opaque,
  pct,
  perOccurrence,
  perPoint,
  readings,
  sum,
  two,
  veto,
  weight,
  yes,
  rate,
  amount,
  count,
  actual,
  target,
  award,
} from './build';

export const RATES = [rate('到位率'), rate('控制率')];
export const AMOUNTS = [amount('结余'), amount('年初预算'), target(), actual()];
export const COUNTS = [count('不规范'), count('缺项', '项'), count('滞后', '年')];
export const ANSWERS = [yes('健全'), yes('截留挪用'), yes('不涉及')];
export const LEVEL = level();
export const ALL_FACTS: readonly FactRef[] = [...RATES, ...AMOUNTS, ...COUNTS, ...ANSWERS, LEVEL];
const LEVELS = ['优', '良', '差'];

const hundredths = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: max * 100 }).map((n) => (n / 100).toFixed(2));
const worth = (): fc.Arbitrary<Points> =>
  fc.oneof(
    hundredths(6).map((n) => ({ points: d(n) })),
    fc.constantFrom('0', '0.5', '0.8', '1').map((n) => ({ share: d(n) })),
  );
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const oneOf = <T>(of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of);

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  oneOf([...RATES, ...AMOUNTS]).map(fact),
  hundredths(3).map(num),
  fc.integer({ min: 0, max: 120 }).map(pct),
  fc.constant(weight),
);
const expr: fc.Arbitrary<Expr> = fc.letrec<{ node: Expr }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('node'), oneOf(['+', '-', '*', '/'] as const), tie('node')).map(([l, op, r]) => two(l, op, r)),
    fc.tuple(oneOf(['min', 'max'] as const), fc.array(tie('node'), { minLength: 1, maxLength: 3 })).map(([op, of]): Expr => ({ op, of })),
    fc.tuple(oneOf(['floor', 'ceil', 'abs'] as const), tie('node')).map(([op, of]): Expr => ({ op, of })),
    fc.tuple(tie('node'), fc.integer({ min: 0, max: 3 })).map(([of, decimals]): Expr => ({ op: 'round', of, decimals })),
  ),
})).node;

const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oneOf([...ANSWERS, COUNTS[0]!]).map((of): Condition => ({ kind: 'holds', of })),
    fc
      .tuple(leaf, oneOf(['>=', '<=', '=', '>', '<'] as const), leaf)
      .map(([left, comparator, right]): Condition => ({ kind: 'compare', left, comparator, right })),
    tie('node').map((of): Condition => ({ kind: 'not', of })),
    fc
      .tuple(oneOf(['all', 'any'] as const), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([kind, of]): Condition => ({ kind, of })),
    fc
      .tuple(fc.array(tie('node'), { minLength: 2, maxLength: 4 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
      .map(([of, from, more]): Condition => ({ kind: 'so-many', of, from, to: from + more })),
  ),
})).node;

const interval: fc.Arbitrary<Interval> = fc
  .tuple(some(hundredths(2)), some(hundredths(2)), fc.boolean(), fc.boolean())
  .map(([a, b, fromIncluded, toIncluded]) => {
    const [from, to] = a !== null && b !== null && d(a).greaterThan(b) ? [b, a] : [a, b];
    return {
      from: from === null ? null : d(from),
      fromIncluded: from !== null && fromIncluded,
      to: to === null ? null : d(to),
      toIncluded: to !== null && toIncluded,
    };
  });

export const occurrences: fc.Arbitrary<Extract<Criterion, { kind: 'per-occurrence' }>> = fc
  .record({
    of: oneOf(COUNTS),
    effect: oneOf(['deduct', 'award'] as const),
    each: worth(),
    more: some(hundredths(2)),
    per: oneOf(['1', '1', '3']),
    once: fc.boolean(),
    cap: some(worth()),
  })
  .map(({ of, each, more, per, ...rest }) => {
    const eachTo = more !== null && 'points' in each ? { points: each.points.plus(more) } : null;
    return perOccurrence(of, each, { ...rest, eachTo, per: d(per) }) as Extract<Criterion, { kind: 'per-occurrence' }>;
  });

const perPoints: fc.Arbitrary<Criterion> = fc
  .record({
    of: leaf,
    from: leaf,
    each: worth(),
    step: oneOf(['0.01', '0.03', '1']),
    side: oneOf(['above', 'below', 'both'] as const),
    effect: oneOf(['deduct', 'award'] as const),
    cap: some(worth()),
  })
  .map(({ of, from, step, ...rest }) => perPoint(of, from, 0, { ...rest, step: d(step) }));

const simple: fc.Arbitrary<Criterion> = fc.oneof(
  occurrences,
  perPoints,
  fc
    .tuple(leaf, fc.array(fc.tuple(interval, worth()), { minLength: 1, maxLength: 4 }))
    .map(([of, arms]): Criterion => ({ kind: 'steps', span: [0, 0], of, arms: arms.map(([when, one]) => ({ when, award: one })) })),
  fc
    .tuple(fc.array(fc.tuple(condition, worth()), { minLength: 1, maxLength: 4 }), some(worth()))
    .map(([arms, otherwise]) => choose(arms, otherwise)),
  fc.tuple(condition, worth(), worth()).map(([when, a, b]) => award(when, a, b)),
  fc.tuple(expr, some(worth())).map(([of, cap]) => formula(of, cap)),
  fc.constantFrom(
    bands(LEVEL, ['优', '(0.8,1]'], ['良', '(0.6,0.8]'], ['差', '[0,0.6]']),
    bands(LEVEL, ['优', '[1,1]'], ['良', '[0.8,0.8]']),
  ),
  fc.tuple(worth(), worth()).map(([a, b]) => discretion(a, b)),
  worth().map(fixed),
  fc.constant(opaque),
);

export const criterion: fc.Arbitrary<Criterion> = fc.letrec<{ node: Criterion }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    fc.array(fc.tuple(some(worth()), tie('node')), { minLength: 1, maxLength: 4 }).map((items) => sum(...items)),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((rules) => deductions(...rules)),
    fc.tuple(condition, tie('node'), worth()).map(([when, rule, score]) => veto(when, rule, score)),
    fc
      .tuple(condition, oneOf(['full', 'excluded', 'no-deduction', 'zero'] as const), tie('node'))
      .map(([when, policy, rule]) => exempt(when, policy, rule)),
    fc.tuple(some(worth()), some(worth()), tie('node')).map(([low, high, rule]) => limit(low, high, rule)),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => readings(['甲', a], ['乙', b])),
    fc
      .tuple(fc.array(fc.tuple(condition, tie('node')), { minLength: 1, maxLength: 3 }), some(tie('node')))
      .map(([arms, otherwise]) => cases(arms, otherwise)),
  ),
})).node;

/** What a sheet may say of a fact: nothing below 0, counts whole but for years, some shares shown rounded. */
export function valueFor(of: FactRef): fc.Arbitrary<Given> {
  switch (of.kind) {
    case 'yes':
      return fc.boolean().map((value) => ({ value }));
    case 'level':
      return oneOf(LEVELS).map((value) => ({ value }));
    case 'count':
      return fc.integer({ min: 0, max: of.unit === '年' ? 40 : 12 }).map((n) => ({ value: d(of.unit === '年' ? n / 4 : n) }));
    case 'rate':
      return fc.tuple(fc.integer({ min: 0, max: 15_000 }), fc.boolean()).map(([n, shown]) => {
        const value = d(n).div(10_000);
        return shown ? { value, shown: value.toDecimalPlaces(2) } : { value };
      });
    case 'rank':
      return fc.integer({ min: 1, max: 12 }).map((n) => ({ value: d(n) }));
    case 'date':
      return fc.integer({ min: 20_240_101, max: 20_241_231 }).map((n) => ({ value: d(n) }));
    default:
      return hundredths(20).map((n) => ({ value: d(n) }));
  }
}

/** Each fact given or not. */
export const knowledge: fc.Arbitrary<readonly (Given | null)[]> = fc.tuple(
  ...ALL_FACTS.map((of) => fc.option(valueFor(of), { nil: null, freq: 4 })),
);

export const weights: fc.Arbitrary<string> = oneOf(['0', '1', '2.5', '4', '5', '10', '20']);
