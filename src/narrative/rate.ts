/** The execution rate with its denominator named. */
import { type FundingRow, fundingTotal, type ScoreTable, type Slot } from '../score-table';
import { line, percentage, type Pieces } from './pieces';

/** 「预算执行率96.5%（全年执行数÷全年预算数）」; empty where it is not known. */
export function rateSentence(scoreTable: ScoreTable): Pieces {
  const total = fundingTotal(scoreTable);
  return total === null ? [] : ratePieces(total, scoreTable);
}

/** The slot where it holds a value. */
export function filledSlot<T>(slot: Slot<T> | undefined): (Slot<T> & { readonly value: T }) | null {
  return slot === undefined || slot.value === null ? null : (slot as Slot<T> & { readonly value: T });
}

/** By the amounts where they are there, else as stated. */
function ratePieces(total: FundingRow, scoreTable: ScoreTable): Pieces {
  const executed = filledSlot(total.executed);
  const budget = filledSlot(total.budget) ?? filledSlot(total.initial);
  if (executed !== null && budget !== null && budget.value.gt(0)) {
    const by = total.budget?.value == null ? '年初预算数' : '全年预算数';
    const rate = percentage(executed.value.div(budget.value), { of: 'ratio', cells: [executed.at], by: [budget.at] });
    return line('预算执行率', rate, '（全年执行数÷', by, '）');
  }
  const stated = filledSlot(total.rate);
  return stated === null || scoreTable.funding === undefined
    ? []
    : line('预算执行率', percentage(stated.value, { of: 'cell', cells: [stated.at] }));
}
