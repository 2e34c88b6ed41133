/** Sentences of a standard that the language of criteria does not read whole. */
import { parseCriterion } from '../criteria';
import type { Standard, StandardRow } from './types';

export interface UnreadRule {
  readonly name: string;
  readonly text: string;
  readonly understood: 'part' | 'none';
}

export function unreadRules(standard: Standard): readonly UnreadRule[] {
  const found: UnreadRule[] = [];
  const visit = (row: StandardRow): void => {
    for (const { value } of row.rule) {
      const { understood } = parseCriterion(value);
      if (understood !== 'whole') found.push({ name: row.name, text: value, understood });
    }
    row.children.forEach(visit);
  };
  standard.rows.forEach(visit);
  return found;
}
