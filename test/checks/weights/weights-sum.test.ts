import { weightsSum } from '../../../src/checks/weights/weights-sum';
import { goodSheet, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const withWeights = (...weights: (number | string | null)[]): readonly RowSpec[] =>
  good.rows.map((row, index) => ({ ...row, weight: weights[index] ?? null, score: null }));
const noTotal: Partial<SheetSpec> = { total: null };
const funding = (weight: number | null): Partial<SheetSpec> => ({
  funding: { total: { ...good.funding!.total, ...(weight === null ? { weight: '—' } : { weight }) } },
});

testCheck(weightsSum, {
  passing: [
    { name: 'a correct sheet', sheet: good },
    { name: 'no total row, 10+90', sheet: { ...good, ...noTotal, fullScore: null } },
    { name: 'a full score of 1000 by the form', sheet: { rows: [{ weight: 400 }, { weight: 600 }], fullScore: 1000 } },
    {
      name: '加分 and 其中 rows have none',
      sheet: {
        ...good,
        rows: [...good.rows, { role: 'bonus', name: '加分项', score: 2 }, { role: 'breakdown', name: '其中：一', weight: null }],
      },
    },
    {
      name: 'one 分值 over two rows counts once',
      sheet: { rows: [{ weight: 60 }, { sharesWeightOf: 1 }, { weight: 40 }], fullScore: 100 },
    },
    {
      name: 'leaves are percentages of their parent',
      sheet: {
        groupWeights: { 产出: 60, 效益: 40 },
        rows: [
          { path: '产出', weight: 70 },
          { path: '产出', weight: 30 },
          { path: '效益', weight: 50 },
          { path: '效益', weight: 50 },
        ],
        kind: null,
        fullScore: null,
      },
    },
    { name: 'a list of targets without scores stops at 90', sheet: { rows: good.rows, without: ['score'], total: null } },
    {
      name: 'a form without a stated full score that is not one of ours',
      sheet: { rows: [{ weight: 60 }, { weight: 60 }], kind: null, fullScore: null },
    },
    { name: 'weights of 1 in all are 100%', sheet: { rows: [{ weight: 0.6 }, { weight: 0.4 }], fullScore: 100 } },
    {
      name: 'a missing 分值 is weight-missing',
      sheet: { ...good, rows: good.rows.map((row, index) => (index === 0 ? { ...row, weight: null } : row)) },
    },
    { name: 'a doubted 分值', doubted: ['F9'], sheet: { ...good, rows: withWeights(10, 15, 15, 15, 15, 10) } },
  ],
  failing: [
    {
      name: 'two points short, with a total row',
      sheet: { ...good, rows: withWeights(18, 15, 15, 15, 15, 10) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F15',
          related: [],
          message: '分值合计 F15：各项分值（含执行率）合计为98，应为100，相差2。分值合计应等于满分，请核对各项分值。',
          fix: null,
          actual: 98,
          expected: 100,
          accused: { row: 'table', aspect: 'weight' },
        },
      ],
    },
    {
      name: 'two points over, without a total row: at the header',
      sheet: { ...good, ...noTotal, rows: withWeights(22, 15, 15, 15, 15, 10) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F8',
          related: [],
          message: '分值列（F8）：各项分值（含执行率）合计为102，应为100，相差2。分值合计应等于满分，请核对各项分值。',
          fix: null,
        },
      ],
    },
    {
      name: 'the indicators alone are 100 and the execution row comes on top',
      sheet: { ...good, total: { weight: null, score: 100 }, rows: withWeights(30, 15, 15, 15, 15, 10), fullScore: null },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F8',
          related: [],
          message:
            '分值列（F8）：指标分值合计已为100，另有执行率10分，共110分，超出满分100分。请将指标分值合计调整为90分，或取消重复计算的执行率分值。',
          fix: null,
        },
      ],
    },
    {
      name: 'the total row states 110 as well',
      sheet: { ...good, total: { weight: 110, score: 100 }, rows: withWeights(30, 15, 15, 15, 15, 10), fullScore: 110 },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F15',
          related: [],
          message:
            '分值合计 F15：指标分值合计已为100，另有执行率10分，共110分，超出满分100分。请将指标分值合计调整为90分，或取消重复计算的执行率分值。',
          fix: null,
        },
      ],
    },
    {
      name: 'the execution row is missing',
      sheet: { ...good, ...funding(null) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F13',
          related: [],
          message: '分值合计 F13：指标分值合计为90，距满分100分正好缺少预算执行率的10分。请补列执行率的分值和得分。',
          fix: null,
        },
      ],
    },
    {
      name: 'the execution row states the full score',
      sheet: { ...good, ...funding(100) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F13',
          related: [],
          message: '分值合计 F13：执行率一行的分值填成了满分100，各项分值因此合计为190，应为100。请将执行率分值改为10分。',
          fix: null,
        },
      ],
    },
    {
      name: 'only the figure beside 合计 is wrong',
      sheet: { ...good, total: { weight: 99, score: 98 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F15',
          related: [],
          message: '分值合计 F15 填99，而各项分值（含执行率）合计为100。请将F15改为100。',
          fix: { cell: 'F15', value: 100 },
        },
      ],
    },
    {
      name: 'outermost percentages that are no whole',
      sheet: {
        groupWeights: { 产出: 60, 效益: 30 },
        rows: [
          { path: '产出', weight: 70 },
          { path: '产出', weight: 30 },
          { path: '效益', weight: 50 },
          { path: '效益', weight: 50 },
        ],
        fullScore: 100,
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F4',
          related: [],
          message: '分值列（F4）：最上级指标的权重合计为90%，应为100%。请核对各一级指标的权重。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a hundredth over',
      sheet: { rows: [{ weight: 50.01 }, { weight: 50 }] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F4',
          related: [],
          message: '分值列（F4）：各项分值（含执行率）合计为100.01，应为100，相差0.01。分值合计应等于满分，请核对各项分值。',
          fix: null,
        },
      ],
    },
    { name: 'thirds that come to a hundred', sheet: { rows: [{ weight: 33.33 }, { weight: 33.33 }, { weight: 33.34 }] } },
    { name: 'binary residue', sheet: { rows: [{ weight: 0.1 + 0.2 }, { weight: 99.7 }] } },
    {
      name: 'too small where recognition was in doubt inside the table',
      sheet: {
        ...good,
        rows: withWeights(10, 15, 15, 15, 15, 10),
        doubts: [{ what: '行', lookedFor: ['指标'], at: { sheet: 0, row: 10, col: 2 } }],
      },
    },
  ],
});
