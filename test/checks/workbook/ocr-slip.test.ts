import { ocrSlip } from '../../../src/checks/workbook/ocr-slip';
import { testCheck } from '../support/check-tester';
import { form, goodRowsBut, saidOf } from '../support/published-form';

const message = (shown: string, actual: string, likely: string) =>
  `「合格率」 D5 的指标值为「${shown}」，完成值为「${actual}」。指标值可能是「${likely}」经扫描识别所致，本行不再比较，请对照原表核实。`;

testCheck(ocrSlip, {
  passing: [
    { name: 'a count that begins with 2', sheet: { rows: [{ name: '培训次数', target: '26次', actual: '12次' }] } },
    { name: 'a rate of 95%', sheet: { rows: [{ name: '合格率', target: '95%', actual: '98%' }] } },
    { name: 'reached all the same', sheet: { rows: [{ name: '增长率', target: '250%', actual: '260%' }] } },
    { name: 'a sign is written: nothing was misread', sheet: { rows: [{ name: '增长率', target: '≥250%', actual: '90%' }] } },
    { name: 'words', sheet: { rows: [{ name: '合格率', target: '290%', actual: '合格' }] } },
  ],
  failing: [
    {
      name: '290% for ≥90%',
      sheet: { rows: [{ name: '合格率', target: '290%', actual: '95%' }] },
      findings: [
        {
          severity: 'info',
          cell: 'D5',
          related: [],
          message: message('290%', '95%', '≥90%'),
          fix: null,
          expected: '≥90%',
          accused: { row: 'r0', aspect: 'target' },
        },
      ],
    },
  ],
  boundary: [
    { name: '199%', sheet: { rows: [{ name: '合格率', target: '199%', actual: '95%' }] } },
    { name: '300%', sheet: { rows: [{ name: '合格率', target: '300%', actual: '95%' }] } },
    { name: '101% done', sheet: { rows: [{ name: '合格率', target: '290%', actual: '101%' }] } },
    {
      name: '299% and 100%',
      sheet: { rows: [{ name: '合格率', target: '299%', actual: '100%' }] },
      findings: [{ severity: 'info', cell: 'D5', related: [], message: message('299%', '100%', '≥99%'), fix: null }],
    },
  ],
});

it('keeps the row from being compared on a real sheet', () => {
  const sheet = form({ rows: goodRowsBut(1, { 3: '290%', 4: '95%' }) });
  expect(saidOf('ocr-slip', sheet).map((one) => one.cell)).toEqual(['D7']);
  expect(saidOf('missed-target-full-score', sheet)).toEqual([]);
});
