/** Scores and arithmetic as people see them. */
import { arithmeticText, valueOfArithmetic, type Arithmetic, type Criterion, type Expr } from '../criteria';
import type { Submission } from '../recognition/types';
import { Dec } from '../workbook/decimal';
import { scoreDecimals } from './sheet/decimals';
import type { Derivation, Fact } from './types';

const DECIMALS_AT_LEAST = 2;
/** Longer than this the unrounded value is cut. */
const MOST_DECIMALS = 6;

/** Decimals in which this sheet's expected scores are given: its own, at least two. */
export function shownDecimals(submission: Submission): number {
  return Math.max(DECIMALS_AT_LEAST, scoreDecimals(submission));
}

/** Half up to the sheet's own decimals, at least two. */
export function shownScore(submission: Submission, score: Dec): Dec {
  return score.toDecimalPlaces(shownDecimals(submission), Dec.ROUND_HALF_UP);
}

/** 「160÷180×10=8.888889≈8.89」: the unrounded value, and the score where it differs. */
export function arithmeticShown(submission: Submission, arithmetic: Arithmetic): string {
  const exact = valueOfArithmetic(arithmetic);
  const score = shownScore(submission, exact);
  const text = arithmeticText(arithmetic, exact);
  return score.eq(exact) ? text : `${text}≈${number(score)}`;
}

/** The arithmetic of what is expected; the readings' joined by 「或」; '' where no score is determined. */
export function derivedArithmetic(submission: Submission, derivation: Derivation): string {
  const { admissible } = derivation;
  if (admissible.is === 'exact') return workedText(submission, derivation, admissible.arithmetic);
  return admissible.is === 'one-of' ? admissible.readings.map((one) => arithmeticShown(submission, one.arithmetic)).join('，或') : '';
}

/** A score read off a table has no arithmetic but what it was read by: 「528671.81≤715006，得3」 「三公经费控制率92%，得5」. */
export function workedText(submission: Submission, derivation: Derivation, arithmetic: Arithmetic): string {
  const text = arithmeticShown(submission, arithmetic);
  if (WORKED.test(text)) return text;
  const by = readBy(derivation);
  return by === '' ? text : `${by}，得${text}`;
}

const WORKED = /[+−×÷(|]/;
const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' };
const TURNED: Readonly<Record<string, string>> = { '>=': '<', '<=': '>', '>': '≤', '<': '≥', '=': '≠' };

/** What was compared, as it turned out; else the one figure that decided. */
function readBy({ rule, facts }: Derivation): string {
  const criterion = rule === null ? null : single(rule.parsed.criterion);
  const figures = facts.filter((fact) => fact.value instanceof Dec && fact.ref.kind !== 'date');
  if (criterion?.kind === 'award' && criterion.when.kind === 'compare') {
    const { left, comparator, right } = criterion.when;
    const [a, b] = [sideOf(left, figures), sideOf(right, figures)];
    if (a !== null && b !== null) return `${a.text}${(holds(a.value, comparator, b.value) ? SIGNS : TURNED)[comparator]!}${b.text}`;
  }
  const [only, more] = figures;
  return only === undefined || more !== undefined || only.ref.role === 'target' || only.ref.role === 'actual' ? '' : `${only.ref.name}${figure(only)}`;
}

function holds(a: Dec, comparator: string, b: Dec): boolean {
  return comparator === '>=' ? a.gte(b) : comparator === '<=' ? a.lte(b) : comparator === '>' ? a.gt(b) : comparator === '<' ? a.lt(b) : a.eq(b);
}

/** Items of one are that item. */
function single(criterion: Criterion): Criterion {
  if (criterion.kind === 'sum' && criterion.items.length === 1) return single(criterion.items[0]!.rule);
  return criterion.kind === 'limit' || criterion.kind === 'exempt' || criterion.kind === 'veto' ? single(criterion.rule) : criterion;
}

function sideOf(expr: Expr, facts: readonly Fact[]): { readonly value: Dec; readonly text: string } | null {
  if (expr.op === 'number') return { value: expr.value, text: expr.shown === 'percent' ? `${number(expr.value.times(100))}%` : number(expr.value) };
  const fact = expr.op === 'fact' ? facts.find((one) => one.ref.name === expr.ref.name && one.ref.role === expr.ref.role) : undefined;
  return fact === undefined ? null : { value: fact.value as Dec, text: figure(fact) };
}

function figure({ ref, value }: Fact): string {
  return ref.kind === 'rate' ? `${number((value as Dec).times(100))}%` : `${number(value as Dec)}${ref.kind === 'count' ? ref.unit : ''}`;
}

function number(value: Dec): string {
  return value.toDecimalPlaces(MOST_DECIMALS).toFixed();
}
