/** Numbers as people type them: plain, as text, with a unit, full width, grouped, with 万 or %. */
import { type Addr, type CellValue, Dec, decOfNumber, isPlaceholder, normal, percentSign } from '../workbook';
import type { Oddity, Slot } from '../score-table';

const HUNDREDTH = new Dec('0.01');
const NO_ODDITY: readonly Oddity[] = [];

export interface ReadNumber {
  readonly value: Dec;
  /** Written with a percent sign (or 百分比); the value is as typed, not yet divided. */
  readonly percent: boolean;
  /** What followed the figure: 「266米」 → 米. */
  readonly unit: string;
  readonly odd: readonly Oddity[];
}

const NUMBER = /^([-+−﹣]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(.*)$/;
const STARTS_NUMBER = /^[-+−﹣.\d]/;
const FULL_WIDTH = /[０-９．，％]/;
const MAGNITUDES: readonly (readonly [string, string])[] = [
  ['万亿', '1e12'],
  ['亿', '1e8'],
  ['億', '1e8'],
  ['万', '1e4'],
  ['萬', '1e4'],
];

function oddities(raw: string, typedAsText: boolean): Oddity[] {
  const odd: Oddity[] = typedAsText ? ['text-number'] : [];
  if (FULL_WIDTH.test(raw)) odd.push('full-width');
  if (/\S\s+\S/.test(raw) || raw !== raw.trim()) odd.push('inner-space');
  return odd;
}

/**
 * A number typed as text, with whatever unit follows; null when the text does not start with one. `normalText` saves
 * normalising `raw` again.
 * 万 and 亿 are multiplied out and noted, unless `keepMagnitude` (a 万元 column, where 「150万」 is 150);
 * 万元 and 亿元 are units and stay.
 */
export function numberOfText(raw: string, keepMagnitude = false, normalText?: string): ReadNumber | null {
  let text = normalText ?? normal(raw);
  if (!STARTS_NUMBER.test(text)) return null;
  const slipped = /^\.\.?\d+\.\d+$/.test(text);
  if (slipped) text = text.replace(/^\.+/, '');
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const odd = oddities(raw, true);
  if (slipped) odd.push('ocr-suspect');
  const digits = match[2]!;
  if (digits.indexOf(',') >= 0) odd.push('grouping');
  let value = new Dec(digits.replace(/,/g, ''));
  if (match[1] !== '' && match[1] !== '+') value = value.neg();
  let unit = match[3]!;
  let percent = false;
  if (/^%|^百分比|^百分之/.test(unit)) {
    percent = true;
    if (unit[0] !== '%') odd.push('percent-word');
    unit = unit.replace(/^(?:%|百分比|百分之)/, '');
  }
  for (const [word, factor] of MAGNITUDES) {
    if (!unit.startsWith(word) || unit.startsWith('万元') || unit.startsWith('亿元')) continue;
    odd.push('magnitude');
    if (!keepMagnitude) value = value.times(factor);
    unit = unit.slice(word.length);
    break;
  }
  return { value, percent, unit, odd };
}

/** A slot put together. */
export function slot<T>(state: Slot<T>['state'], value: T | null, at: Addr, raw: CellValue, odd: readonly Oddity[] = NO_ODDITY): Slot<T> {
  return { state, value, at, raw, odd };
}

/** A row of dots may be long; words are not. */
const LONGEST_PLACEHOLDER = 24;

/** The state of a cell that is no number: blank, placeholder, error or text. */
export function emptySlot<T>(raw: CellValue, at: Addr, normalText?: string): Slot<T> | null {
  if (raw === null) return slot<T>('blank', null, at, raw);
  if (typeof raw === 'object') return slot<T>('error', null, at, raw);
  if (typeof raw === 'string') {
    const text = normalText ?? normal(raw);
    if (text === '') return slot<T>('blank', null, at, raw);
    if (text.length <= LONGEST_PLACEHOLDER && isPlaceholder(text)) return slot<T>('placeholder', null, at, raw);
  }
  return null;
}

/**
 * An amount in the unit of its column: 「150万」 in a 万元 column is 150 and odd; in a 元 column it is 1,500,000.
 * 「150万元」 in a 万元 column is simply 150.
 */
export function moneySlot(raw: CellValue, at: Addr, unit: '元' | '万元' | null): Slot<Dec> {
  if (typeof raw === 'number') return slot('value', decOfNumber(raw), at, raw);
  const empty = emptySlot<Dec>(raw, at);
  if (empty !== null) return empty;
  if (typeof raw !== 'string') return slot<Dec>('text', null, at, raw);
  const read = numberOfText(raw, unit === '万元');
  if (read === null || read.percent) return slot<Dec>('text', null, at, raw);
  if (read.unit === '' || read.unit === '元' || read.unit === '万元') {
    const factor =
      unit === '万元' && read.unit === '元' && !read.odd.includes('magnitude')
        ? '0.0001'
        : unit === '元' && read.unit === '万元'
          ? '10000'
          : '1';
    return slot('value', read.value.times(factor), at, raw, read.unit === '' ? read.odd : [...read.odd, 'unit-suffix']);
  }
  return slot<Dec>('text', null, at, raw);
}

/**
 * A rate as a fraction. 「100%」, 1 shown as 100%, 100 shown as 100% by a quoted sign, and 100 under a header with % are all 1; a bare figure above 1.5
 * is taken as percent points, one at or below 1.5 as a fraction, unless the header says percent points.
 */
export function rateSlot(raw: CellValue, at: Addr, format: string, headerPercent: boolean): Slot<Dec> {
  if (typeof raw === 'number') {
    const value = decOfNumber(raw);
    const sign = percentSign(format, raw);
    if (sign !== null) return slot('value', sign === 'scales' ? value : value.times(HUNDREDTH), at, raw);
    return slot('value', value.abs().gt(1.5) || (headerPercent && value.abs().gt(1)) ? value.times(HUNDREDTH) : value, at, raw);
  }
  const empty = emptySlot<Dec>(raw, at);
  if (empty !== null) return empty;
  if (typeof raw !== 'string') return slot<Dec>('text', null, at, raw);
  const read = numberOfText(raw);
  if (read === null || read.unit !== '') return slot<Dec>('text', null, at, raw);
  const points = read.percent || read.value.abs().gt(1.5) || (headerPercent && read.value.abs().gt(1));
  return slot(
    'value',
    points ? read.value.times(HUNDREDTH) : read.value,
    at,
    raw,
    read.percent ? read.odd.filter((what) => what !== 'text-number') : read.odd,
  );
}

/** Words; numbers are kept as they would be typed. */
export function textSlot(raw: CellValue, at: Addr, normalText?: string): Slot<string> {
  const empty = emptySlot<string>(raw, at, normalText);
  if (empty !== null) return empty;
  return slot('value', typeof raw === 'string' ? raw.trim() : String(raw), at, raw);
}
