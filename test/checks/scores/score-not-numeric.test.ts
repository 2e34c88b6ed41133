import { scoreNotNumeric } from '../../../src/checks/scores/score-not-numeric';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

const live = { weight: 100, score: { f: 'SUM(G9:G14)+G5', v: 78 } };
const asText = (suffix: string) => ({
  ...goodSheet(),
  rows: goodSheet().rows.map((row) => ({ ...row, score: `${String(row.score)}${suffix}` })),
});

testCheck(scoreNotNumeric, {
  passing: [
    { name: 'numbers', sheet: goodSheet() },
    { name: 'a column typed as text throughout, typed total', sheet: asText('') },
    { name: 'blank and placeholder are other matters', sheet: withRow(0, { score: null }, withRow(1, { score: '/' })) },
    { name: 'words of a reviewer', sheet: withRow(0, { review: '同意自评' }) },
    { name: 'an error value is formula-error’s', sheet: withRow(0, { score: { v: { error: '#REF!' } } }) },
  ],
  failing: [
    {
      name: 'a ticked box',
      sheet: withRow(0, { score: true }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是勾选框（TRUE），不是数字。请核实后填写数字。',
          fix: null,
        },
      ],
    },
    {
      name: 'a ticked box in a reviewer’s column',
      sheet: withRow(0, { review: true }),
      findings: [
        {
          severity: 'advisory',
          cell: 'K9',
          related: [],
          message: '「培训人次」的得分（K9）填的是勾选框（TRUE），不是数字。请核实后填写数字。',
          fix: null,
          accused: { row: 'r0:1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a total that no figure can be read from',
      sheet: { ...goodSheet(), total: { weight: 100, score: '约98分' } },
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message: '「总分」（G15）填的是「约98分」，不是数字，无法与各项得分之和核对。请填写数字。',
          fix: null,
        },
      ],
    },
    {
      name: '「20分」',
      sheet: withRow(0, { score: '20分' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是文字「20分」，不是数字。请核实后改为数字20。',
          fix: { cell: 'G9', value: 20 },
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'full width',
      sheet: withRow(1, { score: '１５' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」的得分（G10）填的是文字「１５」，不是数字。请核实后改为数字15。',
          fix: { cell: 'G10', value: 15 },
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a number stored as text among numbers',
      sheet: withRow(1, { score: '15' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」的得分（G10）填的是文字「15」，不是数字。请核实后改为数字15。',
          fix: { cell: 'G10', value: 15 },
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'passed over by a live total',
      sheet: { ...withRow(0, { score: '20' }), total: live },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是文字「20」，不是数字，合计公式没有把它加进去。请核实后改为数字20。',
          fix: { cell: 'G9', value: 20 },
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'words',
      sheet: withRow(0, { score: '满分' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是「满分」，不是数字。请核实后填写数字。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'two figures in one cell: no fix',
      sheet: withRow(0, { score: '2 0' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是「2 0」，不是数字。请核实后填写数字。',
          fix: null,
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'the whole column with 分: said once, at the header, figures stay under audit',
      sheet: asText('分'),
      findings: [
        {
          severity: 'advisory',
          cell: 'G8',
          related: [],
          message: '得分列（G8）有6处是带单位或全角的文字，不是数字，公式和系统可能读不出来。请改为数字格式，只填数字。',
          fix: null,
          accused: { row: 'table', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a + formula takes text along',
      sheet: { ...withRow(0, { score: '20' }), total: { weight: 100, score: { f: 'G5+G9+G10+G11+G12+G13+G14', v: 98 } } },
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是文字「20」，不是数字。请核实后改为数字20。',
          fix: { cell: 'G9', value: 20 },
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
    {
      name: 'spaces around a figure',
      sheet: withRow(0, { score: ' 20 ' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G9',
          related: [],
          message: '「培训人次」的得分（G9）填的是文字「20」，不是数字。请核实后改为数字20。',
          fix: { cell: 'G9', value: 20 },
          accused: { row: 'r0', aspect: 'score' },
        },
      ],
    },
  ],
});
