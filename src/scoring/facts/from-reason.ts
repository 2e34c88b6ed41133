/** Rates, amounts and counts stated in the row's explanation: 「控制率103%」 「发现2项」 「迟报3天」. Two that differ are none. */
import type { FactRef } from '../../criteria';
import { Dec, normal, wordsPattern } from '../../workbook';
import { endsInDenial, type Slot } from '../../score-table';
import { sameUnit, yuanPer } from './amounts';
import type { KnownFact } from './known';
import { labelOf } from './labels';
import { type Counting, occurrencesIn } from './occurrences';
import { escaped } from './word-patterns';
import words from '../data/reason-figures.json';

type TextSlot = Pick<Slot<unknown>, 'raw' | 'at' | 'state'>;

const QUOTES = /["'“”‘’「」『』《》]/g;
/** Between a name and its figure: nothing that makes another measure of it, or a target. */
const BETWEEN = `(?:${wordsPattern(words.between)}|\\([^()]{0,12}\\)|[:=,])*`;
/** 「=46÷50=92%」: what comes out last counts. */
const WORKED = '(?:[-\\d.,+*×xX/÷()%万元]+=)*';
const FIGURE = '(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)';
const UNIT = `(${wordsPattern(words.units)})?`;
/** A shorter name counts only where nothing stands before it that could belong to it. */
const FREE = new RegExp(`(?:${wordsPattern(words.free)}|^|[^一-龥])$`);
const SHORTEST = 3;
/** What was aimed at, not what came about. */
const AIMED = /(?:目标|预期|要求|应达)(?:的|值|为)?$/;
const ANOTHER_YEAR = /(?:上年|去年|上一年|以前年度|往年)度?[^,;。]{0,8}$/;

/** The reason's text as it is searched; '' where there is none. */
export function reasonText(slot: TextSlot | undefined): string {
  return slot === undefined || slot.state === 'blank' || slot.state === 'error' || typeof slot.raw !== 'string'
    ? ''
    : normal(slot.raw).replace(QUOTES, '');
}

/** A rate, an amount or a count by one of its names, or a count by its unit; undefined where the text does not say, or says two things. */
export function fromReason(slot: TextSlot | undefined, ref: FactRef, names: readonly string[], counting: Counting): KnownFact | undefined {
  const text = reasonText(slot);
  if (text === '' || slot === undefined) return undefined;
  const value =
    ref.kind === 'count'
      ? counted(text, ref, names, counting)
      : ref.kind === 'rate' || ref.kind === 'number'
        ? named(text, ref, names)
        : undefined;
  if (value === undefined) return undefined;
  return { value: value.value, from: 'reason', cells: [slot.at], money: value.money, ...(value.weak === true ? { weak: true } : {}) };
}

function counted(text: string, ref: FactRef, names: readonly string[], counting: Counting): Stated | undefined {
  const value = occurrencesIn(text, ref, counting);
  if (value === null) return undefined;
  if (value === undefined) return named(text, ref, names);
  return { value: value.times, money: '', ...(value.weak ? { weak: true } : {}) };
}

interface Stated {
  readonly value: Dec;
  readonly money: KnownFact['money'];
  readonly weak?: true;
}

function agreed(found: readonly Stated[]): Stated | undefined {
  const [first] = found;
  return first !== undefined && found.every((one) => one.value.eq(first.value) && one.money === first.money) ? first : undefined;
}

function named(text: string, ref: FactRef, names: readonly string[]): Stated | undefined {
  for (const name of names) {
    const full = name.replace(QUOTES, '');
    const { words, period } = labelOf(full);
    if (period !== 'this' || words.length < 2) continue;
    // 「已完成项数3项，项数4项」: where the name stands alone, what it ends another name with does not count.
    for (const free of [true, false]) {
      const whole = [...new Set([full, words])].flatMap((form) => statedAfter(text, form, ref, free));
      if (whole.length > 0) return agreed(whole);
    }
    for (let from = 1; full.length - from >= SHORTEST; from += 1) {
      if (endsInDenial(full.slice(0, from))) continue;
      const part = statedAfter(text, full.slice(from), ref, true);
      if (part.length > 0) return agreed(part);
    }
  }
  return undefined;
}

/** 「20%以内」 「约5%左右」: a bound, not the figure. */
const BOUND = new RegExp(`^${wordsPattern(words.bound)}`);

function statedAfter(text: string, name: string, ref: FactRef, free: boolean): Stated[] {
  // Most names stand nowhere in the text, and no pattern need be made to see that.
  if (!text.includes(name)) return [];
  const found: Stated[] = [];
  const pattern = new RegExp(`${escaped(name)}(?:总额|金额|数|额)?${BETWEEN}${WORKED}${FIGURE}${UNIT}`, 'g');
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    if (
      endsInDenial(before) ||
      (free && !FREE.test(before)) ||
      ANOTHER_YEAR.test(before) ||
      AIMED.test(before) ||
      BOUND.test(text.slice(match.index + match[0].length))
    )
      continue;
    const stated = asked(new Dec(match[1]!.replace(/,/g, '')), match[2] ?? '', ref);
    if (stated !== undefined) found.push(stated);
  }
  return found;
}

/** The figure as the fact is asked for: a rate needs its %, an amount its unit. */
function asked(value: Dec, unit: string, ref: FactRef): Stated | undefined {
  if (ref.kind === 'rate') return unit === '%' ? { value: value.div(100), money: '' } : undefined;
  if (unit === '%') return undefined;
  if (ref.kind === 'count')
    return value.isInteger() && !value.isNegative() && (unit === '' || ref.unit === '' || sameUnit(unit, ref.unit))
      ? { value, money: '' }
      : undefined;
  const [own, due] = [yuanPer(unit), yuanPer(ref.unit)];
  if (own !== null) return { value: value.times(own).div(due ?? 1), money: '元' };
  if (due !== null) return undefined;
  if (unit !== '' && ref.unit !== '' && !sameUnit(unit, ref.unit)) return undefined;
  return { value, money: unit === '' ? null : '' };
}
