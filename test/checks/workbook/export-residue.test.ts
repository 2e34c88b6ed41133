import { exportResidue } from '../../../src/checks/workbook/export-residue';
import { testCheck } from '../support/check-tester';
import { form, goodRowsBut, saidOf } from '../support/published-form';

testCheck(exportResidue, {
  passing: [
    { name: 'a plain sign', sheet: { rows: [{ symbol: '>=', target: 20, unit: '次', actual: 21, weight: 10, score: 10 }] } },
    { name: 'a figure', sheet: { rows: [{ target: '004', actual: '5', weight: 10, score: 10 }] } },
    { name: 'a form nobody filled in', sheet: { rows: [{ symbol: '004 >=', target: 20, weight: 10 }] } },
  ],
  failing: [
    {
      name: 'a code before the sign',
      sheet: { rows: [{ symbol: '004 >=', target: 20, unit: '次', actual: 21, weight: 10, score: 10 }] },
      findings: [
        {
          severity: 'info',
          cell: 'L5',
          related: [],
          message: 'L5 带有系统导出的编码（如「004>=」），审核时按「≥」理解，不影响得分。需要公开的表请删去编码。',
          fix: null,
          expected: '≥',
        },
      ],
    },
  ],
  boundary: [
    { name: 'a leading zero that is a fraction', sheet: { rows: [{ target: '0.5', actual: '0.6', weight: 10, score: 10 }] } },
    {
      name: 'before the target itself',
      sheet: { rows: [{ target: '005 <=33万元', actual: '32万元', weight: 10, score: 10 }] },
      findings: [
        {
          severity: 'info',
          cell: 'D5',
          related: [],
          message: 'D5 带有系统导出的编码（如「005<=33万元」），审核时按「≤33万元」理解，不影响得分。需要公开的表请删去编码。',
          fix: null,
        },
      ],
    },
  ],
});

it('is one finding a column on a real sheet', () => {
  const rows = goodRowsBut(0, { 8: '004 >=' }).map((line, index) => (index === 1 ? [...line, '004 >='] : line));
  const said = saidOf('export-residue', form({ rows, more: ['偏差原因分析及改进措施', '指标性质'] }));
  expect(said.map((one) => [one.severity, one.cell, one.related])).toEqual([['info', 'I6', ['I6', 'I7']]]);
});
