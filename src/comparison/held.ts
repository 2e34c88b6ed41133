/** What stands in a cell, in a shape in which two workbooks can be held against each other. */
import type { Found, MoneyUnit, Quantity, Slot } from '../score-table';
import { halfUnit } from '../score-table';
import { numberText } from '../words';
import { type Addr, Dec, halfUp, normal } from '../workbook';
import type { ComparisonKind, Held, HeldPlace } from './types';

const HUNDRED = new Dec(100);
const TEN_THOUSAND = new Dec(10_000);

const percentText = (value: Dec): string => `${numberText(halfUp(value.times(HUNDRED), 4))}%`;

function textHeld(text: string, at: Addr): Held | null {
  const shown = text.replace(/\s+/g, ' ').trim();
  return shown === '' ? null : { at, shown, is: normal(text) };
}

/** `factor`: what one of its units is of the base unit. */
function figureHeld(value: Dec, shown: string, at: Addr, factor: Dec): Held {
  return { at, shown, is: value.times(factor), half: halfUnit(value.decimalPlaces()).times(factor) };
}

const ONE = new Dec(1);

/** Words where a figure was due; an error; nothing. A placeholder says that there is nothing. */
function otherHeld(slot: Slot<unknown>): Held | null {
  if (slot.state === 'blank' || slot.state === 'placeholder') return null;
  if (slot.state === 'picture') return { at: slot.at, shown: '图片', is: '图片' };
  const { raw } = slot;
  if (raw === null) return null;
  return textHeld(typeof raw === 'object' ? raw.error : String(raw), slot.at);
}

export function pointsPlace(slot: Slot<Dec>): HeldPlace {
  return { at: slot.at, held: slot.value === null ? otherHeld(slot) : figureHeld(slot.value, numberText(slot.value), slot.at, ONE) };
}

/** A fraction, shown as a percentage. */
export function ratePlace(slot: Slot<Dec>): HeldPlace {
  return { at: slot.at, held: slot.value === null ? otherHeld(slot) : figureHeld(slot.value, percentText(slot.value), slot.at, ONE) };
}

/** An amount in 元 or 万元; where no unit is known, as it stands. */
export function moneyPlace(slot: Slot<Dec>, unit: MoneyUnit | null | undefined): HeldPlace {
  if (slot.value === null) return { at: slot.at, held: otherHeld(slot) };
  const known = unit === '元' || unit === '万元';
  const shown = `${numberText(slot.value)}${known ? unit : ''}`;
  return { at: slot.at, held: figureHeld(slot.value, shown, slot.at, unit === '万元' ? TEN_THOUSAND : ONE) };
}

export function textPlace(slot: Slot<string>): HeldPlace {
  return { at: slot.at, held: slot.value === null ? otherHeld(slot) : textHeld(slot.value, slot.at) };
}

export function foundPlace({ value, at }: Found<string>): HeldPlace {
  return { at, held: textHeld(value, at) };
}

/** Its text, with what it means: 「95%」 and 0.95 formatted as a percentage are one target. */
export function quantityPlace(slot: Slot<Quantity>): HeldPlace {
  const { value, at } = slot;
  if (value === null) return { at, held: otherHeld(slot) };
  const text = value.text === '' ? String(slot.raw ?? '') : value.text;
  if (value.kind !== 'number' || value.number === null) return { at, held: textHeld(text, at) };
  const shown = value.percent && !/[%％]/.test(text) ? percentText(value.number) : text;
  const is = `${value.comparator ?? ''}${value.number.toFixed()}${value.percent ? '%' : ''} ${normal(value.unit)}`;
  return { at, held: { at, shown, is } };
}

const END_MARKS = /[。；;.、，,]+$/;

/** Whether two places hold the same. What was made public may be rounded, and its blanks, width and last full stop do not count. */
export function isSame(before: Held | null, after: Held | null, as: ComparisonKind): boolean {
  if (before === null || after === null) return before === after;
  if (before.is instanceof Dec && after.is instanceof Dec) {
    const difference = before.is.minus(after.is).abs();
    if (difference.isZero()) return true;
    // Rounding is a change where a sheet is handed in again, and none where it is made public.
    return as === 'published' && difference.lte(Dec.max(before.half ?? 0, after.half ?? 0));
  }
  const [left, right] = [before, after].map(({ is }) => (is instanceof Dec ? is.toFixed() : is)) as [string, string];
  return left === right || (as === 'published' && left.replace(END_MARKS, '') === right.replace(END_MARKS, ''));
}
