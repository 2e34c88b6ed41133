import { costVsExecution } from '../../../src/checks/money/cost-vs-execution';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

const cost = (name: string, target: string | number, actual: string | number, amounts = {}, more = {}) => ({
  sheet: withRow(
    2,
    { path: '产出/成本指标', name, target, actual, ...more },
    withFunding({ initial: 150, budget: 150, executed: 125.25, rate: '83.5%', ...amounts }),
  ),
});

testCheck(costVsExecution, {
  passing: [
    { name: 'no cost row', sheet: goodSheet() },
    { name: 'equal', ...cost('项目总成本', '≤150万元', '125.25万元') },
    { name: 'a cost per head', ...cost('人均培训成本', '≤150元', '140元') },
    { name: 'part of the cost', ...cost('维修所需成本', '35万元', '35万元') },
    { name: 'a rate among the costs', ...cost('成本控制率', '≤100%', '100%') },
    { name: 'the target’s sign copied is actual-copies-target’s', ...cost('项目总成本', '≤150万元', '≤150万元') },
    {
      name: '329,998.60元 typed as 32.9999万元',
      sheet: withRow(
        2,
        { path: '产出/成本指标', name: '经费支出', target: 33, actual: 32.9999, symbol: '<=', unit: '万元' },
        { ...withFunding({ initial: 330000, budget: 329998.6, executed: 329998.6 }, { unit: '元' }), money: '元' },
      ),
    },
    { name: 'ten thousandfold is unit-scale’s', ...cost('项目总成本', '≤150万元', '1252500万元') },
    { name: 'executed amount doubted', ...cost('项目总成本', '≤150万元', '150万元'), doubted: ['E5'] },
    { name: 'words', ...cost('项目总成本', '控制在预算内', '控制在预算内') },
  ],
  failing: [
    {
      name: 'by its name',
      ...cost('项目总成本', '≤150万元', '150万元'),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message: '「项目总成本」的完成值（E11）为「150万元」，与全年执行数125.25万元（E5）不一致。请核实实际支出；口径不同的请说明。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'by its target, which is the budget',
      ...cost('市民中心运行维护费', '150万', '150万'),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message:
            '「市民中心运行维护费」的完成值（E11）为「150万」，与全年执行数125.25万元（E5）不一致。请核实实际支出；口径不同的请说明。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'a figure without unit beside a target in 万元',
      ...cost('项目总成本', '≤150万元', 150),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message: '「项目总成本」的完成值（E11）为「150」，与全年执行数125.25万元（E5）不一致。请核实实际支出；口径不同的请说明。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'rounded to whole 万元',
      ...cost('项目总成本', '≤90万元', 90, { initial: 90, budget: 89.974, executed: 89.974 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message: '「项目总成本」的完成值（E11）为「90」，与全年执行数89.974万元（E5）不一致。请核实实际支出；口径不同的请说明。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'within the cents of a 万元', ...cost('项目总成本', '≤150万元', '125.253万元') },
    {
      name: 'a little more',
      ...cost('项目总成本', '≤150万元', '125.3万元'),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message: '「项目总成本」的完成值（E11）为「125.3万元」，与全年执行数125.25万元（E5）不一致。请核实实际支出；口径不同的请说明。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
  ],
});
