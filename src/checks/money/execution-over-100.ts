import { halfUp, type Dec } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { fundingTotal, saysWhy } from '../../score-table';
import { denominator, fundingRowKey, rateOn } from '../support/money';
import type { Check } from '../types';

export interface ExecutionOver100 {
  readonly name: string;
  readonly rate: Dec;
  readonly executed: Dec | null;
  readonly divisor: Dec | null;
}

export const executionOver100: Check<ExecutionOver100> = {
  code: 'execution-over-100',
  title: '预算执行率超过100%',
  headline: '执行率超过100%',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '执行数一般不大于调整后预算数，超出的须说明资金来源' },
  needs: ['funding'],
  explain: {
    looksFor: '年度资金总额的执行数大于预算数，执行率超过100%，又没有说明。',
    howToFix: '核对全年预算数是否含年中追加和上年结转；确有其他资金来源的，在说明栏写明。',
  },
  *run({ scoreTable, doubted }) {
    const total = fundingTotal(scoreTable);
    if (total === null || saysWhy(total.reason) || saysWhy(scoreTable.remarks)) return;
    const divisor = denominator(scoreTable.funding!);
    const byAmounts = rateOn(total, divisor);
    const rate = byAmounts ?? total.rate?.value ?? null;
    if (rate === null || rate.lte('1.00005')) return;
    const slot = total.rate?.value != null ? total.rate : total.executed;
    if (slot === undefined || [slot, total.executed, total[divisor]].some((one) => one !== undefined && doubted(one.at))) return;
    yield {
      severity: 'advisory',
      accused: accused(fundingRowKey(scoreTable, scoreTable.funding!.total!), 'rate'),
      cell: slot.at,
      indicator: total.label.value,
      data: {
        name: total.label.value.replace(/[:：]\s*$/, ''),
        rate,
        executed: byAmounts === null ? null : total.executed!.value,
        divisor: byAmounts === null ? null : total[divisor]!.value,
      },
      actual: halfUp(rate, 4),
    };
  },
  message(data, words, finding) {
    const sum =
      data.executed === null || data.divisor === null
        ? words.percent(data.rate)
        : `${words.number(data.executed)}÷${words.number(data.divisor)}=${words.percent(data.rate)}`;
    return `${words.name(data.name)}的执行率（${words.cell(finding.cell)}）为${sum}，执行数大于预算数，表中没有说明。请核实全年预算数是否含追加和结转资金，或说明超出部分的资金来源；执行率得分以分值为限。`;
  },
};
