import type { Addr, Dec } from '../../workbook';
import { ARITHMETIC } from '../support/basis';
import { sumFix } from '../support/fixes';
import { judgeSum, statedSums, type StatedSum, type SumVerdict } from '../support/totals';
import { columnLabel } from './total-score';
import { oldValuesBehind, type OldValue } from '../../score-table';
import { oldValueText } from '../support/old-values';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface SubtotalScore {
  readonly cell: Addr;
  readonly label: string;
  readonly column: string;
  readonly stated: Dec;
  readonly sum: Dec;
  /** Blanks remain below: the sum is what is filled in, `to` the most it can become; null where all are filled. */
  readonly to: Dec | null;
  /** Old values beneath merged cells that the formula adds: the cause of the difference. */
  readonly beneath: readonly OldValue[];
}

interface Wrong {
  readonly stated: StatedSum;
  readonly sum: Dec;
  readonly to: Dec | null;
}

export const subtotalScore: Check<SubtotalScore> = {
  code: 'subtotal-score',
  title: '小计与所属得分',
  headline: '小计与所属不一致',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['scores', 'subtotals'],
  explain: {
    looksFor: '小计行或分类标题行上的得分是否等于其所属各项得分之和。',
    howToFix: '核对所属各项得分后更正小计；小计格原为公式的，检查公式的求和范围。',
  },
  *run(context) {
    const wrong = statedSums(context, 'subtotal').flatMap((stated): Wrong[] => {
      const verdict = judgeSum(context, stated);
      if (verdict.is === 'wrong') return [{ stated, sum: verdict.sum, to: null }];
      return verdict.is === 'impossible' ? [{ stated, sum: verdict.from, to: verdict.to }] : [];
    });
    for (const one of wrong) yield finding(context, one, totalsExplained(context, wrong, one.stated.column));
  },
  message(data, words) {
    const n = words.number;
    const head = `${data.column}${words.name(data.label)} ${words.cell(data.cell)} 填${n(data.stated)}，`;
    if (data.to !== null)
      return `${head}所属已填得分合计为${n(data.sum)}，未填各项全部得满分也只有${n(data.to)}。小计应等于所属各项得分之和，请核对。`;
    if (data.beneath.length > 0) return `${head}所属各项得分合计为${n(data.sum)}，${oldValueText(data.beneath, words)}`;
    return `${head}所属各项得分合计为${n(data.sum)}，相差${n(data.stated.minus(data.sum).abs())}。小计应等于所属各项得分之和，请核对后更正。`;
  },
};

/** A total that adds the wrong subtotals is off by exactly as much: it is not a second mistake. */
function totalsExplained(context: CheckContext, wrong: readonly Wrong[], column: number): readonly Accused[] {
  const off = wrong.filter((one) => one.stated.column === column && one.to === null).map((one) => one.stated.slot.value!.minus(one.sum));
  if (off.length === 0) return [];
  const all = off.reduce((sum, one) => sum.plus(one));
  return statedSums(context, 'total')
    .filter((total) => total.column === column && explains(judgeSum(context, total), all))
    .map((total) => total.accused);
}

function explains(verdict: SumVerdict, off: Dec): boolean {
  return verdict.is === 'wrong' && verdict.stated.minus(verdict.sum).eq(off);
}

function finding(context: CheckContext, one: Wrong, accountsFor: readonly Accused[]): Raw<SubtotalScore> {
  const { stated, sum, to } = one;
  const beneath = to === null ? oldValuesBehind(context.book, stated.slot.at, stated.slot.value!.minus(sum)) : [];
  const fix = to === null && beneath.length === 0 ? sumFix(context, stated, sum) : undefined;
  return {
    severity: 'mandatory',
    accused: stated.accused,
    accountsFor,
    cell: stated.slot.at,
    related: beneath.map((one) => one.at),
    indicator: stated.label,
    data: { cell: stated.slot.at, label: stated.label, column: columnLabel(context, stated), stated: stated.slot.value!, sum, to, beneath },
    actual: stated.slot.value,
    expected: to === null ? sum : null,
    ...(fix === undefined ? {} : { fix }),
  };
}
