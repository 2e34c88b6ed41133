import { scoreOutOfRange } from '../../../src/checks/scores/score-out-of-range';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

testCheck(scoreOutOfRange, {
  passing: [
    { name: 'all within', sheet: goodSheet() },
    { name: '加分 rows have no 分值', sheet: withRow(0, { role: 'bonus', weight: null, score: 3 }) },
    { name: '扣分 rows may be negative', sheet: withRow(0, { role: 'bonus', weight: null, score: -2 }) },
    { name: 'one score for two rows reaches both 分值', sheet: withRow(1, { sharesScoreOf: 1 }, withRow(0, { score: 35 })) },
    {
      name: 'points out of a hundred in most rows',
      sheet: { ...goodSheet(), rows: goodSheet().rows.map((row) => ({ ...row, score: 95 })) },
    },
    { name: 'no 分值 to compare with', sheet: withRow(0, { weight: null, score: 25 }) },
    { name: 'a doubted 分值', sheet: withRow(0, { score: 25 }), doubted: ['F9'] },
  ],
  failing: [
    {
      name: 'above',
      sheet: withRow(0, { score: 25 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）为25分，分值为20分，得分应在0至20之间。请核实分值与得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'below zero',
      sheet: withRow(0, { score: -1 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）为-1分，分值为20分，得分应在0至20之间。请核实分值与得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the execution row',
      sheet: withFunding({ score: 10.5 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的得分（G5）为10.5分，分值为10分，得分应在0至10之间。请核实分值与得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the reviewer’s column',
      sheet: withRow(0, { review: 200 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'K9',
          related: [],
          message: '「培训人次」的复核分（K9）为200分，分值为20分，得分应在0至20之间。请核实分值与得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly full, exactly nothing', sheet: withRow(1, { score: 0 }) },
    {
      name: 'a hundredth above',
      sheet: withRow(1, { score: 15.01 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」的得分（G10）为15.01分，分值为15分，得分应在0至15之间。请核实分值与得分。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
  ],
});
