/** Tables: over a figure, over conditions, over levels. */
import { Dec } from '../../workbook/decimal';
import type { Criterion, Points } from '../types';
import { contains } from '../intervals';
import { gapsOf } from '../step-gaps';
import { anything, awarded, within } from './bounds';
import { reachableArms } from './choose-open';
import { truthOf } from './conditions';
import { isKnown, valueOf } from './expressions';
import type { Ground } from './ground';
import { number, times, type Known } from './known';
import { UNKNOWN, between, exactly, union, type Scores } from './scores';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

const DIGITS = 15;
const NOTHING = new Dec(0);
const ALL = new Dec(1);

/** The first arm that fits; between the arms, where the table is silent, anything. */
export function stepScores(rule: Kind<'steps'>, max: Known | null, ground: Ground): Scores {
  const figure = valueOf(rule.of, max, ground);
  if (!isKnown(figure)) return anyStep(rule, max);
  const value = figure.value.toSignificantDigits(DIGITS);
  const arm = rule.arms.find(({ when }) => contains(when, value));
  return arm === undefined ? anything(max) : awarded(arm.award, max);
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
  return ground.settled(
    () => firstThatHolds(rule, max, ground),
    (scores) => scores.is === 'points' && scores.of.length === 1 && scores.of[0]!.arithmetic !== null,
  );
}

function firstThatHolds(rule: Kind<'choose'>, max: Known | null, ground: Ground): Scores {
  const truths = rule.arms.map(({ when }) => truthOf(when, max, ground));
  const decided = truths.findIndex((truth) => truth !== false);
  if (decided < 0) return otherwise(rule, max);
  if (truths[decided] === true) return awarded(rule.arms[decided]!.award, max);
  const reachable = reachableArms(rule, max, ground);
  const sets = rule.arms.filter((_, index) => reachable.arms.has(index)).map(({ award }) => possible(award, max));
  if (!reachable.none) return union(sets);
  return union([...sets, rule.otherwise === null ? anything(max) : possible(rule.otherwise, max)]);
}

const otherwise = (rule: Kind<'choose'>, max: Known | null): Scores => (rule.otherwise === null ? anything(max) : awarded(rule.otherwise, max));

export function awardScores(rule: Kind<'award'>, max: Known | null, ground: Ground): Scores {
  const truth = truthOf(rule.when, max, ground);
  if (truth === null) return union([possible(rule.points, max), possible(rule.otherwise, max)]);
  return awarded(truth ? rule.points : rule.otherwise, max);
}

/** The share of the maximum that goes with the level; any of them where the level is not known. */
export function bandScores(rule: Kind<'bands'>, max: Known | null, ground: Ground): Scores {
  const level = ground.given(rule.of)?.value;
  const band = rule.bands.find(({ names }) => typeof level === 'string' && names.includes(level));
  if (band === undefined) ground.lacks(rule.of);
  if (max === null) return UNKNOWN;
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
