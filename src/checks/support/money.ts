/** The funding table's amounts: which column is what, and what is divided by what. */
import {
  type Amount,
  executionRow,
  type IndicatorRow,
  type MoneyUnit,
  type Quantity,
  type RowId,
  type ScoreTable,
  type Slot,
} from '../../score-table';
import { halfUp, Dec, wordsPattern } from '../../workbook';
import { fundingKey } from './accused';
import words from '../data/money.json';

export { AMOUNTS, denominator, rateOn, type Amount } from '../../score-table';
export const AMOUNT_NAMES: Readonly<Record<Amount, string>> = {
  initial: '年初预算数',
  budget: '全年预算数',
  arrived: '到位数',
  executed: '全年执行数',
};

const CENT = new Dec('0.01');

/** Who is blamed for the rate or score of a funding row: the execution row for 年度资金总额, else the line itself. */
export function fundingRowKey(scoreTable: ScoreTable, index: number): RowId | string {
  const execution = executionRow(scoreTable);
  return index === scoreTable.funding?.total && execution !== null ? execution.id : fundingKey(index);
}

/** 0.498839 → 「49.8839%」: four decimals, so that the arithmetic shown comes out. */
export function ratePoints(rate: Dec): string {
  return `${halfUp(rate.times(100), 4).toFixed()}%`;
}

/** How far a sum of so many amounts may lie from its total: half a cent (or half the last decimal typed) for each. */
export function sumTolerance(amounts: readonly Dec[]): Dec {
  const decimals = Math.max(2, ...amounts.map((one) => one.decimalPlaces()));
  const unit = decimals === 2 ? CENT : new Dec(10).pow(-Math.min(decimals, 6));
  return unit.times(amounts.length).div(2);
}

/** Σ of the values that are there. */
export function sumOfSlots(slots: readonly (Slot<Dec> | undefined)[]): Dec {
  return slots.reduce((all, slot) => (slot?.value == null ? all : all.plus(slot.value)), new Dec(0));
}

/** An amount of the funding table in 元; null where its unit is not known. */
export function inYuan(amount: Dec, unit: MoneyUnit | null): Dec | null {
  return unit === '万元' ? amount.times(10_000) : unit === '元' ? amount : null;
}

/** Every defensible reading in 元 of a target or an actual value that is an amount of money; none where it is no money. */
export function moneyReadings(value: Quantity, beside: Quantity | null, unit: MoneyUnit | null): readonly Dec[] {
  if (value.kind !== 'number' || value.number === null || value.percent) return [];
  if (/[万亿]/.test(value.text)) return [value.number.times(value.text.includes('万元') && value.unit === '万元' ? 10_000 : 1)];
  const own = value.unit !== '' ? value.unit : (beside?.unit ?? '');
  if (own === '元') return [value.number];
  if (own === '万元') return [value.number.times(10_000)];
  if (own === '亿元') return [value.number.times(100_000_000)];
  if (own !== '') return [];
  const asFunding = inYuan(value.number, unit);
  if (beside !== null && /[万亿]/.test(beside.text)) return [value.number, value.number.times(10_000)];
  return asFunding === null ? [value.number, value.number.times(10_000)] : [asFunding];
}

/** 人均培训成本, 单套设备价格, 每公里造价: a figure for each, never the money of the whole. */
const FOR_EACH = new RegExp(`${wordsPattern(words.forEach)}|[人户次亩件台套册生床班村公里]均|单[台套件册次个人亩份]`);

/** True where the row's own figure is for each of many, or no amount at all. */
export function isForEach(row: IndicatorRow): boolean {
  return FOR_EACH.test(row.name.value);
}

const COSTS = new RegExp(wordsPattern(words.costs));

/** True where the row counts money spent: its names say cost or spending. */
export function isCostRow(row: IndicatorRow): boolean {
  return COSTS.test(row.path.join('/')) && !isForEach(row);
}
