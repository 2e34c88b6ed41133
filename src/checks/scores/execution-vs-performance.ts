import { DEFAULT_PARAMETERS } from '../../standards';
import { halfUp, Dec } from '../../workbook';
import { accused, TABLE } from '../support/accused';
import {
  executionRow,
  explanation,
  type Funding,
  type FundingRow,
  fundingTotal,
  saysNothing,
  scoreCells,
  weightCells,
} from '../../score-table';
import { denominator, rateOn } from '../support/money';
import type { Check, CheckContext } from '../types';

export interface ExecutionVsPerformance {
  readonly rate: Dec;
  /** Σ得分 and Σ分值 of the indicators without the execution row. */
  readonly score: Dec;
  readonly weight: Dec;
  /** (指标得分率 − 执行率) ÷ 指标得分率. */
  readonly gap: Dec;
  readonly red: boolean;
  /** The rate below which the standard asks for a reason, where only that is why; null: the warning of the system. */
  readonly explainBelow: Dec | null;
}

export const executionVsPerformance: Check<ExecutionVsPerformance> = {
  code: 'execution-vs-performance',
  title: '执行率偏低而绩效得分高',
  headline: '执行低、得分高',
  severities: ['advisory'],
  basis: DEFAULT_PARAMETERS.executionWarning.reference,
  needs: ['funding', 'scores', 'weights'],
  explain: {
    looksFor: '预算执行率明显低于指标得分率（预算管理一体化系统的红色、黄色预警规则）：钱花得少而指标得分高，又没有说明。',
    howToFix: '核对执行数与各指标完成情况；确属节约或跨年支付的，在说明栏写明。',
  },
  *run(context) {
    const { scoreTable, parameters } = context;
    const total = fundingTotal(scoreTable);
    if (total === null || !saysNothing(explanation(total.reason)) || /执行|结转|结余|节约|支付/.test(explanation(scoreTable.remarks)))
      return;
    const rate = partialRate(total, scoreTable.funding!);
    const sums = rate === null ? null : indicatorSums(context);
    if (rate === null || sums === null) return;
    const share = Dec.min(sums.score.div(sums.weight), 1);
    const gap = share.minus(rate).div(share);
    const { red, yellow } = parameters.executionWarning.value;
    const isRed = gap.gt(red);
    const warned = isRed || new Dec(1).minus(rate).gt(yellow);
    const asked = parameters.executionExplained;
    const explainBelow = !warned && asked !== null && rate.lt(asked.value) ? asked.value : null;
    if (!warned && explainBelow === null) return;
    yield {
      severity: 'advisory',
      accused: accused(TABLE, 'rate'),
      cell: (total.rate?.value != null ? total.rate : total.executed!).at,
      indicator: null,
      data: { rate, ...sums, gap, red: isRed, explainBelow },
      actual: halfUp(rate, 4),
      basis: explainBelow === null ? parameters.executionWarning.reference : asked!.reference,
    };
  },
  message(data, words, finding) {
    const n = words.number;
    if (data.explainBelow !== null)
      return `预算执行率（${words.cell(finding.cell)}）为${words.percent(data.rate)}，低于所用标准要求说明的${words.percent(data.explainBelow)}，而没有说明原因。请说明资金未执行完的原因。`;
    const share = data.score.div(data.weight);
    const compared = `指标得分率${n(data.score)}÷${n(data.weight)}=${words.percent(share)}`;
    const why = data.red
      ? `，两者相差（${words.percent(share)}−${words.percent(data.rate)}）÷${words.percent(share)}=${words.percent(data.gap)}`
      : `，未执行比例为${words.percent(new Dec(1).minus(data.rate))}`;
    return `预算执行率（${words.cell(finding.cell)}）为${words.percent(data.rate)}，${compared}${why}，一体化系统会据此预警。请核实执行数和指标得分，或说明资金未执行完的原因。`;
  },
};

/** The execution rate where a part of the money was spent and the amounts and the stated rate agree; null otherwise. */
function partialRate(total: FundingRow, funding: Funding): Dec | null {
  const stated = total.rate?.value ?? null;
  const rate = rateOn(total, denominator(funding)) ?? stated;
  // Where the stated rate says something else, one of the figures is wrong, and that is said elsewhere.
  if (rate === null || rate.gte(1) || rate.lte(0) || (stated !== null && stated.minus(rate).abs().gt('0.01'))) return null;
  return rate;
}

/** null where a score is missing, doubted, or there is nothing to compare. */
function indicatorSums({ scoreTable, doubted }: CheckContext): { readonly score: Dec; readonly weight: Dec } | null {
  const rows = scoreTable.rows.filter(
    (row) => row.role === 'indicator' && row.applies !== false && row.id !== executionRow(scoreTable)?.id,
  );
  const scores = scoreCells(scoreTable, rows, scoreTable.self!);
  const weights = weightCells(scoreTable, rows);
  if (
    scores.length === 0 ||
    scores.some(({ slot }) => slot.value === null || doubted(slot.at)) ||
    weights.some(({ slot }) => slot.value === null)
  )
    return null;
  const score = scores.reduce((all, { slot }) => all.plus(slot.value!), new Dec(0));
  const weight = weights.reduce((all, { slot }) => all.plus(slot.value!), new Dec(0));
  return score.lte(0) || weight.lte(0) ? null : { score, weight };
}
