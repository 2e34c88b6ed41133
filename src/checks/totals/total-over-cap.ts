import type { Addr, Dec } from '../../workbook';
import { accused, totalKey } from '../support/accused';
import { executionRate } from '../../score-table';
import { fullScoreOf } from '../support/full-score';
import { standardTitle, weighs } from '../support/standards';
import type { Check } from '../types';

export interface TotalOverCap {
  readonly cell: Addr;
  readonly total: Dec;
  readonly most: Dec;
  readonly rate: Dec;
  readonly below: Dec;
  readonly standard: string;
}

export const totalOverCap: Check<TotalOverCap> = {
  code: 'total-over-cap',
  title: '总分超过执行率对应的上限',
  headline: '总分超过上限',
  severities: ['mandatory', 'advisory'],
  basis: { title: '所用标准的「总分上限」规定', status: 'practice' },
  needs: ['totals', 'funding'],
  explain: {
    looksFor:
      '所用标准规定预算执行率偏低时总分有上限的（例如执行率低于80%，总分不超过89分），表中总分是否超过上限。没有这项规定的标准不检查。',
    howToFix: '核对执行率和总分；执行率无误的，按标准把总分调到上限以内，等级相应更正。',
  },
  *run(context) {
    const { scoreTable, parameters, doubted, standards } = context;
    const caps = parameters.totalCaps;
    const rate = executionRate(scoreTable);
    const full = fullScoreOf(scoreTable);
    if (caps === null || rate === null || full === null || scoreTable.self === null) return;
    const cap = caps.value.find((one) => rate.lt(one.below));
    if (cap === undefined) return;
    // Caps are written for the standard's full score.
    const most = cap.most.times(full).div(parameters.fullScore.value);
    for (const [index, total] of scoreTable.totals.entries()) {
      const slot = total.scores[scoreTable.self];
      if (total.kind !== 'total' || slot == null || slot.value === null || doubted(slot.at) || slot.value.lte(most)) continue;
      yield {
        severity: weighs(standards) ? 'mandatory' : 'advisory',
        accused: accused(`${totalKey(index, scoreTable.self)}:cap`, 'total'),
        cell: slot.at,
        indicator: null,
        data: { cell: slot.at, total: slot.value, most, rate, below: cap.below, standard: standardTitle(standards) },
        actual: slot.value,
        basis: caps.reference,
      };
    }
  },
  message(data, words) {
    return `总分 ${words.cell(data.cell)} 填${words.number(data.total)}，预算执行率为${words.percent(data.rate)}，低于${words.percent(data.below)}；按${data.standard}，总分不超过${words.number(data.most)}分。请核对执行率和总分，按规定更正。`;
  },
};
