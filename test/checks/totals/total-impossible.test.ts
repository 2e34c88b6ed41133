import { totalImpossible } from '../../../src/checks/totals/total-impossible';
import { goodSheet, type RowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const blank = (...indexes: number[]): readonly RowSpec[] =>
  good.rows.map((row, at) => (indexes.includes(at) ? { ...row, score: null } : row));
const sheet = (score: number, ...indexes: number[]) => ({ ...good, rows: blank(...indexes), total: { weight: 100, score } });

testCheck(totalImpossible, {
  passing: [
    { name: 'nothing is blank', sheet: good },
    { name: 'within what the blanks can add', sheet: sheet(90, 0) },
    { name: 'a wrong total, but nothing is blank: total-score', sheet: sheet(90) },
    {
      name: 'a blank row without 分值: nobody knows',
      sheet: {
        ...good,
        rows: [...blank(0).slice(0, 5), { path: '满意度/服务对象', name: '群众满意度', weight: null, score: null }],
        total: { weight: 100, score: 200 },
      },
    },
    { name: 'a doubted score', doubted: ['G10'], sheet: sheet(20, 0) },
  ],
  failing: [
    {
      name: 'more than all the blanks can add',
      sheet: sheet(99, 0, 5),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G9', 'G14'],
          message: '总分 G15 填99，而已填得分合计为68，未填各项全部得满分也只有98。还有得分未填（G9、G14），请补填后重新计算总分。',
          fix: null,
          actual: 99,
          expected: null,
          accused: { row: 'total:0', aspect: 'total' },
        },
      ],
    },
    {
      name: 'less than what is filled in',
      sheet: sheet(60, 0, 5),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G9', 'G14'],
          message: '总分 G15 填60，而已填得分合计就有68。还有得分未填（G9、G14），请补填后重新计算总分。',
          fix: null,
        },
      ],
    },
    {
      name: 'a blank score over two rows adds the 分值 of both',
      sheet: {
        rows: [
          { weight: 30, score: null },
          { weight: 30, sharesScoreOf: 1 },
          { weight: 40, score: 40 },
        ],
        total: { score: 101 },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G8',
          related: ['G5'],
          message: '总分 G8 填101，而已填得分合计为40，未填各项全部得满分也只有100。还有得分未填（G5），请补填后重新计算总分。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly what is filled in', sheet: sheet(68, 0, 5) },
    { name: 'exactly everything', sheet: sheet(98, 0, 5) },
    {
      name: 'a hundredth above',
      sheet: sheet(98.01, 0, 5),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: ['G9', 'G14'],
          message: '总分 G15 填98.01，而已填得分合计为68，未填各项全部得满分也只有98。还有得分未填（G9、G14），请补填后重新计算总分。',
          fix: null,
        },
      ],
    },
  ],
});
