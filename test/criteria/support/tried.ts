/** Rules tried at many values of their facts: what they allow there, and how it is worked out; a line a rule. */
import {
  arithmeticFormula,
  arithmeticText,
  criterionPoints,
  DEFAULT_SWITCHES,
  describeCriterion,
  evaluate,
  factKey,
  factsOf,
  isProportional,
  renderCriterion,
  stepGaps,
  type Criterion,
  type CriteriaSwitches,
  type FactRef,
  type FactValue,
  type Interval,
  type Outcome,
} from '../../../src/criteria';
import { flawsOf } from '../../../src/criteria/flaws';
import { Dec } from '../../../src/workbook/decimal';

const RATES = ['0', '0.6', '0.7999', '0.8', '0.855', '0.9', '0.949', '0.95', '1', '1.2'];
const COUNTS = ['0', '1', '2', '3', '7', '20'];
const NUMBERS = ['0', '0.5', '1', '3', '10', '120'];
const DATES = ['20240930', '20241001', '20241231', '20250101'];

const decs = (values: readonly string[]): readonly FactValue[] => values.map((value) => new Dec(value));
const LEVELS: readonly FactValue[] = ['优', '良', '中', '差', '完成', '基本完成'];

function valuesOf({ kind }: FactRef): readonly FactValue[] {
  switch (kind) {
    case 'yes':
      return [true, false];
    case 'level':
      return LEVELS;
    case 'rate':
      return decs(RATES);
    case 'date':
      return decs(DATES);
    case 'number':
      return decs(NUMBERS);
    default:
      return decs(COUNTS);
  }
}

/** Each fact in turn at each of its values, the others at their first, their last, or not known. */
function trials(facts: readonly FactRef[]): readonly ReadonlyMap<string, FactValue>[] {
  const fills = [(list: readonly FactValue[]) => list[0], (list: readonly FactValue[]) => list.at(-1), () => undefined];
  const others = facts.length > 1 ? fills : fills.slice(0, 1);
  return [
    new Map(),
    ...facts.flatMap((ref, at) =>
      valuesOf(ref).flatMap((value) =>
        others.map(
          (fill) =>
            new Map(
              facts.flatMap((other, n) => {
                const own = n === at ? value : fill(valuesOf(other));
                return own === undefined ? [] : [[factKey(other), own] as const];
              }),
            ),
        ),
      ),
    ),
  ];
}

const interval = ({ from, fromIncluded, to, toIncluded }: Interval): string =>
  `${fromIncluded ? '[' : '('}${from?.toString() ?? ''},${to?.toString() ?? ''}${toIncluded ? ']' : ')'}`;

function told(outcome: Outcome, weight: Dec | null): string {
  const missing = outcome.missing.length === 0 ? '' : ` ?${outcome.missing.map(({ name, role }) => name || role).join('+')}`;
  switch (outcome.is) {
    case 'exact': {
      const { arithmetic, score } = outcome;
      const formula = arithmeticFormula(arithmetic, (leaf) => (leaf.op === 'weight' ? 'F8' : leaf.ref.kind === 'level' ? null : 'E8'));
      return `${arithmeticText(arithmetic, score)}${isProportional(arithmetic) ? '~' : ''}${formula === null ? '' : ` =${formula}`}${missing}`;
    }
    case 'one-of':
      return `${outcome.scores.join('/')}${outcome.readings.map(({ reading, score }) => ` ${reading}:${score.toString()}`).join('')}${missing}`;
    case 'range':
      return weight !== null && outcome.from.isZero() && outcome.to.eq(weight) && outcome.fromIncluded && outcome.toIncluded
        ? `all${missing}`
        : `${interval(outcome)}${missing}`;
    case 'not-applicable':
      return outcome.treatment;
    case 'unknown':
      return 'unknown';
  }
}

const WAYS: readonly Partial<CriteriaSwitches>[] = [
  {},
  { partialPoints: 'whole-only', rateRounding: 'exact' },
  { partialPoints: 'begun', rateRounding: 'as-shown', zeroTarget: 'unknown' },
];

/** What a rule allows at each trial, equal neighbours said once. `most`: so many trials. */
export function outcomesOf(criterion: Criterion, weight: string | null, most = 40): readonly string[] {
  const points = weight === null ? null : new Dec(weight);
  const all = trials(factsOf(criterion));
  const every = Math.ceil(all.length / most);
  const lines = WAYS.flatMap((way) =>
    all
      .filter((_, at) => at % every === 0)
      .map((known) =>
        told(
          evaluate(criterion, {
            weight: points,
            fact: (ref) => {
              const value = known.get(factKey(ref));
              if (value === undefined) return undefined;
              return value instanceof Dec && ref.kind === 'rate' ? { value, shown: value.toDecimalPlaces(2) } : { value };
            },
            switches: { ...DEFAULT_SWITCHES, ...way },
          }),
          points,
        ),
      ),
  );
  return lines.filter((line, at) => line !== lines[at - 1]);
}

/** A rule in the words of officials and in ours, what it is worth, what its tables leave out, what is wrong with it. */
export function describedRule(criterion: Criterion): string {
  return [
    renderCriterion(criterion),
    describeCriterion(criterion),
    `worth ${criterionPoints(criterion)?.toString() ?? 'its 分值'}`,
    ...stepGaps(criterion).map(({ gap }) => `gap ${interval(gap)}`),
    ...flawsOf(criterion),
  ].join(' │ ');
}
