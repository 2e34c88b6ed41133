/** What the funding block gives: amounts of 年度资金总额 and the rates between them. */
import type { Arithmetic, FactRef } from '../../criteria';
import {
  type Amount,
  denominator,
  type Funding,
  type FundingRow,
  fundingTotal,
  rateOn,
  type ScoreTable,
  type Slot,
} from '../../score-table';
import { Dec } from '../../workbook';
import { yuanPer } from './amounts';
import type { KnownFact } from './known';
import { labelOf } from './labels';
import words from '../data/funding-words.json';

const AMOUNT_OF = new Map<string, Amount | 'divisor'>(
  Object.entries(words.amounts).flatMap(([amount, names]) =>
    names.map((name) => [labelOf(name).key, amount as Amount | 'divisor'] as const),
  ),
);
const RATES = new Map<string, 'execution' | 'arrival'>(
  Object.entries(words.rates).flatMap(([rate, names]) =>
    names.map((name) => [labelOf(name).key, rate as 'execution' | 'arrival'] as const),
  ),
);

/** So far a stated rate may lie from the amounts and still be the same rate, rounded or cut. */
const SAME_RATE = new Dec('0.005');

/** An amount or a rate of the funding block by its name; undefined where the block does not say. */
export function fromFunding(scoreTable: ScoreTable, ref: Pick<FactRef, 'kind' | 'unit' | 'name'>): KnownFact | undefined {
  const { funding } = scoreTable;
  const total = fundingTotal(scoreTable);
  const { key, period } = labelOf(ref.name);
  if (funding === undefined || total === null || period !== 'this') return undefined;
  const rate = RATES.get(key);
  if (ref.kind === 'rate')
    return rate === undefined ? undefined : rate === 'execution' ? executionRateOf(scoreTable, funding, total) : arrival(funding, total);
  const amount = AMOUNT_OF.get(key);
  if (ref.kind !== 'number' || amount === undefined) return undefined;
  return amountOf(funding, total[amount === 'divisor' ? denominator(funding) : amount], ref.unit);
}

/** 执行率: on the amounts where both are there, beside it the rate as stated; else as stated. */
export function executionRateOf(
  scoreTable: ScoreTable,
  funding = scoreTable.funding,
  total = fundingTotal(scoreTable),
): KnownFact | undefined {
  if (funding === undefined || total === null) return undefined;
  const stated = total.rate?.state === 'value' ? total.rate : undefined;
  const divisor = denominator(funding);
  const byParts = ofParts(funding, total, divisor);
  if (byParts !== undefined) return byParts;
  const rate = rateOn(total, divisor);
  if (rate === null) {
    if (stated?.value == null) return undefined;
    return {
      value: stated.value,
      from: 'funding',
      cells: [stated.at],
      money: '',
      ...(isLive(stated, stated.value) ? { live: stated.at } : {}),
    };
  }
  const shown = stated?.value != null && !stated.value.eq(rate) && stated.value.minus(rate).abs().lte(SAME_RATE) ? stated.value : undefined;
  const parts = [total.executed!, total[divisor]!] as const;
  return {
    value: rate,
    ...(shown === undefined ? {} : { shown }),
    from: 'funding',
    cells: [...(stated === undefined ? [] : [stated.at]), ...parts.map((slot) => slot.at)],
    derived: quotient(parts[0], '全年执行数', parts[1], divisor === 'initial' ? '年初预算数' : '全年预算数'),
    money: '',
  };
}

/** A line of totals that says 0 where its sources say otherwise: then the sources are added up. */
function ofParts(funding: Funding, total: FundingRow, divisor: Amount): KnownFact | undefined {
  const empty = (slot: Slot<Dec> | undefined): boolean => slot?.value?.isZero() ?? false;
  if (!empty(total.executed) || !empty(total[divisor])) return undefined;
  const parts = funding.rows.filter((row) => row.kind === 'part' && row.parent === funding.total);
  const [above, below] = (['executed', divisor] as const).map((amount) =>
    parts.flatMap((row) => (row[amount]?.value == null || row[amount].value.isZero() ? [] : [row[amount]])),
  );
  const sum = (slots: readonly Slot<Dec>[]): Dec => slots.reduce((all, slot) => all.plus(slot.value!), new Dec(0));
  if (above!.length === 0 || below!.length === 0 || sum(below!).lte(0)) return undefined;
  const added = (slots: readonly Slot<Dec>[], name: string): Arithmetic =>
    slots.map((slot) => leaf(slot, name)).reduce((left, right) => ({ op: 'add', left, right }));
  return {
    value: sum(above!).div(sum(below!)),
    from: 'funding',
    cells: [...above!, ...below!].map((slot) => slot.at),
    derived: { op: 'divide', left: added(above!, '全年执行数'), right: added(below!, '全年预算数') },
    money: '',
  };
}

function arrival(funding: Funding, total: FundingRow): KnownFact | undefined {
  const divisor = denominator(funding);
  const [arrived, budget] = [total.arrived, total[divisor]];
  if (arrived?.value == null || budget?.value == null || budget.value.lte(0)) return undefined;
  return {
    value: arrived.value.div(budget.value),
    from: 'funding',
    cells: [arrived.at, budget.at],
    derived: quotient(arrived, '到位数', budget, '全年预算数'),
    money: '',
  };
}

function amountOf(funding: Funding, slot: Slot<Dec> | undefined, unit: string): KnownFact | undefined {
  if (slot?.value == null) return undefined;
  const own = funding.unit === 'mixed' ? null : yuanPer(funding.unit);
  const asked = yuanPer(unit);
  if (asked !== null && own === null) return undefined;
  const used = own === null ? slot.value : slot.value.times(own).div(asked ?? 1);
  return {
    value: used,
    from: 'funding',
    cells: [slot.at],
    money: own === null ? null : '元',
    ...(isLive(slot, used) ? { live: slot.at } : {}),
  };
}

function isLive(slot: Slot<Dec>, used: Dec): boolean {
  return typeof slot.raw === 'number' && used.eq(new Dec(slot.raw));
}

function quotient(above: Slot<Dec>, aboveName: string, below: Slot<Dec>, belowName: string): Arithmetic {
  return { op: 'divide', left: leaf(above, aboveName), right: leaf(below, belowName) };
}

function leaf(slot: Slot<Dec>, name: string): Arithmetic {
  const value = slot.value!;
  return {
    op: 'given',
    ref: { kind: 'number', role: 'named', name, unit: '', span: [0, 0] },
    given: { value, ...(isLive(slot, value) ? { origin: slot.at } : {}) },
  };
}
