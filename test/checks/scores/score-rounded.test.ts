import { scoreRounded } from '../../../src/checks/scores/score-rounded';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

const decimal = withRow(4, { score: 13.25 });

testCheck(scoreRounded, {
  passing: [
    { name: 'nothing to round', sheet: goodSheet() },
    {
      name: 'whole numbers throughout are the step of the sheet: 8.62 → 9',
      sheet: withFunding({ executed: 86.2, rate: '86.2%', score: 9 }),
    },
    {
      name: 'two decimals',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 8.62 }, {}, decimal), total: { score: 96.87 } },
    },
    {
      name: 'a score that is no rounding is execution-score’s',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 7 }, {}, decimal), total: null },
    },
    {
      name: 'the rate was rounded, the score was not',
      sheet: { ...withFunding({ executed: 49.88, rate: '50%', score: 4.99 }, {}, decimal), total: null },
    },
    { name: 'a coefficient that fits', sheet: { ...withRow(0, { coefficient: '72.74%', score: 14.55 }), total: null } },
  ],
  failing: [
    {
      name: '8.62 → 9 where another score has two decimals',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 9 }, {}, decimal), total: null },
      findings: [
        {
          severity: 'advisory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」（G5）填9分，按86.2%×10=8.62分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'cut: 8.62 → 8',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 8 }, {}, decimal), total: null },
      findings: [
        {
          severity: 'advisory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」（G5）填8分，按86.2%×10=8.62分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a coefficient rounded to a half',
      sheet: { ...withRow(0, { coefficient: '72.74%', score: 14.5 }, decimal), total: null },
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message:
            '「培训人次」（G9）填14.5分，按72.74%×20=14.548分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a total within half a unit a row',
      sheet: { ...withRow(0, { score: 19.96 }), total: { weight: 100, score: 98 } },
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message: '「总分」（G15）填98分，各项得分之和为97.96分，差别在舍入范围之内。请核实后统一小数位数。',
          fix: null,
          accused: { row: 'total:0', aspect: 'total' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'other scores go by halves: 8.5 is within the step',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 8.5 }, {}, withRow(4, { score: 12.5 })), total: null },
    },
    {
      name: 'other scores go by tenths: 8.5 is coarser',
      sheet: { ...withFunding({ executed: 86.2, rate: '86.2%', score: 8.5 }, {}, withRow(4, { score: 12.3 })), total: null },
      findings: [
        {
          severity: 'advisory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」（G5）填8.5分，按86.2%×10=8.62分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
  ],
});
