import { Dec } from '../../workbook';
import units from '../data/units.json';
import type { Criterion } from '../types';
import { amountOf, anyAmount, cappedScores, unitsIn } from './amounts';
import type { Ground } from './ground';
import { greatest, KNOWN_ZERO, minus, number, over, type Known } from './known';
import { UNKNOWN_SCORES, anyOf, between, exactly, union, type Scores } from './scores';
import { worth } from './worth';

type PerOccurrence = Extract<Criterion, { kind: 'per-occurrence' }>;

const ONE = new Dec(1);
/** What can happen by parts: time spans longer than a day, and whatever is measured. 天, 例, 项, 人 come whole. */
const MEASURED: ReadonlySet<string> = new Set(units.measured);

/** What the occurrences take off or bring, as a set of amounts ≥ 0. */
export function occurrenceAmounts(rule: PerOccurrence, max: Known | null, ground: Ground): Scores {
  const count = countOf(rule, ground);
  const amounts = count === null ? amountsOfAnyCount(rule, max, ground) : amountsOfCount(rule, count, max, ground);
  return cappedScores(amounts, rule.cap, max);
}

/** How often it happened; null where that is not known or cannot be. */
function countOf(rule: PerOccurrence, ground: Ground): Known | null {
  const count = ground.figure(rule.of);
  if (count === null) return null;
  if (count.value.isNegative() || !(count.value.isInteger() || MEASURED.has(rule.of.unit))) {
    ground.lacks(rule.of);
    return null;
  }
  if (rule.free !== undefined) return greatest(minus(count, number(rule.free)), KNOWN_ZERO);
  if (!rule.once) return count;
  return number(count.value.isZero() ? count.value : ONE);
}

function amountsOfCount(rule: PerOccurrence, count: Known, max: Known | null, ground: Ground): Scores {
  const units = rule.once ? count : unitsIn(over(count, number(rule.per)), ground, rule.parts);
  const least = amountOf(units, rule.each, max);
  const most = rule.eachTo === null ? least : amountOf(units, rule.eachTo, max);
  if (least === null || most === null) return UNKNOWN_SCORES;
  return most === least || most.value.equals(least.value) ? exactly(least) : between(least.value, most.value);
}

function amountsOfAnyCount(rule: PerOccurrence, max: Known | null, ground: Ground): Scores {
  const each = worth(rule.each, max)?.value;
  if (each === undefined) return UNKNOWN_SCORES;
  if (rule.once) return union([anyOf([new Dec(0), each]), ...(rule.eachTo === null ? [] : [upTo(rule, each, max)])]);
  const byParts = MEASURED.has(rule.of.unit);
  const proportional = (rule.parts ?? ground.scenario.partial) === 'proportional';
  if (rule.parts === undefined && (byParts || !rule.per.equals(1))) ground.partialMatters = true;
  const per = proportional ? rule.per : ONE;
  return anyAmount(rule.each, per, (byParts && proportional) || rule.eachTo !== null, mostOf(rule, max), max);
}

/** 扣0.5～1分, once. */
function upTo(rule: PerOccurrence, each: Dec, max: Known | null): Scores {
  const to = worth(rule.eachTo!, max);
  return to === null ? UNKNOWN_SCORES : between(each, to.value);
}

/** No amount beyond this makes a difference. */
function mostOf(rule: PerOccurrence, max: Known | null): Known | null {
  return max ?? (rule.cap === null ? null : worth(rule.cap, max));
}
