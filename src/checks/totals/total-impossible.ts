import type { Addr, Dec } from '../../workbook';
import { ARITHMETIC } from '../support/basis';
import { judgeSum, statedSums } from '../support/totals';
import { columnLabel } from './total-score';
import type { Check } from '../types';

export interface TotalImpossible {
  readonly cell: Addr;
  readonly label: string;
  readonly column: string;
  readonly stated: Dec;
  /** What is filled in, and that plus the 分值 of what is blank. */
  readonly from: Dec;
  readonly to: Dec;
  readonly blanks: readonly Addr[];
}

export const totalImpossible: Check<TotalImpossible> = {
  code: 'total-impossible',
  title: '总分超出可能范围',
  headline: '总分超出可能范围',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['scores', 'totals', 'weights'],
  explain: {
    looksFor: '还有得分未填时，填写的总分是否落在可能的范围内：不小于已填得分之和，不大于已填得分加上未填各项分值。',
    howToFix: '补填空白的得分，并使总分等于各项得分之和。',
  },
  *run(context) {
    for (const stated of statedSums(context, 'total')) {
      const verdict = judgeSum(context, stated);
      if (verdict.is !== 'impossible') continue;
      const blanks = verdict.blanks.map((slot) => slot.at);
      yield {
        severity: 'mandatory',
        accused: stated.accused,
        cell: stated.slot.at,
        related: blanks,
        indicator: null,
        data: {
          cell: stated.slot.at,
          label: stated.label,
          column: columnLabel(context, stated),
          stated: verdict.stated,
          from: verdict.from,
          to: verdict.to,
          blanks,
        },
        actual: verdict.stated,
      };
    }
  },
  message(data, words) {
    const n = words.number;
    const bound = data.stated.lt(data.from)
      ? `已填得分合计就有${n(data.from)}`
      : `已填得分合计为${n(data.from)}，未填各项全部得满分也只有${n(data.to)}`;
    return `${data.column}${data.label} ${words.cell(data.cell)} 填${n(data.stated)}，而${bound}。还有得分未填（${words.cells(data.blanks)}），请补填后重新计算总分。`;
  },
};
