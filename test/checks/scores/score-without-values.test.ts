import { scoreWithoutValues } from '../../../src/checks/scores/score-without-values';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

const bare = { target: null, actual: null };

testCheck(scoreWithoutValues, {
  passing: [
    { name: 'values everywhere', sheet: goodSheet() },
    { name: 'a target alone is value-missing’s', sheet: withRow(0, { actual: null }) },
    { name: 'the values stand on the lines below', sheet: withRow(1, { role: 'breakdown', weight: null, score: null }, withRow(0, bare)) },
    { name: 'a line inside the same score cell has them', sheet: withRow(1, { sharesScoreOf: 1 }, withRow(0, bare)) },
    { name: 'a form without a column for targets', sheet: { ...withRow(0, bare), without: ['target'] } },
    { name: 'no score either', sheet: withRow(0, { ...bare, score: 0 }) },
    { name: '执行率 has its figures in the funding table', sheet: withRow(0, { ...bare, name: '预算执行率' }) },
    { name: 'a rate of completion is a value', sheet: withRow(0, { ...bare, completion: '100%' }) },
    { name: 'not applicable', sheet: withRow(0, { ...bare, applies: false }) },
  ],
  failing: [
    {
      name: 'both blank, scored',
      sheet: withRow(0, bare),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message: '「培训人次」得20分（G9），而指标值、完成值（D9、E9）都没有填。得分没有数据依据，请补填两个值或核实得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'two rows are two findings',
      sheet: withRow(3, bare, withRow(0, bare)),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message: '「培训人次」得20分（G9），而指标值、完成值（D9、E9）都没有填。得分没有数据依据，请补填两个值或核实得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
        {
          severity: 'mandatory',
          cell: 'G12',
          related: ['D12', 'E12'],
          message: '「服务覆盖率」得15分（G12），而指标值、完成值（D12、E12）都没有填。得分没有数据依据，请补填两个值或核实得分。',
          fix: null,
          accused: { row: 'r3', aspect: 'score' },
        },
      ],
    },
    {
      name: 'lines below that are blank too',
      sheet: withRow(1, { role: 'breakdown', weight: null, score: null, ...bare }, withRow(0, bare)),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['D9', 'E9'],
          message: '「培训人次」得20分（G9），而指标值、完成值（D9、E9）都没有填。得分没有数据依据，请补填两个值或核实得分。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'nobody filled either column: once',
      sheet: { ...goodSheet(), rows: goodSheet().rows.map((row) => ({ ...row, ...bare })) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['G10', 'G11', 'G12', 'G13', 'G14'],
          message: '表中6个指标的指标值、完成值两列全部空着，却都填了得分（G9起）。得分没有数据依据，请补填指标值和实际完成值。',
          fix: null,
          accused: { row: 'table', aspect: 'score' },
          accountsFor: [
            { row: 'r0', aspect: 'score' },
            { row: 'r1', aspect: 'score' },
            { row: 'r2', aspect: 'score' },
            { row: 'r3', aspect: 'score' },
            { row: 'r4', aspect: 'score' },
            { row: 'r5', aspect: 'score' },
          ],
        },
      ],
    },
    { name: 'a placeholder is not blank', sheet: withRow(0, { target: '/', actual: null }) },
  ],
});
