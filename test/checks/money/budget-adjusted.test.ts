import { budgetAdjusted } from '../../../src/checks/money/budget-adjusted';
import { DEFAULT_PARAMETERS } from '../../../src/standards/parameters';
import { Dec } from '../../../src/workbook/decimal';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding } from '../support/spoil';

const strict = { ...DEFAULT_PARAMETERS, budgetAdjustment: { ...DEFAULT_PARAMETERS.budgetAdjustment, value: new Dec('0.05') } };

testCheck(budgetAdjusted, {
  passing: [
    { name: 'unchanged', sheet: goodSheet() },
    { name: 'explained in the row', sheet: withFunding({ initial: 50, reason: '年中追加中央资金50万元' }, { without: ['arrived'] }) },
    { name: 'explained in the box', sheet: { ...withFunding({ initial: 50 }), remarks: '年中追加50万元' } },
    { name: 'nothing at the start of the year', sheet: withFunding({ initial: 0 }) },
    { name: '元 and 万元 mixed is unit-scale’s', sheet: withFunding({ initial: 1000000 }) },
    { name: 'sources do not count', sheet: withFunding({}, { parts: [{ label: '其中：财政拨款', initial: 50, budget: 90 }] }) },
    { name: 'a doubted budget', sheet: withFunding({ initial: 50 }), doubted: ['C5'] },
  ],
  failing: [
    {
      name: 'cut by 62.88%',
      sheet: withFunding({ initial: 5.28, budget: 1.96, executed: 1.96 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'C5',
          related: ['B5'],
          message:
            '「年度资金总额」年初预算数5.28，全年预算数1.96（C5），减少62.88%（1.96÷5.28−1），超过10%。请核实，并说明年中追加或调减的原因和依据。',
          fix: null,
          accused: { row: 'funding:0:adjusted', aspect: 'money' },
        },
      ],
    },
    {
      name: 'more than doubled',
      sheet: withFunding({ initial: 861.1, budget: 2030.12, executed: 2030.12 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'C5',
          related: ['B5'],
          message:
            '「年度资金总额」年初预算数861.1，全年预算数2030.12（C5），增加135.76%（2030.12÷861.1−1），超过10%。请核实，并说明年中追加或调减的原因和依据。',
          fix: null,
          accused: { row: 'funding:0:adjusted', aspect: 'money' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly the threshold', sheet: withFunding({ initial: 100, budget: 110 }) },
    {
      name: 'just beyond',
      sheet: withFunding({ initial: 100, budget: 110.01 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'C5',
          related: ['B5'],
          message:
            '「年度资金总额」年初预算数100，全年预算数110.01（C5），增加10.01%（110.01÷100−1），超过10%。请核实，并说明年中追加或调减的原因和依据。',
          fix: null,
          accused: { row: 'funding:0:adjusted', aspect: 'money' },
        },
      ],
    },
    {
      name: 'another threshold',
      sheet: withFunding({ initial: 100, budget: 106 }),
      parameters: strict,
      findings: [
        {
          severity: 'advisory',
          cell: 'C5',
          related: ['B5'],
          message:
            '「年度资金总额」年初预算数100，全年预算数106（C5），增加6%（106÷100−1），超过5%。请核实，并说明年中追加或调减的原因和依据。',
          fix: null,
          accused: { row: 'funding:0:adjusted', aspect: 'money' },
        },
      ],
    },
  ],
});
