import { amountVsBudget } from '../../../src/checks/money/amount-vs-budget';
import type { BudgetAmount, BudgetKind } from '../../../src/score-table';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withPart } from '../support/spoil';

const HEADINGS: Readonly<Record<BudgetKind, string>> = {
  initial: '年初预算数',
  budget: '调整预算数',
  anyBudget: '预算数',
  executed: '执行数',
};

/** The good sheet has 100万元 of budget, all of it spent. */
function listed(
  amounts: Readonly<Partial<Record<BudgetKind, string>>>,
  how: Partial<BudgetAmount> = {},
  sheet: SheetSpec = goodSheet(),
): SheetSpec {
  const found = Object.entries(amounts).map(([kind, value]): [string, BudgetAmount] => [
    kind,
    { value, unit: '元', decimals: 2, heading: HEADINGS[kind as BudgetKind], place: '执行!C4', lines: 1, ...how },
  ]);
  return {
    ...sheet,
    budget: { file: '指标执行.xlsx', amounts: Object.fromEntries(found), entry: 0, owner: { code: null, project: null, unit: null } },
  };
}

const told = (cell: string, message: string, actual: number): object => ({
  severity: 'advisory',
  cell,
  related: [],
  message,
  fix: null,
  actual,
});
const ASKS = '请核实，改正填错的一处；统计口径不同的，请说明。';

testCheck(amountVsBudget, {
  passing: [
    { name: 'no list was given', sheet: goodSheet() },
    { name: 'a list without this project', sheet: { ...goodSheet(), budget: { ...listed({}).budget!, amounts: null } } },
    { name: 'the same in 元', sheet: listed({ initial: '1000000', budget: '1000000', executed: '1000000' }) },
    { name: 'the same in 万元', sheet: listed({ executed: '100' }, { unit: '万元' }) },
    { name: 'no unit in the list', sheet: listed({ executed: '1000000' }, { unit: null }) },
    { name: 'no unit on either side', sheet: listed({ executed: '1000000' }, { unit: null }, withFunding({}, { unit: null })) },
    {
      name: 'a budget of whichever kind is the one of the beginning',
      sheet: listed({ anyBudget: '800000' }, {}, withFunding({ initial: 80 })),
    },
    {
      name: 'the list has the 财政拨款 alone',
      sheet: listed({ executed: '950000' }, {}, withPart({ executed: 95 }, withFunding({ executed: 97 }))),
    },
    { name: 'units mixed in the table', sheet: listed({ executed: '900000' }, {}, withFunding({}, { unit: 'mixed' })) },
    { name: 'a doubted amount', sheet: listed({ executed: '900000' }), doubted: ['E5'] },
    { name: 'a blank amount', sheet: listed({ executed: '900000' }, {}, withFunding({ executed: null }, { parts: [] })) },
  ],
  failing: [
    {
      name: 'spent more than the system has',
      sheet: listed({ budget: '1000000', executed: '952000.5' }),
      findings: [
        told('E5', `全年执行数（E5）为100万元，「指标执行.xlsx」中该项目的执行数（执行!C4）为952000.5元，相差4.79995万元。${ASKS}`, 100),
      ] as never,
    },
    {
      name: 'several lines added up',
      sheet: listed({ budget: '90' }, { unit: '万元', lines: 3 }),
      findings: [
        told(
          'C5',
          `全年预算数（C5）为100万元，「指标执行.xlsx」中该项目的调整预算数（执行!C4等3行合计）为90万元，相差10万元。${ASKS}`,
          100,
        ),
      ] as never,
    },
    {
      name: 'a budget that is neither of both',
      sheet: listed({ anyBudget: '900000' }, {}, withFunding({ initial: 80 })),
      findings: [
        told('C5', `全年预算数（C5）为100万元，「指标执行.xlsx」中该项目的预算数（执行!C4）为900000元，相差10万元。${ASKS}`, 100),
      ] as never,
    },
    {
      name: 'no unit, and no scale makes them agree',
      sheet: listed({ executed: '95' }, { unit: null }),
      findings: [told('E5', `全年执行数（E5）为100万元，「指标执行.xlsx」中该项目的执行数（执行!C4）为95。${ASKS}`, 100)] as never,
    },
  ],
  boundary: [
    {
      name: 'rounded to two decimals of 万元',
      sheet: listed({ executed: '1234567.89' }, {}, withFunding({ executed: 123.46 }, { parts: [] })),
    },
    {
      name: 'a hundredth more than rounding',
      sheet: listed({ executed: '1234449.99' }, {}, withFunding({ executed: 123.45 }, { parts: [] })),
      findings: [
        told(
          'E5',
          `全年执行数（E5）为123.45万元，「指标执行.xlsx」中该项目的执行数（执行!C4）为1234449.99元，相差0.005001万元。${ASKS}`,
          123.45,
        ),
      ] as never,
    },
    {
      name: 'the list in whole 万元',
      sheet: listed({ executed: '123' }, { unit: '万元', decimals: 0 }, withFunding({ executed: 123.46 }, { parts: [] })),
    },
  ],
});
