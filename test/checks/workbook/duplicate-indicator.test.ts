import { duplicateIndicator } from '../../../src/checks/workbook/duplicate-indicator';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

const funding = { total: { budget: 100, executed: 100, rate: '100%', weight: 10, score: 10 } };
const message = (name: string) =>
  `C7 的指标「${name}」与资金情况中已计分的预算执行率（F5）重复考核。请换用反映产出或效益的指标，或说明两处口径的不同。`;

testCheck(duplicateIndicator, {
  passing: [
    { name: 'other indicators', sheet: { funding, rows: [{ name: '培训人次', weight: 10, score: 10 }] } },
    { name: 'another rate', sheet: { funding, rows: [{ name: '政府采购执行率', weight: 10, score: 10 }] } },
    {
      name: 'the funding table is not scored',
      sheet: { funding: { total: { budget: 100, executed: 100, rate: '100%' } }, rows: [{ name: '预算执行率', weight: 10, score: 10 }] },
    },
    {
      name: 'the 管理 part of an official form',
      sheet: { funding, rows: [{ path: '过程/预算执行', name: '预算执行率', weight: 10, score: 10 }] },
    },
  ],
  failing: [
    {
      name: 'the execution rate as an output',
      sheet: { funding, rows: [{ path: '产出/数量', name: '预算执行率', weight: 10, score: 10 }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'C7',
          related: ['F5'],
          message: message('预算执行率'),
          fix: null,
          accused: { row: 'r0', aspect: 'text' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'numbered, with its formula',
      sheet: { funding, rows: [{ path: '产出/数量', name: '指标1：资金执行率（B/A）', weight: 10, score: 10 }] },
      findings: [{ severity: 'advisory', cell: 'C7', related: ['F5'], message: message('指标1：资金执行率（B/A）'), fix: null }],
    },
    { name: 'a plan carried out', sheet: { funding, rows: [{ path: '产出/数量', name: '计划执行率', weight: 10, score: 10 }] } },
  ],
});

it('finds it on a real sheet', () => {
  expect(briefly(saidOf('duplicate-indicator', form({ rows: goodRowsBut(0, { 2: '预算执行率', 3: '100%', 4: '100%' }) })))).toEqual([
    'advisory C6',
  ]);
});
