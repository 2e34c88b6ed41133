import { actualCopiesTarget } from '../../../src/checks/scores/actual-copies-target';
import { testCheck } from '../support/check-tester';
import { form, GOOD_ROWS, saidOf } from '../support/published-form';

testCheck(actualCopiesTarget, {
  passing: [
    { name: 'a measured value', sheet: { rows: [{ target: '≥266米', actual: '270米' }] } },
    { name: 'equal plain numbers', sheet: { rows: [{ target: '29.5亩', actual: '29.5亩' }] } },
    { name: 'the same words', sheet: { rows: [{ target: '效果明显', actual: '效果明显' }] } },
    { name: 'the sign in a column of its own', sheet: { rows: [{ symbol: '≥', target: 100, actual: 100, unit: '%' }] } },
    { name: 'words that begin like a comparison', sheet: { rows: [{ target: '达到预期', actual: '达到98%' }] } },
    { name: 'doubted', sheet: { rows: [{ target: '≥266米', actual: '≥266米' }] }, doubted: ['E5'] },
  ],
  failing: [
    {
      name: 'the target copied, its sign too',
      sheet: { rows: [{ name: '水标尺', target: '≥266米', actual: '≥266米' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          accused: { row: 'r0', aspect: 'actual' },
          message: '「水标尺」 E5 的完成值写作「≥266米」，与指标值相同，不是实际完成的数值。请填写实际完成值。',
        },
      ],
    },
  ],
  boundary: [
    { name: '「=」 states a value', sheet: { rows: [{ target: '=100%', actual: '=100%' }] } },
    {
      name: 'another bound is no value either',
      sheet: { rows: [{ name: '水标尺', target: '≥95%', actual: '≥98%' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          message: '「水标尺」 E5 的完成值写作「≥98%」，不是实际完成的数值。请填写实际完成值。',
        },
      ],
    },
  ],
});

it('is one finding a column, every cell in related', () => {
  const rows = GOOD_ROWS.map((line, index) => (index < 2 ? [...line.slice(0, 4), line[3], ...line.slice(5)] : line));
  expect(saidOf('actual-copies-target', form({ rows }))).toEqual([
    {
      severity: 'advisory',
      cell: 'E6',
      related: ['E6', 'E7'],
      message: '2项指标的完成值带有「≥」「≤」等符号（E6、E7），不是实际完成的数值。请填写实际完成值。',
    },
  ]);
});
