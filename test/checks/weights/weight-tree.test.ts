import { weightTree } from '../../../src/checks/weights/weight-tree';
import { goodSheet, type RowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const stated = { 产出: 50, '产出/数量': 20, 效益: 30, 满意度: 10 };
const changed = (index: number, change: Partial<RowSpec>): readonly RowSpec[] =>
  good.rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const shares: readonly RowSpec[] = [
  { path: '产出', weight: 70 },
  { path: '产出', weight: 30 },
  { path: '效益', weight: 50 },
  { path: '效益', weight: 50 },
  { path: '满意度', weight: 60 },
  { path: '满意度', weight: 40 },
];
const shareWeights = { 产出: 50, 效益: 30, 满意度: 20 };

testCheck(weightTree, {
  passing: [
    { name: 'parents that state nothing', sheet: good },
    { name: 'every level is right', sheet: { ...good, groupWeights: stated } },
    { name: 'leaves are percentages of their parent', sheet: { rows: shares, groupWeights: shareWeights } },
    { name: 'a subtotal row is right', sheet: { ...good, subtotals: [{ group: '产出', weight: 50, score: 50 }] } },
    { name: 'a child without 分值: the sum is not known', sheet: { ...good, groupWeights: stated, rows: changed(0, { weight: null }) } },
    {
      name: 'one 分值 over two rows counts once',
      sheet: {
        groupWeights: { 产出: 100 },
        rows: [
          { path: '产出', weight: 60 },
          { path: '产出', sharesWeightOf: 1 },
          { path: '产出', weight: 40 },
        ],
      },
    },
    { name: 'a doubted child', doubted: ['F10'], sheet: { ...good, groupWeights: stated, rows: changed(1, { weight: 14 }) } },
  ],
  failing: [
    {
      name: 'a wrong leaf: its parent says so, and the whole with it',
      sheet: { ...good, groupWeights: stated, rows: changed(1, { weight: 14 }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'A9',
          related: ['F11', 'F10', 'B9'].sort(),
          message: '「产出」的分值（A9）为50，其下级分值合计为49，相差1。上级分值应等于下级分值之和，请核对后更正。',
          fix: null,
          indicator: '产出',
          actual: 50,
          expected: 49,
          accused: { row: 'group:产出', aspect: 'weight' },
          accountsFor: [{ row: 'table', aspect: 'weight' }],
        },
      ],
    },
    {
      name: 'a wrong middle level is blamed alone, not its parent too',
      sheet: { ...good, groupWeights: { ...stated, '产出/数量': 25 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'B9',
          related: ['F9'],
          message: '「数量」的分值（B9）为25，其下级分值合计为20，相差5。上级分值应等于下级分值之和，请核对后更正。',
          fix: null,
          accountsFor: [],
        },
      ],
    },
    {
      name: 'a wrong subtotal row',
      sheet: { ...good, subtotals: [{ group: '产出', weight: 45, score: 50 }] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F12',
          related: ['F9', 'F10', 'F11'],
          message: '「小计」行的分值（F12）为45，其下级分值合计为50，相差5。上级分值应等于下级分值之和，请核对后更正。',
          fix: null,
          accused: { row: 'total:0', aspect: 'weight' },
        },
      ],
    },
    {
      name: 'percentages below one parent that are no whole',
      sheet: { groupWeights: shareWeights, rows: shares.map((row, index) => (index === 0 ? { ...row, weight: 60 } : row)) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'A5',
          related: ['F5', 'F6'],
          message: '「产出」（A5）下级指标的权重合计为90%，应为100%。请核对各下级指标的权重。',
          fix: null,
          expected: 100,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a group and a subtotal row over the same leaves: one finding',
      sheet: {
        ...good,
        groupWeights: { 产出: 50 },
        subtotals: [{ group: '产出', weight: 50, score: 50 }],
        rows: changed(1, { weight: 14.5 }),
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'A9',
          related: ['F9', 'F10', 'F11'],
          message: '「产出」的分值（A9）为50，其下级分值合计为49.5，相差0.5。上级分值应等于下级分值之和，请核对后更正。',
          fix: null,
        },
      ],
    },
    {
      name: 'too small where recognition was in doubt inside the table',
      sheet: { ...good, groupWeights: { 产出: 60 }, doubts: [{ what: '行', lookedFor: ['指标'], at: { sheet: 0, row: 10, col: 2 } }] },
    },
  ],
});
