import { criterionNotUnderstood } from '../../../src/checks/scores/criterion-not-understood';
import { goodSheet, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

/** Row 10 scored by a criterion of its own, without target and 完成值 unless given. */
const crit = (criterion: string, change: Partial<RowSpec> = {}): SheetSpec =>
  withRow(1, { name: '三公经费控制率', path: '过程/预算执行', target: null, actual: null, weight: 15, score: 15, criterion, ...change });

testCheck(criterionNotUnderstood, {
  passing: [
    { name: 'understood', sheet: crit('每发现一例不符合规定的扣1分，扣完为止。') },
    { name: 'none written', sheet: goodSheet() },
  ],
  failing: [
    {
      name: 'no steps are given',
      sheet: crit('按档次评分'),
      findings: [
        {
          severity: 'info',
          cell: 'J10',
          related: [],
          message: '「三公经费控制率」的评分标准（J10）未能识别：「按档次评分」。该项得分未按其核对，请人工核对。',
          fix: null,
          accused: { row: 'r1', aspect: 'text' },
        },
      ],
    },
    {
      name: 'the same twice',
      sheet: {
        ...crit('按档次评分'),
        rows: crit('按档次评分').rows.map((row, at) => (at === 3 ? { ...row, criterion: '按档次 评分' } : row)),
      },
      findings: [
        {
          severity: 'info',
          cell: 'J10',
          related: ['J12'],
          message: '「三公经费控制率」的评分标准（J10）未能识别：「按档次评分」（另有1项文字相同）。该项得分未按其核对，请人工核对。',
          fix: null,
          accused: { row: 'r1', aspect: 'text' },
        },
      ],
    },
  ],
  boundary: [{ name: 'a blank cell', sheet: crit('  ') }],
});
