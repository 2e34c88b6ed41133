import { totalOverCap } from '../../../src/checks/totals/total-over-cap';
import { builtinStandard } from '../../../src/standards/builtin';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const CAPS = { standard: builtinStandard('city-execution-caps')! };
const CITY = '《项目支出绩效自评表（总分随执行率封顶的地方）》（依公开资料整理，非官方文本）';

/** Spent `executed` of 100; the total as stated. */
function spent(executed: number, total: number): SheetSpec {
  const sheet = goodSheet();
  return {
    ...sheet,
    funding: { ...sheet.funding!, total: { initial: 100, budget: 100, executed, rate: `${executed}%`, weight: 10, score: executed / 10 } },
    total: { weight: 100, score: total },
  };
}

testCheck(totalOverCap, {
  passing: [
    { name: 'no cap without such a standard', sheet: spent(50, 99) },
    { name: 'spent enough', sheet: spent(85, 98), standards: CAPS },
    { name: 'within the cap', sheet: spent(75, 88), standards: CAPS },
  ],
  failing: [
    {
      name: '75 % spent and 95 points',
      sheet: spent(75, 95),
      standards: CAPS,
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          fix: null,
          actual: 95,
          message: `总分 G15 填95，预算执行率为75%，低于80%；按${CITY}，总分不超过89分。请核对执行率和总分，按规定更正。`,
        },
      ],
    },
    {
      name: 'half spent: the lowest cap that applies',
      sheet: spent(50, 80),
      standards: CAPS,
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          fix: null,
          message: `总分 G15 填80，预算执行率为50%，低于60%；按${CITY}，总分不超过59分。请核对执行率和总分，按规定更正。`,
        },
      ],
    },
  ],
  boundary: [
    { name: 'exactly 80 % is not below', sheet: spent(80, 97), standards: CAPS },
    { name: 'exactly the cap', sheet: spent(79, 89), standards: CAPS },
    { name: 'a doubted total says nothing', sheet: spent(75, 95), standards: CAPS, doubted: ['G15'] },
  ],
});
