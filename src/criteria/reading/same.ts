/** Whether two rules mean the same, wherever in the text they stand. */
import type { Criterion, FactRef } from '../types';

const withoutPlaces = (key: string, value: unknown): unknown => (key === 'span' ? undefined : value);

/** The rule as a text: equal exactly where two rules are, but for places. */
export const meaningOf = (criterion: Criterion): string => JSON.stringify(criterion, withoutPlaces);

export const sameMeaning = (one: Criterion, other: Criterion): boolean => meaningOf(one) === meaningOf(other);

/** The rule with its named facts numbered as they first come: what they are called does not matter. */
export function namelessMeaning(criterion: Criterion): string {
  const numbers = new Map<string, number>();
  return JSON.stringify(criterion, (key, value: unknown) => {
    if (key === 'span' || key === 'reading') return undefined;
    if (!isNamedFact(value)) return value;
    const name = `${value.kind} ${value.name} ${value.unit}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return { kind: value.kind, role: value.role, unit: value.unit, number };
  });
}

const isNamedFact = (value: unknown): value is FactRef =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'named' && 'name' in value;
