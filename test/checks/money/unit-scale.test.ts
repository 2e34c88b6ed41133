import { unitScale } from '../../../src/checks/money/unit-scale';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

const yuan = { ...goodSheet(), money: '元' as const };

testCheck(unitScale, {
  passing: [
    { name: 'one unit', sheet: goodSheet() },
    {
      name: '「150万元」 says the same as the column',
      sheet: withFunding({ initial: '150万元', budget: '150万元', executed: '150万元' }, { parts: [] }),
    },
    {
      name: '「100万」 in a 元 column is read and plain',
      sheet: withFunding({ initial: 1000000, budget: '100万', executed: 1000000 }, { unit: '元', parts: [] }, yuan),
    },
    {
      name: 'a small part of the budget',
      sheet: withFunding(
        { initial: 10000, budget: 10000, executed: 10000 },
        {
          parts: [
            { label: '其中：当年财政拨款', initial: 10000, budget: 10000, executed: 9999 },
            { label: '其他资金', budget: 0 },
          ],
        },
      ),
    },
    {
      name: 'a cost for each person is no total, however its digits fall',
      sheet: withRow(
        2,
        { path: '产出/成本', name: '人均培训成本', target: '≤700元', actual: '670元' },
        withFunding({ initial: 670, budget: 670, executed: 670, rate: '100%', score: 10 }, { parts: [] }),
      ),
    },
    {
      name: 'a cost in 万元 beside funds in 元',
      sheet: withRow(
        2,
        { path: '产出/成本', name: '经费支出', target: '≤33万元', actual: '32.9999万元' },
        withFunding({ initial: 330000, budget: 329998.6, executed: 329998.6 }, { unit: '元', parts: [] }, yuan),
      ),
    },
  ],
  failing: [
    {
      name: '「150万」 in a 万元 column',
      sheet: withFunding({ initial: '150万', budget: '150万', executed: '125.25万' }, { parts: [] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: ['C5', 'E5'],
          message: '资金情况B5等3处写成「150万」，而本表金额单位为万元，容易多算一万倍。请核实金额，按万元只填数字。',
          fix: null,
          accused: { row: 'table', aspect: 'money' },
        },
      ],
    },
    {
      name: 'executed in 元, budget in 万元',
      sheet: withFunding({ executed: 998000, rate: '99.8%' }, { parts: [] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: ['B5'],
          message: '年度资金总额的年初预算数100与全年执行数998000（E5）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
          accused: { row: 'funding:0:scale', aspect: 'money' },
          accountsFor: [
            { row: 'r-execution', aspect: 'rate' },
            { row: 'funding:0:adjusted', aspect: 'money' },
          ],
        },
      ],
    },
    {
      name: 'the first of three in 元: the odd one out is marked',
      sheet: withFunding({ initial: 1000000 }, { parts: [] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: ['C5'],
          message: '年度资金总额的全年预算数100与年初预算数1000000（B5）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
          accused: { row: 'funding:0:scale', aspect: 'money' },
        },
      ],
    },
    {
      name: 'one figure of a source in 元: its parts are not wrong as well',
      sheet: withFunding({}, { parts: [{ label: '其中：当年财政拨款', initial: 100, budget: 100, executed: 1000000 }] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E6',
          related: ['B6'],
          message: '「其中：当年财政拨款」的年初预算数100与全年执行数1000000（E6）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
          accused: { row: 'funding:1:scale', aspect: 'money' },
        },
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          message: '年度资金总额的全年执行数的总额100与各项合计1000000（E5）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
        },
      ],
    },
    {
      name: 'sources in 元',
      sheet: withFunding({}, { parts: [{ label: '其中：当年财政拨款', initial: 1000000, budget: 1000000, executed: 1000000 }] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: [],
          message: '年度资金总额的年初预算数的总额100与各项合计1000000（B5）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
          accused: { row: 'funding:0:scale', aspect: 'money' },
          accountsFor: [{ row: 'r-execution', aspect: 'money' }],
        },
      ],
    },
    {
      name: 'the cost indicator',
      sheet: withRow(2, { path: '产出/成本', name: '项目总成本', target: '≤100万元', actual: '1000000万元' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'E11',
          related: ['E5'],
          message: '「项目总成本」的完成值（E11）为「1000000万元」，与全年执行数100相差约一万倍，疑似元与万元混用。请核实单位。',
          fix: null,
          accused: { row: 'r2', aspect: 'actual' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'five thousandfold',
      sheet: withFunding({ initial: 0.02, budget: 100 }, { parts: [] }),
      findings: [
        {
          severity: 'advisory',
          cell: 'B5',
          related: ['C5'],
          message: '年度资金总额的全年预算数100与年初预算数0.02（B5）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。',
          fix: null,
          accused: { row: 'funding:0:scale', aspect: 'money' },
          accountsFor: [
            { row: 'r-execution', aspect: 'rate' },
            { row: 'funding:0:adjusted', aspect: 'money' },
          ],
        },
      ],
    },
    { name: 'a thousandfold is no unit', sheet: withFunding({ initial: 0.1, budget: 100 }, { parts: [] }) },
    { name: 'a doubted amount', sheet: withFunding({ executed: 998000 }, { parts: [] }), doubted: ['E5'] },
  ],
});
