import { metTargetDeducted } from '../../../src/checks/scores/met-target-deducted';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

const row = (target: string, actual: string, more = {}) => ({
  sheet: withRow(1, { target, actual, score: 13, reason: '根据实际情况扣2分', ...more }),
});

testCheck(metTargetDeducted, {
  passing: [
    { name: 'full marks for what is met', sheet: goodSheet() },
    { name: 'no reason: that is deduction-unexplained', ...row('≥95%', '98%', { reason: null }) },
    { name: '「无」 is no reason', ...row('≥95%', '98%', { reason: '无' }) },
    { name: 'not met', ...row('≥95%', '90%') },
    { name: 'words', ...row('健全', '健全') },
    { name: 'the criterion has deductions of its own', ...row('≥95%', '98%', { criterion: '每发现一处问题扣1分' }) },
    { name: 'far above a target set too low', ...row('≥100个', '200个', { name: '检查个数' }) },
  ],
  failing: [
    {
      name: 'met, deducted, with a reason',
      ...row('≥95%', '98%'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['D10', 'E10'],
          message:
            '「验收合格率」的指标值为「≥95%」，完成值为「98%」，已达到指标值，得分（G10）为13分，低于分值15分。请核实完成值与得分，或在说明中写清扣分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a form with no place for reasons',
      sheet: { ...withRow(1, { score: 13 }), without: ['reason'] },
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['D10', 'E10'],
          message:
            '「验收合格率」的指标值为「≥95%」，完成值为「98%」，已达到指标值，得分（G10）为13分，低于分值15分。请核实完成值与得分，或在说明中写清扣分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'exactly met',
      ...row('=100%', '100%'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['D10', 'E10'],
          message:
            '「验收合格率」的指标值为「=100%」，完成值为「100%」，已达到指标值，得分（G10）为13分，低于分值15分。请核实完成值与得分，或在说明中写清扣分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    { name: 'full score', ...row('≥95%', '98%', { score: 15 }) },
  ],
});
