import { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { selfScore } from '../../score-table';
import type { Check } from '../types';

export interface DoubleWeighting {
  readonly name: string;
  readonly weight: Dec;
  readonly item: Dec;
  readonly score: Dec;
}

const HUNDRED = new Dec(100);

export const doubleWeighting: Check<DoubleWeighting> = {
  code: 'double-weighting',
  title: '得分重复加权',
  headline: '得分重复加权',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '折算得分＝单项得分（百分制）×权重' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor: '「单项得分」已等于权重（即已加权），「折算得分」又乘了一次权重，如25×25%=6.25。',
    howToFix: '单项得分按百分制填写（满分100），折算得分＝单项得分×权重；或折算得分直接等于已加权的单项得分。',
  },
  *run(context) {
    const { scoreTable, doubted } = context;
    const rows = scoreTable.rows.filter(
      (row) =>
        row.role === 'indicator' && row.itemScore?.value != null && row.weight?.value != null && selfScore(scoreTable, row)?.value != null,
    );
    const twice = rows.filter((row) => {
      const [weight, item, score] = [row.weight!.value!, row.itemScore!.value!, selfScore(scoreTable, row)!];
      if (weight.lte(0) || weight.gte(HUNDRED) || doubted(score.at) || doubted(row.itemScore!.at)) return false;
      return item.eq(weight) && score.value!.minus(weight.times(weight).div(HUNDRED)).abs().lt('0.0051');
    });
    for (const row of twice) {
      const score = selfScore(scoreTable, row)!;
      yield {
        // One row alone may have earned exactly that many points out of a hundred.
        severity: twice.length * 2 > rows.length ? 'mandatory' : 'advisory',
        accused: accused(row.id, 'score'),
        cell: score.at,
        indicator: row.name.value,
        data: { name: row.name.value, weight: row.weight!.value!, item: row.itemScore!.value!, score: score.value! },
        actual: score.value,
        expected: row.itemScore!.value,
      };
    }
  },
  message(data, words, finding) {
    const n = words.number;
    const place =
      finding.related.length > 1
        ? `${words.cells(finding.related)}的折算得分`
        : `${words.name(data.name)}的折算得分（${words.cell(finding.cell)}）`;
    const many = finding.related.length > 1 ? `如${words.name(data.name)}：` : '';
    return `${place}把已加权的单项得分又乘了一次权重，${many}${n(data.item)}×${n(data.weight)}%=${n(data.score)}。单项得分按百分制应为100，折算为100×${n(data.weight)}%=${n(data.weight)}分。请核实两列的计分口径后更正。`;
  },
};
