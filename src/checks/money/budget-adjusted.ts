import { DEFAULT_PARAMETERS } from '../../standards';
import type { Dec } from '../../workbook';
import { accused, fundingKey } from '../support/accused';
import { explanation, fundingTotal, saysNothing } from '../../score-table';
import { isScaleSlip } from '../support/scale';
import type { Check } from '../types';
import words from '../data/money.json';
import { wordsPattern } from '../../workbook';

export interface BudgetAdjusted {
  readonly name: string;
  readonly initial: Dec;
  readonly budget: Dec;
  /** Signed, a fraction of the initial budget. */
  readonly change: Dec;
  readonly threshold: Dec;
}

const SAYS_WHY = new RegExp(wordsPattern(words.adjusted));

export const budgetAdjusted: Check<BudgetAdjusted> = {
  code: 'budget-adjusted',
  title: '年中预算调整较大',
  headline: '年中调整较大',
  severities: ['advisory'],
  basis: DEFAULT_PARAMETERS.budgetAdjustment.reference,
  needs: ['funding'],
  explain: {
    looksFor: '年度资金总额由年初预算数到全年预算数的增减幅度超过规定比例（默认10%），而表中没有说明。',
    howToFix: '在说明栏写明追加或调减的原因和文件依据；预算数填错的改正。',
  },
  *run({ scoreTable, parameters, doubted }) {
    const total = fundingTotal(scoreTable);
    const [initial, budget] = [total?.initial?.value ?? null, total?.budget?.value ?? null];
    if (total === null || initial === null || budget === null || initial.lte(0) || budget.lt(0)) return;
    if (doubted(total.initial!.at) || doubted(total.budget!.at) || isScaleSlip(initial, budget)) return;
    const change = budget.minus(initial).div(initial);
    const threshold = parameters.budgetAdjustment.value;
    if (change.abs().lte(threshold) || !saysNothing(explanation(total.reason)) || SAYS_WHY.test(explanation(scoreTable.remarks))) return;
    yield {
      severity: 'advisory',
      accused: accused(`${fundingKey(scoreTable.funding!.total!)}:adjusted`, 'money'),
      cell: total.budget!.at,
      related: [total.initial!.at],
      indicator: total.label.value,
      data: { name: total.label.value.replace(/[:：]\s*$/, ''), initial, budget, change, threshold },
      actual: budget,
      basis: parameters.budgetAdjustment.reference,
    };
  },
  message(data, words, finding) {
    const n = words.number;
    const way = data.change.gt(0) ? '增加' : '减少';
    return `${words.name(data.name)}年初预算数${n(data.initial)}，全年预算数${n(data.budget)}（${words.cell(finding.cell)}），${way}${words.percent(data.change.abs())}（${n(data.budget)}÷${n(data.initial)}−1），超过${words.percent(data.threshold)}。请核实，并说明年中追加或调减的原因和依据。`;
  },
};
