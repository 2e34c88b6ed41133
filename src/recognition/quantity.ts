/** Targets and actual values: 「≥95%」 「266米」 「9月前」 「1亿」 「达成预期指标」. */
import { type Addr, type CellValue, Dec, decOfNumber, normal, oncePerKey, percentSign, wordsPattern } from '../workbook';
import { dateOfSerial, dateOfText, isDateFormat } from './dates';
import { emptySlot, numberOfText } from './numbers';
import type { Comparator, Oddity, Quantity, Slot } from '../score-table';
import words from './data/quantity-words.json';

const HUNDREDTH = new Dec('0.01');
const CODE = /^0{0,2}\d{1,3}(?=[<>=≥≤])/;
const SIGNS: readonly (readonly [RegExp, Comparator])[] = [
  [new RegExp(`^${wordsPattern(words.atLeast)}`), '>='],
  [new RegExp(`^(?:${wordsPattern(words.atMost)}|控制在(?=\\d))`), '<='],
  [/^(?:>|大于|超过|高于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];

/** 「95%以上」: the sign behind the figure. */
const BOUND_BEHIND = new RegExp(`^(.*\\d%?[^\\d以及]{0,4}?)(${wordsPattern(words.behind)})$`);

/** 「24小时内」, 「3个月内」: how long it may take. 「6月内」 is when, and 「2024年内」 too. */
const TIME_WITHIN = new RegExp(`^((?:.*[^\\d.])?(?:\\d{1,4}(?:\\.\\d+)?${wordsPattern(words.timeUnits)}|\\d{1,2}年))内$`);

/** Every wording of a comparison has one of these. */
const MAY_COMPARE = /[<>=≥≤大小不至达控超高低少多等以之内]/;

/** The comparison sign a text begins with, and what follows. 「004 >=」 is a code of the exporting system. */
export function takeComparator(normalText: string): { readonly sign: Comparator | null; readonly rest: string; readonly code: boolean } {
  const code = CODE.exec(normalText);
  const text = code === null ? normalText : normalText.slice(code[0].length);
  if (!MAY_COMPARE.test(text)) return { sign: null, rest: text, code: code !== null };
  for (const [pattern, sign] of SIGNS) {
    const match = pattern.exec(text);
    if (match !== null) return { sign, rest: text.slice(match[0].length), code: code !== null };
  }
  const after = BOUND_BEHIND.exec(text);
  if (after !== null) return { sign: /上$/.test(after[2]!) ? '>=' : '<=', rest: after[1]!, code: code !== null };
  const within = TIME_WITHIN.exec(text);
  if (within !== null) return { sign: '<=', rest: within[1]!, code: code !== null };
  return { sign: null, rest: text, code: code !== null };
}

/** A 指标性质 cell: ≥, <=, 「004 >=」; null for 定性, 定量 and the like. */
export function comparatorOfSymbol(normalText: string): Comparator | null {
  const { sign, rest } = takeComparator(normalText);
  return rest === '' ? sign : null;
}

export interface QuantityContext {
  readonly format: string;
  /** Comparison sign of the row's 指标性质 cell. */
  readonly symbol: Comparator | null;
  /** Text of the row's unit cell, normalised. */
  readonly unit: string;
  readonly headerPercent: boolean;
  readonly date1904: boolean;
}

const BASE: Quantity = {
  kind: 'words',
  number: null,
  upper: null,
  percent: false,
  comparator: null,
  comparatorFrom: null,
  unit: '',
  date: null,
  text: '',
};

const MONTH = new RegExp(
  `^(?:于|在)?(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(?:(\\d{1,2})日|${wordsPattern(words.partOfMonth)})?(?:之?前|以前)?(?:内)?(?:完成|竣工|验收|到位)?[^\\d]{0,4}$`,
);

/** 「9月前」 「2021年12月完成」 「12月底前」 「2023年」: the parts that are written; null when it is no date. */
function dateParts(text: string): Quantity['date'] {
  if (!/[年月日]|\d[-./]\d{1,2}[-./]\d/.test(text)) return null;
  const before = /前$|前完成$|以前|之前|底前/.test(text);
  const full = dateOfText(text);
  if (full !== null) return text.length <= 22 ? { ...full, before } : null;
  const match = MONTH.exec(text);
  if (match === null) return null;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  return { year: match[1] === undefined ? null : Number(match[1]), month, day: match[3] === undefined ? null : Number(match[3]), before };
}

function isPercentUnit(unit: string): boolean {
  return /^(?:%|百分比|百分点|％)/.test(unit);
}

/** A bare figure in a percent context: 100 → 1; 1 or 0.95 stay, since nobody aims at one percent of anything but rates below. */
function percentOf(value: Dec, typedFraction: boolean): Dec {
  return typedFraction && value.abs().lte(1) && !value.isInteger() ? value : value.times(HUNDREDTH);
}

function ofNumber(raw: number, context: QuantityContext): Quantity {
  const value = decOfNumber(raw);
  const comparatorFrom = context.symbol === null ? null : 'column';
  const common = { ...BASE, comparator: context.symbol, comparatorFrom, text: value.toFixed() } as const;
  const sign = percentSign(context.format, raw);
  if (sign === 'written')
    return { ...common, kind: 'number', number: value.times(HUNDREDTH), percent: true, unit: '%', text: `${value.toFixed()}%` };
  if (sign === 'scales') return { ...common, kind: 'number', number: value, percent: true, text: `${value.times(100).toFixed()}%` };
  if (isDateFormat(context.format)) {
    const date = dateOfSerial(raw, context.date1904);
    if (date !== null)
      return { ...common, kind: 'date', date: { ...date, before: false }, text: `${date.year}年${date.month}月${date.day}日` };
  }
  if (isPercentUnit(context.unit) || (context.headerPercent && context.unit === '')) {
    return { ...common, kind: 'number', number: percentOf(value, true), percent: true, unit: '%' };
  }
  return { ...common, kind: 'number', number: value, unit: context.unit };
}

/** 「80-100座」, 「90%至95%」; null where the second is below the first. `percent`: what a bare figure is. */
function rangeOf(text: string, percent: boolean): Pick<Quantity, 'kind' | 'number' | 'upper' | 'percent' | 'unit'> | null {
  if (!/[-—–~至到]/.test(text)) return null;
  const match = /^(\d+(?:\.\d+)?)(%?)[^\d]{0,3}?[-—–~至到](\d+(?:\.\d+)?)(%?)([^\d]{0,6})$/.exec(text);
  if (match === null) return null;
  const isPercent = match[4] === '%' || percent;
  const [from, to] = [new Dec(match[1]!), new Dec(match[3]!)];
  if (to.lt(from)) return null;
  return {
    kind: 'range',
    number: isPercent ? from.div(100) : from,
    upper: isPercent ? to.div(100) : to,
    percent: isPercent,
    unit: match[5]!,
  };
}

/** 「≥30年」 is how long something lasts; 「2030年」 is when. */
function isSpanOfYears(unit: string, value: Dec): boolean {
  return unit === '年' && value.lt(100);
}

function readText(text: string, context: Pick<QuantityContext, 'symbol' | 'unit' | 'headerPercent'>, odd: Oddity[]): Quantity {
  const taken = takeComparator(text);
  if (taken.code) odd.push('export-code');
  const comparator = taken.sign ?? context.symbol;
  const comparatorFrom = taken.sign !== null ? 'text' : context.symbol !== null ? 'column' : null;
  const common = { ...BASE, comparator, comparatorFrom, text } as const;
  const date = dateParts(taken.rest);
  if (date !== null) return { ...common, kind: 'date', date };
  const range = taken.sign === null ? rangeOf(taken.rest, isPercentUnit(context.unit)) : null;
  if (range !== null) return { ...common, ...range };
  const read = numberOfText(taken.rest, false, taken.rest);
  if (read === null || /\d/.test(read.unit) || read.unit.length > 6) return common;
  if ((/^[年月日]/.test(read.unit) && !isSpanOfYears(read.unit, read.value)) || /[、,;]/.test(read.unit)) return common;
  for (const what of read.odd) if (what !== 'text-number') odd.push(what);
  if (read.odd.length > 0 && taken.sign === null && read.unit === '' && !read.percent && !odd.includes('text-number'))
    odd.push('text-number');
  const unitPercent = read.unit === '' && (isPercentUnit(context.unit) || (context.headerPercent && context.unit === ''));
  const percent = read.percent || unitPercent;
  const number = read.percent ? read.value.times(HUNDREDTH) : unitPercent ? percentOf(read.value, true) : read.value;
  return { ...common, kind: 'number', number, percent, unit: percent ? '%' : read.unit === '' ? context.unit : read.unit };
}

/** By text, sign, unit and header: the same wording stands in many rows. */
const ofText = oncePerKey((key: string): { readonly value: Quantity; readonly odd: readonly Oddity[] } => {
  // None of the parts can hold a line break: all are normalised.
  const [symbol, headerPercent, unit, text] = key.split('\n') as [Comparator | '', string, string, string];
  const odd: Oddity[] = [];
  return { value: readText(text, { symbol: symbol === '' ? null : symbol, unit, headerPercent: headerPercent !== '' }, odd), odd };
});

/** Reads a target or an actual value. */
export function quantitySlot(raw: CellValue, at: Addr, context: QuantityContext, normalText?: string): Slot<Quantity> {
  const empty = emptySlot<Quantity>(raw, at, normalText);
  if (empty !== null) return empty;
  if (typeof raw === 'number') return { state: 'value', value: ofNumber(raw, context), at, raw, odd: [] };
  const { value, odd } = ofText(
    `${context.symbol ?? ''}\n${context.headerPercent ? '%' : ''}\n${context.unit}\n${normalText ?? normal(String(raw))}`,
  );
  return { state: 'value', value, at, raw, odd };
}
