import fc from 'fast-check';
import {
  DEFAULT_SWITCHES,
  arithmeticFormula,
  arithmeticText,
  evaluate,
  factKey,
  factsOf,
  valueOfArithmetic,
  type CriteriaSwitches,
  type Criterion,
  type Given,
  type Outcome,
} from '../../src/criteria/index';
import type { Dec } from '../../src/workbook/decimal';
import { evaluateFormula, parseFormula } from '../../src/workbook/formulas';
import { RUNS, SEED } from '../fuzz/runs';
import { ALL_FACTS, COUNTS, criterion, knowledge, occurrences, weights } from './support/arbitrary';
import { d, deductions, limit, points, sum } from './support/build';
import { book, cellNumber } from './support/cells';
import { arithmetics, atMost, hull, isWithin } from './support/sets';

const switches: fc.Arbitrary<CriteriaSwitches> = fc.record({
  partialPoints: fc.constantFrom('either', 'either', 'proportional', 'whole-only', 'begun'),
  rateRounding: fc.constantFrom('either', 'either', 'exact', 'as-shown'),
  zeroTarget: fc.constantFrom('all-or-nothing', 'unknown'),
});

type Knowledge = readonly (Given | null)[];

const keys = ALL_FACTS.map(factKey);
const outcome = (of: Criterion, weight: string | null, known: Knowledge, by: CriteriaSwitches = DEFAULT_SWITCHES): Outcome =>
  evaluate(of, { weight: weight === null ? null : d(weight), fact: (ref) => known[keys.indexOf(factKey(ref))] ?? undefined, switches: by });

const check = (property: fc.IProperty<unknown> | fc.IPropertyWithHooks<never>): void =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: RUNS, seed: SEED });

it('no score leaves 0 … 分值, and sets are in order', () => {
  check(
    fc.property(criterion, weights, knowledge, switches, (of, weight, known, by) => {
      const result = outcome(of, weight, known, by);
      const bounds = hull(result);
      if (bounds !== null) {
        expect(bounds[0].greaterThanOrEqualTo(0)).toBe(true);
        expect(bounds[1].lessThanOrEqualTo(weight)).toBe(true);
      }
      if (result.is === 'one-of')
        for (const [i, score] of result.scores.slice(1).entries()) expect(score.greaterThan(result.scores[i]!)).toBe(true);
      if (result.is === 'range') expect(result.to.greaterThan(result.from)).toBe(true);
    }),
  );
});

it('without a 分值 nothing is negative, and nothing breaks', () => {
  check(
    fc.property(criterion, knowledge, switches, (of, known, by) => {
      const bounds = hull(outcome(of, null, known, by));
      if (bounds !== null) expect(bounds[0].greaterThanOrEqualTo(0)).toBe(true);
    }),
  );
});

it('one more fact never admits what was excluded', () => {
  check(
    fc.property(criterion, weights, knowledge, fc.nat(ALL_FACTS.length - 1), switches, (of, weight, known, place, by) => {
      const less = known.map((given, index) => (index === place ? null : given));
      expect(isWithin(outcome(of, weight, known, by), outcome(of, weight, less, by))).toBe(true);
    }),
  );
});

it('what is said to be missing are facts of the criterion that are not known, in the order of the text, each once', () => {
  check(
    fc.property(criterion, weights, knowledge, (of, weight, known) => {
      const { missing } = outcome(of, weight, known);
      const inText = factsOf(of).map(factKey);
      const places = missing.map((ref) => inText.indexOf(factKey(ref)));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }),
  );
});

it('more occurrences never score higher', () => {
  const deducting = occurrences.filter(({ effect }) => effect === 'deduct');
  check(
    fc.property(
      fc.array(deducting, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('alone', 'deductions', 'sum', 'limit'),
      weights,
      knowledge,
      fc.nat(COUNTS.length - 1),
      (rules, around, weight, known, place) => {
        const of =
          around === 'alone'
            ? rules[0]!
            : around === 'deductions'
              ? deductions(...rules)
              : around === 'sum'
                ? sum(...rules.map((rule) => [points(2), rule] as const))
                : limit(points(1), points(4), rules[0]!);
        const index = keys.indexOf(factKey(COUNTS[place]!));
        const scores = [0, 1, 2, 3, 5, 8].map((k) =>
          hull(
            outcome(
              of,
              weight,
              known.map((given, i) => (i === index ? { value: d(k) } : given)),
            ),
          ),
        );
        for (const [i, now] of scores.slice(1).entries())
          for (const side of [0, 1]) if (now !== null) expect(atMost(now[side]!, scores[i]![side]!)).toBe(true);
      },
    ),
  );
});

it('the arithmetic re-evaluated gives the score, and can be written', () => {
  check(
    fc.property(criterion, weights, knowledge, switches, (of, weight, known, by) => {
      for (const { score, arithmetic } of arithmetics(outcome(of, weight, known, by))) {
        expect(valueOfArithmetic(arithmetic).toString()).toBe(score.toString());
        expect(arithmeticText(arithmetic)).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
      }
    }),
  );
});

it('the formula evaluated gives the score', () => {
  check(
    fc.property(criterion, weights, knowledge, switches, (of, weight, known, by) => {
      const placed = known.map((given, index) => (given === null ? null : { ...given, origin: index }));
      for (const { score, arithmetic } of arithmetics(outcome(of, weight, placed, by))) {
        const text = arithmeticFormula(arithmetic, (leaf) => (leaf.op === 'weight' ? 'A1' : `B${(leaf.given.origin as number) + 1}`));
        const result = evaluateFormula(parseFormula(text!), book(d(weight), placed.map(cellNumber)), { sheet: 0, row: 40, col: 5 });
        expect(result).toEqual({ value: expect.anything() });
        expect((result as { value: Dec }).value.minus(score).abs().lessThan('1e-9')).toBe(true);
      }
    }),
  );
});

it('the work grows with the tree: facts are asked for a bounded number of times each', () => {
  check(
    fc.property(criterion, weights, knowledge, (of, weight, known) => {
      let asked = 0;
      evaluate(of, {
        weight: d(weight),
        fact: (ref) => ((asked += 1), known[keys.indexOf(factKey(ref))] ?? undefined),
        switches: DEFAULT_SWITCHES,
      });
      expect(asked).toBeLessThanOrEqual(16 * JSON.stringify(of).split('"span"').length);
    }),
  );
});
