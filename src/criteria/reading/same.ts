/** Whether two rules mean the same, wherever in the text they stand. */
import type { Criterion } from '../types';

const withoutPlaces = (key: string, value: unknown): unknown => (key === 'span' ? undefined : value);

/** The rule as a text: equal exactly where two rules are, but for places. */
export const meaningOf = (criterion: Criterion): string => JSON.stringify(criterion, withoutPlaces);

export const sameMeaning = (one: Criterion, other: Criterion): boolean => meaningOf(one) === meaningOf(other);
