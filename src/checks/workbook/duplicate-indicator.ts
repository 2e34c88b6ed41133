import { type Addr, normal, withoutBrackets, wordsPattern } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { executionRow, selfScore } from '../../score-table';
import type { Check } from '../types';
import words from '../data/workbook.json';

export interface DuplicateIndicator {
  readonly name: string;
  readonly at: Addr;
  readonly execution: Addr;
}

const EXECUTION_RATE = new RegExp(
  `^(?:指标\\d+[:：])?(?:全年|本年|年度)?(?:部门|单位|项目|财政)?${wordsPattern(words.funds)}执行(?:率|进度|完成率)$`,
);
/** Indicators a unit chooses itself; the 管理 and 过程 parts of an official form may ask for the rate as well. */
const CHOSEN = new RegExp(wordsPattern(words.dimensions));

export const duplicateIndicator: Check<DuplicateIndicator> = {
  code: 'duplicate-indicator',
  title: '预算执行率重复考核',
  headline: '执行率重复考核',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '预算执行率已单独计分，不再作产出指标' },
  needs: ['executionScore'],
  explain: {
    looksFor: '资金情况中已有计分的预算执行率，又在产出、效益指标中把预算执行率作为一项指标。',
    howToFix: '把该项换成反映产出或效益的指标，或说明两处口径有何不同。',
  },
  *run(context) {
    const { scoreTable } = context;
    const execution = executionRow(scoreTable);
    const scored =
      execution === null ? undefined : execution.weight?.state === 'value' ? execution.weight : selfScore(scoreTable, execution);
    if (scored?.state !== 'value') return;
    for (const row of scoreTable.rows) {
      if (row.role !== 'indicator' || row.applies === false || !EXECUTION_RATE.test(withoutBrackets(normal(row.name.value)))) continue;
      if (!row.path.slice(0, -1).some((name) => CHOSEN.test(name))) continue;
      const data = { name: row.name.value, at: row.name.at, execution: scored.at };
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'text'),
        cell: row.name.at,
        related: [scored.at],
        indicator: row.name.value,
        data,
      };
    }
  },
  message(data, words) {
    return `${words.cell(data.at)} 的指标${words.name(data.name)}与资金情况中已计分的预算执行率（${words.cell(data.execution)}）重复考核。请换用反映产出或效益的指标，或说明两处口径的不同。`;
  },
};
