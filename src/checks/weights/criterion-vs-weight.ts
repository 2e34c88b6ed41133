import { criterionPoints } from '../../criteria';
import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { scoredRows } from '../../score-table';
import type { Check } from '../types';

export interface CriterionVsWeight {
  readonly name: string;
  readonly points: Dec;
  readonly weight: Dec;
}

export const criterionVsWeight: Check<CriterionVsWeight> = {
  code: 'criterion-vs-weight',
  title: '评分标准内的分数与分值不一致',
  headline: '标准分数不足分值',
  severities: ['info'],
  basis: { ...ARITHMETIC, article: '评分标准各条分数之和、最高档分数应等于该项分值' },
  needs: ['weights'],
  explain: {
    looksFor: '评分标准写明的各条分数之和，或最高一档的分数，与该项分值不相等。多为表样本身的问题，只供参考。',
    howToFix: '不需回复；制表单位可核对评分标准与分值。',
  },
  *run(context) {
    for (const row of scoredRows(context.scoreTable)) {
      const weight = row.role === 'indicator' && row.shares === undefined ? (row.weight?.value ?? null) : null;
      const { rule, admissible } = context.expected(row.id);
      if (
        weight === null ||
        rule?.at === undefined ||
        rule.parsed.understood !== 'whole' ||
        context.doubted(row.weight!.at) ||
        context.doubted(rule.at)
      )
        continue;
      if (row.itemScore !== undefined || (admissible.is === 'unknown' && admissible.why === 'shared')) continue;
      const points = criterionPoints(rule.parsed.criterion);
      if (points === null || points.eq(weight)) continue;
      yield {
        severity: 'info',
        accused: accused(row.id, 'text'),
        cell: rule.at,
        related: [row.weight!.at],
        indicator: row.name.value,
        data: { name: row.name.value, points, weight },
        actual: points,
        expected: weight,
      };
    }
  },
  message(data, words, finding) {
    return `${words.name(data.name)}的评分标准（${words.cell(finding.cell)}）写明的分数合计（或最高档）为${words.number(data.points)}分，该项分值（${words.cell(finding.related[0]!)}）为${words.number(data.weight)}分，两者不一致，供核对表样时参考。`;
  },
};
