/** Rates worked out of other figures, as a standard's data items declare them: 「年中追加率＝年中追加额÷年初预算数」. */
import type { Arithmetic, FactRef } from '../../criteria';
import type { ItemFormula } from '../../standards';
import { Dec, oncePerObject } from '../../workbook';
import type { KnownFact } from './known';
import { mixesMoney } from './dimensions';
import { labelOf } from './labels';
import declared from '../data/items.json';

/** A data item: what it is called, and the formula of its own figures. */
interface DataItem {
  readonly names: readonly string[];
  readonly formula: string;
  /** Labels under which sheets give its figures, as the formula calls it first. */
  readonly figures: readonly (readonly string[])[];
}

/** Lists of names by key: data items, and labels of one figure. */
export interface Items {
  /** The item of this name. */
  itemOf(name: string): DataItem | undefined;
  /** Other labels for the same figure or measure, the name itself first. */
  synonyms(name: string): readonly string[];
}

const DECLARED: readonly DataItem[] = declared;

/** A standard's own items before the well-known ones. */
export const knownItems = oncePerObject((own: readonly StandardItem[]): Items => {
  const items = [
    ...own
      .filter((item) => item.formulaText !== '')
      .map((item): DataItem => ({ names: [item.name, ...item.synonyms], formula: item.formulaText, figures: [] })),
    ...DECLARED,
  ];
  const byName = firstOf(items.flatMap((item) => item.names.map((name) => [labelOf(name).key, item] as const)));
  const labels = [...own.map((item) => [item.name, ...item.synonyms]), ...DECLARED.flatMap((item) => item.figures)];
  const byLabel = firstOf(labels.flatMap((names) => names.map((name) => [labelOf(name).key, names] as const)));
  return {
    itemOf: (name) => byName.get(labelOf(name).key),
    synonyms: (name) => {
      const { key, period } = labelOf(name);
      const others = byLabel.get(key) ?? byName.get(key)?.names ?? [];
      return [
        name,
        ...(period === 'last' ? others.map((other) => (labelOf(other).period === 'last' ? other : `上年${other}`)) : others).filter(
          (other) => other !== name,
        ),
      ];
    },
  };
});

/** What a standard declares (see standards): a figure's name, how data sheets call it, and how it is worked out. */
export interface StandardItem {
  readonly name: string;
  readonly synonyms: readonly string[];
  /** '' where it is given, not worked out. */
  readonly formulaText: string;
}

export const NO_ITEMS: readonly StandardItem[] = [];

function firstOf<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of pairs) if (!map.has(key)) map.set(key, value);
  return map;
}

/**
 * The value of an item's formula, each figure looked up by `figure`; undefined where one is missing, a divisor is not
 * positive, or amounts of money meet figures that are none or say no unit.
 */
export function derive(expr: ItemFormula, figure: (name: string) => KnownFact | undefined): KnownFact | undefined {
  const used: KnownFact[] = [];
  const arithmetic = bind(expr, figure, used);
  if (arithmetic === undefined || used.length === 0) return undefined;
  if (mixesMoney(new Set(used.map((one) => one.money)))) return undefined;
  const from = used.every((one) => one.from === used[0]!.from) ? used[0]!.from : 'data';
  return { value: arithmetic.value, from, cells: used.flatMap((one) => one.cells), derived: arithmetic.node, money: '' };
}

interface Bound {
  readonly node: Arithmetic;
  readonly value: Dec;
}

function bind(expr: ItemFormula, figure: (name: string) => KnownFact | undefined, used: KnownFact[]): Bound | undefined {
  switch (expr.op) {
    case 'number':
      return { node: { op: 'number', value: expr.value, shown: 'plain' }, value: expr.value };
    case 'item': {
      const known = figure(expr.name);
      if (known === undefined || !(known.value instanceof Dec)) return undefined;
      used.push(known);
      const ref: FactRef = { kind: 'number', role: 'named', name: expr.name, unit: '', span: [0, 0] };
      return {
        node: { op: 'given', ref, given: { value: known.value, ...(known.live === undefined ? {} : { origin: known.live }) } },
        value: known.value,
      };
    }
    case 'abs': {
      const of = bind(expr.of, figure, used);
      return of === undefined ? undefined : { node: { op: 'abs', of: of.node }, value: of.value.abs() };
    }
    default:
      return combine(expr.op, bind(expr.left, figure, used), bind(expr.right, figure, used));
  }
}

function combine(op: 'add' | 'subtract' | 'multiply' | 'divide', left: Bound | undefined, right: Bound | undefined): Bound | undefined {
  if (left === undefined || right === undefined || (op === 'divide' && right.value.lte(0))) return undefined;
  const { value } = right;
  const result =
    op === 'add'
      ? left.value.plus(value)
      : op === 'subtract'
        ? left.value.minus(value)
        : op === 'multiply'
          ? left.value.times(value)
          : left.value.div(value);
  return { node: { op, left: left.node, right: right.node }, value: result };
}
