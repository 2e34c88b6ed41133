/** When values hold. A date is a year or a day as written; text order is time order once both ends are filled up. */
import type { Dated, History, When } from './types';

const YEAR = /^(?:19|20)\d\d$/;
const DAY = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** 「2024」 「2024-7-1」 「2024年7月1日」 → «2024», «2024-07-01»; null for what is no date. */
export function whenOf(text: string): When | null {
  const plain = text
    .trim()
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
    .replace(/-$/, '');
  if (YEAR.test(plain)) return plain;
  const parts = plain.split('-').map((part) => (part.length === 1 ? `0${part}` : part));
  const day = parts.length === 2 ? `${parts.join('-')}-01` : parts.join('-');
  if (!DAY.test(day)) return null;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return date <= longest ? day : null;
}

const first = (when: When | null): string => (when === null ? '0000' : when.length === 4 ? `${when}-01-01` : when);
const last = (when: When | null): string => (when === null ? '9999' : when.length === 4 ? `${when}-12-31` : when);

export function reversed(from: When | null, until: When | null): boolean {
  return from !== null && until !== null && first(from) > last(until);
}

interface Period {
  readonly from: When | null;
  readonly until: When | null;
}

export function overlap(a: Period, b: Period): boolean {
  return first(a.from) <= last(b.until) && first(b.from) <= last(a.until);
}

/** Does it hold at any time of the year? null: the year is not known, then what holds to this day does. */
export function holdsIn(period: Period, year: number | null): boolean {
  if (year === null) return period.until === null;
  return first(period.from) <= `${year}-12-31` && last(period.until) >= `${year}-01-01`;
}

/** The value of a year: the latest that holds in it; null where none does. */
export function valueIn<T>(history: History<T>, year: number | null): Dated<T> | null {
  for (let index = history.length - 1; index >= 0; index -= 1) if (holdsIn(history[index]!, year)) return history[index]!;
  // Without a year in the sheet the last value known is the best there is.
  return year === null ? (history.at(-1) ?? null) : null;
}

export function byStart(a: Period, b: Period): number {
  return first(a.from) < first(b.from) ? -1 : first(a.from) > first(b.from) ? 1 : 0;
}
