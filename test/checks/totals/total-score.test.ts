import { totalScore } from '../../../src/checks/totals/total-score';
import { goodSheet, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const changed = (index: number, change: Partial<RowSpec>): readonly RowSpec[] =>
  good.rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const total = (
  score: SheetSpec['total'] extends infer T ? (NonNullable<T> extends { score?: infer S } ? S : never) : never,
  rest = {},
): Partial<SheetSpec> => ({ total: { weight: 100, score, ...rest } });

testCheck(totalScore, {
  passing: [
    { name: 'a correct sheet', sheet: good },
    { name: 'a total as formula', sheet: { ...good, ...total({ f: 'SUM(G5,G9:G14)', v: 98 }) } },
    { name: 'a blank total', sheet: { ...good, ...total(null) } },
    { name: 'not sure what it adds up', sheet: { ...good, ...total(88, { covers: null }) } },
    {
      name: 'one score over two rows counts once',
      sheet: {
        rows: [
          { weight: 60, score: 55 },
          { weight: 20, sharesScoreOf: 1 },
          { weight: 20, score: 20 },
        ],
        total: { score: 75 },
      },
    },
    { name: 'a score is blank: total-impossible', sheet: { ...good, rows: changed(0, { score: null }), ...total(50) } },
    { name: 'a doubted score', doubted: ['G9'], sheet: { ...good, ...total(90) } },
    { name: 'the doubted total', doubted: ['G15'], sheet: { ...good, ...total(90) } },
    { name: 'with or without 加分', sheet: { ...good, rows: [...good.rows, { role: 'bonus', name: '加分项', score: 2 }], ...total(98) } },
    { name: 'with 加分', sheet: { ...good, rows: [...good.rows, { role: 'bonus', name: '加分项', score: 2 }], ...total(100) } },
    {
      name: 'binary residue',
      sheet: {
        rows: [
          { weight: 50, score: 0.1 },
          { weight: 50, score: 0.2 },
        ],
        total: { score: 0.1 + 0.2 },
      },
    },
  ],
  failing: [
    {
      name: 'half a point less than the sum',
      sheet: { ...good, ...total(97.5) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          message: '总分 G15 填97.5，各项得分合计为98，相差0.5。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G15', value: 98 },
          actual: 97.5,
          expected: 98,
          accused: { row: 'total:0', aspect: 'total' },
          indicator: null,
        },
      ],
    },
    {
      name: 'the execution score was left out',
      sheet: { ...good, ...total(88) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          message: '总分 G15 填88，各项得分合计为98，相差10。差额正好是执行率得分，可能漏计。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G15', value: 98 },
        },
      ],
    },
    {
      name: 'a total that was a plain sum stays one, over the leaves only',
      sheet: { ...good, ...total({ f: 'SUM(G9:G14)', v: 88 }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          message: '总分 G15 填88，各项得分合计为98，相差10。差额正好是执行率得分，可能漏计。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G15', formula: '=ROUND(SUM(G5,G9:G14),2)' },
        },
      ],
    },
    {
      name: 'no fix over another formula',
      sheet: { ...good, ...total({ f: 'SUM(G5,G9:G14)*0.9', v: 88.2 }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          message: '总分 G15 填88.2，各项得分合计为98，相差9.8。总分应等于各项得分之和，请核对后更正。',
          fix: null,
        },
      ],
    },
    {
      name: 'each score column by itself',
      sheet: {
        rows: [
          { weight: 60, score: 60, review: 55 },
          { weight: 40, score: 40, review: 40 },
        ],
        total: { score: 100, review: 100 },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'K7',
          related: [],
          message: '「复核分」列总分 K7 填100，各项得分合计为95，相差5。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'K7', value: 95 },
          accused: { row: 'total:0:1', aspect: 'total' },
        },
      ],
    },
    {
      name: 'the same wrong figure stated twice is one mistake',
      sheet: { ...good, totals: [{ label: '自评得分', score: 97 }], total: { weight: 100, score: 97 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G16'],
          message: '总分 G15 填97，各项得分合计为98，相差1。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G15', value: 98 },
          accountsFor: [{ row: 'total:1', aspect: 'total' }],
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'two rounded rows explain a hundredth',
      sheet: {
        rows: [
          { weight: 50, score: 49.67 },
          { weight: 50, score: 33.33 },
        ],
        total: { score: 83.01 },
      },
    },
    {
      name: 'two rounded rows do not explain two hundredths',
      sheet: {
        rows: [
          { weight: 50, score: 49.67 },
          { weight: 50, score: 33.33 },
        ],
        total: { score: 83.02 },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G7',
          related: [],
          message: '总分 G7 填83.02，各项得分合计为83，相差0.02。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G7', value: 83 },
        },
      ],
    },
    {
      name: 'whole numbers are exact, however many',
      sheet: { rows: Array.from({ length: 20 }, () => ({ weight: 5, score: 5 })), total: { score: 99 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G25',
          related: [],
          message: '总分 G25 填99，各项得分合计为100，相差1。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G25', value: 100 },
        },
      ],
    },
    {
      name: 'a total shown with fewer decimals may be rounded',
      sheet: {
        rows: [
          { weight: 50, score: 49.97 },
          { weight: 50, score: 47.88 },
        ],
        total: { score: 98 },
      },
    },
    {
      name: 'a half rounded up, as the official rule rounds',
      sheet: {
        rows: [
          { weight: 50, score: 49.555 },
          { weight: 50, score: 49 },
        ],
        total: { score: 98.56 },
      },
    },
    {
      name: 'a half rounded down is none',
      sheet: {
        rows: [
          { weight: 50, score: 49.555 },
          { weight: 50, score: 49 },
        ],
        total: { score: 98.55 },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G7',
          related: [],
          message: '总分 G7 填98.55，各项得分合计为98.555，相差0.005。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G7', value: 98.555 },
        },
      ],
    },
    {
      name: 'a whole half is no rounding of the total',
      sheet: {
        rows: [
          { weight: 50, score: 49.5 },
          { weight: 50, score: 48 },
        ],
        total: { score: 98 },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G7',
          related: [],
          message: '总分 G7 填98，各项得分合计为97.5，相差0.5。总分应等于各项得分之和，请核对后更正。',
          fix: { cell: 'G7', value: 97.5 },
        },
      ],
    },
    {
      name: 'computed scores shown with one decimal, added as shown',
      sheet: {
        rows: [
          { weight: 50, score: { v: 33.3333333333333, format: '0.0' } },
          { weight: 50, score: { v: 16.6666666666667, format: '0.0' } },
        ],
        total: { score: 50.1 },
      },
    },
  ],
});
