/** Whether two rules say the same: the same tree, or the same scores wherever they are tried. */
import { Dec } from '../../workbook';
import { criterionPoints } from '../criterion-points';
import { evaluate } from '../evaluate';
import { factKey, factsOf } from '../facts';
import { namelessMeaning, sameMeaning } from '../reading/same';
import { DEFAULT_SWITCHES } from '../switches';
import type { Criterion, FactRef, FactValue, Given, Outcome } from '../types';

/** Facts are tried at these values, and at and around every figure of the rules. */
const RATES = ['0', '0.05', '-0.05', '0.55', '0.855', '0.995', '1', '1.05', '1.3'];
const COUNTS = ['0', '1', '2', '3', '5', '9', '40'];
const MOST_FACTS = 6;
const MOST_FIGURES = 8;
/** More are thinned out: work stays bounded. */
const MOST_TRIALS = 100;
/** Where the rules do not say what they are worth: nothing that is written comes to it by chance. */
const ANY_WEIGHT = new Dec(97);
const NEAR = { rate: new Dec('0.001'), other: new Dec(1) };

/** All figures that stand in a rule, each once. */
export function numbersIn(rule: Criterion): readonly Dec[] {
  const found = new Map<string, Dec>();
  const visit = (value: unknown): void => {
    if (value instanceof Dec) found.set(value.toString(), value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one);
  };
  visit(rule);
  return [...found.values()].slice(0, MOST_FIGURES);
}

function numbers(given: readonly string[], figures: readonly Dec[], near: Dec, fits: (value: Dec) => boolean): readonly Dec[] {
  const around = figures
    .filter(fits)
    .flatMap((one) => [one.minus(near), one, one.plus(near), ...(near.lt(1) ? [one.neg().minus(near)] : [])]);
  return [...new Map([...given.map((one) => new Dec(one)), ...around].map((one) => [one.toString(), one])).values()];
}

function valuesOf({ kind }: FactRef, figures: readonly Dec[]): readonly FactValue[] {
  switch (kind) {
    case 'yes':
      return [true, false];
    case 'rate':
      return numbers(RATES, figures, NEAR.rate, (value) => value.abs().lte(2));
    case 'level':
      return ['优', '良', '中', '差'];
    default:
      return numbers(COUNTS, figures, NEAR.other, (value) => value.gte(1));
  }
}

/** Outcomes as texts: what is allowed, not how it is worked out. */
function told(outcome: Outcome): string {
  switch (outcome.is) {
    case 'exact':
      return outcome.score.toString();
    case 'one-of':
      return outcome.scores.map(String).join('/');
    case 'range':
      return `${outcome.from.toString()}…${outcome.to.toString()}`;
    case 'not-applicable':
      return outcome.treatment;
    case 'unknown':
      return '?';
  }
}

/** Every fact in turn at all of its values, the others not known, or at their first or last. */
function trials(facts: readonly FactRef[], figures: readonly Dec[]): readonly ReadonlyMap<string, Given>[] {
  const values = facts.map((ref) => valuesOf(ref, figures).map((value): Given => ({ value })));
  const given = (at: number, one: Given, others: (list: readonly Given[]) => Given | undefined): ReadonlyMap<string, Given> =>
    new Map(
      facts.flatMap((ref, i) => {
        const value = i === at ? one : others(values[i]!);
        return value === undefined ? [] : [[factKey(ref), value] as const];
      }),
    );
  const others = [() => undefined, (list: readonly Given[]) => list[0], (list: readonly Given[]) => list[list.length - 1]];
  const fills = facts.length > 1 ? others : others.slice(0, 1);
  const all = fills.flatMap((fill) => values.flatMap((list, at) => list.map((one) => given(at, one, fill))));
  return [new Map<string, Given>(), ...thinned(all)];
}

function thinned<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / MOST_TRIALS);
  return step <= 1 ? all : all.filter((_, at) => at % step === 0);
}

/** One says in points what it is worth, the other in shares: only the 分值 tells whether that is the same. */
const worthDiffers = (one: Criterion, other: Criterion): boolean => (criterionPoints(one) === null) !== (criterionPoints(other) === null);

const weightFor = (...rules: readonly Criterion[]): Dec =>
  rules.map(criterionPoints).find((points) => points !== null && points.gt(0)) ?? ANY_WEIGHT;

const outcomeOf = (criterion: Criterion, trial: ReadonlyMap<string, Given>, weight: Dec): Outcome =>
  evaluate(criterion, { weight, fact: (ref) => trial.get(factKey(ref)), switches: DEFAULT_SWITCHES });
const behaves = (criterion: Criterion, trial: ReadonlyMap<string, Given>, weight: Dec): string => told(outcomeOf(criterion, trial, weight));

/** The same tree, or the same facts and the same scores wherever they were tried. */
export const sameRule = (one: Criterion, other: Criterion): boolean =>
  sameMeaning(one, other) || namelessMeaning(one) === namelessMeaning(other) || sameScores(one, other, () => true);

/** All that the one allows the other allows too, wherever they were tried. */
export function allowsAll(wide: Criterion, narrow: Criterion): boolean {
  const facts = factsOf(wide);
  const keys = new Set(facts.map(factKey));
  if (facts.length > MOST_FACTS || worthDiffers(wide, narrow) || factsOf(narrow).some((ref) => !keys.has(factKey(ref)))) return false;
  const figures = numbersIn({ kind: 'deductions', rules: [wide, narrow], span: wide.span });
  const weight = weightFor(wide, narrow);
  return trials(facts, figures).every((trial) => isWithin(outcomeOf(narrow, trial, weight), outcomeOf(wide, trial, weight)));
}

function isWithin(narrow: Outcome, wide: Outcome): boolean {
  if (wide.is === 'unknown' || told(narrow) === told(wide)) return true;
  const scores = narrow.is === 'exact' ? [narrow.score] : narrow.is === 'one-of' ? narrow.scores : null;
  if (wide.is === 'range')
    return (scores ?? (narrow.is === 'range' ? [narrow.from, narrow.to] : [])).every((one) => one.gte(wide.from) && one.lte(wide.to));
  return wide.is === 'one-of' && scores !== null && scores.every((one) => wide.scores.some((other) => other.eq(one)));
}

/** Wherever something happened: a count, a figure above 0. */
export const sameWhereSomething = (one: Criterion, other: Criterion): boolean =>
  sameScores(one, other, (trial) => [...trial.values()].every(({ value }) => !(value instanceof Dec) || value.gt(0)) && trial.size > 0);

function sameScores(one: Criterion, other: Criterion, counts: (trial: ReadonlyMap<string, Given>) => boolean): boolean {
  const facts = factsOf(one);
  const keys = new Set(facts.map(factKey));
  const theirs = factsOf(other);
  if (
    theirs.length !== facts.length ||
    facts.length > MOST_FACTS ||
    worthDiffers(one, other) ||
    theirs.some((ref) => !keys.has(factKey(ref)))
  )
    return false;
  const figures = numbersIn({ kind: 'deductions', rules: [one, other], span: one.span });
  const weight = weightFor(one, other);
  return trials(facts, figures)
    .filter(counts)
    .every((trial) => behaves(one, trial, weight) === behaves(other, trial, weight));
}
