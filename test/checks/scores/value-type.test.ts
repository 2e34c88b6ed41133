import { valueType } from '../../../src/checks/scores/value-type';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

testCheck(valueType, {
  passing: [
    { name: 'a figure', sheet: { rows: [{ target: '≥20公里', actual: '21公里' }] } },
    { name: 'words for words', sheet: { rows: [{ target: '效果明显', actual: '达成预期指标' }] } },
    { name: 'words for a date', sheet: { rows: [{ target: '12月前', actual: '按时完成' }] } },
    { name: 'words for a deadline', sheet: { rows: [{ target: '30天', actual: '按期办结' }] } },
    { name: 'a bare figure without a unit', sheet: { rows: [{ target: 1, actual: '完成' }] } },
    { name: 'not applicable', sheet: { rows: [{ target: '5次', actual: '未发生', applies: false }] } },
    { name: 'nothing', sheet: { rows: [{ target: '5次', actual: '无' }] } },
  ],
  failing: [
    {
      name: 'words where a quantity is due',
      sheet: { rows: [{ name: '维修长度', target: '≥20公里', actual: '完成' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          actual: '完成',
          accused: { row: 'r0', aspect: 'actual' },
          message: '「维修长度」 E5 的完成值写的是「完成」，而指标值「≥20公里」是数值，无法比较。请按同一单位填写实际完成的数值。',
        },
      ],
    },
    {
      name: 'none where some are due',
      sheet: { rows: [{ name: '宣传', target: '≥2次', actual: '未发生' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          message: '「宣传」 E5 的完成值写的是「未发生」，而指标值「≥2次」是数值，无法比较。请按同一单位填写实际完成的数值。',
        },
      ],
    },
    {
      name: 'all of it where a quantity is due',
      sheet: { rows: [{ name: '维修长度', target: '≥20公里', actual: '全部完成' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          message: '「维修长度」 E5 的完成值写的是「全部完成」，而指标值「≥20公里」是数值，无法比较。请按同一单位填写实际完成的数值。',
        },
      ],
    },
    {
      name: 'the name of a scale',
      sheet: { rows: [{ name: '效果', target: '好', actual: '好坏' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: [],
          fix: null,
          message: '「效果」 E5 的完成值写的是「好坏」，这是量表的名称，不是实际达到的程度。请填写实际完成情况。',
        },
      ],
    },
  ],
  boundary: [
    { name: 'a figure among words', sheet: { rows: [{ target: '≥20公里', actual: '完成主干渠21公里、支渠3公里' }] } },
    { name: '已全部完成 answers a rate', sheet: { rows: [{ target: '100%完成', actual: '已全部完成' }] } },
    { name: '应保尽保 answers a rate', sheet: { rows: [{ target: '≥98%', actual: '应保尽保' }] } },
    { name: '未发生 answers none', sheet: { rows: [{ target: '0起', actual: '未发生' }] } },
    { name: '未发现 answers what may be no more', sheet: { rows: [{ target: '≤2起', actual: '全年未发现' }] } },
    { name: '全覆盖 answers a rate', sheet: { rows: [{ target: '100%', actual: '全覆盖' }] } },
  ],
});

it('reads the unit of a real sheet', () => {
  expect(briefly(saidOf('value-type', form({ rows: goodRowsBut(1, { 4: '合格' }) })))).toEqual(['advisory E7']);
});
