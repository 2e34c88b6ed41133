/** Everything that can be known of a row's facts, looked up in one order: answers, the row, its explanation, the data sheet, the funding block. */
import { type Criterion, DEFAULT_SWITCHES, factKey, type FactRef, type Given } from '../../criteria';
import { Dec, normal } from '../../workbook';
import { directionOfName, type IndicatorRow, type ScoreTable, type Slot } from '../../score-table';
import { type ItemFormula, parseItemFormula } from '../../standards';
import type { Fact, NearFact } from '../types';
import type { DeriveOptions } from '../options';
import { below } from '../outcome';
import { statedDegree } from './degrees';
import { clashingFigures, quotientsIn } from './dimensions';
import { executionRateOf, fromFunding } from './from-funding';
import { fromData, nearFigures } from './from-data';
import { fromReason, reasonText } from './from-reason';
import { bareLabel } from './labels';
import { countsSomething } from './occurrences';
import { partAndWhole } from './part-and-whole';
import { looseFacts } from './loose/loose-facts';
import { rateWorkedOut } from './workings';
import { onlyRate } from './only-rate';
import { ownQuotient } from './own-quotient';
import { ownReason } from './own-reason';
import { fromRow, isOwnMeasure, type Asked } from './from-row';
import { derive, knownItems, NO_ITEMS, type Items } from './items';
import type { KnownFact } from './known';
import { formulasIn } from './own-formulas';

export interface Lookup {
  /** For evaluation. */
  fact(ref: FactRef): Given | undefined;
  /** Facts given so far, each once. */
  used(): readonly Fact[];
  near(refs: readonly FactRef[]): readonly NearFact[];
}

export function lookupFor(
  scoreTable: ScoreTable,
  row: IndicatorRow,
  refs: readonly FactRef[],
  criterion: Criterion,
  options: DeriveOptions,
): Lookup {
  const items = knownItems(options.items ?? NO_ITEMS);
  const known = new Map<string, { readonly ref: FactRef; readonly found: KnownFact | undefined }>();
  const asked: Sought = { ...askedBy(scoreTable, row, refs, criterion), parts: partsOf(scoreTable, row, criterion) };
  const degrees = statedDegree(scoreTable, row, criterion);
  for (const ref of refs)
    known.set(factKey(ref), { ref, found: find(scoreTable, row, ref, asked, items, options) ?? degrees.get(factKey(ref)) });
  for (const [key, found] of byPlace(scoreTable, row, refs, criterion, options, known)) known.set(key, { ref: known.get(key)!.ref, found });
  const mixed = mixesUnits([...known.values()].map(({ found }) => found));
  const clashing = clashingFigures(criterion, (ref) => known.get(factKey(ref))?.found?.money);
  const given = (ref: FactRef): KnownFact | undefined => {
    const found = known.get(factKey(ref))?.found;
    return found === undefined || (mixed && found.money === null) || clashing.has(factKey(ref)) ? undefined : found;
  };
  return {
    fact: (ref) => {
      const found = given(ref);
      if (found === undefined) return undefined;
      const { value, shown, derived, live } = found;
      return {
        value,
        ...(shown === undefined ? {} : { shown }),
        ...(derived === undefined ? {} : { arithmetic: derived }),
        ...(live === undefined ? {} : { origin: live }),
      };
    },
    used: () => [...known.values()].flatMap(({ ref }) => factOf(ref, given(ref))),
    near: (missing) => missing.flatMap((ref) => nearFigures(scoreTable, ref)),
  };
}

type Known = ReadonlyMap<string, { readonly found: KnownFact | undefined }>;

/** What nothing is called by, bound weakly by where it stands. */
function byPlace(
  scoreTable: ScoreTable,
  row: IndicatorRow,
  refs: readonly FactRef[],
  criterion: Criterion,
  options: DeriveOptions,
  sought: Known,
): ReadonlyMap<string, KnownFact> {
  const weight = row.role === 'indicator' ? (row.weight?.value ?? null) : null;
  const known = new Map([...sought].flatMap(([key, { found }]) => (found === undefined ? [] : [[key, found] as const])));
  if (weight === null || weight.lte(0) || known.size === refs.length) return NO_PARTS;
  const switches = options.switches ?? DEFAULT_SWITCHES;
  return looseFacts({ scoreTable, row, criterion, refs, weight, switches, known });
}

/** What is sought together. parts: stated in one breath, by the rule's labels. */
interface Sought extends Asked {
  readonly parts: ReadonlyMap<string, KnownFact>;
}

const NOT_COUNTED = { alone: false, year: null, context: '' };

function askedBy(scoreTable: ScoreTable, row: IndicatorRow, refs: readonly FactRef[], criterion: Criterion): Asked {
  const of = (kind: FactRef['kind']): number => refs.filter((ref) => ref.kind === kind).length;
  return {
    alone: of('count') === 1,
    oneRate: of('rate') === 1 && of('number') === 0,
    oneNumber: refs.filter(({ kind, role }) => kind === 'number' && role === 'named').length === 1 && of('rate') === 0,
    takesOff: takesOff(criterion),
    levels: levelsOf(criterion),
    year: scoreTable.year?.value ?? null,
    context: normal(`${row.name.value} ${row.criterion?.value ?? ''}`),
    others: refs.filter(({ kind }) => kind === 'count').map(({ name }) => name),
  };
}

/** What is counted costs points. */
function takesOff(criterion: Criterion): boolean {
  return (criterion.kind === 'per-occurrence' && criterion.effect === 'deduct') || below(criterion).some(takesOff);
}

function partsOf(scoreTable: ScoreTable, row: IndicatorRow, criterion: Criterion): ReadonlyMap<string, KnownFact> {
  const quotients = quotientsIn(criterion);
  const stated = statedParts(scoreTable, row, quotients);
  return stated.size > 0 ? stated : ownQuotient(row, quotients);
}

/** Parts and wholes that the row's words state, by the labels the rule has for them. */
function statedParts(
  scoreTable: ScoreTable,
  row: IndicatorRow,
  quotients: readonly (readonly [string, string])[],
): ReadonlyMap<string, KnownFact> {
  const known = new Map<string, KnownFact>();
  for (const [part, whole] of quotients) {
    for (const [slot, from] of ownWords(scoreTable, row)) {
      const both = partAndWhole(reasonText(slot), part, whole, scoreTable.year?.value ?? null);
      if (both === null || known.has(part) || known.has(whole)) continue;
      known.set(part, { value: both.part, from, cells: [slot.at], money: '' });
      known.set(whole, { value: both.whole, from, cells: [slot.at], money: '' });
    }
  }
  return known;
}

/** The cells whose words speak of the self-score. */
function ownWords(scoreTable: ScoreTable, row: IndicatorRow): readonly (readonly [Slot<unknown>, 'row' | 'reason'])[] {
  const reason = ownReason(scoreTable, row);
  return [
    ...(row.actual === undefined ? [] : [[row.actual, 'row'] as const]),
    ...(reason === undefined ? [] : [[reason, 'reason'] as const]),
  ];
}

/** The names of each 达成 level, best first. */
function levelsOf(criterion: Criterion): Asked['levels'] {
  return criterion.kind === 'bands' ? criterion.bands.map((band) => band.names) : below(criterion).flatMap(levelsOf);
}

function factOf(ref: FactRef, found: KnownFact | undefined): Fact[] {
  if (found === undefined) return [];
  const [at] = found.cells;
  // A percentage is shown as one, whatever the text calls it.
  const shown = found.derived?.op === 'given' ? found.derived.ref : ref;
  const unit = found.money === '元' ? { unit: shown.unit === '' ? '元' : shown.unit } : {};
  const weak = found.weak === true ? { weak: true as const } : {};
  return [{ ref: shown, value: found.value, ...unit, from: found.from, ...weak, ...(at === undefined ? {} : { at }), cells: found.cells }];
}

/** Amounts in 元 beside figures without any unit: the latter may be in 万元. */
function mixesUnits(found: readonly (KnownFact | undefined)[]): boolean {
  const units = new Set(found.map((one) => one?.money));
  return units.has('元') && units.has(null);
}

function find(
  scoreTable: ScoreTable,
  row: IndicatorRow,
  ref: FactRef,
  asked: Sought,
  items: Items,
  options: DeriveOptions,
): KnownFact | undefined {
  const answer = options.answers?.(row, ref);
  if (answer !== undefined) return { value: answer, from: 'answer', cells: [], money: '' };
  const stated = statedFact(scoreTable, row, ref, asked, namesOf(row, ref, items));
  // 「无」 in the cell and 「发现2个问题」 in the explanation: nothing is known.
  if (stated !== undefined && isDenied(scoreTable, row, ref, stated)) return undefined;
  const sheet =
    elsewhere(scoreTable, row, ref, items) ?? (stated === undefined ? inWorking(scoreTable, row, ref, asked, items) : undefined);
  // The same figure in a cell of its own serves a live formula better than words do.
  return stated === undefined || (sheet !== undefined && sheet.live !== undefined && equal(stated, sheet)) ? (sheet ?? stated) : stated;
}

/** By the row's own words, the 完成值 before the explanation. */
function statedFact(
  scoreTable: ScoreTable,
  row: IndicatorRow,
  ref: FactRef,
  asked: Sought,
  names: readonly string[],
): KnownFact | undefined {
  const together = ref.kind === 'number' && ref.role === 'named' ? asked.parts.get(ref.name) : undefined;
  return (
    together ??
    fromRow(scoreTable, row, ref, asked) ??
    inActualsWords(row, ref, names, asked) ??
    fromReason(ownReason(scoreTable, row), ref, names, asked)
  );
}

/** The 完成值 says in words that nothing happened, and the explanation counts something. */
function isDenied(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef, stated: KnownFact): boolean {
  if (ref.kind !== 'count' || stated.from !== 'row' || !(stated.value instanceof Dec) || !stated.value.isZero()) return false;
  return (row.actual?.value?.kind ?? 'words') === 'words' && countsSomething(reasonText(ownReason(scoreTable, row)));
}

/** 「参训236人，合格231人，合格率97.88%」: a 完成值 in words that names the figure. */
function inActualsWords({ actual }: IndicatorRow, ref: FactRef, names: readonly string[], asked: Asked): KnownFact | undefined {
  const isMeasure = ref.kind === 'rate' || ref.kind === 'number';
  if (!(isMeasure || (ref.kind === 'count' && !asked.alone)) || ref.role === 'target' || (actual?.value?.kind ?? 'words') !== 'words')
    return undefined;
  const found = fromReason(actual, ref, names, isMeasure ? NOT_COUNTED : asked);
  return found === undefined ? undefined : { ...found, from: 'row' };
}

/** The rule's one rate, worked out in the explanation. */
function inWorking(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef, asked: Asked, items: Items): KnownFact | undefined {
  if (ref.kind !== 'rate' || !asked.oneRate || ref.role === 'target') return undefined;
  const names = [...namesOf(row, ref, items), row.name.value].map(bareLabel);
  for (const [slot, from] of ownWords(scoreTable, row)) {
    const value = rateWorkedOut(reasonText(slot), names, asked.year);
    if (value !== undefined) return { value, from, cells: [slot.at], money: '' };
  }
  return shownAlone(scoreTable, row, names, asked.year);
}

/** The only percentage of the explanation, of a row that has no 完成值. */
function shownAlone(scoreTable: ScoreTable, row: IndicatorRow, names: readonly string[], year: number | null): KnownFact | undefined {
  const reason = ownReason(scoreTable, row);
  const found = row.actual?.value == null ? onlyRate(reasonText(reason), names, year) : undefined;
  if (found === undefined || reason === undefined) return undefined;
  // A small share beside what is to be raised may be what is missing of it.
  if (found.weak && found.value.lt('0.5') && directionOfName(row).way === 'up') return undefined;
  return { value: found.value, from: 'reason', cells: [reason.at], money: '', ...(found.weak ? { weak: true as const } : {}) };
}

function equal(one: KnownFact, other: KnownFact): boolean {
  return one.value instanceof Dec && other.value instanceof Dec && one.value.eq(other.value);
}

function namesOf(row: IndicatorRow, ref: FactRef, items: Items): readonly string[] {
  const own = ref.role === 'own' || (ref.role === 'named' && isOwnMeasure(row, ref.name));
  const names = ref.name === '' ? [] : [...items.synonyms(ref.name)];
  return own ? [...names, row.name.value] : names;
}

/** In the data sheet, in the funding block, or worked out of what they say. */
function elsewhere(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef, items: Items): KnownFact | undefined {
  if (ref.role === 'target' || ref.role === 'actual') return undefined;
  const names = namesOf(row, ref, items);
  if (row.role === 'execution' && ref.kind === 'rate' && (ref.role === 'own' || /执行率|支出完成率|支出率/.test(ref.name)))
    return executionRateOf(scoreTable);
  const direct = fromData(scoreTable, ref, names) ?? first(names, (name) => fromFunding(scoreTable, { ...ref, name }));
  if (direct !== undefined || ref.kind !== 'rate') return direct;
  return first(names, (name) => workedOut(scoreTable, row, name, items));
}

/** A rate by the formula the row itself states, else by a well-known one. */
function workedOut(scoreTable: ScoreTable, row: IndicatorRow, name: string, items: Items): KnownFact | undefined {
  const figure = (label: string): KnownFact | undefined => {
    const asked = { kind: 'number', unit: '', name: label } as const;
    return (
      fromData(scoreTable, asked, items.synonyms(label)) ??
      fromFunding(scoreTable, asked) ??
      fromReason(ownReason(scoreTable, row), { ...asked, role: 'named', span: [0, 0] }, items.synonyms(label), NOT_COUNTED)
    );
  };
  const own = formulasIn(row).find((one) => isSame(row, one.name, name));
  const text = own?.formula ?? items.itemOf(name)?.formula;
  const expr = text === undefined ? null : parseItemFormula(text);
  if (expr === null) return undefined;
  const isQuotient = expr.op === 'divide' && expr.left.op === 'item' && expr.right.op === 'item';
  const parts = isQuotient ? statedParts(scoreTable, row, [[nameOf(expr.left), nameOf(expr.right)]]) : NO_PARTS;
  return derive(expr, (label) => parts.get(label) ?? figure(label));
}

const NO_PARTS: ReadonlyMap<string, KnownFact> = new Map();

function nameOf(expr: ItemFormula): string {
  return expr.op === 'item' ? expr.name : '';
}

function isSame(row: IndicatorRow, one: string, other: string): boolean {
  return one === other || (isOwnMeasure(row, one) && isOwnMeasure(row, other));
}

function first<T>(names: readonly string[], of: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = of(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
