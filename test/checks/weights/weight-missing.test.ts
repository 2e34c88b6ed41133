import { weightMissing } from '../../../src/checks/weights/weight-missing';
import { goodSheet, type RowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const changed = (index: number, change: Partial<RowSpec>): readonly RowSpec[] =>
  good.rows.map((row, at) => (at === index ? { ...row, ...change } : row));

testCheck(weightMissing, {
  passing: [
    { name: 'a correct sheet', sheet: good },
    {
      name: 'rows without any role in the sum',
      sheet: {
        ...good,
        rows: [
          ...good.rows,
          { role: 'placeholder', name: '……', weight: '……' },
          { role: 'bonus', name: '加分项', score: 1 },
          { role: 'breakdown', name: '其中：甲', weight: null },
        ],
      },
    },
    {
      name: 'a row inside a merged 分值',
      sheet: {
        rows: [
          { weight: 60, score: 60 },
          { sharesWeightOf: 1, score: 30 },
          { weight: 40, score: 40 },
        ],
      },
    },
    { name: 'a placeholder in the 分值 cell', sheet: { ...good, rows: [...good.rows, { name: '不设分值', weight: '/', score: 3 }] } },
    {
      name: 'a table that has hardly any',
      sheet: {
        rows: [
          { weight: 10, score: 1 },
          { weight: null, score: 1 },
          { weight: null, score: 1 },
        ],
      },
    },
    { name: 'a doubted cell', doubted: ['F9'], sheet: { ...good, rows: changed(0, { weight: null }) } },
  ],
  failing: [
    {
      name: 'a scored row without',
      sheet: { ...good, rows: changed(0, { weight: null }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F9',
          related: [],
          message: '「培训人次」的分值 F9 空白，而该项已填得分20。其余各项分值距满分还差20分。参与计分的指标都应有分值，请补填。',
          fix: null,
          indicator: '培训人次',
          actual: null,
          expected: 20,
          accused: { row: 'r0', aspect: 'weight' },
          accountsFor: [
            { row: 'table', aspect: 'weight' },
            { row: 'group:产出', aspect: 'weight' },
            { row: 'group:产出/数量', aspect: 'weight' },
            { row: 'total:0', aspect: 'weight' },
          ],
        },
      ],
    },
    {
      name: 'words in place of a number',
      sheet: { ...good, rows: changed(5, { weight: '十分', score: null }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F14',
          related: [],
          message: '「群众满意度」的分值 F14 填的是文字「十分」，不是数字。其余各项分值距满分还差10分。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
      ],
    },
    {
      name: 'the scored execution row without',
      sheet: { ...good, funding: { total: { ...good.funding!.total, weight: '' } } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F5',
          related: [],
          message: '「年度资金总额」的分值 F5 空白，而该项已填得分10。其余各项分值距满分还差10分。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
      ],
    },
    {
      name: 'two rows: nobody knows how much each',
      sheet: { ...good, rows: changed(0, { weight: null }).map((row, index) => (index === 1 ? { ...row, weight: null } : row)) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F9',
          related: [],
          message: '「培训人次」的分值 F9 空白，而该项已填得分20。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
        {
          severity: 'mandatory',
          cell: 'F10',
          related: [],
          message: '「验收合格率」的分值 F10 空白，而该项已填得分15。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'neither 分值 nor score, and the rest is complete: a slot nobody used',
      sheet: { ...good, rows: [...good.rows, { name: '生态效益', weight: null, score: null }] },
    },
    {
      name: 'the rest is complete, but the row is scored',
      sheet: { ...good, rows: [...good.rows, { name: '生态效益', weight: null, score: 3 }] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F15',
          related: [],
          message: '「生态效益」的分值 F15 空白，而该项已填得分3。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
      ],
    },
    {
      name: 'a score of 0 is a score',
      sheet: { ...good, rows: changed(0, { weight: null, score: 0 }) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'F9',
          related: [],
          message: '「培训人次」的分值 F9 空白，而该项已填得分0。其余各项分值距满分还差20分。参与计分的指标都应有分值，请补填。',
          fix: null,
        },
      ],
    },
  ],
});
