import type { Addr } from '../../workbook';
import { PRACTICE } from '../support/basis';
import { statedSums } from '../support/totals';
import type { Check } from '../types';

export interface HardcodedTotal {
  readonly cell: Addr;
  readonly label: string;
  readonly subtotals: readonly Addr[];
}

export const hardcodedTotal: Check<HardcodedTotal> = {
  code: 'hardcoded-total',
  title: '总分未用公式',
  headline: '总分未用公式',
  severities: ['info'],
  basis: PRACTICE,
  needs: ['scores', 'totals', 'subtotals'],
  explain: {
    looksFor: '小计都用公式计算，而总分是直接填写的数字。全表都直接填写数字的不在此列。',
    howToFix: '无需答复。得分以后有改动时，请同时更新总分，或把总分也改为公式。',
  },
  *run(context) {
    const subtotals = statedSums(context, 'subtotal').filter((one) => hasFormula(one.slot.at));
    if (subtotals.length === 0) return;
    for (const total of statedSums(context, 'total')) {
      const beside = subtotals.filter((one) => one.column === total.column).map((one) => one.slot.at);
      if (total.slot.value === null || beside.length === 0 || hasFormula(total.slot.at)) continue;
      yield {
        severity: 'info',
        accused: total.accused,
        cell: total.slot.at,
        related: beside,
        indicator: null,
        data: { cell: total.slot.at, label: total.label, subtotals: beside },
        actual: total.slot.value,
      };
    }

    function hasFormula(at: Addr): boolean {
      return context.book.sheets[at.sheet]?.at(at.row, at.col)?.formula !== undefined;
    }
  },
  message(data, words) {
    return `${data.label} ${words.cell(data.cell)} 是直接填写的数字，而小计（${words.cells(data.subtotals)}）用公式计算。以后改动得分时总分不会随之更新，仅供参考。`;
  },
};
