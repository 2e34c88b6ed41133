import { evidenceMissing } from '../../../src/checks/explanations/evidence-missing';
import { testCheck } from '../support/check-tester';
import { form, GOOD_ROWS, saidOf } from '../support/published-form';

testCheck(evidenceMissing, {
  passing: [
    {
      name: 'evidence everywhere',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '附件1' },
          { weight: 10, score: 8, evidence: '附件2' },
        ],
      },
    },
    {
      name: 'a column nobody used',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '' },
          { weight: 10, score: 8, evidence: '' },
        ],
      },
    },
    { name: 'no such column', sheet: { rows: [{ weight: 10, score: 10 }] } },
    {
      name: 'one score over two rows, evidence beside the second',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '' },
          { sharesScoreOf: 1, sharesWeightOf: 1, evidence: '附件1' },
        ],
      },
    },
  ],
  failing: [
    {
      name: 'one cell blank',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '附件1' },
          { name: '验收合格率', weight: 10, score: 8 },
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'I6',
          related: [],
          message: '「验收合格率」已有得分，I6 的佐证材料为空。请补充佐证材料名称或附件编号。',
          fix: null,
          accused: { row: 'r1', aspect: 'evidence' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'no points, no evidence',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '附件1' },
          { weight: 10, score: 0 },
        ],
      },
    },
    {
      name: 'a tenth of a point asks for it, and 「/」 is none',
      sheet: {
        rows: [
          { weight: 10, score: 10, evidence: '附件1' },
          { name: '验收合格率', weight: 10, score: 0.1, evidence: '/' },
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'I6',
          related: [],
          message: '「验收合格率」已有得分，I6 的佐证材料为空。请补充佐证材料名称或附件编号。',
          fix: null,
        },
      ],
    },
  ],
});

it('says it once a sheet, every cell in related', () => {
  const rows = GOOD_ROWS.map((line, index) => [...line, index % 2 === 0 ? '附件1' : '']);
  expect(saidOf('evidence-missing', form({ rows, more: ['偏差原因分析及改进措施', '佐证材料'] }))).toEqual([
    {
      severity: 'advisory',
      cell: 'I7',
      related: ['I7', 'I9', 'I11'],
      message: '3项指标已有得分而佐证材料为空（I7、I9、I11）。请补充佐证材料名称或附件编号。',
    },
  ]);
});
