import { dataVsScore } from '../../../src/checks/scores/data-vs-score';
import type { Figure } from '../../../src/score-table/types';
import { Dec } from '../../../src/workbook/decimal';
import { goodSheet, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

/** Row 10 scored by a criterion of its own, without target and 完成值 unless given. */
const crit = (criterion: string, change: Partial<RowSpec> = {}): SheetSpec =>
  withRow(1, { name: '三公经费控制率', path: '过程/预算执行', target: null, actual: null, weight: 15, score: 15, criterion, ...change });
/** A figure of a data sheet. */
const figure = (label: string, value: number, more: Partial<Figure> = {}): Figure => ({
  path: [label],
  value: { state: 'value', value: new Dec(value), at: { sheet: 0, row: 30, col: 1 }, raw: value, odd: [] },
  period: 'this',
  basis: null,
  unit: '元',
  ...more,
});
const rate = (label: string, value: number, more: Partial<Figure> = {}): Figure =>
  figure(label, value, { unit: '率', percent: true, ...more });

testCheck(dataVsScore, {
  passing: [
    { name: 'the same', sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('政府采购执行率', 0.98)] } },
    {
      name: 'another year',
      sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('上年政府采购执行率', 0.9, { period: 'last' })] },
    },
    { name: 'another label', sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('政府采购预算执行率', 0.9)] } },
    { name: '元 beside 万元', sheet: { ...goodSheet(), data: [figure('全年执行数', 1000000)] } },
    {
      name: 'two figures of one label: not clear which',
      sheet: {
        ...withRow(1, { name: '政府采购执行率', actual: '98%' }),
        data: [rate('政府采购执行率', 0.95), rate('政府采购执行率', 0.96)],
      },
    },
    {
      name: 'the explanation states the budget, the data sheet what was spent',
      sheet: {
        ...withRow(1, { name: '“三公”经费控制情况', reason: '三公经费预算数21.15万元' }),
        data: [figure('“三公”经费实际支出数', 70818.37, { basis: '执行' })],
      },
    },
    {
      name: 'one of several kinds of money',
      sheet: {
        ...withRow(1, { name: '支出合规性', reason: '基本支出900万元' }),
        data: [
          figure('基本支出', 9000000, { column: '合计' }),
          figure('基本支出', 8000000, {
            ofKind: '一般公共预算',
            value: { ...figure('', 8000000).value, at: { sheet: 0, row: 30, col: 2 } },
          }),
        ],
      },
    },
    {
      name: 'worked out of the data sheet, the same',
      sheet: {
        ...withRow(1, { name: '在职人员控制率', actual: '97.83%' }),
        data: [
          figure('编制人数', 46, { unit: '人', basis: '编制' }),
          figure('在职人数', 45, { unit: '人', basis: '在职', value: { ...figure('', 45).value, at: { sheet: 0, row: 31, col: 1 } } }),
        ],
      },
    },
    {
      name: 'a short name that two rows could mean',
      sheet: {
        ...withRow(1, { name: '三公经费控制率', actual: '98%' }, withRow(2, { name: '在职人员控制率' })),
        data: [rate('控制率', 0.95)],
      },
    },
  ],
  failing: [
    {
      name: 'the 完成值',
      sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('政府采购执行率', 0.95)] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'E10',
          related: ['B31'],
          message: '「政府采购执行率」一行（E10）写的「政府采购执行率」为98%，数据表（B31）为95%，两者不一致。请核实，改正填错的一处。',
          fix: null,
          accused: { row: 'r1', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'of a year nobody wrote',
      sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('政府采购执行率', 0.95, { period: null })] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E10',
          related: ['B31'],
          message:
            '「政府采购执行率」一行（E10）写的「政府采购执行率」为98%，数据表（B31）为95%，两者不一致。请核实；年度或口径不同的，请写明。',
          fix: null,
          accused: { row: 'r1', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'the explanation',
      sheet: {
        ...crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { reason: '三公经费控制率98%' }),
        data: [rate('三公经费控制率', 0.95)],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H10',
          related: ['B31'],
          message: '「三公经费控制率」一行（H10）写的「三公经费控制率」为98%，数据表（B31）为95%，两者不一致。请核实，改正填错的一处。',
          fix: null,
          accused: { row: 'r1', aspect: 'actual' },
        },
      ],
    },
    {
      name: 'figures of the explanation that the rule does not ask for: one finding for each',
      sheet: {
        ...withRow(1, { name: '支出合规性', reason: '2024年支出合计1925.67万元，其中基本支出900.47万元，项目支出1025.30万元。' }),
        data: [
          figure('本年支出合计', 1925.67, { unit: '万元' }),
          figure('其中：基本支出', 900.57, {
            unit: '万元',
            basis: '决算',
            value: { ...figure('', 900.57).value, at: { sheet: 0, row: 31, col: 1 } },
          }),
          figure('项目支出', 1025.2, { unit: '万元', value: { ...figure('', 1025.2).value, at: { sheet: 0, row: 32, col: 1 } } }),
        ],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H10',
          related: ['B32'],
          message: '「支出合规性」一行（H10）写的「基本支出」为9004700元，数据表（B32）为9005700元，两者不一致。请核实，改正填错的一处。',
          fix: null,
          accused: { row: 'r1', aspect: 'actual' },
        },
        {
          severity: 'mandatory',
          cell: 'H10',
          related: ['B33'],
          message: '「支出合规性」一行（H10）写的「项目支出」为10253000元，数据表（B33）为10252000元，两者不一致。请核实，改正填错的一处。',
          fix: null,
        },
      ],
    },
    {
      name: 'under another name of the same figure, in a column of its own',
      sheet: {
        ...withRow(1, { name: '三公经费控制情况', reason: '三公经费支出7.08万元，未超预算' }),
        data: [
          figure('“三公”经费合计', 71718.37, { column: '决算数', basis: '决算' }),
          figure('“三公”经费合计', 211500, {
            column: '预算数',
            basis: '预算',
            value: { ...figure('', 211500).value, at: { sheet: 0, row: 30, col: 2 } },
          }),
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'H10',
          related: ['B31'],
          message:
            '「三公经费控制情况」一行（H10）写的「三公经费」为70800元，数据表（B31）为71718.37元，两者不一致。请核实；年度或口径不同的，请写明。',
          fix: null,
        },
      ],
    },
    {
      name: 'worked out of what the data sheet has',
      sheet: {
        ...withRow(1, { name: '财政供养人员控制率', actual: '100%' }),
        data: [
          figure('编制数', 46, { unit: '人', basis: '编制' }),
          figure('在职人数', 50, { unit: '人', basis: '在职', value: { ...figure('', 50).value, at: { sheet: 0, row: 31, col: 1 } } }),
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'E10',
          related: ['B32', 'B31'],
          message:
            '「财政供养人员控制率」一行（E10）写的「财政供养人员控制率」为100%，按数据表（B32、B31）的在职人员数÷编制数计算为108.7%，两者不一致。请核实；年度或口径不同的，请写明。',
          fix: null,
        },
      ],
    },
    {
      name: 'the short name on the data sheet',
      sheet: { ...withRow(1, { name: '在职人员控制率', actual: '98%' }), data: [rate('控制率', 0.95)] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E10',
          related: ['B31'],
          message:
            '「在职人员控制率」一行（E10）写的「在职人员控制率」为98%，数据表（B31）为95%，两者不一致。请核实；年度或口径不同的，请写明。',
          fix: null,
        },
      ],
    },
    {
      name: 'the funding block',
      sheet: { ...goodSheet(), data: [figure('全年执行数', 990000)] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'E5',
          related: ['B31'],
          message: '「年度资金总额」一行（E5）写的「全年执行数」为1000000元，数据表（B31）为990000元，两者不一致。请核实，改正填错的一处。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'actual' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'rounded', sheet: { ...withRow(1, { name: '政府采购执行率', actual: '98%' }), data: [rate('政府采购执行率', 0.9804)] } },
  ],
});
