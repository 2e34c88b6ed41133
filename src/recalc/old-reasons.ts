import { explanation, saysDone, saysNothing } from '../score-table';
import { type Addr, addrKey } from '../workbook';
import type { RecalcTable } from './types';

/** A reason that was there before the score it stands beside was filled in. */
export interface OldReason {
  readonly name: string;
  readonly at: Addr;
}

/** Reasons beside scores that 运算 filled in or changed: they were written for another score, if any, and may no longer fit. */
export function oldReasons({ changes, after: { scoreTable } }: Pick<RecalcTable, 'changes' | 'after'>): readonly OldReason[] {
  const written = new Set(changes.filter(({ part, how }) => part === 'score' && how !== 'form').map(({ edit }) => addrKey(edit.at)));
  if (written.size === 0) return [];
  return scoreTable.rows.flatMap(({ name, scores, reason }): OldReason[] => {
    if (reason === undefined || !scores.some((slot) => slot !== null && written.has(addrKey(slot.at)))) return [];
    const text = explanation(reason);
    return text === '' || saysNothing(text) || saysDone(text) ? [] : [{ name: name.value, at: reason.at }];
  });
}
