import { executionRateCheck } from '../../../src/checks/money/execution-rate';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withPart } from '../support/spoil';

testCheck(executionRateCheck, {
  passing: [
    { name: '100÷100', sheet: goodSheet() },
    { name: 'two decimals', sheet: withFunding({ budget: 310.2, executed: 154.74, rate: '49.88%' }) },
    { name: 'one decimal, rounded', sheet: withFunding({ budget: 310.2, executed: 154.74, rate: '49.9%' }) },
    {
      name: 'a percent format over the exact value',
      sheet: withFunding({ budget: 310.2, executed: 154.74, rate: { v: 0.498839458, format: '0%' } }),
    },
    { name: 'percent points', sheet: withFunding({ budget: 310.2, executed: 154.74, rate: 49.88 }) },
    { name: 'nothing to divide by', sheet: withFunding({ budget: 0, executed: 0, rate: '0%' }) },
    { name: 'no rate stated', sheet: withFunding({ rate: null }) },
    { name: 'above one hundred, and said so', sheet: withFunding({ budget: 329.77, executed: 338.31, rate: '102.59%' }) },
    { name: 'a doubted amount', sheet: withFunding({ executed: 50 }), doubted: ['E5'] },
  ],
  failing: [
    {
      name: 'wrong',
      sheet: withFunding({ executed: 83.5, rate: '90%', score: 8.35 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '「年度资金总额」的执行率（I5）填90%，按全年预算数计算为83.5÷100=83.5%，两者不一致。请核实预算数、执行数和执行率。',
          fix: { cell: 'I5', value: '83.5%' },
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'wrong, and the score goes with it: no fix',
      sheet: withFunding({ executed: 83.5, rate: '90%', score: 9 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '「年度资金总额」的执行率（I5）填90%，按全年预算数计算为83.5÷100=83.5%，两者不一致。请核实预算数、执行数和执行率。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'zero',
      sheet: withFunding({ initial: 90, budget: 89.974, executed: 89.974, rate: 0, score: 0 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '「年度资金总额」的执行率（I5）填0%，按全年预算数计算为89.974÷89.974=100%，两者不一致。请核实预算数、执行数和执行率。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'rounded to a whole per cent',
      sheet: withFunding({ budget: 310.2, executed: 154.74, rate: '50%', score: 5 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填50%，按全年预算数计算为154.74÷310.2=49.8839%，差别来自取整。请保留两位小数，并核实执行率得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'cut',
      sheet: withFunding({ budget: 1000, executed: 993.85, rate: '99.3%', score: 9.9 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填99.3%，按全年预算数计算为993.85÷1000=99.385%，差别来自舍去尾数。请按四舍五入保留两位小数，并核实执行率得分。',
          fix: { cell: 'I5', value: '99.39%' },
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'on the initial budget',
      sheet: withFunding({ initial: 200, budget: 100, executed: 90, rate: '45%', score: 4.5 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填45%，按全年预算数计算为90÷100=90%，所填数是按年初预算数计算的。请核实口径，一般以调整后的全年预算数为分母。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'on what arrived',
      sheet: withFunding({ arrived: 80, executed: 60, rate: '75%', score: 7.5 }, { without: ['reason'] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填75%，按全年预算数计算为60÷100=60%，所填数是按到位数计算的。请核实口径，一般以调整后的全年预算数为分母。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'capped at one hundred',
      sheet: withFunding({ executed: 110, rate: '100%' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填100%，按全年预算数计算为110÷100=110%，执行数大于预算数，执行率被按100%填列。请如实填写执行率（得分以分值为限），并说明资金来源。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a source’s own rate',
      sheet: withPart({ executed: 80, rate: '90%' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I6',
          related: [],
          message: '「其中：当年财政拨款」的执行率（I6）填90%，按全年预算数计算为80÷100=80%，两者不一致。请核实预算数、执行数和执行率。',
          fix: { cell: 'I6', value: '80%' },
          accused: { row: 'funding:1', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a formula is left alone',
      sheet: withFunding({ executed: 83.5, rate: { f: 'E5/B5', v: 0.9, format: '0%' }, score: 8.35 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '「年度资金总额」的执行率（I5）填90%，按全年预算数计算为83.5÷100=83.5%，两者不一致。请核实预算数、执行数和执行率。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'percent cell keeps its kind',
      sheet: withFunding({ executed: 83.5, rate: { v: 0.9, format: '0.00%' }, score: 8.35 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '「年度资金总额」的执行率（I5）填90%，按全年预算数计算为83.5÷100=83.5%，两者不一致。请核实预算数、执行数和执行率。',
          fix: { cell: 'I5', value: 0.835 },
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'a tenth of a per cent, and it shows', sheet: withFunding({ budget: 600, executed: 593.82, rate: '99.0%', score: 9.9 }) },
    {
      name: 'a whole per cent that looks the same',
      sheet: withFunding({ budget: 600, executed: 593.82, rate: '99%', score: 9.9 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填99%，按全年预算数计算为593.82÷600=98.97%，差别来自取整。请保留两位小数，并核实执行率得分。',
          fix: { cell: 'I5', value: '98.97%' },
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    { name: 'less than a hundredth of a point', sheet: withFunding({ budget: 1000, executed: 993.856, rate: '99.39%' }) },
    {
      name: 'cut off in a stored number that shows two decimals',
      sheet: withFunding({ budget: 1000, executed: 993.856, rate: { v: 0.993856, format: '0.00%' } }),
    },
    {
      name: 'the second decimal cut off',
      sheet: withFunding({ budget: 1000, executed: 993.856, rate: '99.38%' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填99.38%，按全年预算数计算为993.856÷1000=99.3856%，差别来自舍去尾数。请按四舍五入保留两位小数，并核实执行率得分。',
          fix: { cell: 'I5', value: '99.39%' },
        },
      ],
    },
    {
      name: 'amounts rounded to the hundredth of 万元, the rate worked out of the unrounded ones',
      sheet: withFunding({ budget: 12.35, executed: 9.87, rate: '79.96%', score: 8 }),
    },
    {
      name: 'a hundredth of a point',
      sheet: withFunding({ budget: 1000, executed: 993.9, rate: '99.38%', score: 9.94 }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）填99.38%，按全年预算数计算为993.9÷1000=99.39%，两者不一致。请核实预算数、执行数和执行率。',
          fix: { cell: 'I5', value: '99.39%' },
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
  ],
});
