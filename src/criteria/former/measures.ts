/** Conditions: intervals over one figure where they are that, else what must hold. */
import { Dec } from '../../workbook';
import type { Bound, Between, Conditions, Name, Term, StatedValue } from './syntax/tree';
import type { Condition, Expr, FactRef, Interval } from '../types';
import {
  factExpr,
  figureFact,
  figureName,
  isOwnName,
  isRateName,
  kindOfValue,
  numberExpr,
  plainName,
  roleOf,
  spanOf,
  type Places,
} from './naming';

const ONE = new Dec(1);
const HUNDRED = new Dec(100);

/** A figure lies between two ends; ends may be loose, to be settled beside the other arms of a table. */
export interface Measured {
  readonly of: Expr;
  readonly between: Between;
}

/** The figure spoken of last: later arms of a table do not repeat it. */
export interface Operand {
  readonly name: Name | null;
}

function boundsOf(between: Between): readonly Bound[] {
  return [between.from, between.to].filter((bound): bound is Bound => bound !== null);
}

function likeOf(between: Between, name: string): { kind: FactRef['kind']; unit: string } {
  const values = boundsOf(between).map((bound) => bound.value);
  const first = values.find((value) => !value.value.isZero()) ?? values[0]!;
  const kind = kindOfValue(first, name);
  return { kind, unit: kind === 'rate' || first.unit === '±' ? '' : first.unit };
}

function completion(places: Places, name: Name): Expr {
  return factExpr({ kind: 'rate', role: 'own', name: '完成率', unit: '', span: spanOf(places, name.from, name.to) });
}

/** 「低于计划70%」: by so much, or so much of it: a bare figure does not say. */
const BELOW_PLAN = /(?:低于|少于)(?:预期|目标|计划|指标)(?:值)?$/;

/** 「决算数/预算数」 is a quotient. */
function operandExpr(places: Places, name: Name | null, like: { kind: FactRef['kind']; unit: string }): Expr {
  if (
    name !== null &&
    like.kind === 'rate' &&
    /超(?:过|出|额)?(?:年度|年初)?(?:预期|目标|计划|指标)(?:目标|指标)?(?:值|数)?$/.test(figureName(name.text))
  ) {
    return { op: 'subtract', left: completion(places, name), right: numberExpr(ONE) };
  }
  if (name !== null && like.kind === 'rate' && BELOW_PLAN.test(figureName(name.text))) {
    return { op: 'subtract', left: numberExpr(ONE), right: completion(places, name) };
  }
  const size = name === null ? null : /^(.{2,}?)的?绝对值$/.exec(name.text);
  if (size !== null) return { op: 'abs', of: operandExpr(places, { ...name!, text: size[1]! }, like) };
  const parts = name === null ? [] : name.text.split(/[/÷]/);
  if (parts.length !== 2 || parts.some((part) => figureName(part) === '')) return factExpr(figureFact(places, name, like));
  const [left, right] = parts.map((text) => factExpr(figureFact(places, { ...name!, text }, { kind: 'number', unit: '' })));
  return { op: 'divide', left: left!, right: right! };
}

/** 「完成率≥95」 is 95%. */
function scaled(bound: Bound | null, rate: boolean): Bound | null {
  if (bound === null || !rate || bound.value.as !== 'plain' || bound.value.value.lte(ONE)) return bound;
  return { ...bound, value: { ...bound.value, as: 'percent', value: bound.value.value.div(HUNDRED) } };
}

/** `percent`: other arms of the table are percentages. */
export function measuredOf(places: Places, term: Term, inherited: Name | null, percent: boolean): Measured | null {
  if (term.between === null) return null;
  const name = term.name ?? inherited;
  const words = name === null ? '' : figureName(name.text);
  if (term.between.bare && BELOW_PLAN.test(words)) return null;
  const given = likeOf(term.between, words);
  const plain = boundsOf(term.between).every((bound) => bound.value.as === 'plain');
  const like = plain && percent ? { kind: 'rate' as const, unit: '' } : given;
  const between = {
    ...term.between,
    from: scaled(term.between.from, like.kind === 'rate'),
    to: scaled(term.between.to, like.kind === 'rate'),
  };
  const of = operandExpr(places, name, like);
  return { of: boundsOf(term.between).some((bound) => bound.value.unit === '±') ? { op: 'abs', of } : of, between };
}

export function sameExpr(one: Expr, two: Expr): boolean {
  if (one.op === 'fact' && two.op === 'fact')
    return one.ref.role === two.ref.role && one.ref.name === two.ref.name && one.ref.kind === two.ref.kind && one.ref.unit === two.ref.unit;
  if ((one.op === 'divide' && two.op === 'divide') || (one.op === 'subtract' && two.op === 'subtract'))
    return sameExpr(one.left, two.left) && sameExpr(one.right, two.right);
  if (one.op === 'number' && two.op === 'number') return one.value.eq(two.value);
  if (one.op === 'abs' && two.op === 'abs') return sameExpr(one.of, two.of);
  return false;
}

/** 「缺一项」: a count, not a figure to compare. */
function isCounted(term: Term): boolean {
  return term.between!.bare && term.between!.from!.value.as === 'quantity';
}

/** One interval where every term measures the same figure: 「率≥80%,<90%」. */
export function oneMeasure(places: Places, conditions: Conditions, inherited: Name | null, percent: boolean): Measured | null {
  if (conditions.joins.includes('or')) return null;
  const [group, term] = conditions.terms;
  // 「科级干部中，35岁以下的不低于20%」: one figure.
  if (
    conditions.terms.length === 2 &&
    conditions.joins[0] === 'comma' &&
    group!.between === null &&
    group!.against === null &&
    term!.name !== null &&
    term!.between !== null &&
    /(?:中|内|里|方面)$/.test(group!.name!.text)
  ) {
    const name: Name = { ...term!.name, text: `${group!.name!.text}${term!.name.text}`, from: group!.name!.from };
    return oneMeasure(places, { terms: [{ ...term!, name }], joins: [] }, inherited, percent);
  }
  let all: Measured | null = null;
  let name = inherited;
  for (const term of conditions.terms) {
    name = term.name ?? name;
    const one = measuredOf(places, term, name, percent);
    if (one === null || isCounted(term)) return null;
    if (all === null) all = one;
    else {
      if (
        !sameExpr(all.of, one.of) ||
        (all.between.from !== null && one.between.from !== null) ||
        (all.between.to !== null && one.between.to !== null)
      )
        return null;
      all = { of: all.of, between: { from: all.between.from ?? one.between.from, to: all.between.to ?? one.between.to, bare: false } };
    }
  }
  return all;
}

export function shownAs(value: StatedValue): 'plain' | 'percent' {
  return value.as === 'percent' || value.as === 'pp' ? 'percent' : 'plain';
}

/** Loose ends count as given here. */
export function intervalOf(between: Between): Interval {
  return {
    from: between.from?.value.value ?? null,
    fromIncluded: between.from !== null && between.from.end !== 'out',
    to: between.to?.value.value ?? null,
    toIncluded: between.to !== null && between.to.end !== 'out',
  };
}

export function comparedCondition({ of, between }: Measured): Condition {
  const conditions: Condition[] = [];
  const { from, to } = between;
  const right = (bound: Bound): Expr => numberExpr(bound.value.value, shownAs(bound.value));
  if (from !== null && to !== null && from.value.value.eq(to.value.value))
    return { kind: 'compare', left: of, comparator: '=', right: right(from) };
  if (from !== null) conditions.push({ kind: 'compare', left: of, comparator: from.end === 'out' ? '>' : '>=', right: right(from) });
  if (to !== null) conditions.push({ kind: 'compare', left: of, comparator: to.end === 'out' ? '<' : '<=', right: right(to) });
  return conditions.length === 1 ? conditions[0]! : { kind: 'all', of: conditions };
}

const REACHED =
  /^(?:实际)?(?:完成值|完成情况|完成|实际值|指标)?(?:达到|完成|达成|实现)(?:或超过)?(?:年度|年初|预期|既定|设定)?(?:指标值|目标值|目标|指标|计划|任务|目标任务|预期目标|绩效目标)$/;
const NOT_REACHED =
  /^(?:实际)?(?:完成值|完成情况|完成|实际值|指标)?(?:未达到|未完成|达不到|没有达到|未达成|低于|未达|未实现|未能达到)(?:年度|年初|预期|既定|设定)?(?:指标值|目标值|目标|指标|计划|任务|目标任务|预期目标|绩效目标|预期|预期值|预期指标|预期指标值)?的?$/;

function reachedOf(places: Places, name: Name, words: string): Condition | null {
  const reached = REACHED.test(words);
  if (!reached && !NOT_REACHED.test(words)) return null;
  const holds: Condition = {
    kind: 'holds',
    of: { kind: 'yes', role: 'own', name: '达到指标值', unit: '', span: spanOf(places, name.from, name.to) },
  };
  return reached ? holds : { kind: 'not', of: holds };
}

/** The words hold; in case it is the row's own target that is reached or not, that. */
export function holdsOf(places: Places, name: Name): Condition {
  const words = plainName(name.text);
  const reached = reachedOf(places, name, words);
  return reached ?? { kind: 'holds', of: { kind: 'yes', role: 'named', name: words, unit: '', span: spanOf(places, name.from, name.to) } };
}

function againstOf(places: Places, term: Term, inherited: Name | null): Condition {
  const { sign, name } = term.against!;
  const left =
    term.name === null || plainName(term.name.text) === '' || /^(?:但|且|而|并且|但是)$/.test(term.name.text)
      ? inherited
      : thingOf(term.name);
  const own = left === null || isOwnName(figureName(left.text));
  const kind = isRateName(plainName(name.text)) ? 'rate' : 'number';
  const other = figureFact(places, name, { kind, unit: '' });
  const rightName = plainName(name.text);
  if (own && roleOf(rightName) === 'target' && sign !== '=') {
    const holds: Condition = { kind: 'holds', of: { kind: 'yes', role: 'own', name: '达到指标值', unit: '', span: other.span } };
    if (sign === '<') return { kind: 'not', of: holds };
  }
  return { kind: 'compare', left: factExpr(figureFact(places, left, { kind, unit: '' })), comparator: sign, right: factExpr(other) };
}

function termCondition(places: Places, term: Term, inherited: Name | null, percent: boolean): Condition | null {
  if (term.against !== null) return againstOf(places, term, inherited);
  if (term.between === null) return holdsOf(places, term.name!);
  if (isCounted(term) && term.name !== null && !/(?:满足|符合|具备|达到|完成|完成了|实现|有|做到|缺|少)$/.test(plainName(term.name.text))) {
    return holdsOf(places, {
      ...term.name,
      text: `${term.name.text}${term.between.from!.value.value.toString()}${term.between.from!.value.unit}`,
    });
  }
  const measured = measuredOf(places, term, inherited, percent);
  if (
    measured !== null &&
    isCounted(term) &&
    term.name !== null &&
    /^(?:缺|少|有|发现|出现|存在|发生)/.test(plainName(term.name.text)) &&
    measured.between.from!.value.value.eq(ONE)
  ) {
    return comparedCondition({ of: measured.of, between: { ...measured.between, to: null } });
  }
  return measured === null ? null : comparedCondition(measured);
}

/** The figure spoken of: 「有结余,但不超过…」 goes on about 结余. */
/** 「有结余但未超过…」 is about 结余. */
function thingOf(name: Name): Name {
  const thing = /^(?:有|存在)(.{2,12})$/.exec(plainName(name.text));
  return thing === null ? name : { ...name, text: thing[1]! };
}

function nameAfter(term: Term, before: Name | null): Name | null {
  if (term.name === null) return before;
  if (term.between !== null || term.against !== null) return term.name;
  const thing = thingOf(term.name);
  return thing === term.name ? before : thing;
}

/** Any conditions. null: they mix what cannot be told apart (「且」 with 「或」). */
export function conditionOf(places: Places, conditions: Conditions, inherited: Name | null, percent: boolean): Condition | null {
  const { terms, joins } = conditions;
  if (
    terms.every((term) => term.between === null && term.against === null) &&
    joins.length > 0 &&
    joins.every((join) => join === 'or') &&
    terms.every((term) => plainName(term.name!.text).length >= 4 && !/、|之一$/.test(term.name!.text))
  ) {
    return { kind: 'any', of: terms.map((term) => holdsOf(places, term.name!)) };
  }
  if (
    terms.every((term) => term.between === null && term.against === null) &&
    !(joins.includes('and') && joins.every((join) => join === 'and' || join === 'comma'))
  ) {
    // Words joined by commas or 「或」 are one thing that holds: nobody answers half a sentence.
    const first = terms[0]!.name!;
    const last = terms[terms.length - 1]!.name!;
    const text = terms.map((term, at) => (at === 0 ? '' : joins[at - 1] === 'or' ? '或' : ',') + term.name!.text).join('');
    return holdsOf(places, { text, from: first.from, to: last.to, counted: null });
  }
  const of: Condition[] = [];
  let name = inherited;
  for (const term of terms) {
    const one = termCondition(places, term, name, percent);
    if (one === null) return null;
    of.push(one);
    name = nameAfter(term, name);
  }
  if (of.length === 1) return of[0]!;
  return joined(byCompletion(of), joins);
}

function measuresCompletion(condition: Condition): boolean {
  return (
    condition.kind === 'compare' &&
    condition.left.op === 'subtract' &&
    condition.left.left.op === 'fact' &&
    condition.left.left.ref.name === '完成率'
  );
}

/** 「超预期30%以上或未达到」: both are about the same figure. */
function byCompletion(of: readonly Condition[]): readonly Condition[] {
  const beyond = of.find(measuresCompletion);
  if (beyond?.kind !== 'compare' || beyond.left.op !== 'subtract') return of;
  const left = beyond.left.left;
  return of.map((one): Condition =>
    one.kind === 'not' && one.of.kind === 'holds' && one.of.of.name === '达到指标值'
      ? { kind: 'compare', left, comparator: '<', right: numberExpr(ONE) }
      : one,
  );
}

function joined(of: readonly Condition[], joins: Conditions['joins']): Condition | null {
  if (joins.includes('or')) return joins.every((join) => join === 'or') ? { kind: 'any', of } : null;
  return { kind: 'all', of };
}
