import { fundingParts } from '../../../src/checks/money/funding-parts';
import { goodSheet, type FundingRowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding } from '../support/spoil';

const sources = (total: Partial<FundingRowSpec>, ...parts: readonly (readonly [string, Partial<FundingRowSpec>])[]) => ({
  sheet: withFunding(total, { parts: parts.map(([label, part]) => ({ label, ...part })) }),
});
const all = (value: number) => ({ initial: value, budget: value, executed: value });

testCheck(fundingParts, {
  passing: [
    { name: 'sources add up', sheet: goodSheet() },
    { name: 'an incomplete list', ...sources(all(100), ['其中：当年财政拨款', all(60)], ['上年结转资金', all(20)]) },
    { name: 'only the total is filled in', ...sources(all(100), ['其中：当年财政拨款', {}], ['其他资金', {}]) },
    {
      name: '财政拨款 and what it is made of',
      ...sources(all(90), ['其中：财政拨款', all(90)], ['其中：中央资金', all(50)], ['省级资金', all(40)], ['其他资金', all(0)]),
    },
    {
      name: 'an amount that is no number',
      ...sources(all(100), ['其中：当年财政拨款', { ...all(120), budget: '约一百', initial: '约一百', executed: '约一百' }]),
    },
    {
      name: 'a doubted total',
      ...sources({ ...all(100), budget: 0 }, ['其中：当年财政拨款', all(100)], ['其他资金', all(0)]),
      doubted: ['C5'],
    },
    { name: 'no sources listed', sheet: withFunding({}, { parts: [] }) },
  ],
  failing: [
    {
      name: 'the total says nothing while a source says 90',
      ...sources(
        { initial: 0, budget: 0, executed: 0, rate: 0, score: 0 },
        ['其中:本年财政拨款', { initial: 90, budget: 89.974, executed: 89.974 }],
        ['上年结转资金', {}],
        ['其他资金', {}],
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B5',
          related: ['C5', 'E5'],
          message:
            '「年度资金总额」的年初预算数（B5）为0，其中各项合计为90，分项之和大于总额（年初预算数、全年预算数、全年执行数均如此）。请核实总额和各项资金来源。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'money' },
        },
      ],
    },
    {
      name: 'above, in a list that is not complete',
      ...sources(
        { initial: 100, budget: 100, executed: 80, rate: '90%' },
        ['其中：当年财政拨款', { budget: 70, executed: 60 }],
        ['上年结转资金', { budget: 30, executed: 30 }],
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'E5',
          related: [],
          message: '「年度资金总额」的全年执行数（E5）为80，其中各项合计为60+30=90，分项之和大于总额。请核实总额和各项资金来源。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'money' },
          accountsFor: [{ row: 'r-execution', aspect: 'rate' }],
        },
      ],
    },
    {
      name: 'below, in a full list',
      ...sources(all(100), ['其中：当年财政拨款', all(60)], ['上年结转资金', all(20)], ['其他资金', {}]),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B5',
          related: ['C5', 'E5'],
          message:
            '「年度资金总额」的年初预算数（B5）为100，其中各项合计为60+20=80，分项之和与总额不等（年初预算数、全年预算数、全年执行数均如此）。请核实总额和各项资金来源。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'money' },
          accountsFor: [{ row: 'r-execution', aspect: 'rate' }],
        },
      ],
    },
    {
      name: 'a source with parts of its own',
      sheet: withFunding(
        {},
        {
          parts: [
            { label: '当年财政拨款', ...all(100) },
            { label: '其中：中央', parent: 1, ...all(70) },
            { label: '其中：省级', parent: 1, ...all(50) },
          ],
        },
      ),
      findings: [
        {
          severity: 'mandatory',
          cell: 'B6',
          related: ['C6', 'E6'],
          message:
            '「当年财政拨款」的年初预算数（B6）为100，其中各项合计为70+50=120，分项之和大于总额（年初预算数、全年预算数、全年执行数均如此）。请核实总额和各项资金来源。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'money' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a cent apart by rounding: 802.21+564.01 and 1366.23',
      ...sources(all(1366.23), ['其中：基本支出拨款', all(802.21)], ['其他资金', all(564.01)]),
    },
    {
      name: 'two cents apart',
      ...sources({ ...all(1366.22), budget: 1366.24 }, ['其中：基本支出拨款', all(802.21)], ['其他资金', all(564.01)]),
      findings: [
        {
          severity: 'mandatory',
          cell: 'C5',
          related: [],
          message:
            '「年度资金总额」的全年预算数（C5）为1366.24，其中各项合计为802.21+564.01=1366.22，分项之和与总额不等。请核实总额和各项资金来源。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'money' },
          accountsFor: [{ row: 'r-execution', aspect: 'rate' }],
        },
      ],
    },
  ],
});
