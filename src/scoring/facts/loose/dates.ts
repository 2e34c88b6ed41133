/** How late something was done, and which of the dates that a rule names it was done by: of a row whose target and 完成值 are dates, or spans of time. */
import { factKey, type FactRef } from '../../../criteria';
import { comparedPair, type IndicatorRow, type Quantity, type ScoreTable } from '../../../score-table';
import { Dec, normal } from '../../../workbook';
import occurrenceWords from '../../data/occurrence-words.json';
import { sameUnit } from '../amounts';
import { anyWord } from '../word-patterns';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder } from './finder';
import type { KnownFact } from '../known';

/** A day, comparable: months since year 0, and the day. */
interface Day {
  readonly months: number;
  readonly day: number;
  /** The last of its month. */
  readonly last: boolean;
}

const LATE = new RegExp(`${anyWord(occurrenceWords.late)}|超$`);
const DAYS: ReadonlySet<string> = new Set(['天', '日']);

export const looseDates: LooseFinder = (input) => {
  const { scoreTable, row } = input;
  const found = new Map<string, KnownFact>();
  const done = dayOf(row.actual?.value, row, scoreTable);
  for (const ref of input.refs) {
    if (ref.role !== 'named' || !isUnbound(input, ref)) continue;
    const value =
      ref.kind === 'count' && LATE.test(ref.name)
        ? lateBy(row, ref, scoreTable, done)
        : ref.kind === 'yes'
          ? byThen(ref, row, scoreTable, done)
          : undefined;
    if (value !== undefined) found.set(factKey(ref), looseFact(value, 'row', row.actual, row.target));
  }
  return found.size === 0 ? NOTHING_LOOSE : found;
};

/** Later than the target, in the rule's unit; 0 where it was in time. */
function lateBy(row: IndicatorRow, { unit }: FactRef, scoreTable: ScoreTable, done: Day | null): Dec | undefined {
  const due = dayOf(row.target?.value, row, scoreTable);
  if (due !== null && done !== null)
    return DAYS.has(unit) ? daysBetween(due, done) : unit === '月' || unit === '个月' ? monthsBetween(due, done) : undefined;
  const [target, actual] = [row.target?.value, row.actual?.value];
  if (target == null || actual == null || !sameUnit(target.unit.replace(/^个/, ''), unit)) return undefined;
  const pair = comparedPair(target, actual);
  return pair === null || target.comparator === '>=' || target.comparator === '>' ? undefined : Dec.max(pair.actual.minus(pair.target), 0);
}

const MONTHS = 12;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function lastOf(months: number): number {
  const month = months % MONTHS;
  return LENGTHS[month]! + (month === 1 && isLeap(Math.floor(months / MONTHS)) ? 1 : 0);
}

/** Days since the first of January of year 0. */
function dayNumber({ months, day }: Day): number {
  const year = Math.floor(months / MONTHS);
  const leaps = year === 0 ? 0 : Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400) + 1;
  let days = year * 365 + leaps + day;
  for (let month = year * MONTHS; month < months; month += 1) days += lastOf(month);
  return days;
}

const daysBetween = (due: Day, done: Day): Dec => new Dec(Math.max(0, dayNumber(done) - dayNumber(due)));

/** Whole months only: what a part of one counts, texts seldom say. */
function monthsBetween(due: Day, done: Day): Dec | undefined {
  if (dayNumber(done) <= dayNumber(due)) return new Dec(0);
  return due.day === done.day || (due.last && done.last) ? new Dec(done.months - due.months) : undefined;
}

function dayOf(value: Quantity | null | undefined, row: IndicatorRow, scoreTable: ScoreTable): Day | null {
  const date = value?.kind === 'date' ? value.date : null;
  if (date == null || date.month === null) return null;
  return dayAt(date.year ?? yearOf(row, scoreTable), date.month, date.day, /[底末]/.test(value!.text));
}

/** The year that a date without one is of. */
const yearOf = ({ target, actual }: IndicatorRow, scoreTable: ScoreTable): number =>
  target?.value?.date?.year ?? actual?.value?.date?.year ?? scoreTable.year?.value ?? 0;

function dayAt(year: number, month: number, day: number | null, toEnd: boolean): Day | null {
  const months = year * MONTHS + month - 1;
  const last = lastOf(months);
  if (day === null) return toEnd ? { months, day: last, last: true } : null;
  return { months, day, last: day === last };
}

const DATE = '(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})日|([底末]))?';
const DEED = '(?![^,;。]*[未不])[\\u4e00-\\u9fa5]{0,10}';
const BEFORE = new RegExp(`^${DATE}(?:之前|以前|前)${DEED}$`);
const BETWEEN = new RegExp(`^${DATE}(?:至|到|-|~|—)${DATE}(?:之间|期间)?${DEED}$`);
const AFTER = new RegExp(`^${DATE}(?:之后|以后|后)${DEED}$`);

/** 「12月10日前完成」, 「12月1日至12月15日完工」, 「12月31日后完工」; on the very day of a bound that says only 前 or 以后 nothing. */
function byThen({ name }: FactRef, row: IndicatorRow, scoreTable: ScoreTable, done: Day | null): boolean | undefined {
  if (done === null) return undefined;
  const text = normal(name);
  const year = yearOf(row, scoreTable);
  const place = (match: RegExpExecArray, at: number): number | null => {
    const day = dayAt(
      Number(match[at] ?? year),
      Number(match[at + 1]),
      match[at + 2] === undefined ? null : Number(match[at + 2]),
      match[at + 3] !== undefined,
    );
    return day === null ? null : dayNumber(done) - dayNumber(day);
  };
  const before = BEFORE.exec(text);
  if (before !== null) return sided(place(before, 1), (after) => after < 0, before[4] !== undefined);
  const between = BETWEEN.exec(text);
  if (between !== null) {
    const [from, to] = [place(between, 1), place(between, 5)];
    return from === null || to === null ? undefined : from >= 0 && to <= 0;
  }
  const after = AFTER.exec(text);
  return after === null ? undefined : sided(place(after, 1), (days) => days > 0, false);
}

function sided(days: number | null, holds: (days: number) => boolean, included: boolean): boolean | undefined {
  if (days === null || (days === 0 && !included)) return undefined;
  return days === 0 || holds(days);
}
