import type { Dec } from '../workbook';
import type { Interval } from './types';

export function contains(interval: Interval, value: Dec): boolean {
  return aboveFrom(interval, value) && belowTo(interval, value);
}

function aboveFrom({ from, fromIncluded }: Interval, value: Dec): boolean {
  return from === null || value.greaterThan(from) || (fromIncluded && value.equals(from));
}

function belowTo({ to, toIncluded }: Interval, value: Dec): boolean {
  return to === null || value.lessThan(to) || (toIncluded && value.equals(to));
}
