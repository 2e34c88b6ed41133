/** Names and stated values. */
import type { CriterionToken } from '../tokens';
import { kinds, MISMATCH, NAMES, VALUES, WORDY, type Cursor } from './cursor';
import type { Name, StatedValue } from './tree';

const AS: Readonly<Record<string, StatedValue['as']>> = {
  num: 'plain',
  pct: 'percent',
  qty: 'quantity',
  pts: 'points',
  'points-of-percent': 'pp',
};
/** Goes on a name only where words follow. */
const LINKING = kinds('qty', 'enum', 'max-points', 'dash', 'div');
const MEASURED = kinds('qty', 'max-points');

export function valueFrom(token: CriterionToken): StatedValue {
  return { value: token.value!, as: AS[token.kind]!, unit: token.unit ?? (token.kind === 'pts' ? '分' : '') };
}

export function nameFrom(parts: readonly CriterionToken[]): Name {
  const quantities = parts.filter((part) => part.kind === 'qty');
  const text = (tokens: readonly CriterionToken[]): string => tokens.map((part) => part.text).join('');
  return {
    text: text(parts),
    from: parts[0]!.from,
    to: parts[parts.length - 1]!.to,
    counted:
      quantities.length === 0 ? null : { value: valueFrom(quantities[0]!), rest: text(parts.filter((part) => part !== quantities[0])) },
  };
}

export function value(cursor: Cursor): StatedValue {
  return valueFrom(cursor.take(VALUES));
}

/** A quantity is part of a name where words follow: 「30日内签订」. */
export function name(cursor: Cursor): Name {
  const parts: CriterionToken[] = [];
  while (cursor.isKind(1, 'phrase') || goesOn(cursor)) parts.push(cursor.take(NAMES));
  if (parts.length === 0) throw MISMATCH;
  return nameFrom(parts);
}

/** A name before a quantity that is counted: 「出现|一例|不符合要求」. */
export function plainName(cursor: Cursor): Name {
  const parts = [cursor.take(WORDY)];
  while (cursor.is(1, WORDY)) parts.push(cursor.take(WORDY));
  return nameFrom(parts);
}

function goesOn(cursor: Cursor): boolean {
  return cursor.is(1, LINKING) && (cursor.isKind(2, 'phrase') || (cursor.is(2, MEASURED) && cursor.isKind(3, 'phrase')));
}
