import { qualitativeBand } from '../../../src/checks/scores/qualitative-band';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

testCheck(qualitativeBand, {
  passing: [
    { name: 'within', sheet: withRow(4, { actual: '部分达成预期指标', score: 10 }) },
    { name: 'the words of the target are no level', sheet: withRow(4, { actual: '健全', score: 5 }) },
    { name: 'other words', sheet: withRow(4, { actual: '较健全', score: 5 }) },
  ],
  failing: [
    {
      name: 'above',
      sheet: withRow(4, { actual: '部分达成预期指标', score: 14 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G13',
          related: ['E13'],
          message:
            '「机制健全程度」填写的达成情况为「部分达成预期指标」，按定性指标分档计分的一般规则，得分应在9至12分之间，而得分（G13）填14分。请核实达成情况和得分。',
          fix: null,
          accused: { row: 'r4', aspect: 'score' },
        },
      ],
    },
    {
      name: 'not attained',
      sheet: withRow(4, { actual: '未达成预期指标且效果较差', score: 12 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G13',
          related: ['E13'],
          message:
            '「机制健全程度」填写的达成情况为「未达成预期指标且效果较差」，按定性指标分档计分的一般规则，得分应在0至9分之间，而得分（G13）填12分。请核实达成情况和得分。',
          fix: null,
          accused: { row: 'r4', aspect: 'score' },
        },
      ],
    },
    {
      name: 'in the bands of a footnote',
      sheet: {
        ...withRow(4, { actual: '部分达成预期指标', score: 12.5 }),
        notes: [
          '注：定性指标根据指标完成情况分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%（含）、80-50%（含）、50-0%合理确定分值。',
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'G13',
          related: ['A17', 'E13'],
          message:
            '「机制健全程度」填写的达成情况为「部分达成预期指标」，按表下注释（A17），得分应在7.5至12分之间，而得分（G13）填12.5分。请核实达成情况和得分。',
          fix: null,
          accused: { row: 'r4', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'at the upper bound', sheet: withRow(4, { actual: '部分达成预期指标', score: 12 }) },
    { name: 'at the lower bound', sheet: withRow(4, { actual: '部分达成预期指标', score: 9 }) },
  ],
});
