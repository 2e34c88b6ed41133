import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { valueOf } from '../../score-table';
import { markedCells } from '../support/marked-cells';
import { quotedSlot } from '../support/quoted';
import type { Check } from '../types';

export interface ActualCopiesTarget {
  readonly name: string;
  readonly text: string;
  /** The same text stands in the target cell. */
  readonly same: boolean;
}

/** One finding a cell; assessment makes one of them for the column. Equal plain numbers are no sign of copying. */
export const actualCopiesTarget: Check<ActualCopiesTarget> = {
  code: 'actual-copies-target',
  title: '完成值照抄指标值',
  headline: '完成值与指标值相同',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '完成值填实际完成的数值' },
  needs: ['actuals'],
  explain: {
    looksFor: '完成值里带有「≥」「≤」等比较符号的指标，例如目标「≥266米」、完成值也写「≥266米」。',
    howToFix: '把完成值改为实际完成的数值，例如「270米」。',
  },
  *run(context) {
    for (const row of context.scoreTable.rows) {
      const actual = row.actual;
      const value = valueOf(actual);
      if (actual === undefined || value === null || row.applies === false || row.role === 'placeholder') continue;
      // Words such as 「达到预期」 and dates may begin like a comparison; only figures are measured.
      if (value.comparatorFrom !== 'text' || value.kind === 'words' || value.kind === 'date' || !/^[≥≤<>=]/.test(value.text)) continue;
      if (value.comparator === '=' || context.doubted(actual.at)) continue;
      const data = { name: row.name.value, text: quotedSlot(actual), same: row.target?.value?.text === value.text };
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'actual'),
        cell: actual.at,
        indicator: row.name.value,
        data,
        actual: quotedSlot(actual),
      };
    }
  },
  message(data, words, finding) {
    const cells = markedCells(finding);
    if (cells.length === 1) {
      const like = data.same ? '，与指标值相同' : '';
      return `${words.name(data.name)} ${words.cell(cells[0]!)} 的完成值写作「${data.text}」${like}，不是实际完成的数值。请填写实际完成值。`;
    }
    return `${cells.length}项指标的完成值带有「≥」「≤」等符号（${words.cells(cells)}），不是实际完成的数值。请填写实际完成值。`;
  },
};
