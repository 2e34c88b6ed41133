import { valueMissing } from '../../../src/checks/scores/value-missing';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

testCheck(valueMissing, {
  passing: [
    { name: 'everything is filled in', sheet: goodSheet() },
    { name: 'neither target nor actual: that is score-without-values', sheet: withRow(0, { target: null, actual: null }) },
    { name: 'a dash says there is none', sheet: withRow(0, { actual: '—' }) },
    { name: 'a row that does not apply', sheet: withRow(0, { actual: null, applies: false }) },
    { name: 'a form without a rate column', sheet: withFunding({ rate: null }, { without: ['arrived', 'reason', 'rate'] }) },
    { name: 'sources may be blank', sheet: { ...goodSheet(), funding: { ...goodSheet().funding!, parts: [{ label: '其他资金' }] } } },
    {
      name: 'an unfilled form is no list of omissions',
      sheet: {
        ...goodSheet(),
        unit: null,
        rows: goodSheet().rows.map((row) => ({ ...row, score: null, actual: null })),
        funding: { total: { weight: 10 } },
        total: { weight: 100 },
      },
    },
    { name: 'a blank total while a score is missing', sheet: { ...withRow(0, { score: null }), total: { weight: 100 } } },
  ],
  failing: [
    {
      name: 'an actual value',
      sheet: withRow(0, { actual: null }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E9',
          related: [],
          message: '「培训人次」的实际完成值（E9）没有填写。请核实后补填。',
          fix: null,
          accused: { row: 'r0', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'the initial budget',
      sheet: withFunding({ initial: null }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: [],
          message: '年度资金总额的年初预算数（B5）没有填写。请按预算批复和决算数补填；确为零的请填0。',
          fix: null,
          accused: { row: 'funding:0:initial', aspect: 'money' },
        },
      ],
    },
    {
      name: 'the rate, which can be computed',
      sheet: withFunding({ rate: null, executed: 83.5 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message: '预算执行率（I5）没有填写。按所填金额应为83.5%，请核实后补填。',
          fix: { cell: 'I5', value: '83.5%' },
          accused: { row: 'funding:0:rate', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'the rate in a percent cell',
      sheet: withFunding({ rate: { v: null, format: '0.00%' }, executed: 83.5 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message: '预算执行率（I5）没有填写。按所填金额应为83.5%，请核实后补填。',
          fix: { cell: 'I5', value: 0.835 },
          accused: { row: 'funding:0:rate', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'unit name',
      sheet: { ...goodSheet(), unit: '  ' },
      findings: [
        {
          severity: 'advisory',
          cell: 'B2',
          related: [],
          message: '单位名称（B2）没有填写。请核实后补填。',
          fix: null,
          accused: { row: 'head:unit', aspect: 'text' },
        },
      ],
    },
    {
      name: 'the total',
      sheet: { ...goodSheet(), total: { weight: 100 } },
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message: '总分（G15）没有填写。请核实后补填。',
          fix: null,
          accused: { row: 'total:0', aspect: 'total' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'two amounts and the rate: each its cell',
      sheet: withFunding({ initial: null, executed: null, rate: null }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: [],
          message: '年度资金总额的年初预算数（B5）没有填写。请按预算批复和决算数补填；确为零的请填0。',
          fix: null,
          accused: { row: 'funding:0:initial', aspect: 'money' },
        },
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          message: '年度资金总额的全年执行数（E5）没有填写。请按预算批复和决算数补填；确为零的请填0。',
          fix: null,
          accused: { row: 'funding:0:executed', aspect: 'money' },
        },
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message: '预算执行率（I5）没有填写。请按预算批复和决算数补填；确为零的请填0。',
          fix: null,
          accused: { row: 'funding:0:rate', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a breakdown line with a target',
      sheet: withRow(1, { role: 'breakdown', weight: null, score: null, actual: null }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E10',
          related: [],
          message: '「验收合格率」的实际完成值（E10）没有填写。请核实后补填。',
          fix: null,
          accused: { row: 'r1', aspect: 'actual' },
        },
      ],
    },
  ],
});
