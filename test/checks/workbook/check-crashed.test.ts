import { assess } from '../../../src/assessment/assess';
import { checkCrashed } from '../../../src/checks/workbook/check-crashed';
import { CHECKS } from '../../../src/checks';
import { wordsFor } from '../../../src/words/words';
import type { Check } from '../../../src/checks/types';
import { goodSheet, scoreTableOf } from '../../support/score-table';
import { found } from '../support/check-tester';

const broken: Check = {
  ...checkCrashed,
  code: 'total-score',
  title: '总分与得分合计',
  *run() {
    throw new Error('boom');
  },
};

describe('check-crashed', () => {
  it('finds nothing by looking', () => {
    expect(found(checkCrashed, { name: 'good sheet', sheet: goodSheet() })).toEqual([]);
  });

  it('reports the check that threw, keeps the others, and counts it as failed', () => {
    const { scoreTable, book } = scoreTableOf(goodSheet());
    const { findings, coverage } = assess(scoreTable, book, { checks: [broken, checkCrashed] });
    expect(findings.map((finding) => [finding.code, finding.severity, finding.cell])).toEqual([
      ['check-crashed', 'info', { sheet: 0, row: 3, col: 0 }],
    ]);
    expect(checkCrashed.message(findings[0]!.data as never, wordsFor(book, 0), findings[0] as never)).toBe(
      '「总分与得分合计」（total-score）一项未能完成检查，没有结论。这是本工具的问题，单位无需处理；该项请人工核对。',
    );
    expect(coverage).toEqual({
      checks: 2,
      run: 1,
      notApplicable: [],
      failed: [{ code: 'total-score', why: '「总分与得分合计」检查中断，没有结论' }],
    });
  });

  it('is part of every assessment', () => {
    expect(CHECKS).toContain(checkCrashed);
  });
});
