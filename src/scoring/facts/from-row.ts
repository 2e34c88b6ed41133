/** What the row's own cells say: target, 完成值, 完成率, and the words in them. */
import type { Arithmetic, FactRef } from '../../criteria';
import { Dec, normal, oncePerText, wordsPattern } from '../../workbook';
import {
  comparedPair,
  compareQuantities,
  directionOf,
  endsInDenial,
  type IndicatorRow,
  type Quantity,
  type ScoreTable,
  type Slot,
} from '../../score-table';
import { sameUnit, yuanPer } from './amounts';
import type { KnownFact } from './known';
import { bareLabel, labelOf } from './labels';
import { underAnotherName } from './another-name';
import { countByAnotherName, countOf } from './counts';
import { knownItems, NO_ITEMS } from './items';
import { isLive, live } from './live';
import type { Counting } from './occurrences';
import { placeIn } from './places';
import words from '../data/row-words.json';

/** Names of the row's own figures that are no measure's. */
export const COMPLETION = '完成率';
const COMPLETION_NAMES = /^(?:指标|目标|任务|实际|年度)?(?:完成率|完成比例|目标完成率|完成程度)$/;
/** 「实际印发数占目标数的比例」. */
const OF_PLANNED =
  /^(?:实际|已)[^,;。率]{0,8}(?:数|量|值)?(?:占|与|和)[^,;。率]{0,4}(?:目标|计划|任务|指标)[^,;。率]{0,6}的?(?:比例|比率|比值)$/;
const COEFFICIENT_NAMES = /^(?:得分系数|评分系数|系数)$/;
const DONE = /^(?:已|全部|全面)?(?:完成|达标|达到|达成|实现)(?:预期|年度|绩效)?(?:指标|目标|任务|指标值|目标值)?$/;
const EXEMPT = new RegExp(wordsPattern(words.exempt));

/** 「X率=…」 in a description: what the row measures. */
const subjectOf = oncePerText((text: string): string | null => {
  const match = /^[^,;。=]{0,12}?([^,;。=:\s]{2,24}?)=/.exec(normal(text));
  return match === null ? null : match[1]!;
});

/** True where these words call the row's own measure: its name, the end of it, the subject of its description's formula, another name for the same. */
export function isOwnMeasure(row: IndicatorRow, name: string): boolean {
  const key = labelOf(name).key.replace(/^实际(?=..)/, '');
  if (key === '' || labelOf(name).period !== 'this') return key === '';
  const own = labelOf(row.name.value).key;
  if (sameScore(key, own)) return true;
  if (key === own || (key.length >= 3 && own.endsWith(key) && !endsInDenial(own.slice(0, -key.length)))) return true;
  const subject = row.description?.value == null ? null : subjectOf(row.description.value);
  if (subject !== null && labelOf(subject).key === key) return true;
  const { itemOf } = knownItems(NO_ITEMS);
  const item = itemOf(name);
  return item !== undefined && item === itemOf(row.name.value);
}

/** 「综合考核得分」 and 「综合考核分」, 「第三方测评得分」 and 「第三方测评」. */
const SCORE = /(?:得分|分数|评分|平均分|分)$/;
const sameScore = (asked: string, own: string): boolean => {
  const stem = asked.replace(SCORE, '');
  return stem !== asked && stem.length >= 3 && own.replace(SCORE, '') === stem;
};

/**
 * What else the criterion asks. alone: this is its only count. oneRate, oneNumber: its only figure is one rate, one number. takesOff: what is counted
 * costs points. levels: the names of each of its 达成 levels, best first.
 */
export interface Asked extends Counting {
  readonly oneRate: boolean;
  readonly oneNumber: boolean;
  readonly takesOff: boolean;
  readonly levels: readonly (readonly string[])[];
}

/** A fact from the row's cells; undefined where they do not say. */
export function fromRow(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef, asked: Asked): KnownFact | undefined {
  if (ref.kind === 'yes') return yes(scoreTable, row, ref);
  if (ref.role === 'target') return ofSide(row, asNumber(ref), 'target');
  if (ref.role === 'actual') return ofSide(row, asNumber(ref), 'actual') ?? ofSide(row, { ...asNumber(ref), role: 'own' }, 'actual');
  if (ref.kind === 'rate' && OF_PLANNED.test(ref.name)) return completion(scoreTable, row);
  if (ref.kind === 'rate' && COMPLETION_NAMES.test(labelOf(ref.name).key)) return ofCompletion(scoreTable, row, ref);
  if ((ref.kind === 'rate' || ref.kind === 'number') && COEFFICIENT_NAMES.test(labelOf(ref.name).key)) return ofSlot(row.coefficient);
  return ref.role === 'named' && !isOwnMeasure(row, ref.name) ? byAnotherName(row, ref, asked) : own(row, ref, asked);
}

/** 「目标值为4次，每少1次」: a figure, whatever is counted in it. */
const asNumber = (ref: FactRef): FactRef => (ref.kind === 'count' ? { ...ref, kind: 'number' } : ref);

/** The only count, or the only rate, of a rule that calls it otherwise than the row. */
function byAnotherName(row: IndicatorRow, ref: FactRef, asked: Asked): KnownFact | undefined {
  const { actual } = row;
  if (actual === undefined) return undefined;
  if (ref.kind === 'rate') return asked.oneRate ? rateByAnotherName(row, actual, ref) : undefined;
  if (ref.kind === 'number') return asked.oneNumber ? numberByTarget(row, actual, ref) : undefined;
  if (ref.kind !== 'count' || !asked.alone) return undefined;
  return countByAnotherName(row, actual, ref, asked) ?? (asked.takesOff ? undefined : quantityAs(actual, asNumber(ref)));
}

function rateByAnotherName(row: IndicatorRow, actual: Slot<Quantity>, ref: FactRef): KnownFact | undefined {
  const how = underAnotherName(row, ref.name);
  const found = how === null ? undefined : quantityAs(actual, ref);
  return found === undefined || how === 'named' ? found : { ...found, weak: true };
}

/** The rule's own threshold is the row's target, unit and all, or what it divides by: its figure is the row's, though it goes by another name. */
function numberByTarget(row: IndicatorRow, actual: Slot<Quantity>, ref: FactRef): KnownFact | undefined {
  const target = row.target?.value;
  const score = scoreByAnotherName(row, actual, ref);
  if (score !== undefined) return score;
  if (target?.number == null || target.percent) return undefined;
  if (ref.unit === '') return dividedByTarget(row, actual, ref, target.number);
  if (!sameUnit(target.unit, ref.unit)) return undefined;
  const written = `${target.number.toString()}${ref.unit}`;
  const found = normal(row.criterion?.value ?? '').includes(written) ? quantityAs(actual, ref) : undefined;
  return found === undefined ? undefined : { ...found, weak: true };
}

/** 「实际授权件数÷20」, where 20 is the row's target. */
function dividedByTarget(row: IndicatorRow, actual: Slot<Quantity>, ref: FactRef, target: Dec): KnownFact | undefined {
  if (!/^(?:实际|已)/.test(ref.name)) return undefined;
  const text = normal(row.criterion?.value ?? '');
  const divides = ['÷', '/'].some((sign) => text.includes(`${ref.name}${sign}${target.toString()}×`));
  const found = divides ? quantityAs(actual, ref) : undefined;
  return found === undefined ? undefined : { ...found, weak: true };
}

/** 「第三方评估综合得分」 of a row whose 完成值 is in 分. */
function scoreByAnotherName(row: IndicatorRow, actual: Slot<Quantity>, ref: FactRef): KnownFact | undefined {
  if (actual.value?.unit !== '分' || !(ref.unit === '' || ref.unit === '分') || !SCORE.test(bareLabel(ref.name))) return undefined;
  const found = quantityAs(actual, ref);
  const stem = bareLabel(row.name.value).replace(SCORE, '');
  return found === undefined || (stem.length >= SHORTEST_STEM && bareLabel(ref.name).includes(stem)) ? found : { ...found, weak: true };
}

const SHORTEST_STEM = 3;

function own(row: IndicatorRow, ref: FactRef, asked: Asked): KnownFact | undefined {
  const slot = row.actual;
  if (slot === undefined) return undefined;
  if (ref.kind === 'count') return countOf(slot, ref, asked) ?? (asked.takesOff ? undefined : quantityAs(slot, asNumber(ref)));
  if (ref.kind === 'level') return levelOf(row, slot, asked.levels);
  if (ref.kind === 'rank') return quantityAs(slot, ref) ?? placeIn(slot);
  // 「13.5万册」 in a formula that says no unit: in 册 or in 万册.
  if (ref.kind === 'number' && ref.unit === '' && typeof slot.raw === 'string' && /[千万亿]/.test(slot.raw)) return undefined;
  return quantityAs(slot, ref);
}

/** The level the words name; a 完成值 in the very words of the target is the best. */
function levelOf(row: IndicatorRow, slot: Slot<Quantity>, levels: Asked['levels']): KnownFact | undefined {
  if (slot.value?.kind !== 'words' || levels.length === 0) return undefined;
  const text = slot.value.text.replace(/(?<![。.,;])[。.,;]+$/, '');
  const named = levels.some((names) => names.includes(text)) ? text : levels.length === 3 ? levels[rankOfLevel(text)]?.[0] : undefined;
  const value = named ?? (text !== '' && text === row.target?.value?.text ? levels[0]?.[0] : undefined);
  return value === undefined ? undefined : { value, from: 'row', cells: [slot.at], money: '' };
}

/** 达成 · 部分达成 · 未达成, in their usual wordings; -1 for anything else. */
function rankOfLevel(text: string): number {
  if (/^(?:未达成|未达到|未完成)(?:年度|预期|绩效)?(?:指标|目标)?(?:且效果较差)?$/.test(text)) return 2;
  if (/^(?:部分|基本)(?:达成|达到|完成)(?:年度|预期|绩效)?(?:指标|目标)?(?:[并且]具?有一定效果)?$/.test(text)) return 1;
  return /^(?:全部|全面|已|已经)?(?:达成|达到)(?:年度|预期|绩效)?(?:指标|目标)?$/.test(text) ? 0 : -1;
}

/** A figure of target or actual as it is asked for. */
function quantityAs(slot: Slot<Quantity>, ref: FactRef): KnownFact | undefined {
  const value = slot.value;
  if (value === null) return undefined;
  const common = { from: 'row', cells: [slot.at] } as const;
  if (ref.kind === 'date') {
    const { date } = value;
    if (date?.year == null || date.month === null || date.day === null) return undefined;
    return { ...common, value: new Dec(date.year * 10_000 + date.month * 100 + date.day), money: '' };
  }
  if (value.kind !== 'number' || value.number === null || hasBound(value)) return undefined;
  if (ref.kind === 'rate') return value.percent ? { ...common, value: value.number, money: '', ...live(slot, value.number) } : undefined;
  if (ref.kind === 'rank') return value.number.isInteger() ? { ...common, value: value.number, money: '' } : undefined;
  if (ref.kind !== 'number' || value.percent) return undefined;
  const [own, asked] = [yuanPer(value.unit), yuanPer(ref.unit)];
  if (own !== null) {
    const used = value.number.times(own).div(asked ?? 1);
    return { ...common, value: used, money: '元', ...live(slot, used) };
  }
  if (asked !== null || (value.unit !== '' && ref.unit !== '' && !sameUnit(value.unit, ref.unit))) return undefined;
  return { ...common, value: value.number, money: value.unit === '' ? null : '', ...live(slot, value.number) };
}

/** 「≥95%」 as an actual value is a bound, not a figure. */
function hasBound(value: Quantity): boolean {
  return value.comparator !== null && value.comparator !== '=' && value.comparatorFrom === 'text';
}

/** Target and 完成值 on one scale, where both can be read so; a target alone as it stands. */
function ofSide(row: IndicatorRow, ref: FactRef, side: 'target' | 'actual'): KnownFact | undefined {
  const slot = side === 'target' ? row.target : row.actual;
  if (slot?.value == null) return undefined;
  const bothSides = row.target?.value != null && row.actual?.value != null && ref.kind === 'number';
  if (bothSides) {
    const pair = comparedPair(row.target.value, row.actual.value);
    if (pair === null || hasBound(row.actual.value)) return side === 'target' ? plainTarget(slot, ref) : undefined;
    const value = side === 'target' ? pair.target : pair.actual;
    const percent = row.target.value.percent && row.actual.value.percent;
    return {
      value,
      from: 'row',
      cells: [slot.at],
      money: '',
      ...live(slot, value),
      ...(percent ? { derived: asRate(ref, slot, value) } : {}),
    };
  }
  return side === 'target' ? plainTarget(slot, ref) : quantityAs(slot, ref);
}

/** The figure of a target without its sign. */
function plainTarget(slot: Slot<Quantity>, ref: FactRef): KnownFact | undefined {
  if (slot.value === null) return undefined;
  return quantityAs(
    { ...slot, value: { ...slot.value, comparator: null } },
    slot.value.percent && ref.kind === 'number' ? { ...ref, kind: 'rate' } : ref,
  );
}

/** A percentage is written as one in the arithmetic, whatever the text calls it. */
function asRate(ref: FactRef, slot: Slot<Quantity>, value: Dec): Arithmetic {
  return { op: 'given', ref: { ...ref, kind: 'rate' }, given: { value, ...(isLive(slot, value) ? { origin: slot.at } : {}) } };
}

/** Whether a row that is a 完成率 itself is meant as it stands, or against its 指标值, only figures in the text tell: where they do not, nothing is said. */
function ofCompletion(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef): KnownFact | undefined {
  const own = labelOf(ref.name).key === COMPLETION ? ownCompletion(row, ref) : undefined;
  if (own === undefined) return completion(scoreTable, row);
  const target = row.target?.value;
  const isWhole = target?.number == null || !target.percent || target.number.eq(1);
  return isWhole || normal(row.criterion?.value ?? '').includes(`${target.number.times(100).toString()}%`) ? own : undefined;
}

/** 「项目完成率 ≥90%, 80%」: the 完成值 is the 完成率 itself, and no part of the target. */
function ownCompletion({ name, actual }: IndicatorRow, ref: FactRef): KnownFact | undefined {
  return actual?.value?.percent === true && bareLabel(name.value).endsWith(COMPLETION) ? quantityAs(actual, ref) : undefined;
}

/** 完成率: as the row states it, else actual ÷ target (target ÷ actual for what is to be lowered). */
function completion(scoreTable: ScoreTable, row: IndicatorRow): KnownFact | undefined {
  const stated = ofSlot(row.completion);
  if (stated !== undefined) return stated;
  const { way } = directionOf(row);
  const [target, actual] = [row.target, row.actual];
  if (target?.value == null || actual?.value == null || hasBound(actual.value)) return undefined;
  const verdict = compareQuantities(target.value, actual.value, directionOf(row), scoreTable.year?.value ?? null);
  const pair = comparedPair(target.value, actual.value);
  if (pair === null || (way === 'unknown' && verdict === 'unknown')) return undefined;
  const [above, below] = way === 'down' ? [pair.target, pair.actual] : [pair.actual, pair.target];
  if (below.lte(0) || above.isNegative()) return undefined;
  const [top, bottom] = way === 'down' ? [target, actual] : [actual, target];
  const leaf = (slot: Slot<Quantity>, value: Dec, name: string) =>
    ({
      op: 'given',
      ref: { kind: 'number', role: 'named', name, unit: '', span: [0, 0] },
      given: { value, ...(isLive(slot, value) ? { origin: slot.at } : {}) },
    }) as const;
  return {
    value: above.div(below),
    from: 'row',
    cells: [actual.at, target.at],
    money: '',
    derived: {
      op: 'divide',
      left: leaf(top, above, way === 'down' ? '指标值' : '完成值'),
      right: leaf(bottom, below, way === 'down' ? '完成值' : '指标值'),
    },
  };
}

function ofSlot(slot: Slot<Dec> | undefined): KnownFact | undefined {
  if (slot?.value == null) return undefined;
  return {
    value: slot.value,
    from: 'row',
    cells: [slot.at],
    money: '',
    ...(typeof slot.raw === 'number' && slot.value.eq(new Dec(slot.raw)) ? { live: slot.at } : {}),
  };
}

/** Whether something holds: only what the row says outright. */
function yes(scoreTable: ScoreTable, row: IndicatorRow, ref: FactRef): KnownFact | undefined {
  const at = row.actual?.at ?? row.name.at;
  if (EXEMPT.test(ref.name)) return { value: row.applies === false, from: 'row', cells: [row.notApplicableAt ?? at], money: '' };
  if (ref.role === 'own' && ref.name === '正向指标') {
    const { way } = directionOf(row);
    return way === 'unknown' ? undefined : { value: way === 'up', from: 'row', cells: [row.target?.at ?? row.name.at], money: '' };
  }
  if ((ref.role === 'own' && ref.name === '达到指标值') || DONE.test(ref.name)) return targetMet(scoreTable, row);
  const text = row.actual?.value?.kind === 'words' || typeof row.actual?.raw === 'string' ? normal(String(row.actual.raw)) : '';
  if (text === '') return undefined;
  const common = { from: 'row', cells: [at], money: '' } as const;
  if (text === '是' || (ref.name !== '' && text === ref.name)) return { ...common, value: true };
  return text === '否' || denies(text, ref.name) ? { ...common, value: false } : undefined;
}

/** 「未公示」 beside 「公示」 and 「实施前进行公示」. */
function denies(text: string, name: string): boolean {
  if (name !== '' && (text === `不${name}` || text === `未${name}`)) return true;
  const denied = /^(?:未|没有|不)(?:进行|开展)?(.{2,12})$/.exec(text)?.[1];
  const at = denied === undefined ? -1 : name.indexOf(denied);
  return denied !== undefined && name.length > denied.length && at >= 0 && !endsInDenial(name.slice(0, at));
}

function targetMet(scoreTable: ScoreTable, row: IndicatorRow): KnownFact | undefined {
  const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
  if (target === null || actual === null) return undefined;
  const sameWords = target.kind === 'words' && actual.kind === 'words' && target.text === actual.text;
  const verdict = sameWords ? 'met' : compareQuantities(target, actual, directionOf(row), scoreTable.year?.value ?? null);
  return verdict === 'unknown' ? undefined : { value: verdict === 'met', from: 'row', cells: [row.actual!.at, row.target!.at], money: '' };
}
