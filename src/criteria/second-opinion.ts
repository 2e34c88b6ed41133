/**
 * Two readers side by side. Where both read a text whole and mean the same, that; where they differ, both are admissible, so that nobody
 * is accused but by both; where one alone reads it, that one.
 */
import sayings from './reading/data/sayings.json';
import { DEFAULT_SWITCHES } from './switches';
import { evaluate } from './evaluate';
import { factKey, factsOf } from './facts';
import { formerReading } from './former/parse';
import { readCriterion } from './reading/read';
import { namelessMeaning, sameMeaning } from './reading/same';
import type { Criterion, FactRef, FactValue, Given, Outcome, Parsed } from './types';
import { Dec, wordsPattern } from '../workbook';

/** Facts are tried at these values; a rule that gives the same at all of them means the same. */
const RATES = ['-0.05', '0', '0.55', '0.6', '0.799', '0.8', '0.855', '0.9', '0.95', '0.995', '1', '1.05', '1.3'];
const COUNTS = ['0', '1', '2', '3', '5', '9', '40'];
const WEIGHTS = ['10', '3'];
const MOST_FACTS = 6;

function valuesOf({ kind }: FactRef): readonly FactValue[] {
  switch (kind) {
    case 'yes':
      return [true, false];
    case 'rate':
      return RATES.map((value) => new Dec(value));
    case 'level':
      return ['优', '良', '中', '差'];
    default:
      return COUNTS.map((value) => new Dec(value));
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

/** Every fact in turn at all of its values, the others at their first, their last, or not known. */
function trials(facts: readonly FactRef[]): readonly ReadonlyMap<string, Given>[] {
  const values = facts.map((ref) => valuesOf(ref).map((value): Given => ({ value })));
  const given = (at: number, one: Given, others: (list: readonly Given[]) => Given | undefined): ReadonlyMap<string, Given> =>
    new Map(
      facts.flatMap((ref, i) => {
        const value = i === at ? one : others(values[i]!);
        return value === undefined ? [] : [[factKey(ref), value] as const];
      }),
    );
  const fills = [(list: readonly Given[]) => list[0], (list: readonly Given[]) => list[list.length - 1], () => undefined];
  return [new Map<string, Given>(), ...values.flatMap((list, at) => list.flatMap((one) => fills.map((fill) => given(at, one, fill))))];
}

function behaves(criterion: Criterion, trial: ReadonlyMap<string, Given>, weight: string): string {
  return told(evaluate(criterion, { weight: new Dec(weight), fact: (ref) => trial.get(factKey(ref)), switches: DEFAULT_SWITCHES }));
}

/** The same tree, or the same facts and the same scores wherever they were tried. */
export function sameRule(one: Criterion, other: Criterion): boolean {
  if (sameMeaning(one, other) || namelessMeaning(one) === namelessMeaning(other)) return true;
  const facts = factsOf(one);
  const keys = new Set(facts.map(factKey));
  const theirs = factsOf(other);
  if (theirs.length !== facts.length || facts.length > MOST_FACTS || theirs.some((ref) => !keys.has(factKey(ref)))) return false;
  return trials(facts).every((trial) => WEIGHTS.every((weight) => behaves(one, trial, weight) === behaves(other, trial, weight)));
}

/** The same, or one of the readings between which the other could not decide. */
function agree(former: Criterion, later: Criterion): boolean {
  const all = later.kind === 'readings' ? [later, ...later.of.map(({ rule }) => rule)] : [later];
  return all.some((one) => sameRule(former, one));
}

function together(former: Parsed, later: Parsed, text: string): Parsed {
  if (later.understood !== 'whole' || former.failed !== undefined) return former;
  if (former.understood !== 'whole') return later;
  if (agree(former.criterion, later.criterion)) return former;
  const of = [former, later].map(({ criterion }, at) => ({ reading: `reader-${at + 1}`, rule: criterion }));
  const criterion: Criterion = { kind: 'readings', of, span: [0, text.length] };
  return { criterion, understood: 'whole', opaque: [], facts: factsOf(criterion) };
}

/** Without one of these a text gives no points: the cheap first look. */
const SPEAKS_OF_POINTS = new RegExp(wordsPattern(sayings.points));

/** A text by both readers. Not yet what the product asks: where they differ by the unit of a count alone, exact scores are lost. */
export function secondOpinion(text: string): Parsed {
  const former = formerReading(text);
  return SPEAKS_OF_POINTS.test(text) ? together(former, readCriterion(text).parsed, text) : former;
}
