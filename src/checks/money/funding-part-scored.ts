import type { Dec } from '../../workbook';
import { accused, fundingKey, totalKey } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { executionRow, fundingTotal } from '../../score-table';
import { judgeSum, statedSums } from '../support/totals';
import type { Accused, Check, CheckContext } from '../types';

export interface FundingPartScored {
  readonly name: string;
  readonly score: Dec;
  /** The stated total that counts it a second time. */
  readonly total: Dec | null;
}

export const fundingPartScored: Check<FundingPartScored> = {
  code: 'funding-part-scored',
  title: '资金明细行也填了得分',
  headline: '资金明细行有得分',
  severities: ['mandatory', 'advisory'],
  basis: { ...PRACTICE, article: '执行率只在年度资金总额一行计分' },
  needs: ['funding', 'scores'],
  explain: {
    looksFor: '「其中」资金行也填了得分，执行率得分可能重复计入；总分确已重复计入的为强制性。',
    howToFix: '「其中」各行的分值和得分填「—」，只保留年度资金总额一行的得分。',
  },
  *run(context) {
    const { scoreTable, doubted } = context;
    const own = fundingTotal(scoreTable)?.score;
    const parts = (scoreTable.funding?.rows ?? []).flatMap((row, index) => {
      const { score } = row;
      const merged = own !== undefined && score !== undefined && score.at.row === own.at.row && score.at.col === own.at.col;
      return row.kind === 'part' && score?.value != null && score.value.gt(0) && !merged && !doubted(score.at)
        ? [{ row, index, score }]
        : [];
    });
    const [first, ...others] = parts;
    if (first === undefined) return;
    const extra = parts.reduce((all, part) => all.plus(part.score.value!), first.score.value!.times(0));
    const twice = own?.value == null ? null : doubleTotal(context, extra);
    yield {
      severity: twice === null ? 'advisory' : 'mandatory',
      accused: accused(fundingKey(first.index), 'score'),
      accountsFor: [...(twice?.accounted ?? []), ...unscoredTotal(context)],
      cell: first.score.at,
      related: others.map((part) => part.score.at),
      indicator: first.row.label.value,
      data: { name: first.row.label.value.replace(/\s+/g, ''), score: first.score.value!, total: twice?.stated ?? null },
      actual: first.score.value,
      expected: null,
    };
  },
  message(data, words, finding) {
    const more = finding.related.length > 0 ? `等${finding.related.length + 1}行` : '';
    const consequence = data.total === null ? '执行率得分容易重复计入总分' : `总分${words.number(data.total)}已把它重复计入`;
    return `资金明细行${words.name(data.name)}${more}也填了得分${words.number(data.score)}（${words.cell(finding.cell)}），而执行率只在年度资金总额一行计分，${consequence}。请核实，明细行的分值和得分改填「—」。`;
  },
};

/** A stated total that is the sum of the rows and of these scores once more. */
function doubleTotal(context: CheckContext, extra: Dec): { readonly stated: Dec; readonly accounted: readonly Accused[] } | null {
  for (const stated of statedSums(context, 'total')) {
    if (stated.column !== context.scoreTable.self) continue;
    const verdict = judgeSum(context, stated);
    if (verdict.is === 'wrong' && verdict.stated.minus(verdict.sum).eq(extra)) {
      return {
        stated: verdict.stated,
        accounted: context.scoreTable.totals.map((_, index) => accused(totalKey(index, stated.column), 'total')),
      };
    }
  }
  return null;
}

/** The score stands in the wrong line: that the total's line has none is the same mistake. */
function unscoredTotal({ scoreTable }: CheckContext): readonly Accused[] {
  const row = executionRow(scoreTable);
  return row !== null && fundingTotal(scoreTable)?.score?.state === 'blank' ? [accused(row.id, 'score')] : [];
}
