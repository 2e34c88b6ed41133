/** What must hold: 率≥90% · ≥90%且<95% · 结余超过上年结转 · 已制定办法 · 80%≤率<90%. */
import { JOINS, kinds, MISMATCH, NAMES, SIGNS, VALUES, type Cursor } from './cursor';
import { half, meet, sign, signed, unsigned } from './intervals';
import { name, value, plainName } from './names';
import type { Between, Conditions, Sign, Term } from './tree';

const FLIPPED: Readonly<Record<Sign, Sign>> = { '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=' };
/** Figures that may stand before a sign, or behind one that goes on a pair. */
const FIGURES = kinds('num', 'pct', 'qty', 'pts');
const LINKS = kinds('comma', 'and', 'enum');
const TERMS = new Set([...SIGNS, ...VALUES, ...NAMES]);
const JOINED = kinds('phrase', 'num', 'pct', 'qty', 'cmp', 'over', 'under');
const STRONG = kinds('and', 'or');
const WEAK = kinds('comma', 'colon', 'enum');
const COMPARED = kinds('phrase', 'max-points');
const AFTER_POINTS = kinds('above', 'below', 'within', 'dash', 'incl', 'excl', 'award', 'deduct', 'full', 'no-score', 'cmp');

/** Conditions may begin here. */
export function conditionsNext(cursor: Cursor): boolean {
  return cursor.is(1, TERMS);
}

/** Points that are not measured but given: nothing comparing follows. */
export function isWorth(cursor: Cursor): boolean {
  return cursor.isKind(1, 'pts') && !cursor.is(2, AFTER_POINTS);
}

export function conditions(cursor: Cursor): Conditions {
  const terms: Term[] = [term(cursor)];
  const joins: Conditions['joins'][number][] = [];
  while (cursor.is(1, STRONG) || (cursor.is(1, WEAK) && cursor.is(2, JOINED))) {
    const { kind } = cursor.take(JOINS);
    joins.push(kind === 'and' || kind === 'or' ? kind : 'comma');
    terms.push(term(cursor));
  }
  return { terms, joins };
}

function term(cursor: Cursor): Term {
  if (cursor.is(1, FIGURES) && cursor.isKind(2, 'cmp')) return framed(cursor);
  if (cursor.is(1, SIGNS)) return bySign(cursor);
  if (cursor.is(1, VALUES) && !(cursor.isKind(1, 'qty') && cursor.isKind(2, 'phrase'))) return byValue(cursor);
  return byName(cursor);
}

/** 80%≤率<90% */
function framed(cursor: Cursor): Term {
  const low = value(cursor);
  const first = sign(cursor);
  const own = cursor.is(1, NAMES) ? name(cursor) : null;
  const upper = cursor.is(1, SIGNS) ? signed(cursor) : null;
  return { name: own, between: meet(half(FLIPPED[first], { value: low, end: 'loose' }), upper), against: null };
}

/** ≥90% · 超过上年结转 */
function bySign(cursor: Cursor): Term {
  if (cursor.is(2, VALUES)) return { name: null, between: pair(cursor), against: null };
  if (!comparesNames(cursor)) throw MISMATCH;
  return { name: null, between: null, against: against(cursor) };
}

/** 90%以上 · 「100%公开」 「2个及以上基地不符合」 */
function byValue(cursor: Cursor): Term {
  const between = unsigned(cursor);
  return { name: cursor.isKind(1, 'phrase') ? plainName(cursor) : null, between, against: null };
}

/** 已制定办法 · 率≥90% · 缺一项 · 结余超过上年结转 */
function byName(cursor: Cursor): Term {
  const own = name(cursor);
  if (isWorth(cursor)) return { name: own, between: null, against: null };
  if (cursor.is(1, VALUES)) return { name: own, between: unsigned(cursor), against: null };
  return cursor.is(1, SIGNS) ? { ...bySign(cursor), name: own } : { name: own, between: null, against: null };
}

function against(cursor: Cursor): NonNullable<Term['against']> {
  const own = sign(cursor);
  return { sign: own, name: name(cursor) };
}

function comparesNames(cursor: Cursor): boolean {
  return cursor.is(2, COMPARED);
}

/** ≥80%,<90% */
function pair(cursor: Cursor): Between {
  const one = signed(cursor);
  const at = cursor.is(1, LINKS) ? 2 : 1;
  if (!(cursor.is(at, SIGNS) && cursor.is(at + 1, FIGURES))) return one;
  if (at === 2) cursor.take(LINKS);
  return meet(one, signed(cursor));
}
