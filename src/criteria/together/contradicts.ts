/** 「节约率≥0得3分；节约率＜0，每超支1个百分点扣0.3分」 read as taking points above 0, where the text gives all of them. */
import type { Clause } from '../reading/clause';
import type { Criterion } from '../types';
import { eachRule } from '../walk';

interface Full {
  readonly side: 'above' | 'below';
  readonly from: string;
}

/** On which side of a figure full points are given; null where that is between two, or at one. */
function fullOf(clause: Clause): Full | null {
  if (clause.is !== 'arm' || clause.when.is !== 'within' || clause.gives.amount.is !== 'points') return null;
  const { from, to } = clause.when;
  const { points } = clause.gives.amount;
  if ('points' in points && points.points.isZero()) return null;
  if (from !== null && to === null) return { side: 'above', from: from.figure.value.toString() };
  return to !== null && from === null ? { side: 'below', from: to.figure.value.toString() } : null;
}

/** A rule that takes points where the clauses of its text give them. */
export function contradicts(rule: Criterion, clauses: readonly Clause[]): boolean {
  const fulls = clauses.map(fullOf).filter((one) => one !== null);
  const [full] = fulls;
  if (full === undefined || fulls.length > 1) return false;
  let found = false;
  eachRule(rule, (one) => {
    if (one.kind !== 'per-point' || one.effect !== 'deduct' || one.from.op !== 'number') return;
    if (one.side === full.side && one.from.value.toString() === full.from) found = true;
  });
  return found;
}
