/** The tree of a whole statement; null where the grammar has no such statement. */
import type { CriterionToken } from '../tokens';
import { Cursor, MISMATCH } from './cursor';

export function parsed<T>(tokens: readonly CriterionToken[], rule: (cursor: Cursor) => T): T | null {
  const cursor = new Cursor(tokens);
  try {
    const tree = rule(cursor);
    return cursor.isAtEnd ? tree : null;
  } catch (error) {
    if (error === MISMATCH) return null;
    throw error;
  }
}
