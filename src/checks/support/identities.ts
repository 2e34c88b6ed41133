/** Identities of the yearly accounts, looked for among the figures of a data sheet. */
import type { Figure, ScoreTable } from '../../score-table';
import { type MeasuredFigure, measuredFigures, measureOf } from '../../scoring';
import { addrKey, Dec, pushTo } from '../../workbook';
import data from './data/identities.json';
import { sumTolerance } from './money';

interface Term {
  readonly name: string;
  readonly measure: string;
  /** May be absent from the sheet: then the identity is checked all the same, less severely. */
  readonly optional: boolean;
}

interface Identity {
  readonly name: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** The terms are all there can be: 基本支出 may still hold what a sheet calls otherwise. */
  readonly closed: boolean;
}

export interface ImbalanceTerm {
  readonly name: string;
  readonly figure: Figure;
}

/** A difference found, with the figures of both sides in their order. */
export interface Imbalance {
  readonly name: string;
  readonly left: readonly ImbalanceTerm[];
  readonly right: readonly ImbalanceTerm[];
  readonly sums: readonly [left: Dec, right: Dec];
  /** Every term stands on the sheet with a figure. */
  readonly complete: boolean;
  /** The figure that breaks another identity as well; else the first of the left side. */
  readonly blamed: Figure;
}

const IDENTITIES: readonly Identity[] = data.map(({ name, left, right, closed }) => ({
  name,
  closed,
  left: left.map(term),
  right: right.map(term),
}));

function term(text: string): Term {
  const name = text.replace(/\?$/, '');
  return { name, measure: measureOf(name).key, optional: text.endsWith('?') };
}

type Block = ReadonlyMap<string, readonly MeasuredFigure[]>;

/** Figures of one sheet, year, basis and unit are compared with one another only; a term met twice leaves the identity open. */
export function imbalances(scoreTable: ScoreTable): readonly Imbalance[] {
  return blocksOf(scoreTable).flatMap((block) => oneForEach(IDENTITIES.flatMap((identity) => judge(identity, block) ?? [])));
}

function blocksOf(scoreTable: ScoreTable): readonly Block[] {
  const blocks = new Map<string, Map<string, MeasuredFigure[]>>();
  for (const list of measuredFigures(scoreTable).values()) {
    for (const one of list) {
      const { period, standing, key } = one.measure;
      const name = [one.figure.value.at.sheet, period, standing ?? 'actual', one.figure.unit ?? ''].join('|');
      const block = blocks.get(name) ?? new Map<string, MeasuredFigure[]>();
      blocks.set(name, block);
      pushTo(block, key, one);
    }
  }
  return [...blocks.values()];
}

/** One wrong figure may break two identities: the one it is a part of and the one of its own parts. Then the first speaks, and blames that figure. */
function oneForEach(found: readonly Imbalance[]): readonly Imbalance[] {
  const out: Imbalance[] = [];
  for (const one of found) {
    const at = out.findIndex((other) => sharedTerm(one, other) !== null);
    if (at < 0) {
      out.push(one);
      continue;
    }
    const shared = sharedTerm(one, out[at]!)!;
    out[at] = { ...out[at]!, blamed: shared.figure };
  }
  return out;
}

function termsOf({ left, right }: Imbalance): readonly ImbalanceTerm[] {
  return [...left, ...right];
}

function sharedTerm(one: Imbalance, other: Imbalance): ImbalanceTerm | null {
  const keys = new Set(termsOf(one).map(({ figure }) => addrKey(figure.value.at)));
  return termsOf(other).find(({ figure }) => keys.has(addrKey(figure.value.at))) ?? null;
}

function judge(identity: Identity, block: Block): Imbalance | null {
  const left = terms(identity.left, block);
  const right = terms(identity.right, block);
  if (left === null || right === null) return null;
  const values = (side: Imbalance['left']): Dec[] => side.flatMap(({ figure }) => figure.value.value ?? []);
  const sums = [values(left), values(right)].map((list) => list.reduce((all, one) => all.plus(one), new Dec(0))) as [Dec, Dec];
  const all = [...values(left), ...values(right)];
  if (sums[0].minus(sums[1]).abs().lte(sumTolerance(all))) return null;
  const complete = identity.closed && all.length === identity.left.length + identity.right.length;
  return { name: identity.name, left, right, sums, complete, blamed: left[0]!.figure };
}

/** null where a required term is absent, without a figure, or stands there twice with two figures. */
function terms(wanted: readonly Term[], block: Block): Imbalance['left'] | null {
  const found: ImbalanceTerm[] = [];
  for (const { name, measure, optional } of wanted) {
    const figures = block.get(measure) ?? [];
    const [first] = figures;
    if (first === undefined) {
      if (!optional) return null;
      continue;
    }
    if (figures.some((one) => !one.figure.value.value!.eq(first.figure.value.value!))) return null;
    found.push({ name, figure: first.figure });
  }
  return found;
}
