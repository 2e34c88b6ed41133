/** Figures of the data sheet by label, year and basis. A label that is only near is offered, never used. */
import type { FactRef } from '../../criteria';
import { dimensionOf, type Figure, type ScoreTable } from '../../score-table';
import { Dec, likeness, oncePerObject, pushTo } from '../../workbook';
import type { NearFact } from '../types';
import { yuanPer } from './amounts';
import type { KnownFact } from './known';
import { figureKeys, labelOf, type LabelPeriod } from './labels';

interface Entry {
  readonly figure: Figure;
  readonly keys: readonly string[];
  readonly period: LabelPeriod | 'other';
}

const HUNDREDTH = new Dec('0.01');
const NEAR = 0.6;
const MOST_NEAR = 3;

interface Index {
  readonly entries: readonly Entry[];
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
}

const indexOf = oncePerObject((scoreTable: ScoreTable): Index => {
  const year = scoreTable.year?.value ?? null;
  const entries = scoreTable.data
    .filter((figure) => figure.value.state === 'value')
    .map((figure): Entry => ({ figure, keys: figureKeys(figure), period: periodOf(figure, year) }));
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) for (const key of entry.keys) pushTo(byKey, key, entry);
  return { entries, byKey };
});

/** The year a figure belongs to, seen from the year evaluated. Years without one to compare them to belong nowhere. */
function periodOf(figure: Figure, year: number | null): Entry['period'] {
  if (figure.period === null || figure.period === 'this') return 'this';
  if (figure.period === 'last') return 'last';
  if (year === null) return 'other';
  return figure.period === year ? 'this' : figure.period === year - 1 ? 'last' : 'other';
}

function wanted(period: LabelPeriod, year: number | null): Entry['period'] {
  if (typeof period !== 'number') return period;
  return period === year ? 'this' : year !== null && period === year - 1 ? 'last' : 'other';
}

/** Figures whose label, or label with those above it, is this name, for the same year. */
export function figuresOf(scoreTable: ScoreTable, name: string): readonly Figure[] {
  const { key, period } = labelOf(name);
  const due = wanted(period, scoreTable.year?.value ?? null);
  if (key === '' || due === 'other') return [];
  return (indexOf(scoreTable).byKey.get(key) ?? []).filter((entry) => entry.period === due).map((entry) => entry.figure);
}

/** The one value the data sheet has under these names; undefined for none, or for several that differ. */
export function fromData(scoreTable: ScoreTable, ref: Pick<FactRef, 'kind' | 'unit'>, names: readonly string[]): KnownFact | undefined {
  for (const name of names) {
    const found = figuresOf(scoreTable, name).flatMap((figure) => known(figure, ref) ?? []);
    const [first] = found;
    if (first === undefined) continue;
    return found.every((one) => (one.value as Dec).eq(first.value as Dec)) ? first : undefined;
  }
  return undefined;
}

function known(figure: Figure, ref: Pick<FactRef, 'kind' | 'unit'>): KnownFact | undefined {
  const value = figure.value.value!;
  const common = { from: 'data', cells: [figure.value.at] } as const;
  const live = (used: Dec): { readonly live?: Figure['value']['at'] } =>
    typeof figure.value.raw === 'number' && used.eq(value) ? { live: figure.value.at } : {};
  if (ref.kind === 'rate') {
    const rate = rateOf(figure);
    return rate === undefined ? undefined : { ...common, value: rate, money: '', ...live(rate) };
  }
  if (ref.kind === 'count') return isCount(figure, ref.unit) ? { ...common, value, money: '', ...live(value) } : undefined;
  if (ref.kind !== 'number' || isRate(figure)) return undefined;
  return amount(figure, ref.unit, common, live);
}

/** How often, or how many: a whole number that is neither a rate nor, unless money is what is counted, money. */
function isCount(figure: Figure, unit: string): boolean {
  const value = figure.value.value!;
  return value.isInteger() && !value.isNegative() && !isRate(figure) && (yuanPer(figure.unit) === null || yuanPer(unit) !== null);
}

/** Money is money and a count is a count: asked for the one, the other is no answer. */
function amount(
  figure: Figure,
  unit: string,
  common: Pick<KnownFact, 'from' | 'cells'>,
  live: (used: Dec) => object,
): KnownFact | undefined {
  const value = figure.value.value!;
  const [own, asked] = [yuanPer(figure.unit), yuanPer(unit)];
  if ((asked !== null && own === null) || (own !== null && asked === null && unit !== '')) return undefined;
  if (own !== null) {
    const used = value.times(own).div(asked ?? 1);
    return { ...common, value: used, money: '元', ...live(used) };
  }
  const counted = figure.unit !== null || dimensionOf(figure.path[figure.path.length - 1] ?? '') === 'count';
  return { ...common, value, money: counted ? '' : null, ...live(value) };
}

function isRate(figure: Figure): boolean {
  return figure.percent === true || figure.unit === '率' || figure.unit === '%';
}

/**
 * A figure as a fraction: written as a percentage, or a plain number whose label says 率 and that can only be percent
 * points. A bare 0.5 or 1 may be either, so it is not used; 0 is 0.
 */
function rateOf(figure: Figure): Dec | undefined {
  const value = figure.value.value!;
  if (figure.percent === true) return value;
  if (!isRate(figure)) return undefined;
  if (value.isZero()) return value;
  return value.abs().gt('1.5') ? value.times(HUNDREDTH) : undefined;
}

/** Labels like the name, best first, for the user to choose from. */
export function nearFigures(scoreTable: ScoreTable, ref: FactRef): readonly NearFact[] {
  if (ref.kind === 'yes' || ref.kind === 'level' || ref.kind === 'rank' || ref.kind === 'date' || ref.name === '') return [];
  const { key } = labelOf(ref.name);
  return indexOf(scoreTable)
    .entries.map((entry) => ({ entry, like: Math.max(...entry.keys.map((one) => closeness(key, one)), 0) }))
    .filter(({ entry, like }) => like >= NEAR && isRate(entry.figure) === (ref.kind === 'rate'))
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST_NEAR)
    .map(({ entry }) => ({ ref, label: entry.figure.path.join(''), value: entry.figure.value.value!, at: entry.figure.value.at }));
}

function closeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const like = likeness(one, other);
  return short.length >= 3 && long.includes(short) ? Math.max(0.7, like) : like;
}

/**
 * A figure of the data sheet beside a stated one: its value on the same scale, and whether they are the same within what
 * either was rounded or cut to. null where they cannot be compared (one is a rate, one an amount without a unit).
 */
export function sameFigure(
  figure: Figure,
  stated: { readonly value: Dec; readonly kind: 'rate' | 'number'; readonly money: boolean; readonly decimals: number },
): { readonly value: Dec; readonly equal: boolean } | null {
  const raw = figure.value.value!;
  if (stated.kind === 'rate') {
    const rate = rateOf(figure);
    if (rate === undefined) return null;
    // 「100%」 is written to whole percents.
    const decimals = Math.max(2, Math.min(rate.decimalPlaces(), stated.decimals));
    return { value: rate, equal: within(rate, stated.value, decimals) };
  }
  if (isRate(figure)) return null;
  const scale = yuanPer(figure.unit);
  if (stated.money !== (scale !== null)) return null;
  const value = scale === null ? raw : raw.times(scale);
  const decimals = raw.decimalPlaces() - (scale === null ? 0 : Math.round(scale.log(10).toNumber()));
  return { value, equal: within(value, stated.value, Math.min(decimals, stated.decimals)) };
}

/** Less than one unit of the coarser of the two: rounded or cut. */
function within(one: Dec, other: Dec, decimals: number): boolean {
  return one.eq(other) || one.minus(other).abs().lt(new Dec(10).pow(-decimals));
}
