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
