import { doubleWeighting } from '../../../src/checks/weights/double-weighting';
import { goodSheet, type RowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const rows = (...specs: Partial<RowSpec>[]) => ({
  sheet: {
    ...goodSheet(),
    funding: undefined,
    total: null,
    rows: specs.map((spec, index) => ({ name: `指标${index + 1}`, target: '≥98%', actual: '100%', ...spec })),
  },
});

testCheck(doubleWeighting, {
  passing: [
    {
      name: 'points out of a hundred, weighted once',
      ...rows({ weight: 25, itemScore: 100, score: 25 }, { weight: 30, itemScore: 90, score: 27 }),
    },
    { name: 'already weighted and copied', ...rows({ weight: 25, itemScore: 25, score: 25 }) },
    { name: 'no column of item scores', sheet: goodSheet() },
    { name: 'a weight of a hundred', ...rows({ weight: 100, itemScore: 100, score: 100 }) },
  ],
  failing: [
    {
      name: 'weighted twice, every row',
      ...rows({ weight: 25, itemScore: 25, score: 6.25 }, { weight: 30, itemScore: 30, score: 9 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message:
            '「指标1」的折算得分（G5）把已加权的单项得分又乘了一次权重，25×25%=6.25。单项得分按百分制应为100，折算为100×25%=25分。请核实两列的计分口径后更正。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
        {
          severity: 'mandatory',
          cell: 'G6',
          related: [],
          message:
            '「指标2」的折算得分（G6）把已加权的单项得分又乘了一次权重，30×30%=9。单项得分按百分制应为100，折算为100×30%=30分。请核实两列的计分口径后更正。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'one row of three: it may have earned just that',
      ...rows(
        { weight: 25, itemScore: 25, score: 6.25 },
        { weight: 30, itemScore: 100, score: 30 },
        { weight: 45, itemScore: 100, score: 45 },
      ),
      findings: [
        {
          severity: 'advisory',
          cell: 'G5',
          related: [],
          message:
            '「指标1」的折算得分（G5）把已加权的单项得分又乘了一次权重，25×25%=6.25。单项得分按百分制应为100，折算为100×25%=25分。请核实两列的计分口径后更正。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    { name: 'another score', ...rows({ weight: 25, itemScore: 25, score: 6.3 }) },
    { name: 'a doubted score', ...rows({ weight: 25, itemScore: 25, score: 6.25 }), doubted: ['G5'] },
  ],
});
