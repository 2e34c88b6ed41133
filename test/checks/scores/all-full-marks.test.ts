import { allFullMarks } from '../../../src/checks/scores/all-full-marks';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { form, GOOD_ROWS, saidOf } from '../support/published-form';

const full = { weight: 10, score: 10 };

testCheck(allFullMarks, {
  passing: [
    { name: 'one deduction', sheet: goodSheet() },
    { name: 'one score still blank', sheet: { rows: [full, full, full, full, full, { weight: 10 }] } },
  ],
  failing: [
    {
      name: 'five rows, no total: the header of the score column',
      sheet: { rows: [full, full, full, full, full] },
      findings: [
        {
          severity: 'info',
          cell: 'G4',
          related: [],
          message: '本表5项指标全部为满分（G4）。满分属实的不需要处理，可复核指标值是否偏低、问题是否写全。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [{ name: 'four rows are too few', sheet: { rows: [full, full, full, full] } }],
});

it('stands at the total of a real sheet', () => {
  expect(saidOf('all-full-marks', form({ rows: GOOD_ROWS }))).toEqual([
    {
      severity: 'info',
      cell: 'G12',
      related: [],
      message: '本表7项指标全部为满分（G12）。满分属实的不需要处理，可复核指标值是否偏低、问题是否写全。',
    },
  ]);
});
