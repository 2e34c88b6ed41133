import type { Dec } from '../../workbook';
import type { Criterion } from '../types';
import { criterionPoints } from '../criterion-points';
import { anything, within } from './bounds';
import type { Ground } from './ground';
import { minus, number, plus, KNOWN_ZERO, type Known } from './known';
import { scoresOf } from './flatten';
import { UNKNOWN_SCORES, exactly, sumOf, type Scores } from './scores';
import { worth } from './worth';

type Sum = Extract<Criterion, { kind: 'sum' }>;

/** Item by item, each within its own points. */
export function sumScores(rule: Sum, max: Known | null, ground: Ground): Scores {
  const own = rule.items.map((item) => ownPoints(item, max));
  const maxima = wholeOf(withRest(rule.items, own, max), max);
  let total: Scores = exactly(KNOWN_ZERO);
  for (const [index, item] of rule.items.entries()) {
    const most = maxima[index]!;
    const scores = most === null ? withoutPoints(item, max, ground) : within(scoresOf(item.rule, most, ground), most);
    total = sumOf(total, scores);
  }
  return within(total, max, sumIsMore(maxima, max));
}

/** 1分 written beside the item, else what its own rule can reach. */
function ownPoints({ points, rule }: Sum['items'][number], max: Known | null): Known | null {
  if (points !== null) return worth(points, max);
  const reach = criterionPoints(rule);
  return reach === null ? null : number(reach);
}

/** A single item that is worth the 分值 is the 分值, so that a live formula follows it. */
function wholeOf(maxima: readonly (Known | null)[], max: Known | null): readonly (Known | null)[] {
  return maxima.length === 1 && max !== null && maxima[0]?.value.equals(max.value) === true ? [max] : maxima;
}

/**
 * One item of which nothing is said has what the others leave. Where they leave nothing («省级采用1条得1分，市级采用1条得0.5分，累计不超过5分»)
 * what is said bounds them all together: what is counted has up to the whole, of anything else nothing is known.
 */
function withRest(items: Sum['items'], own: readonly (Known | null)[], max: Known | null): readonly (Known | null)[] {
  const without = own.filter((one) => one === null).length;
  if (without !== 1 || max === null) return own;
  const said = own.reduce<Known>((sum, one) => (one === null ? sum : plus(sum, one)), KNOWN_ZERO);
  const rest = minus(max, said);
  const left = (item: Sum['items'][number]): Known | null => (rest.value.gt(0) ? rest : isCounted(item) ? max : null);
  return own.map((one, at) => one ?? left(items[at]!));
}

const isCounted = ({ rule }: Sum['items'][number]): boolean => rule.kind === 'per-occurrence' && rule.effect === 'award';

/** Several items of which nothing is said: each may have up to the whole. */
function withoutPoints({ rule }: Sum['items'][number], max: Known | null, ground: Ground): Scores {
  scoresOf(rule, max, ground);
  return max === null ? UNKNOWN_SCORES : anything(max);
}

function sumIsMore(maxima: readonly (Known | null)[], max: Known | null): boolean {
  if (max === null) return false;
  const sum = maxima.reduce<Dec | null>((total, one) => (total === null || one === null ? null : total.plus(one.value)), KNOWN_ZERO.value);
  return sum !== null && sum.greaterThan(max.value);
}
