import type { Addr, Dec } from '../../workbook';
import { ARITHMETIC } from '../support/basis';
import { executionRow } from '../../score-table';
import { sumFix } from '../support/fixes';
import { judgeSum, statedSums, type StatedSum } from '../support/totals';
import { oldValuesBehind, type OldValue } from '../../score-table';
import { oldValueText } from '../support/old-values';
import type { Check, CheckContext, Raw } from '../types';

export interface TotalScore {
  readonly cell: Addr;
  readonly label: string;
  /** Name of the score column where there are several; '' else. */
  readonly column: string;
  readonly stated: Dec;
  readonly sum: Dec;
  /** The difference is exactly the execution row's score. */
  readonly withoutExecution: boolean;
  /** Old values beneath merged cells that the formula adds: the cause of the difference. */
  readonly beneath: readonly OldValue[];
}

export const totalScore: Check<TotalScore> = {
  code: 'total-score',
  title: '总分与得分合计',
  headline: '总分与合计不一致',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['scores', 'totals'],
  explain: {
    looksFor: '填写的总分（合计）是否等于各项得分之和；自评、复核、财政审核各列分别相加。所示小数位四舍五入能够解释的差额不在此列。',
    howToFix: '逐项核对得分后更正总分；总分格原为公式的，检查公式的求和范围。',
  },
  *run(context) {
    const wrong = statedSums(context, 'total').flatMap((stated) => {
      const verdict = judgeSum(context, stated);
      return verdict.is === 'wrong' ? [{ stated, verdict }] : [];
    });
    for (const { stated, verdict } of wrong) {
      // The same figure stated twice is one mistake.
      const repeats = wrong.filter(
        (other) => other.stated !== stated && other.stated.column === stated.column && other.verdict.stated.eq(verdict.stated),
      );
      if (repeats.some((other) => wrong.findIndex((one) => one.stated === other.stated) < wrong.findIndex((one) => one.stated === stated)))
        continue;
      yield finding(
        context,
        stated,
        verdict.sum,
        repeats.map((other) => other.stated),
      );
    }
  },
  message(data, words) {
    const n = words.number;
    const label = `${data.column}${data.label}`;
    if (data.beneath.length > 0)
      return `${label} ${words.cell(data.cell)} 为${n(data.stated)}，各项得分合计为${n(data.sum)}，${oldValueText(data.beneath, words)}`;
    const hint = data.withoutExecution ? '差额正好是执行率得分，可能漏计。' : '';
    return `${label} ${words.cell(data.cell)} 填${n(data.stated)}，各项得分合计为${n(data.sum)}，相差${n(data.stated.minus(data.sum).abs())}。${hint}总分应等于各项得分之和，请核对后更正。`;
  },
};

function finding(context: CheckContext, stated: StatedSum, sum: Dec, repeats: readonly StatedSum[]): Raw<TotalScore> {
  const { scoreTable } = context;
  const execution = executionRow(scoreTable)?.scores[stated.column]?.value ?? null;
  const value = stated.slot.value!;
  const beneath = oldValuesBehind(context.book, stated.slot.at, value.minus(sum));
  const fix = beneath.length > 0 ? undefined : sumFix(context, stated, sum);
  return {
    severity: 'mandatory',
    accused: stated.accused,
    accountsFor: repeats.map((one) => one.accused),
    cell: stated.slot.at,
    related: [...repeats.map((one) => one.slot.at), ...beneath.map((one) => one.at)],
    indicator: null,
    data: {
      cell: stated.slot.at,
      label: stated.label,
      column: columnLabel(context, stated),
      stated: value,
      sum,
      withoutExecution: execution !== null && !execution.isZero() && sum.minus(value).eq(execution),
      beneath,
    },
    actual: value,
    expected: sum,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** 「复核分」 in front of the label where the sheet has several score columns. */
export function columnLabel({ scoreTable }: CheckContext, stated: StatedSum): string {
  const column = scoreTable.scoreColumns.length > 1 ? scoreTable.scoreColumns[stated.column] : undefined;
  return column === undefined ? '' : `「${column.header.value.replace(/\s+/g, '')}」列`;
}
