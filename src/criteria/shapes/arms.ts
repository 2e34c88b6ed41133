/** Clauses as the arms of a table: what they give, and where. */
import type { Arm, Award } from '../former/arms';
import { isOpposite, NO_POINTS } from '../former/tables';
import type { AmountSaid, Clause, ClauseOf, Subject } from '../reading/clause';
import { conditionsOf, spanAt, subjectWords, type RuleSetting } from '../reading/subjects';
import { lessBy } from '../reading/unit-rule';
import type { Criterion, Points } from '../types';

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
    case 'formula':
      return null;
  }
}

export function armOf(setting: RuleSetting, clause: Clause): Arm | null {
  const span = spanAt(setting, clause.place);
  if (clause.is === 'once' || clause.is === 'else-take') {
    const { takes, tail } = clause;
    if (takes.upTo !== null || takes.each || tail.cap !== null || tail.floor !== null) return null;
    return { conditions: clause.is === 'once' ? conditionsOf(clause.when) : null, award: { criterion: lessBy(takes.amount, span) }, span };
  }
  if (clause.is !== 'arm' && clause.is !== 'else') return null;
  const award = awardOf(clause.gives.amount);
  return award === null || clause.gives.each ? null : { conditions: clause.is === 'arm' ? conditionsOf(clause.when) : null, award, span };
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
