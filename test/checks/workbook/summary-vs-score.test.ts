import { summaryVsScore } from '../../../src/checks/workbook/summary-vs-score';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding } from '../support/spoil';

/** The good sheet: 98 points, 优, 100万元 of budget, 100万元 spent. */
const listed = (summary: NonNullable<SheetSpec['summary']>, sheet: SheetSpec = goodSheet()): SheetSpec => ({ ...sheet, summary });

testCheck(summaryVsScore, {
  passing: [
    { name: 'no list', sheet: goodSheet() },
    { name: 'the same', sheet: listed({ score: 98, grade: '优', budget: 100, executed: 100 }) },
    { name: '优 and 优秀', sheet: listed({ grade: '优秀' }) },
    { name: 'rounded to a whole', sheet: listed({ score: 98 }, { ...goodSheet(), total: { weight: 100, score: 97.6 } }) },
    {
      name: 'the list has the score of the review',
      sheet: listed({ score: 96 }, { ...goodSheet(), review: true, total: { score: 98, review: 96 } }),
    },
    { name: 'a wrong total is total-score’s', sheet: listed({ score: 98 }, { ...goodSheet(), total: { weight: 100, score: 95 } }) },
    { name: '元 and 万元', sheet: listed({ budget: 1000000, unit: '元' }) },
    { name: '元 and 万元 where nobody says it', sheet: listed({ budget: 1000000, unit: null }) },
    { name: 'a budget, whichever', sheet: listed({ anyBudget: 120 }, withFunding({ initial: 120 })) },
    { name: 'blank cells', sheet: listed({ score: null, grade: null, budget: null }) },
    { name: 'words for a score', sheet: listed({ score: '已自评' }) },
    { name: 'words for a grade', sheet: listed({ grade: '已完成' }) },
    { name: 'a doubted total', sheet: listed({ score: 96 }), doubted: ['G15'] },
  ],
  failing: [
    {
      name: 'another score; another grade follows from it',
      sheet: listed({ score: 96.5, grade: '良' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B41',
          related: ['G15'],
          message: '汇总表中「某项目」的得分（B41）为96.5分，该项目评分表（G15）为98分，两者不一致。请核实，改正填错的一处。',
          fix: null,
          accused: { row: 'head:summary 得分', aspect: 'text' },
        },
      ],
    },
    {
      name: 'another grade',
      sheet: listed({ score: 98, grade: '良' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'C41',
          related: ['B16'],
          message: '汇总表中「某项目」的等级（C41）为「良」，该项目评分表（B16）为「优」，两者不一致。请核实，改正填错的一处。',
          fix: null,
        },
      ],
    },
    {
      name: 'other amounts',
      sheet: listed({ budget: 110, executed: 99 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E41',
          related: ['C5'],
          message: '汇总表中「某项目」的全年预算数（E41）为110万元，该项目评分表（C5）为100万元，两者不一致。请核实，改正填错的一处。',
          fix: null,
        },
        {
          severity: 'advisory',
          cell: 'G41',
          related: ['E5'],
          message: '汇总表中「某项目」的全年执行数（G41）为99万元，该项目评分表（E5）为100万元，两者不一致。请核实，改正填错的一处。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    { name: 'half a unit of the coarser', sheet: listed({ score: 98.5 }) },
    {
      name: 'just more',
      sheet: listed({ score: 98.6 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B41',
          related: ['G15'],
          message: '汇总表中「某项目」的得分（B41）为98.6分，该项目评分表（G15）为98分，两者不一致。请核实，改正填错的一处。',
          fix: null,
        },
      ],
    },
  ],
});
