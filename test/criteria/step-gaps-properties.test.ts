import fc from 'fast-check';
import { stepGaps, type Interval } from '../../src/criteria/index';
import { contains } from '../../src/criteria/intervals';
import { RUNS, SEED } from '../fuzz/runs';
import { amount, d, fact, points, rate, run, short, steps } from './support/build';

const tenth = fc.integer({ min: 0, max: 20 }).map((n) => d(n).div(10));
const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.option(tenth, { nil: null }), fc.option(tenth, { nil: null }), fc.boolean(), fc.boolean())
  .map(([a, b, fromIncluded, toIncluded]) => {
    const [from, to] = a !== null && b !== null && a.greaterThan(b) ? [b, a] : [a, b];
    return { from, fromIncluded: from !== null && fromIncluded, to, toIncluded: to !== null && toIncluded };
  });
const tables = fc.tuple(
  fc.constantFrom(rate('完成率'), amount('金额')),
  fc.array(fc.tuple(interval, fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 5 }),
);

it('every figure from 0 upwards is covered by an arm or lies in a gap that is reported, and in one of them only', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 0, max: 50 }), ([of, arms], twentieths) => {
      const table = { ...steps(fact(of)), arms: arms.map(([when, n]) => ({ when, award: points(n) })) };
      const value = d(twentieths).div(20);
      const covered = arms.some(([when]) => contains(when, value));
      const reported = stepGaps(table).filter(({ gap }) => contains(gap, value)).length;
      // Above a top arm that ends at 100 % and gives the most nothing is missing.
      const beyond = !covered && short(run(table, 5, [[of, value.toString()]])) !== '[0,5]';
      expect(reported).toBe(covered || beyond ? 0 : 1);
      if (beyond) expect(value.greaterThan(1)).toBe(true);
    }),
    { numRuns: RUNS * 4, seed: SEED },
  );
});
