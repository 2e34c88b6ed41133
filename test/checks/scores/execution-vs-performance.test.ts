import { executionVsPerformance } from '../../../src/checks/scores/execution-vs-performance';
import { builtinStandard } from '../../../src/standards/builtin';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

const at = (executed: number, base = goodSheet()) => withFunding({ executed, rate: `${executed}%`, score: executed / 10 }, {}, base);
const half = { ...goodSheet(), rows: goodSheet().rows.map((row) => ({ ...row, score: Number(row.weight) / 2 })) };

testCheck(executionVsPerformance, {
  passing: [
    { name: 'all was spent', sheet: goodSheet() },
    { name: 'little spent, little reached', sheet: at(85, { ...goodSheet(), rows: half.rows }) },
    {
      name: 'explained in the row',
      sheet: withFunding({ executed: 50, rate: '50%', score: 5, reason: '质保金按合同次年支付' }, { without: ['arrived'] }),
    },
    { name: 'explained in the box', sheet: { ...at(50), remarks: '资金结转下年使用' } },
    { name: 'a score is missing', sheet: at(50, withRow(0, { score: null })) },
    { name: 'the stated rate is another: execution-rate’s', sheet: withFunding({ executed: 50, rate: '90%' }) },
    { name: 'nothing budgeted', sheet: withFunding({ budget: 0, executed: 0, rate: 0 }) },
  ],
  failing: [
    {
      name: 'half spent, full marks',
      sheet: at(50),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '预算执行率（I5）为50%，指标得分率88÷90=97.78%，两者相差（97.78%−50%）÷97.78%=48.86%，一体化系统会据此预警。请核实执行数和指标得分，或说明资金未执行完的原因。',
          fix: null,
          accused: { row: 'table', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'only a rate',
      sheet: withFunding({ initial: null, budget: null, executed: null, rate: '76%', score: 7.6 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '预算执行率（I5）为76%，指标得分率88÷90=97.78%，两者相差（97.78%−76%）÷97.78%=22.27%，一体化系统会据此预警。请核实执行数和指标得分，或说明资金未执行完的原因。',
          fix: null,
          accused: { row: 'table', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a third unspent although the scores are low too',
      sheet: at(70, { ...goodSheet(), rows: goodSheet().rows.map((row) => ({ ...row, score: Number(row.weight) * 0.7 })) }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '预算执行率（I5）为70%，指标得分率63÷90=70%，未执行比例为30%，一体化系统会据此预警。请核实执行数和指标得分，或说明资金未执行完的原因。',
          fix: null,
          accused: { row: 'table', aspect: 'rate' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'a gap of less than 5%', sheet: at(94) },
    {
      name: 'a gap of more',
      sheet: at(92),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '预算执行率（I5）为92%，指标得分率88÷90=97.78%，两者相差（97.78%−92%）÷97.78%=5.91%，一体化系统会据此预警。请核实执行数和指标得分，或说明资金未执行完的原因。',
          fix: null,
          accused: { row: 'table', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a standard that asks for a reason below 90%',
      standards: { standard: builtinStandard('sichuan-project')! },
      sheet: at(85, { ...goodSheet(), rows: half.rows }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message: '预算执行率（I5）为85%，低于所用标准要求说明的90%，而没有说明原因。请说明资金未执行完的原因。',
          fix: null,
        },
      ],
    },
    {
      name: 'exactly a fifth unspent, no gap',
      sheet: at(80, { ...goodSheet(), rows: goodSheet().rows.map((row) => ({ ...row, score: Number(row.weight) * 0.8 })) }),
    },
  ],
});
