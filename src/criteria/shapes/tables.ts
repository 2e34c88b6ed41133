/** Tables: over one figure, over conditions, one condition and its opposite, levels and items. */
import { Dec } from '../../workbook';
import { choice, FULL, measures, stepTable } from '../former/tables';
import { flawsOf } from '../flaws';
import { intervalOf } from '../former/measures';
import { sumOrChoice } from '../former/sums';
import type { Clause, ClauseOf, Within } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import type { Name } from '../former/syntax/tree';
import { operandAfter, spanAt, subjectCondition, type RuleSetting } from '../reading/subjects';
import type { Criterion, Points } from '../types';
import { armOf, armsOf, fixed, inTextOrder, isArm, NO_POINTS, opposed, pointsGiven } from './arms';

const ZERO = new Dec(0);
const lessened = (base: Points, points: Points): Points | null =>
  'points' in base && 'points' in points
    ? { points: Dec.max(base.points.minus(points.points), ZERO) }
    : 'share' in base && base.share.eq(1)
      ? base
      : null;

/** 「健全得5分，不健全扣2分」: what is left where the first does not hold. */
function lessIfNot(setting: RuleSetting, one: Clause, less: ClauseOf<'once'> | ClauseOf<'else-take'>): Criterion | null {
  const base = pointsGiven(one);
  const { amount, upTo, each } = less.takes;
  if (!isArm(one) || base === null || each || less.tail.cap !== null || less.tail.floor !== null) return null;
  const when = subjectCondition(setting, one.when);
  const most = lessened(base, amount);
  const least = upTo === null ? most : lessened(base, upTo);
  if (when === null || most === null || least === null || 'share' in most || 'share' in least) return null;
  const span = spanAt(setting, less.place);
  const otherwise: Criterion = upTo === null ? fixed(most, span) : { kind: 'discretion', from: least, to: most, span };
  return { kind: 'cases', arms: [{ when, rule: fixed(base, spanAt(setting, one.place)) }], otherwise, span: setting.span };
}

/** A table over one figure; null where the arms measure several. */
function overOneFigure(setting: RuleSetting, arms: readonly Clause[], rest: Clause | undefined): Criterion | null {
  const all = armsOf(setting, zerosFirst(arms));
  const otherwise = rest === undefined ? null : armOf(setting, rest);
  if (all === null || (rest !== undefined && otherwise === null)) return null;
  const measured = measures(setting.places, all, null) ?? measures(setting.places, all, firstNamed(arms) ?? setting.operand);
  return measured === null || hidesArms(measured, setting) ? null : stepTable(all, measured, otherwise, setting.span);
}

/** 「…不足100%的按比例得分；低于80%的不得分」: what takes all points inside another arm comes before it. */
function zerosFirst(arms: readonly Clause[]): readonly Clause[] {
  const isZero = (clause: Clause): boolean => isZeroPoints(pointsGiven(clause));
  const byRatio = arms.some((clause) => clause.is === 'arm' && clause.gives.amount.is === 'ratio');
  return byRatio ? [...arms.filter(isZero), ...arms.filter((clause) => !isZero(clause))] : arms;
}

const firstNamed = (arms: readonly Clause[]): Name | null =>
  arms.reduce<Name | null>((name, clause) => name ?? (isArm(clause) ? operandAfter(clause.when, null) : null), null);

/** An arm that lies inside those before it is never reached, whatever it gives: check A. */
function hidesArms(measured: NonNullable<ReturnType<typeof measures>>, { span }: RuleSetting): boolean {
  const arms = measured.map(({ between }) => ({ when: intervalOf(between), award: NO_POINTS }));
  return flawsOf({ kind: 'steps', of: measured[0]!.of, arms, span }).includes('unreachable');
}

function levelsOrParts(setting: RuleSetting, clauses: readonly Clause[], rest: Clause | undefined): Criterion | null {
  // Figures that are no table were not understood.
  if (clauses.length > 1 && clauses.every((clause) => clause.is === 'arm' && clause.when.is === 'within')) return null;
  const all = armsOf(setting, clauses);
  const otherwise = rest === undefined ? null : armOf(setting, rest);
  if (all === null || (rest !== undefined && otherwise === null)) return null;
  const zero = clauses.map((clause) => isZeroPoints(pointsGiven(clause)));
  const arms = all.filter((_, at) => !zero[at]);
  const zeros = all.filter((_, at) => zero[at]);
  const worths = clauses.filter((_, at) => !zero[at]).map((clause) => clause.is === 'arm' && clause.gives.worth);
  if (arms.length <= 1) return choice(setting.places, all, otherwise, null, setting.span);
  return sumOrChoice(setting.places, { arms, zeros, all, otherwise, worths }, setting.span);
}

const isZeroPoints = (points: Points | null): boolean => points !== null && 'points' in points && points.points.isZero();

/** 「5个以内扣1分，5-10个扣2分」: nothing is taken where there is none. */
function lessByFigure(setting: RuleSetting, less: readonly Clause[], arms: readonly Clause[]): Criterion | null {
  if (less.some(isLedByMore)) return null;
  const clauses = inTextOrder(
    arms,
    less.map((clause) => withoutNone(clause, less)),
  );
  const gives = { amount: { is: 'points', points: FULL }, row: false, worth: false, each: false } as const;
  return overOneFigure(setting, clauses, { is: 'else', gives, place: [0, 0], pattern: 'else' });
}

/** 「项目未按计划开工的，开工率80%以上扣2分」: the words before the figure are a condition of their own. */
const isLedByMore = (clause: Clause): boolean =>
  clause.is === 'once' && clause.when.is === 'within' && (clause.when.of?.words ?? '').includes(',');

const pointsTaken = (clause: Clause): Dec | null =>
  clause.is === 'once' && 'points' in clause.takes.amount ? clause.takes.amount.points : null;

/** 「5个以内」, 「0～5」. */
const beginsAtNone = ({ from }: Within): boolean => from === null || (from.end === 'loose' && from.figure.value.isZero());

/** 「高于标准10%以内扣2分」: what is not above it takes nothing. */
const BEYOND = /(?:超过|超出|高于|低于)[^,]{0,8}$/;

/** The least is taken for the least: then nothing is for none, 「超支10%以内扣1分，10%以上扣2分」. */
function withoutNone(clause: Clause, all: readonly Clause[]): Clause {
  if (clause.is !== 'once' || clause.when.is !== 'within' || clause.when.to === null || !beginsAtNone(clause.when)) return clause;
  const own = pointsTaken(clause);
  const others = all.filter((one) => one !== clause).map(pointsTaken);
  const isBeyond = BEYOND.test(clause.when.of?.words ?? '');
  const least = own !== null && (isBeyond || others.every((one) => one !== null && one.gt(own)));
  const counted = clause.when.to.figure.as === 'quantity';
  if (!least || (others.length === 0 && !counted && !isBeyond)) return clause;
  return { ...clause, when: { ...clause.when, from: { figure: { ...clause.when.to.figure, value: ZERO }, end: 'out' } } };
}

export const TABLES: readonly ClauseShape[] = [
  shape({
    id: 'pair',
    says: '符合得分，不符合不得分',
    takes: { one: 'arm.give(holds)', zero: 'arm.zero(holds)' },
    cost: -0.1,
    means: ({ one, zero }, setting) => {
      const [yes, no] = [one[0]!, zero[0]!];
      if (!isArm(yes) || !isArm(no) || !opposed(yes.when, no.when)) return null;
      const when = subjectCondition(setting, yes.when);
      return when === null ? null : { kind: 'award', when, points: pointsGiven(yes)!, otherwise: NO_POINTS, span: setting.span };
    },
  }),
  shape({
    id: 'pair-less',
    says: '符合得分，不符合（否则）扣分',
    takes: { one: 'arm.give(holds)', less: 'once(holds)|else-take|arm.other(holds)' },
    cost: -0.1,
    means: ({ one, less }, setting) => {
      const [yes, no] = [one[0]!, less[0]!];
      if (!isArm(yes)) return null;
      if (isArm(no)) return opposed(yes.when, no.when) ? levelsOrParts(setting, [yes], { ...no, is: 'else' }) : null;
      if (no.is !== 'once' && no.is !== 'else-take') return null;
      return no.is === 'else-take' || opposed(yes.when, no.when) ? lessIfNot(setting, yes, no) : null;
    },
  }),
  shape({
    id: 'table',
    says: '按一个数分档得分',
    takes: { arms: 'arm(within) +', rest: 'else ?' },
    cost: -0.1,
    means: ({ arms, rest }, setting) => overOneFigure(setting, arms, rest[0]),
  }),
  shape({
    id: 'table-less',
    says: '按一个数分档扣分',
    takes: { less: 'once(within) +', arms: 'arm(within) *' },
    means: ({ less, arms }, setting) => lessByFigure(setting, less, arms),
  }),
  shape({
    id: 'levels',
    says: '按不同情况得分',
    takes: { zeros: 'arm.zero *', arms: 'arm +', rest: 'else ?' },
    means: ({ zeros, arms, rest }, setting) => levelsOrParts(setting, inTextOrder(zeros, arms), rest[0]),
  }),
];
