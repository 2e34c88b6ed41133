import { totalMisplaced } from '../../../src/checks/totals/total-misplaced';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
/** Case 08: 150万 | 150万 | 125.25万 | 分值 100 | 83.5% | 得分 98 in the funding row; the indicators have 100 among them. */
const ezhou = (weight: number, score: number): SheetSpec => ({
  funding: { total: { initial: '150万', budget: '150万', executed: '125.25万', rate: '83.5%', weight, score } },
  rows: [
    { path: '产出/数量', name: '预算执行率', weight: 20, score: 18 },
    { path: '产出/数量', name: '预算资金拨款率', weight: 10, score: 10 },
    { path: '产出/质量', name: '政务服务工作办结率', weight: 10, score: 10 },
    { path: '产出/成本', name: '市民中心运行维护费', weight: 10, score: 10 },
    { path: '效益/经济', name: '大厅运行正常率', weight: 50, score: 50 },
  ],
});

testCheck(totalMisplaced, {
  passing: [
    { name: 'a correct sheet', sheet: good },
    {
      name: '分值 100 beside an execution score of 10 is another mistake',
      sheet: { ...good, funding: { total: { ...good.funding!.total, weight: 100, score: 10 } } },
    },
    {
      name: 'one figure out of range where the total is stated',
      sheet: { ...good, rows: good.rows.map((row, index) => (index === 5 ? { ...row, score: 95 } : row)) },
    },
    { name: 'a table of one row', sheet: { rows: [{ weight: 100, score: 98 }] } },
    { name: 'a doubted cell', doubted: ['G5'], sheet: ezhou(100, 98) },
  ],
  failing: [
    {
      name: 'the total and the full score in the funding row (Ezhou)',
      sheet: ezhou(100, 98),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」的得分 G5 填98，分值填的也是满分100，看来是全表的总分。本行应填本项的得分，总分另填在总分（合计）处，请核对后更正。',
          fix: null,
          actual: 98,
          expected: null,
          accused: { row: 'r-execution', aspect: 'score' },
          accountsFor: [
            { row: 'funding:0', aspect: 'score' },
            { row: 'table', aspect: 'weight' },
          ],
        },
      ],
    },
    {
      name: 'the sum of everything in the funding row, and the total blank',
      sheet: { ...good, funding: { total: { ...good.funding!.total, score: 98 } }, total: { weight: 100, score: null } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: ['G13'],
          message:
            '「年度资金总额」的得分 G5 填98，超过本项分值10，看来是全表的总分。本行应填执行率得分，按执行率计算约为10分，总分应填在 G13，请核对后更正。',
          fix: null,
          expected: 10,
          accountsFor: [
            { row: 'total:0', aspect: 'total' },
            { row: 'funding:0', aspect: 'score' },
          ],
        },
      ],
    },
  ],
  boundary: [
    { name: 'more than the others and this row can have', sheet: { ...ezhou(10, 109) } },
    {
      name: 'exactly what the others and this row can have',
      sheet: { ...ezhou(10, 108) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」的得分 G5 填108，超过本项分值10，看来是全表的总分。本行应填执行率得分，按执行率计算约为8.35分，总分另填在总分（合计）处，请核对后更正。',
          fix: null,
        },
      ],
    },
    {
      name: 'one of the others is blank: no telling',
      sheet: { ...ezhou(10, 98), rows: ezhou(10, 98).rows.map((row, index) => (index === 0 ? { ...row, score: null } : row)) },
    },
  ],
});
