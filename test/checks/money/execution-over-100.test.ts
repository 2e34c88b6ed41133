import { executionOver100 } from '../../../src/checks/money/execution-over-100';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding } from '../support/spoil';

const over = { initial: 329.77, budget: 329.77, executed: 338.31, rate: '102.59%' };

testCheck(executionOver100, {
  passing: [
    { name: 'one hundred', sheet: goodSheet() },
    {
      name: 'explained in the row',
      sheet: withFunding({ ...over, reason: '超出部分8.54万元由单位自有资金解决' }, { without: ['arrived'] }),
    },
    { name: 'explained in the box', sheet: { ...withFunding(over), remarks: '超支部分由其他资金解决' } },
    { name: 'the rate is wrong, not above', sheet: withFunding({ executed: 90, rate: '120%' }) },
    { name: 'no amounts at all', sheet: withFunding({ budget: null, initial: null, executed: null, rate: null }) },
  ],
  failing: [
    {
      name: '102.59%',
      sheet: withFunding(over),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）为338.31÷329.77=102.59%，执行数大于预算数，表中没有说明。请核实全年预算数是否含追加和结转资金，或说明超出部分的资金来源；执行率得分以分值为限。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'no rate column: at the amount',
      sheet: withFunding(over, { without: ['arrived', 'reason', 'rate'] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          message:
            '「年度资金总额」的执行率（E5）为338.31÷329.77=102.59%，执行数大于预算数，表中没有说明。请核实全年预算数是否含追加和结转资金，或说明超出部分的资金来源；执行率得分以分值为限。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'only a rate',
      sheet: withFunding({ initial: null, budget: null, executed: null, rate: '105%' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）为105%，执行数大于预算数，表中没有说明。请核实全年预算数是否含追加和结转资金，或说明超出部分的资金来源；执行率得分以分值为限。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'a hair above by rounding', sheet: withFunding({ budget: 1000000, executed: 1000001, rate: '100%' }) },
    {
      name: 'a hundredth of a point',
      sheet: withFunding({ budget: 10000, executed: 10001, rate: '100.01%' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'I5',
          related: [],
          message:
            '「年度资金总额」的执行率（I5）为10001÷10000=100.01%，执行数大于预算数，表中没有说明。请核实全年预算数是否含追加和结转资金，或说明超出部分的资金来源；执行率得分以分值为限。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'rate' },
        },
      ],
    },
  ],
});
