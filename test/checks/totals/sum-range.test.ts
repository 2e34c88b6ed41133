import { sumRange } from '../../../src/checks/totals/sum-range';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const total = (f: string, v: number): SheetSpec => ({ ...good, total: { weight: 100, score: { f, v } } });
/** 产出 subtotal in row 12, so 效益 and 满意度 move down by one: leaves G5, G9:G11, G13:G15; total G16. */
const withSubtotal = (sub: { f?: string; v: number }, f: string, v: number): SheetSpec => ({
  ...good,
  subtotals: [{ label: '产出小计', group: '产出', weight: 50, score: sub }],
  total: { weight: 100, score: { f, v } },
});

testCheck(sumRange, {
  passing: [
    { name: 'typed totals', sheet: good },
    { name: 'all leaves', sheet: total('SUM(G5,G9:G14)', 98) },
    { name: 'all leaves, rounded, blank cells and 「—」 of 其中 rows included', sheet: total('ROUND(SUM(G5:G14),1)', 98) },
    { name: 'all leaves one by one', sheet: total('G5+G9+G10+G11+G12+G13+G14', 98) },
    { name: 'through a subtotal', sheet: withSubtotal({ f: 'SUM(G9:G11)', v: 50 }, 'G5+G12+SUM(G13:G15)', 98) },
    { name: 'no plain sum', sheet: total('SUM(G9:G14)*1.1', 98) },
    { name: 'another column altogether', sheet: total('SUM(Z5:Z14)', 98) },
    {
      name: 'one score over two rows, read by its own cell',
      sheet: {
        rows: [
          { weight: 60, score: 60 },
          { weight: 20, sharesScoreOf: 1 },
          { weight: 20, score: 20 },
        ],
        total: { score: { f: 'G5+G7', v: 80 } },
      },
    },
    {
      name: '加分 left out',
      sheet: {
        ...good,
        rows: [...good.rows, { role: 'bonus', name: '加分项', score: 2 }],
        total: { weight: 100, score: { f: 'SUM(G5,G9:G14)', v: 98 } },
      },
    },
    { name: 'a doubted score', doubted: ['G14'], sheet: total('SUM(G5,G9:G13)', 88) },
    { name: 'a doubted total', doubted: ['G15'], sheet: total('SUM(G9:G14)', 88) },
  ],
  failing: [
    {
      name: 'the last row left out',
      sheet: total('SUM(G5,G9:G13)', 88),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G14'],
          message: '「总分」 G15 的公式（=SUM(G5,G9:G13)）漏加G14「群众满意度」。每项得分应正好计算一次，请调整求和范围。',
          fix: { cell: 'G15', formula: '=ROUND(SUM(G5,G9:G14),2)' },
          accused: { row: 'total:0', aspect: 'total' },
          actual: '=SUM(G5,G9:G13)',
          expected: '=ROUND(SUM(G5,G9:G14),2)',
        },
      ],
    },
    {
      name: 'a row twice',
      sheet: total('SUM(G5,G9:G14,G14)', 108),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G14'],
          message: '「总分」 G15 的公式（=SUM(G5,G9:G14,G14)）重复计算G14「群众满意度」。每项得分应正好计算一次，请调整求和范围。',
          fix: { cell: 'G15', formula: '=ROUND(SUM(G5,G9:G14),2)' },
        },
      ],
    },
    {
      name: 'a subtotal and its leaves',
      sheet: withSubtotal({ f: 'SUM(G9:G11)', v: 50 }, 'SUM(G5:G15)', 148),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G16',
          related: ['G9', 'G10', 'G11'],
          message: '「总分」 G16 的公式（=SUM(G5:G15)）重复计算G9、G10、G11。每项得分应正好计算一次，请调整求和范围。',
          fix: { cell: 'G16', formula: '=ROUND(SUM(G5,G9:G11,G13:G15),2)' },
        },
      ],
    },
    {
      name: 'a subtotal that leaves one out accounts for the total that adds it',
      sheet: withSubtotal({ f: 'SUM(G9:G10)', v: 35 }, 'G5+G12+SUM(G13:G15)', 83),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G12',
          related: ['G11'],
          message: '「产出小计」 G12 的公式（=SUM(G9:G10)）漏加G11「完成时间」。每项得分应正好计算一次，请调整求和范围。',
          fix: { cell: 'G12', formula: '=ROUND(SUM(G9:G11),2)' },
          indicator: '产出小计',
          accountsFor: [{ row: 'total:1', aspect: 'total' }],
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a blank score left out is left out all the same',
      sheet: { ...total('SUM(G5,G9:G13)', 88), rows: good.rows.map((row, index) => (index === 5 ? { ...row, score: null } : row)) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G14'],
          message: '「总分」 G15 的公式（=SUM(G5,G9:G13)）漏加G14「群众满意度」。每项得分应正好计算一次，请调整求和范围。',
          fix: { cell: 'G15', formula: '=ROUND(SUM(G5,G9:G14),2)' },
        },
      ],
    },
    { name: 'a whole column reference reaches them all', sheet: total('SUM(G$1:G$14)', 98) },
  ],
});
