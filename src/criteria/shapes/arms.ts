/** Clauses as the arms of a table: what they give, and where. */
import { Dec } from '../../workbook';
import type { Arm, Award } from '../former/arms';
import { factExpr, figureFact } from '../former/naming';
import { isOpposite, NO_POINTS } from '../former/tables';
import type { AmountSaid, Clause, ClauseOf, MentionSaid, Subject, TextPlace } from '../reading/clause';
import { ORDINAL } from '../reading/figures';
import { conditionsOf, nameOfMention, spanAt, subjectWords, type RuleSetting } from '../reading/subjects';
import { formulaOf } from './formula-rule';
import { lessBy } from '../reading/unit-rule';
import type { Criterion, Expr, Points } from '../types';

/** null: an amount that is none of a table's. */
function awardOf(amount: AmountSaid): Award | null {
  switch (amount.is) {
    case 'points':
      return { points: amount.points };
    case 'range':
      return { from: amount.from, to: amount.to };
    case 'ratio':
      return { rule: 'by-ratio' };
    case 'discretion':
      return { rule: 'discretion' };
    case 'share-taken':
    case 'formula':
      return null;
  }
}

/** 「依次赋60、57分」 lists; 「2个及以上不符合」 counts. */
function isListOrCount(subject: Subject): boolean {
  if (subject.is !== 'holds') return false;
  const { words, context } = subject.of;
  return IN_TURN.test(words) || (context.some(({ as }) => as === 'quantity') && SO_MANY_OR_MORE.test(words));
}

const IN_TURN = /(?:依次|分别)$/;
const SO_MANY_OR_MORE = /以上|以下|以内|[-~至]/;

/** 「第1名8分」: ranks are a family of their own. */
function speaksOfRanks(subject: Subject): boolean {
  switch (subject.is) {
    case 'both':
    case 'either':
      return subject.of.some(speaksOfRanks);
    default:
      return subject.of !== null && (subject.of.context.some(({ unit }) => unit === ORDINAL) || isListOrCount(subject));
  }
}

const isPlaceSubject = (when: Subject): boolean => when.is === 'within' && (when.from ?? when.to)!.figure.unit === ORDINAL;

/** 「缺1个得2分，缺2个得1分」: counts are a family of their own. */
const isOtherFamily = (when: Subject): boolean =>
  speaksOfRanks(when) || isPlaceSubject(when) || (when.is === 'within' && when.bare && when.from!.figure.as === 'quantity');

/** 「10%以上扣2分」 as an arm that gives all but 2. */
function lessArm(setting: RuleSetting, { takes, tail, place }: ClauseOf<'once'> | ClauseOf<'else-take'>, when: Subject | null): Arm | null {
  const plain = takes.upTo === null && !takes.each && tail.cap === null && tail.floor === null;
  const span = spanAt(setting, place);
  return plain ? { conditions: when === null ? null : conditionsOf(when), award: { criterion: lessBy(takes.amount, span) }, span } : null;
}

const ALL = new Dec(1);

/** 「按超时比例扣减相应分值」: all but that share. */
export function lessShare(setting: RuleSetting, by: MentionSaid, span: Criterion['span']): Criterion {
  const share = factExpr(figureFact(setting.places, nameOfMention(by), { kind: 'rate', unit: '' }));
  const max: Expr = { op: 'max-points' };
  return {
    kind: 'formula',
    expr: { op: 'subtract', left: max, right: { op: 'multiply', left: max, right: share } },
    cap: { share: ALL },
    span,
  };
}

function formulaAward(setting: RuleSetting, { of, tail }: AmountSaid & { is: 'formula' }, place: TextPlace): Arm['award'] | null {
  const criterion = formulaOf(setting, { of, tail, place });
  return criterion === null ? null : { criterion };
}

export function armOf(setting: RuleSetting, clause: Clause): Arm | null {
  if (clause.is === 'once' || clause.is === 'else-take') return lessArm(setting, clause, clause.is === 'once' ? clause.when : null);
  if (clause.is !== 'arm' && clause.is !== 'else') return null;
  const when = clause.is === 'arm' ? clause.when : null;
  const { amount } = clause.gives;
  const span = spanAt(setting, clause.place);
  const award = amount.is === 'formula' ? formulaAward(setting, amount, clause.place) : awardOf(amount);
  if (award === null || clause.gives.each || (when !== null && isOtherFamily(when))) return null;
  return { conditions: when === null ? null : conditionsOf(when), award, span };
}

/** null where one of them is no arm. */
export function armsOf(setting: RuleSetting, clauses: readonly Clause[]): readonly Arm[] | null {
  const arms = clauses.map((clause) => armOf(setting, clause));
  return arms.every((arm) => arm !== null) ? (arms as readonly Arm[]) : null;
}

export const inTextOrder = (...lists: readonly (readonly Clause[])[]): readonly Clause[] =>
  lists.flat().sort((one, other) => one.place[0] - other.place[0]);

export function opposed(one: Subject, other: Subject): boolean {
  const [first, second] = [subjectWords(one), subjectWords(other)];
  return first !== '' && second !== '' && isOpposite(first, second);
}

export function pointsGiven(clause: Clause): Points | null {
  return (clause.is === 'arm' || clause.is === 'else') && clause.gives.amount.is === 'points' ? clause.gives.amount.points : null;
}

export const isArm = (clause: Clause): clause is ClauseOf<'arm'> => clause.is === 'arm';
export const fixed = (points: Points, span: Criterion['span']): Criterion => ({ kind: 'fixed', points, span });
export { NO_POINTS };
