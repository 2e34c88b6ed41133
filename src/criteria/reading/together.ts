/** 「…扣1分，…扣1分，以上两项最多扣3分；…扣1分」: a bound of those before it alone. */
import type { Clause, ClauseOf } from './clause';

const isTaken = (clause: Clause): boolean => clause.is === 'once' || (clause.is === 'unit' && clause.effect === 'deduct');

/** How many clauses a bound is of, where more are taken than that; null where it is of all. */
function boundOf(clause: Clause, before: number, after: number): number | null {
  if (clause.is !== 'limit' || clause.ofLast === undefined || clause.most === null || clause.of === 'given') return null;
  return before >= clause.ofLast && (after > 0 || before > clause.ofLast) ? clause.ofLast : null;
}

/** The clauses with those that share a bound put together. */
export function takenTogether(clauses: readonly Clause[]): readonly Clause[] {
  const at = clauses.findIndex((clause, place) => {
    const taken = (some: readonly Clause[]): number => some.filter(isTaken).length;
    return boundOf(clause, taken(clauses.slice(0, place)), taken(clauses.slice(place + 1))) !== null;
  });
  if (at < 0) return clauses;
  const { ofLast, most, place } = clauses[at] as ClauseOf<'limit'>;
  const takes = clauses.slice(0, at).filter(isTaken).slice(-ofLast!);
  const one: Clause = { is: 'together', takes, most: most!, place: [takes[0]!.place[0], place[1]], pattern: 'together' };
  return [...clauses.slice(0, at).filter((clause) => !takes.includes(clause)), one, ...clauses.slice(at + 1)];
}
