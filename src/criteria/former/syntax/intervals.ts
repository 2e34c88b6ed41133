/** From where to where: 「≥90%」 「80%(含)-90%」 「90%以上」 「一项」. */
import { Dec } from '../../../workbook';
import { kinds, SIGNS, type Cursor } from './cursor';
import { value } from './names';
import type { Between, Bound, Sign } from './tree';

const HUNDRED = new Dec(100);
const ENDINGS = kinds('incl', 'excl');
const SIDES = kinds('above', 'within', 'below');

export function half(sign: Sign, bound: Bound): Between {
  const end = bound.end === 'loose' ? (sign === '>' || sign === '<' ? 'out' : 'in') : bound.end;
  const at = { ...bound, end } as const;
  if (sign === '=') return { from: at, to: at, bare: false };
  return sign === '>=' || sign === '>' ? { from: at, to: null, bare: false } : { from: null, to: at, bare: false };
}

export function meet(one: Between, two: Between | null): Between {
  return two === null ? one : { from: one.from ?? two.from, to: one.to ?? two.to, bare: false };
}

export function sign(cursor: Cursor): Sign {
  const { kind, text } = cursor.take(SIGNS);
  if (kind === 'cmp') return text as Sign;
  return kind === 'over' ? '>' : '<';
}

/** ≥90% · 超过90%(含) · 达到90%以上 · 达到80%-90% */
export function signed(cursor: Cursor): Between {
  const own = sign(cursor);
  const first = bound(cursor);
  if (cursor.skip('dash')) return upTo(cursor, first);
  if (!cursor.is(1, SIDES)) return half(own, first);
  cursor.take(SIDES);
  return half(own, { ...first, end: ending(cursor) ?? first.end });
}

/** 80%(含)-90% · 90%以上 · 一项 */
export function unsigned(cursor: Cursor): Between {
  const first = bound(cursor);
  if (cursor.skip('dash')) return upTo(cursor, first);
  if (!cursor.is(1, SIDES)) return { from: { ...first, end: 'in' }, to: { ...first, end: 'in' }, bare: true };
  const { kind } = cursor.take(SIDES);
  const end = ending(cursor) ?? first.end;
  const near = { ...first, end: end === 'loose' && kind !== 'below' ? 'in' : end } as const;
  return kind === 'above' ? { from: near, to: null, bare: false } : { from: null, to: near, bare: false };
}

function bound(cursor: Cursor): Bound {
  const stated = value(cursor);
  return { value: stated, end: ending(cursor) ?? 'loose' };
}

function ending(cursor: Cursor): 'in' | 'out' | null {
  if (!cursor.is(1, ENDINGS)) return null;
  return cursor.take(ENDINGS).kind === 'incl' ? 'in' : 'out';
}

function upTo(cursor: Cursor, first: Bound): Between {
  const second = bound(cursor);
  cursor.skip('between');
  return ordered(first, second);
}

function ordered(first: Bound, second: Bound): Between {
  const one = inUnitOf(first, second);
  const two = inUnitOf(second, first);
  return one.value.value.gt(two.value.value) ? { from: two, to: one, bare: false } : { from: one, to: two, bare: false };
}

/** 「10-20%」: the first figure is in the unit of the second. */
function inUnitOf(one: Bound, other: Bound): Bound {
  const { value: figure, as } = one.value;
  if (as !== 'plain' || other.value.as === 'plain') return one;
  const scaled = other.value.as === 'percent' ? figure.div(HUNDRED) : figure;
  return { ...one, value: { ...other.value, value: scaled } };
}
