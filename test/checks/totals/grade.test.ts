import { grade } from '../../../src/checks/totals/grade';
import { goodSheet, type SheetSpec, type Typed } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const sheet = (score: number, stated: Typed, rest: Partial<SheetSpec> = {}): SheetSpec => ({
  ...good,
  total: { weight: 100, score },
  grade: stated,
  ...rest,
});

testCheck(grade, {
  passing: [
    { name: 'the right grade', sheet: sheet(98, '优') },
    { name: 'a blank grade is nothing', sheet: sheet(98, '') },
    { name: 'the words of another vocabulary', sheet: sheet(85, '良好') },
    { name: '合格 is the third', sheet: sheet(65, '合格') },
    { name: 'no total is stated', sheet: { ...good, total: { weight: 100, score: null }, grade: '差' } },
    { name: 'words that are no grade', sheet: sheet(98, '已完成') },
    { name: 'judged on the stated total, even if that is wrong', sheet: sheet(79, '中') },
    {
      name: 'a sheet with bands of its own',
      sheet: sheet(92, '良', { notes: ['评价等级：95分（含）以上为优，85分（含）至95分为良，60分至85分为中，60分以下为差'] }),
    },
    {
      name: 'the grade of the reviewed total',
      sheet: { rows: [{ weight: 100, score: 92, review: 85 }], total: { score: 92, review: 85 }, grade: '良' },
    },
    {
      name: 'two grades, each of its own total',
      sheet: { rows: [{ weight: 100, score: 92, review: 85 }], total: { score: 92, review: 85 }, grade: '优', reviewGrade: '良' },
    },
    { name: 'a doubted total', doubted: ['G15'], sheet: sheet(79, '优') },
  ],
  failing: [
    {
      name: 'the reviewer’s grade is not that of the reviewer’s total',
      sheet: { rows: [{ weight: 100, score: 92, review: 85 }], total: { score: 92, review: 85 }, grade: '优', reviewGrade: '优' },
      findings: [
        {
          severity: 'mandatory',
          cell: 'B8',
          related: ['K6'],
          message: '评价等级 B8 比总分对应的等级高：总分 K6 为85（满分100），80分（含）至90分应为「良」。请核对总分和等级后更正。',
          fix: { cell: 'B8', value: '良' },
          accused: { row: 'total:0:1', aspect: 'grade' },
        },
      ],
    },
    {
      name: 'the unit’s grade is not that of its own total, though of the reviewer’s',
      sheet: { rows: [{ weight: 100, score: 92, review: 85 }], total: { score: 92, review: 85 }, grade: '良', reviewGrade: '良' },
      findings: [
        {
          severity: 'mandatory',
          cell: 'B7',
          related: ['G6'],
          message: '评价等级 B7 比总分对应的等级低：总分 G6 为92（满分100），90分及以上应为「优」。请核对总分和等级后更正。',
          fix: { cell: 'B7', value: '优' },
        },
      ],
    },
    {
      name: 'a grade too high (Wushan)',
      sheet: sheet(84.47, '优'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B16',
          related: ['G15'],
          message: '评价等级 B16 比总分对应的等级高：总分 G15 为84.47（满分100），80分（含）至90分应为「良」。请核对总分和等级后更正。',
          fix: { cell: 'B16', value: '良' },
          actual: '优',
          expected: '良',
          accused: { row: 'table', aspect: 'grade' },
          indicator: null,
        },
      ],
    },
    {
      name: 'too low, in the words the sheet uses',
      sheet: sheet(93, '良好'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B16',
          related: ['G15'],
          message: '评价等级 B16 比总分对应的等级低：总分 G15 为93（满分100），90分及以上应为「优秀」。请核对总分和等级后更正。',
          fix: { cell: 'B16', value: '优秀' },
        },
      ],
    },
    {
      name: 'a full score of 1000',
      sheet: { rows: [{ weight: 1000, score: 850 }], total: { score: 850 }, fullScore: 1000, grade: '优' },
      findings: [
        {
          severity: 'mandatory',
          cell: 'B7',
          related: ['G6'],
          message: '评价等级 B7 比总分对应的等级高：总分 G6 为850（满分1000），800分（含）至900分应为「良」。请核对总分和等级后更正。',
          fix: { cell: 'B7', value: '良' },
        },
      ],
    },
    {
      name: 'notes that repeat the official bands change nothing',
      sheet: sheet(55, '中', { notes: ['等级：90≤优、80≤良＜90、60≤中＜80、差＜60'] }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B16',
          related: ['G15'],
          message: '评价等级 B16 比总分对应的等级高：总分 G15 为55（满分100），60分以下应为「差」。请核对总分和等级后更正。',
          fix: { cell: 'B16', value: '差' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly 90 is 优', sheet: sheet(90, '优') },
    {
      name: 'a hundredth below 90 is not',
      sheet: sheet(89.99, '优'),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B16',
          related: ['G15'],
          message: '评价等级 B16 比总分对应的等级高：总分 G15 为89.99（满分100），80分（含）至90分应为「良」。请核对总分和等级后更正。',
          fix: { cell: 'B16', value: '良' },
        },
      ],
    },
    { name: 'exactly 60 is 中', sheet: sheet(60, '中') },
  ],
});
