/** The properties of evaluation on what the parser makes of real texts. */
import fc from 'fast-check';
import {
  DEFAULT_SWITCHES,
  arithmeticFormula,
  arithmeticText,
  evaluate,
  factKey,
  parseCriterion,
  valueOfArithmetic,
  type Criterion,
  type FactRef,
  type Given,
  type Outcome,
} from '../../src/criteria/index';
import type { Dec } from '../../src/workbook/decimal';
import { evaluateFormula, parseFormula } from '../../src/workbook/formulas';
import { RUNS, SEED } from '../fuzz/runs';
import { valueFor, weights } from './support/arbitrary';
import { d } from './support/build';
import { book, cellNumber } from './support/cells';
import { arithmetics, atMost, hull, isWithin } from './support/sets';
import PUBLIC_TEXTS from './wordings/public-texts.json';
import { ROW_RULES } from './wordings/row-rules';

const TEXTS = [...ROW_RULES, ...(PUBLIC_TEXTS as readonly { readonly text: string }[])].map(({ text }) => text);

interface Case {
  readonly text: string;
  readonly criterion: Criterion;
  readonly facts: readonly FactRef[];
  readonly known: readonly (Given | null)[];
}

const withFacts = (text: string): fc.Arbitrary<Case> => {
  const { criterion, facts } = parseCriterion(text);
  return fc
    .tuple(...facts.map((ref) => fc.option(valueFor(ref), { nil: null, freq: 4 })))
    .map((known) => ({ text, criterion, facts, known }));
};
const pieces = TEXTS.flatMap((text) => text.split(/[；。，]/)).filter(
  (text) => text.length > 2 && !/^(扣|直|最|满|得满|累计|不超)/.test(text),
);
/** A text as it is, or clauses of several put together. */
const cases = fc.oneof(
  fc.constantFrom(...TEXTS).chain(withFacts),
  fc
    .tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), fc.constantFrom('；', '，', '。'))
    .chain(([some, by]) => withFacts(some.join(by))),
);

function outcome({ criterion, facts }: Case, weight: string, known: Case['known']): Outcome {
  const given = new Map(facts.map((ref, index) => [factKey(ref), known[index] ?? undefined]));
  return evaluate(criterion, { weight: d(weight), fact: (ref) => given.get(factKey(ref)), switches: DEFAULT_SWITCHES });
}

const check = (property: (one: Case, weight: string, place: number) => void): void =>
  fc.assert(fc.property(cases, weights, fc.nat(20), property), { numRuns: RUNS, seed: SEED });

it('no score leaves 0 … 分值', () => {
  check((one, weight) => {
    const bounds = hull(outcome(one, weight, one.known));
    if (bounds !== null) expect(bounds[0].greaterThanOrEqualTo(0) && bounds[1].lessThanOrEqualTo(weight)).toBe(true);
  });
});

it('one more fact never admits what was excluded', () => {
  check((one, weight, place) => {
    const less = one.known.map((given, index) => (index === place % one.known.length ? null : given));
    expect(isWithin(outcome(one, weight, one.known), outcome(one, weight, less))).toBe(true);
  });
});

it('more of what is deducted for never scores higher', () => {
  check((one, weight, place) => {
    if (one.criterion.kind !== 'per-occurrence' && one.criterion.kind !== 'deductions') return;
    const counts = one.facts.flatMap((ref, index) => (ref.kind === 'count' ? [index] : []));
    const rewards = JSON.stringify(one.criterion).includes('"award"') || JSON.stringify(one.criterion).includes('"when"');
    if (counts.length === 0 || rewards) return;
    const index = counts[place % counts.length]!;
    const scores = [0, 1, 2, 4, 9].map((k) =>
      hull(
        outcome(
          one,
          weight,
          one.known.map((given, i) => (i === index ? { value: d(k) } : given)),
        ),
      ),
    );
    for (const [i, now] of scores.slice(1).entries())
      if (now !== null) for (const side of [0, 1]) expect(atMost(now[side]!, scores[i]![side]!)).toBe(true);
  });
});

it('the arithmetic and the formula give the score', () => {
  check((one, weight) => {
    const placed = one.known.map((given, index) => (given === null ? null : { ...given, origin: index }));
    for (const { score, arithmetic } of arithmetics(outcome(one, weight, placed))) {
      expect(valueOfArithmetic(arithmetic).toString()).toBe(score.toString());
      expect(arithmeticText(arithmetic)).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
      const formula = arithmeticFormula(arithmetic, (leaf) => (leaf.op === 'weight' ? 'A1' : `B${(leaf.given.origin as number) + 1}`))!;
      const result = evaluateFormula(parseFormula(formula), book(d(weight), placed.map(cellNumber)), { sheet: 0, row: 40, col: 5 });
      expect((result as { value: Dec }).value.minus(score).abs().lessThan('1e-9')).toBe(true);
    }
  });
});
