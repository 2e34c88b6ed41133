/** Texts whose only clauses tell what happened: why points were taken off, what was given. They are no criteria. */
import type { Clause } from './clause';

/** 「…的，扣1分」 is a rule; 「未及时更新，扣1分」 may be a reason. */
const PAUSE = /(.),[^,]*$/;
const HAPPENED = /^(?:已|均已|全部已|全年|本年|经|实际|我|该项目|项目已|本单位)/;
const IDLE = new Set<Clause['is']>(['mark', 'definition', 'remark', 'requirement', 'standard', 'total', 'restated']);

function pausesBeforePoints(clause: Clause, text: string): boolean {
  if (clause.is !== 'once' || clause.tail.cap !== null || clause.tail.untilGone) return false;
  const before = PAUSE.exec(text.slice(...clause.place))?.[1];
  return before !== undefined && before !== '的' && before !== '者';
}

function isAlone(clause: Clause, text: string): boolean {
  if (clause.is === 'once') return pausesBeforePoints(clause, text);
  if (clause.is !== 'arm') return false;
  const { when, gives } = clause;
  const words = when.is === 'holds' || when.is === 'within' ? (when.of?.words ?? '') : '';
  return gives.worth || (when.is === 'within' && when.bare) || HAPPENED.test(words);
}

/** What was taken off or given, told once it happened. */
export function tellsOnly(clauses: readonly Clause[], text: string): boolean {
  const scoring = clauses.filter(({ is }) => !IDLE.has(is));
  if (scoring.length === 0) return true;
  if (scoring.every((clause) => pausesBeforePoints(clause, text))) return true;
  return scoring.length === 1 && isAlone(scoring[0]!, text);
}
