/** Tables: over a figure, over conditions, over levels. */
import { Dec } from '../../workbook';
import type { Criterion, Points } from '../types';
import { contains } from '../intervals';
import { gapsOf, naturalTop } from '../step-gaps';
import { because, heldCondition, heldInterval } from './because';
import { anything, awarded, within } from './bounds';
import { reachableArms, type Arms } from './choose-open';
import { truthOf } from './conditions';
import { isKnown, expressionValue } from './expressions';
import { scoresOf } from './flatten';
import type { Ground } from './ground';
import { number, times, type Known } from './known';
import { isShare } from './per-point';
import { UNKNOWN_SCORES, between, exactly, union, type Scores } from './scores';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

const DIGITS = 15;
const NOTHING = new Dec(0);
const ALL = new Dec(1);

/** The first arm that fits; between the arms, where the table is silent, anything. */
export function stepScores(rule: Kind<'steps'>, max: Known | null, ground: Ground): Scores {
  const figure = expressionValue(rule.of, max, ground);
  if (!isKnown(figure)) return anyStep(rule, max);
  const value = figure.value.toSignificantDigits(DIGITS);
  const [arm, ...others] = rule.arms.filter(({ when }) => contains(when, value));
  if (arm !== undefined) {
    const scores = because(awarded(arm.award, max), heldInterval(arm.when, figure, isShare(rule.of)));
    // 「90%—100%得5分，80%—90%得3分」: at 90% either may be meant.
    return union([scores, ...others.map(({ award }) => possible(award, max))]);
  }
  const top = naturalTop(rule);
  if (top === null || !value.greaterThan(top.when.to!)) return anything(max);
  return because(awarded(top.award, max), heldInterval({ ...top.when, to: null }, figure, isShare(rule.of)));
}

function anyStep(rule: Kind<'steps'>, max: Known | null): Scores {
  const arms = rule.arms.map(({ award }) => possible(award, max));
  return union(gapsOf(rule).length > 0 || arms.length === 0 ? [...arms, anything(max)] : arms);
}

/** An award whose arm is not known to be the one. */
const possible = (points: Points, max: Known | null): Scores => unfounded(awarded(points, max));

function unfounded(scores: Scores): Scores {
  return scores.is === 'points' ? { is: 'points', of: scores.of.map((point) => ({ ...point, arithmetic: null })) } : scores;
}

/** The first condition that holds; all that may be the first where that is open. */
export function chooseScores(rule: Kind<'choose'>, max: Known | null, ground: Ground): Scores {
  const award = (index: number, held: boolean): Scores =>
    because(awarded(rule.arms[index]!.award, max), held ? heldCondition(rule.arms[index]!.when, true, max, ground) : []);
  return firstThatHolds(rule, award, () => (rule.otherwise === null ? unsaid(rule, max) : awarded(rule.otherwise, max)), max, ground);
}

/** What a table gives that does not say what happens otherwise: one of its arms, nothing, or all; never anything between. */
function unsaid(rule: Kind<'choose'>, max: Known | null): Scores {
  const ends: readonly Points[] = [{ share: NOTHING }, { share: ALL }];
  return union([...rule.arms.map(({ award }) => award), ...ends].map((award) => possible(award, max)));
}

/** The same, the consequences being rules of the same maximum. */
export function caseScores(rule: Kind<'cases'>, max: Known | null, ground: Ground): Scores {
  const arm = (index: number, held: boolean): Scores => {
    const { when, rule: one } = rule.arms[index]!;
    const scores = within(scoresOf(one, max, ground), max);
    return held && one.kind === 'fixed' ? because(scores, heldCondition(when, true, max, ground)) : scores;
  };
  return firstThatHolds(
    rule,
    arm,
    () => (rule.otherwise === null ? anything(max) : within(scoresOf(rule.otherwise, max, ground), max)),
    max,
    ground,
  );
}

function firstThatHolds(
  table: Arms,
  arm: (index: number, held: boolean) => Scores,
  otherwise: () => Scores,
  max: Known | null,
  ground: Ground,
): Scores {
  const first = decidedArm(table, max, ground);
  if (first === 'none') return otherwise();
  if (first !== null) return arm(first, true);
  for (const { when } of table.arms) truthOf(when, max, ground);
  const reachable = reachableArms(table, max, ground);
  const sets = [...reachable.arms].sort((a, b) => a - b).map((index) => unfounded(arm(index, false)));
  return union(reachable.none ? [...sets, unfounded(otherwise())] : sets);
}

/** The first arm where all before it are known not to hold; null: open. What later arms ask is of no account. */
function decidedArm({ arms }: Arms, max: Known | null, ground: Ground): number | 'none' | null {
  return ground.settled(
    () => {
      for (const [index, { when }] of arms.entries()) {
        const truth = truthOf(when, max, ground);
        if (truth !== false) return truth === true ? index : null;
      }
      return 'none';
    },
    (first) => first !== null,
  );
}

export function awardScores(rule: Kind<'award'>, max: Known | null, ground: Ground): Scores {
  const truth = truthOf(rule.when, max, ground);
  if (truth === null) return union([possible(rule.points, max), possible(rule.otherwise, max)]);
  return because(awarded(truth ? rule.points : rule.otherwise, max), heldCondition(rule.when, truth, max, ground));
}

/** The share of the maximum that goes with the level; any of them where the level is not known. */
export function bandScores(rule: Kind<'bands'>, max: Known | null, ground: Ground): Scores {
  const level = ground.given(rule.of)?.value;
  const band = rule.bands.find(({ names }) => typeof level === 'string' && names.includes(level));
  if (band === undefined) ground.lacks(rule.of);
  if (max === null) return UNKNOWN_SCORES;
  if (band !== undefined) return shareScores(band, max);
  return anyBand(rule, max);
}

/** Levels that are single shares (好 100%、一般 60%) leave only these; others anything between. */
function anyBand(rule: Kind<'bands'>, max: Known): Scores {
  const bands = rule.bands.map((band) => shareScores(band, max));
  return union(bands.length === 0 ? [anything(max)] : bands.map(unfounded));
}

function shareScores({ share }: Kind<'bands'>['bands'][number], max: Known): Scores {
  const from = share.from ?? NOTHING;
  const to = share.to ?? ALL;
  if (from.equals(to)) return within(exactly(times(max, number(from, 'percent'))), max);
  const scores = between(max.value.times(from), max.value.times(to));
  return within(scores.is === 'span' ? { ...scores, fromIncluded: share.fromIncluded, toIncluded: share.toIncluded } : scores, max);
}
