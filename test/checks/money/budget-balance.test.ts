import { budgetBalance } from '../../../src/checks/money/budget-balance';
import type { Figure } from '../../../src/score-table/types';
import { Dec } from '../../../src/workbook/decimal';
import { goodSheet, type FundingRowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding } from '../support/spoil';

const nature = (expenditure: number | null, parts: readonly (number | null)[] = [900.47, 1025.2], more: Partial<FundingRowSpec> = {}) => {
  const labels = ['其中:基本支出', '项目支出', '经营支出'];
  const line = (label: string, amount: number | null, parent: number): FundingRowSpec => ({
    label,
    kind: 'expenditure',
    parent,
    ...(amount === null ? {} : { labelAmount: amount }),
  });
  return {
    sheet: withFunding(
      { initial: 2030.12, budget: 2030.12, executed: 2030.12, ...more },
      { parts: [line('按支出性质分', expenditure, 0), ...parts.map((amount, index) => line(labels[index]!, amount, 1))] },
    ),
  };
};
const income = (amount: number, budget: number, executed: number) => ({
  sheet: withFunding(
    { initial: budget, budget, executed },
    { parts: [{ label: '按收入性质分', kind: 'income' as const, parent: 0, labelAmount: amount }] },
  ),
});
const figure = (label: string, value: number | null, row: number, more: Partial<Figure> = {}): Figure => ({
  path: [label],
  value: {
    state: value === null ? 'blank' : 'value',
    value: value === null ? null : new Dec(value),
    at: { sheet: 0, row: 30 + row, col: 1 },
    raw: value,
    odd: [],
  },
  period: 'this',
  basis: '决算',
  unit: '元',
  ...more,
});
const head = (label: string, value: number, row: number, basis: Figure['basis']): Figure =>
  figure(label, value, row, { basis, unit: '人' });
const rated = (label: string, value: number, row: number): Figure => figure(label, value, row, { basis: null, unit: '率', percent: true });
const part = (label: string, value: number, row: number, of = 0): Figure =>
  figure(label, value, row, { partOf: { sheet: 0, row: 30 + of, col: 1 } });
const data = (...figures: Figure[]) => ({ sheet: { ...goodSheet(), data: figures } });

testCheck(budgetBalance, {
  passing: [
    { name: 'no such lines', sheet: goodSheet() },
    { name: 'spending by nature adds up to what was spent', ...nature(2030.12, [1004.92, 1025.2]) },
    { name: 'income equals the budget, spending does not: carry-over', ...income(100, 100, 90) },
    { name: 'income equals what was spent', ...income(90, 100, 90) },
    { name: 'no figure in the label', ...nature(null) },
    {
      name: 'basic and project spending',
      ...data(figure('本年支出合计', 54941612.82, 0), figure('其中：基本支出', 22919373.49, 1), figure('项目支出', 32022239.33, 2)),
    },
    {
      name: 'figures of different years',
      ...data(figure('本年支出', 100, 0), figure('基本支出', 60, 1, { period: 'last' }), figure('项目支出', 50, 2)),
    },
    {
      name: 'a term met twice',
      ...data(figure('本年支出', 100, 0), figure('基本支出', 60, 1), figure('基本支出', 20, 2), figure('项目支出', 50, 3)),
    },
    {
      name: '三公 adds up',
      ...data(
        figure('“三公”经费', 7, 0),
        figure('1、公务用车购置和维护经费', 4, 1),
        figure('2、出国经费', 0, 2),
        figure('3、公务接待', 3, 3),
      ),
    },
    { name: 'doubted', ...nature(1925.67), doubted: ['A6'] },
    {
      name: 'a rate that its figures come to',
      ...data(head('编制数', 46, 0, '编制'), head('在职人数', 50, 1, '在职'), rated('在职人员控制率', 1.087, 2)),
    },
    {
      name: 'a list of parts that need not be whole',
      ...data(figure('政府性基金支出', 100, 0), part('其中：道路养护', 30, 1), part('桥梁检测', 20, 2)),
    },
    {
      name: 'parts of parts in one list',
      ...data(figure('财政资金', 100, 0), part('其中：财政拨款', 100, 1), part('一般公共预算', 80, 2), part('政府性基金', 20, 3)),
    },
    { name: 'income and spending without what was carried over', ...data(figure('收入合计', 100, 0), figure('支出合计', 90, 1)) },
    {
      name: 'said once a workbook',
      ...data(figure('本年支出', 100, 0), figure('基本支出', 60, 1), figure('项目支出', 50, 2)),
      first: false,
    },
  ],
  failing: [
    {
      name: 'spending by nature is not what was spent',
      ...nature(1925.67),
      findings: [
        {
          severity: 'mandatory',
          cell: 'A6',
          related: ['E5'],
          message: '「按支出性质分」（A6）合计为1925.67，而年度资金总额的全年执行数为2030.12，相差104.45。请对照决算数核实。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
    {
      name: 'the lines do not add up to their heading',
      ...nature(2030.12, [900, 1025.2]),
      findings: [
        {
          severity: 'mandatory',
          cell: 'A6',
          related: [],
          message: '「按支出性质分」（A6）合计为2030.12，而所列各项之和为900+1025.2=1925.2，相差104.92。请对照决算数核实。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
    {
      name: 'a line is blank: less severe',
      ...nature(2030.12, [900, 1025.2, null]),
      findings: [
        {
          severity: 'advisory',
          cell: 'A6',
          related: [],
          message: '「按支出性质分」（A6）合计为2030.12，而所列各项之和为900+1025.2=1925.2，相差104.92。请对照决算数核实。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
    {
      name: 'income is neither',
      ...income(80, 100, 90),
      findings: [
        {
          severity: 'mandatory',
          cell: 'A6',
          related: ['C5'],
          message: '「按收入性质分」（A6）合计为80，而年度资金总额的全年预算数为100，相差20。请对照决算数核实。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
    {
      name: 'basic and project spending, other terms not on the sheet',
      ...data(figure('本年支出', 100, 0), figure('基本支出', 60, 1), figure('项目支出', 50, 2)),
      findings: [
        {
          severity: 'advisory',
          cell: 'B31',
          related: ['B32', 'B33'],
          message:
            '「本年支出」（B31）合计为100，而基本支出＋项目支出为60+50=110，相差10（本年支出＝基本支出＋项目支出＋上缴上级支出＋经营支出＋对附属单位补助支出）。请对照决算数核实。',
          fix: null,
          accused: { row: 'figure:0!30,1', aspect: 'money' },
        },
      ],
    },
    {
      name: '三公',
      ...data(
        figure('“三公”经费', 9, 0),
        figure('1、公务用车购置和维护经费', 4, 1),
        figure('2、出国经费', 0, 2),
        figure('3、公务接待', 3, 3),
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B31',
          related: ['B33', 'B32', 'B34'],
          message:
            '「“三公”经费」（B31）合计为9，而因公出国（境）费＋公务用车购置及运行维护费＋公务接待费为0+4+3=7，相差2（“三公”经费＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费）。请对照决算数核实。',
          fix: null,
          accused: { row: 'figure:0!30,1', aspect: 'money' },
        },
      ],
    },
    {
      name: 'income, spending and balances, all terms there',
      ...data(
        figure('本年收入', 69.06, 0),
        figure('使用非财政拨款结余', 0, 1),
        figure('年初结转和结余', 21.31, 2),
        figure('本年支出', 76.36, 3),
        figure('结余分配', 0, 4),
        figure('年末结转和结余', 0, 5),
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B31',
          related: ['B32', 'B33', 'B34', 'B35', 'B36'],
          message:
            '「本年收入＋使用非财政拨款结余＋年初结转和结余」（B31）合计为90.37，而本年支出＋结余分配＋年末结转和结余为76.36+0+0=76.36，相差14.01（本年收入＋使用非财政拨款结余＋年初结转结余＝本年支出＋结余分配＋年末结转结余）。请对照决算数核实。',
          fix: null,
          accused: { row: 'figure:0!30,1', aspect: 'money' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a rate of the data sheet that its own figures do not come to',
      ...data(head('编制数', 46, 0, '编制'), head('在职人数', 50, 1, '在职'), rated('控制率', 0.987, 2), rated('在职人员控制率', 0.987, 3)),
      findings: [
        {
          severity: 'advisory',
          cell: 'B34',
          related: ['B32', 'B31'],
          message: '「在职人员控制率」（B34）为98.7%，而按在职人员数÷编制数（B32、B31）计算为108.7%。请核实，改正填错的一处。',
          fix: null,
        },
      ],
    },
    {
      name: 'what the sheet itself says beside it',
      ...data(
        figure('本年支出', 100, 0),
        figure('基本支出', 60, 1),
        figure('专项支出', 50, 2),
        figure('支出小计', 100, 3, { formula: '基本支出＋专项支出' }),
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B34',
          related: ['B32', 'B33'],
          message: '「支出小计」（B34）合计为100，而基本支出+专项支出为110，相差10。请对照决算数核实。',
          fix: null,
        },
      ],
    },
    {
      name: 'parts that come to more than their whole',
      ...data(figure('会议培训支出', 10, 0), part('其中：会议费', 7, 1), part('培训费', 5, 2)),
      findings: [
        {
          severity: 'advisory',
          cell: 'B31',
          related: ['B32', 'B33'],
          message: '「会议培训支出」（B31）合计为10，而所列各项之和为7+5=12，相差2。请对照决算数核实。',
          fix: null,
        },
      ],
    },
    {
      name: 'a complete list that comes to less',
      ...data(figure('办公支出', 10, 0), part('其中：办公费', 5, 1), part('其他办公支出', 2, 2)),
      findings: [
        {
          severity: 'advisory',
          cell: 'B31',
          related: ['B32', 'B33'],
          message: '「办公支出」（B31）合计为10，而所列各项之和为5+2=7，相差3。请对照决算数核实。',
          fix: null,
        },
      ],
    },
    {
      name: 'one figure that fits neither its parts nor its whole',
      ...data(
        figure('本年支出', 110, 0),
        figure('基本支出', 70, 1),
        figure('项目支出', 50, 2),
        figure('人员经费', 40, 3),
        figure('公用经费', 20, 4),
      ),
      findings: [
        {
          severity: 'advisory',
          cell: 'B32',
          related: ['B31', 'B33'],
          message:
            '「本年支出」（B31）合计为110，而基本支出＋项目支出为70+50=120，相差10（本年支出＝基本支出＋项目支出＋上缴上级支出＋经营支出＋对附属单位补助支出）。「基本支出」（B32）与其他数据也不平，请先核对该项。请对照决算数核实。',
          fix: null,
        },
      ],
    },
    { name: 'a cent', ...nature(2030.11, [1004.91, 1025.2]) },
    {
      name: 'three cents',
      ...nature(2030.09, [1004.89, 1025.2]),
      findings: [
        {
          severity: 'mandatory',
          cell: 'A6',
          related: ['E5'],
          message: '「按支出性质分」（A6）合计为2030.09，而年度资金总额的全年执行数为2030.12，相差0.03。请对照决算数核实。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
  ],
});
