/**
 * Compares what the room answers with what a person worked out. Uses the room's door only.
 * wrong: a score that must be admissible is excluded. blunt: more is allowed than should be. unfit: the facts were counted
 * in a way the data does not foresee, so nothing was compared.
 */
import {
  DEFAULT_SWITCHES,
  evaluate,
  factKey,
  parseCriterion,
  type Criterion,
  type FactRef,
  type FactValue,
  type Outcome,
  type Parsed,
} from '../../../src/criteria';
import { Dec } from '../../../src/workbook/decimal';
import type { Example, FactList, FactsByName, FactText } from './format';

/** Expectations are written to two decimals. */
const HALF_A_CENT = new Dec('0.005');
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const NEGATIVE = /^(未|不|没有|没|无|非)/;

type Given = ReadonlyMap<string, FactValue>;
export type Verdict = 'right' | 'wrong' | 'blunt' | 'unfit';

export interface Compared {
  readonly text: string;
  readonly example: Example;
  readonly verdict: Verdict;
  readonly outcome: string;
}

export function compare(text: string, weight: string, parsed: Parsed, example: Example): Compared {
  const given = bind(text, parsed.facts, example);
  if (given === null)
    return { text, example, verdict: 'unfit', outcome: parsed.facts.map((ref) => `${ref.kind}:${ref.role}:${ref.name}`).join(' ') };
  const outcome = evaluateWith(parsed.criterion, weight, given);
  return { text, example, verdict: judge(outcome, example, new Dec(weight)), outcome: told(outcome) };
}

export const parsed = (text: string): Parsed => parseCriterion(text);

/** Whether, with nothing given, some score between 0 and the weight is ruled out. */
export function constrains(text: string, weight: string): boolean {
  const outcome = evaluateWith(parseCriterion(text).criterion, weight, new Map());
  return !(outcome.is === 'unknown' || (outcome.is === 'range' && outcome.from.isZero() && outcome.to.eq(new Dec(weight))));
}

function evaluateWith(criterion: Criterion, weight: string, given: Given): Outcome {
  return evaluate(criterion, {
    weight: new Dec(weight),
    fact: (ref) => (given.has(factKey(ref)) ? { value: given.get(factKey(ref))! } : undefined),
    switches: DEFAULT_SWITCHES,
  });
}

// ---- facts

function bind(text: string, refs: readonly FactRef[], example: Example): Given | null {
  for (const facts of [example.facts, ...(example.or ?? [])]) {
    const given = isList(facts) ? (inOrder(text, refs, facts) ?? byLevel(refs, facts)) : byName(text, refs, facts);
    if (given !== null) return given;
  }
  return null;
}

const isList = (facts: FactList | FactsByName): facts is FactList => Array.isArray(facts);

function inOrder(text: string, refs: readonly FactRef[], list: FactList): Given | null {
  // Nothing is given whatever their number.
  if (list.every((value) => value === null)) return new Map();
  if (list.length !== refs.length || refs.some((ref, i) => !fits(ref, list[i]!))) return null;
  return new Map(refs.flatMap((ref, i) => (list[i] === null ? [] : [[factKey(ref), valueOf(text, ref, list[i]!)] as const])));
}

/** A level where the reading asks of each level whether it holds. */
function byLevel(refs: readonly FactRef[], list: FactList): Given | null {
  const level = list[0];
  if (list.length !== 1 || typeof level !== 'string' || refs.length < 2 || refs.some((ref) => ref.kind !== 'yes')) return null;
  if (!refs.some((ref) => ref.name.endsWith(level))) return null;
  const best = refs.reduce((one, other) =>
    other.name.endsWith(level) && (!one.name.endsWith(level) || other.name.length < one.name.length) ? other : one,
  );
  return new Map(refs.map((ref) => [factKey(ref), ref === best] as const));
}

function byName(text: string, refs: readonly FactRef[], facts: FactsByName): Given | null {
  const given = new Map<string, FactValue>();
  const taken = new Set<FactRef>();
  for (const [name, value] of Object.entries(facts)) {
    const ref = refs.find(
      (one) => !taken.has(one) && (one.role === name || one.name.includes(name) || (name === 'own' && one.role === 'actual')),
    );
    if (ref === undefined || !fits(ref, value)) return null;
    taken.add(ref);
    if (value !== null) given.set(factKey(ref), valueOf(text, ref, value));
  }
  return given;
}

function fits(ref: FactRef, value: FactText): boolean {
  if (value === null) return true;
  if (typeof value === 'boolean') return ref.kind === 'yes' || ref.kind === 'count';
  if (DAY.test(value)) return ref.kind === 'date';
  if (value.endsWith('%')) return ref.kind === 'rate' || ref.kind === 'number';
  if (isNumber(value)) return ref.kind === 'count' || ref.kind === 'number' || ref.kind === 'rate' || ref.kind === 'rank';
  return ref.kind === 'level';
}

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);

function valueOf(text: string, ref: FactRef, value: Exclude<FactText, null>): FactValue {
  if (typeof value === 'boolean') return ref.kind === 'count' ? new Dec(value ? 1 : 0) : value !== turned(text, ref);
  const day = DAY.exec(value);
  if (day !== null) return new Dec(day[1]! + day[2]! + day[3]!);
  if (value.endsWith('%')) return new Dec(value.slice(0, -1)).div(100);
  return isNumber(value) ? new Dec(value) : value;
}

/** The data speaks of the condition as the text first puts it; a reading may have taken the negation out of its name. */
function turned(text: string, ref: FactRef): boolean {
  if (ref.name === '' || NEGATIVE.test(ref.name)) return false;
  const [from, to] = ref.span;
  const place = text.slice(from, to);
  const bare = place.replace(NEGATIVE, '');
  if (bare === place) return /(未|不|没有|没|无|非)$/.test(text.slice(Math.max(0, from - 2), from));
  return ref.name === '达到指标值' || ref.name.includes(bare.slice(0, 2)) || bare.includes(ref.name.slice(0, 2));
}

// ---- outcomes

function judge(outcome: Outcome, example: Example, weight: Dec): Verdict {
  if (example.treatment !== undefined) return judgeTreatment(outcome, example.treatment, weight);
  const must = (example.scores ?? samples(example.range!)).map((score) => new Dec(score));
  if (must.some((score) => !allows(outcome, score, weight))) return 'wrong';
  return within(outcome, example, weight) ? 'right' : 'blunt';
}

function judgeTreatment(outcome: Outcome, treatment: 'full' | 'excluded' | 'zero', weight: Dec): Verdict {
  if (outcome.is === 'not-applicable') return outcome.treatment === treatment ? 'right' : 'wrong';
  if (treatment === 'excluded') return outcome.is === 'unknown' ? 'blunt' : 'wrong';
  const score = treatment === 'full' ? weight : new Dec(0);
  if (!allows(outcome, score, weight)) return 'wrong';
  return outcome.is === 'exact' ? 'right' : 'blunt';
}

function samples([from, to]: readonly [string, string]): readonly string[] {
  const middle = new Dec(from).plus(to).div(2).toString();
  return [from, middle, to];
}

const near = (one: Dec, other: Dec): boolean => one.minus(other).abs().lte(HALF_A_CENT);

function allows(outcome: Outcome, score: Dec, weight: Dec): boolean {
  switch (outcome.is) {
    case 'exact':
      return near(outcome.score, score);
    case 'one-of':
      return outcome.scores.some((one) => near(one, score));
    case 'range':
      return score.gte(outcome.from.minus(HALF_A_CENT)) && score.lte(outcome.to.plus(HALF_A_CENT));
    case 'not-applicable':
      return outcome.treatment === 'full' ? near(weight, score) : outcome.treatment === 'zero' && score.isZero();
    case 'unknown':
      return true;
  }
}

function within(outcome: Outcome, example: Example, weight: Dec): boolean {
  const [from, to] = boundsOf(outcome, weight);
  const range = example.range;
  if (range !== undefined && from.gte(new Dec(range[0]).minus(HALF_A_CENT)) && to.lte(new Dec(range[1]).plus(HALF_A_CENT))) return true;
  const known = [...(example.scores ?? []), ...(example.may ?? [])].map((score) => new Dec(score));
  const said =
    outcome.is === 'exact'
      ? [outcome.score]
      : outcome.is === 'one-of'
        ? outcome.scores
        : outcome.is === 'not-applicable' || from.eq(to)
          ? [from]
          : null;
  return said !== null && said.every((score) => known.some((one) => near(one, score)));
}

function boundsOf(outcome: Outcome, weight: Dec): readonly [Dec, Dec] {
  switch (outcome.is) {
    case 'exact':
      return [outcome.score, outcome.score];
    case 'one-of':
      return [outcome.scores[0]!, outcome.scores[outcome.scores.length - 1]!];
    case 'range':
      return [outcome.from, outcome.to];
    case 'not-applicable':
      return outcome.treatment === 'full' ? [weight, weight] : [new Dec(0), new Dec(0)];
    case 'unknown':
      return [new Dec(0), weight];
  }
}

function told(outcome: Outcome): string {
  if (outcome.is === 'exact') return outcome.score.toString();
  if (outcome.is === 'one-of') return outcome.scores.map(String).join('/');
  if (outcome.is === 'range') return `${outcome.from}…${outcome.to}`;
  return outcome.is === 'not-applicable' ? outcome.treatment : outcome.is;
}
