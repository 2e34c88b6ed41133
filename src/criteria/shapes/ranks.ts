/** Points by place: a table of places, and so much less for each place further down. */
import { Dec, wordsPattern } from '../../workbook';
import { numberExpr } from '../former/naming';
import sayings from '../reading/data/sayings.json';
import type { Clause, ClauseOf, Within } from '../reading/clause';
import { ORDINAL } from '../reading/figures';
import { shape, type ClauseShape } from '../reading/shape';
import { spanAt, type RuleSetting } from '../reading/subjects';
import type { Criterion, Expr, Points } from '../types';
import { inTextOrder, isArm, pointsGiven } from './arms';

interface PlaceArm {
  readonly when: Within;
  readonly award: Points;
}

const ONE = new Dec(1);
const ALL_PLACES: Within = { is: 'within', of: null, from: null, to: null, bare: false };
const PLACE_UNITS: ReadonlySet<string> = new Set(sayings.placeUnits);
const RANKED = new RegExp(wordsPattern(sayings.ranked));
/** From below: 「倒数第一」 is no first place. */
const FROM_BELOW = /倒数|末/;

const isPlace = ({ from, to }: Within): boolean => (from ?? to)!.figure.unit === ORDINAL;
/** 「6-10名」 among places. */
const isCounted = ({ from, to }: Within): boolean => PLACE_UNITS.has((from ?? to)!.figure.unit);

function placeArm(clause: Clause): PlaceArm | null {
  const award = pointsGiven(clause);
  if (!isArm(clause) || clause.when.is !== 'within' || award === null || clause.gives.each || clause.gives.row) return null;
  const { when } = clause;
  if (!(isPlace(when) || isCounted(when)) || FROM_BELOW.test(when.of?.words ?? '')) return null;
  return { when, award };
}

/** Places, or numbers of which the text says that they are. */
const speaksOfPlaces = (arms: readonly PlaceArm[]): boolean =>
  arms.some(({ when }) => isPlace(when) && (when.bare || when.from !== null || when.to !== null)) ||
  arms.some(({ when }) => RANKED.test(when.of?.words ?? ''));

const rankExpr = (setting: RuleSetting, clause: Clause): Expr => ({
  op: 'fact',
  ref: { kind: 'rank', role: 'own', name: '', unit: '名', span: spanAt(setting, clause.place) },
});

const startOf = ({ from }: Within): number => from?.figure.value.toNumber() ?? 0;
const endOf = ({ to }: Within): number => to?.figure.value.toNumber() ?? Number.POSITIVE_INFINITY;

/** The better place first: what two arms share is the better one's, 「前10名…，前20名…，10名以后…」. */
const byPlace = (one: PlaceArm, other: PlaceArm): number => startOf(one.when) - startOf(other.when) || endOf(one.when) - endOf(other.when);

/** Each place is the first arm's that has it. */
function steps(sorted: readonly PlaceArm[]): Extract<Criterion, { kind: 'steps' }>['arms'] {
  let covered: Dec | null = null;
  return sorted.map(({ when, award }) => {
    const from = when.from?.figure.value ?? null;
    const to = when.to?.figure.value ?? null;
    const isBehind: boolean = covered !== null && (from === null || from.lte(covered));
    const start: Dec | null = isBehind ? covered : from;
    if (to !== null && (covered === null || to.gt(covered))) covered = to;
    return { when: { from: start, fromIncluded: !isBehind, to, toIncluded: true }, award };
  });
}

function table(setting: RuleSetting, clauses: readonly Clause[], rest: Clause | undefined): Criterion | null {
  const arms = clauses.map(placeArm);
  if (arms.some((arm) => arm === null)) return null;
  const all = arms as readonly PlaceArm[];
  const award = rest === undefined ? undefined : pointsGiven(rest);
  if (award === null || !speaksOfPlaces(all) || (all.length === 1 && rest === undefined)) return null;
  const behind: readonly PlaceArm[] = award === undefined ? [] : [{ when: ALL_PLACES, award }];
  return {
    kind: 'steps',
    of: rankExpr(setting, clauses[0]!),
    arms: steps([...[...all].sort(byPlace), ...behind]),
    span: setting.span,
  };
}

/** 「第1位5分，第2位4.5分」 before 「依次递减0.5分」: what is said of the places before agrees with it. */
function inTurn(arms: readonly Clause[], each: Points): boolean {
  const all = arms.map(placeArm);
  return all.every((arm, at) => {
    const before = all[at - 1];
    if (arm === null || before === null) return false;
    if (at === 0) return true;
    const apart = startOf(arm.when) === endOf(before!.when) + 1 && arm.when.bare;
    const [more, less] = [before!.award, arm.award];
    return apart && 'points' in more && 'points' in less && 'points' in each && more.points.minus(less.points).eq(each.points);
  });
}

/** 「第一名得5分，每下降一名扣0.5分」. */
function fromPlace(setting: RuleSetting, [full, ...more]: readonly Clause[], take: Clause): Criterion | null {
  const arm = full === undefined ? null : placeArm(full);
  if (full === undefined || (more.length > 0 && !(take.is === 'unit' && inTurn([full, ...more], take.amount)))) return null;
  if (arm === null || take.is !== 'unit' || !isStepDown(take) || !isPlace(arm.when) || arm.when.to === null) return null;
  const rule: Criterion = {
    kind: 'per-point',
    of: rankExpr(setting, full),
    from: numberExpr(arm.when.to.figure.value),
    step: take.step!.value,
    side: 'above',
    effect: 'deduct',
    each: take.amount,
    cap: take.tail.cap,
    span: spanAt(setting, take.place),
  };
  const isFull = 'share' in arm.award;
  if (isFull && !arm.award.share.eq(ONE)) return null;
  return isFull ? rule : { kind: 'sum', items: [{ points: arm.award, rule }], span: setting.span };
}

function isStepDown({ lead, from, upTo, tail, step, side }: ClauseOf<'unit'>): boolean {
  const steps = step !== null && (PLACE_UNITS.has(step.unit) || step.unit === '位次' || step.unit === '名次');
  return steps && side !== null && lead === null && from === null && upTo === null && tail.floor === null;
}

export const RANK_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'ranks',
    says: '按名次得分',
    takes: { arms: 'arm(within) +', rest: 'else ?' },
    cost: -0.1,
    means: ({ arms, rest }, setting) => table(setting, inTextOrder(arms), rest[0]),
  }),
  shape({
    id: 'rank-steps',
    says: '每下降一名扣多少分',
    takes: { full: 'arm.give(within) +', take: 'unit.take' },
    cost: -0.1,
    means: ({ full, take }, setting) => fromPlace(setting, full, take[0]!),
  }),
];
