import { templateResidue } from '../../../src/checks/workbook/template-residue';
import { testCheck } from '../support/check-tester';
import { form, GOOD_ROWS, saidOf } from '../support/published-form';

const filled = { weight: 10, score: 10, name: '指标1：培训人次' };

testCheck(templateResidue, {
  passing: [
    { name: 'no residue', sheet: { rows: [filled] } },
    { name: 'a blank slot', sheet: { rows: [filled, { role: 'placeholder', name: '' }] } },
    { name: 'a slot answered with 「/」', sheet: { rows: [filled, { role: 'placeholder', name: '/' }] } },
    {
      name: 'a form nobody filled in',
      sheet: {
        rows: [
          { weight: 10, name: '指标1：' },
          { role: 'placeholder', name: '……' },
        ],
      },
    },
  ],
  failing: [
    {
      name: 'a numbered slot',
      sheet: { rows: [filled, { role: 'placeholder', name: '指标2：' }] },
      findings: [
        { severity: 'advisory', cell: 'C6', related: [], message: 'C6 还留有模板占位内容「指标2:」。请删去该行，或补填指标。', fix: null },
      ],
    },
  ],
  boundary: [
    {
      name: 'dots',
      sheet: { rows: [filled, { role: 'placeholder', name: '……' }] },
      findings: [
        { severity: 'advisory', cell: 'C6', related: [], message: 'C6 还留有模板占位内容「……」。请删去该行，或补填指标。', fix: null },
      ],
    },
    { name: 'a name, though the row is blank', sheet: { rows: [filled, { role: 'placeholder', name: '生态效益指标' }] } },
  ],
});

it('is one finding a column on a real sheet', () => {
  const rows = [...GOOD_ROWS.slice(0, 3), ['', '', '指标2：', '', '', '', ''], ['', '', '……', '', '', '', ''], ...GOOD_ROWS.slice(3)];
  expect(saidOf('template-residue', form({ rows }))).toEqual([
    {
      severity: 'advisory',
      cell: 'C9',
      related: ['C9', 'C10'],
      message: '2处还留有模板占位内容（C9、C10，如「指标2:」）。请删去不用的行，或补填指标。',
    },
  ]);
});
