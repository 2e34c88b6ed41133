import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { scoredRowsRead } from '../support/deductions';
import type { Check } from '../types';

export interface AllFullMarks {
  readonly rows: number;
}

/** Fewer rows than this say nothing about a habit. */
const ENOUGH = 5;

export const allFullMarks: Check<AllFullMarks> = {
  code: 'all-full-marks',
  title: '所有指标均为满分',
  headline: '全部满分',
  severities: ['info'],
  basis: { ...PRACTICE, article: '各项均为满分时宜复核' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor: `全部指标（至少 ${ENOUGH} 项）的得分都等于分值的表。`,
    howToFix: '满分属实的，不需要处理；可以借此复核指标值是否偏低、有无遗漏的问题。',
  },
  *run(context) {
    const { scoreTable } = context;
    const rows = scoredRowsRead(context);
    const expected = scoreTable.rows.filter(
      (row) => (row.role === 'indicator' || row.role === 'execution') && row.shares === undefined && row.applies !== false,
    );
    if (rows.length < ENOUGH || rows.length < expected.length || rows.some(({ score, weight }) => !score.eq(weight))) return;
    const { self } = scoreTable;
    const total = scoreTable.totals.find((one) => one.kind === 'total' && self !== null && one.scores[self]?.state === 'value');
    const cell = self === null ? undefined : (total?.scores[self]?.at ?? scoreTable.scoreColumns[self]?.header.at);
    if (cell === undefined) return;
    yield { severity: 'info', accused: accused('marks', 'score'), cell, indicator: null, data: { rows: rows.length } };
  },
  message(data, words, finding) {
    return `本表${data.rows}项指标全部为满分（${words.cell(finding.cell)}）。满分属实的不需要处理，可复核指标值是否偏低、问题是否写全。`;
  },
};
