import { overAchievement } from '../../../src/checks/scores/over-achievement';
import { builtinStandard } from '../../../src/standards/builtin';
import { DEFAULT_PARAMETERS } from '../../../src/standards/parameters';
import { Dec } from '../../../src/workbook/decimal';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

const row = { name: '培训人次', target: '≥200人次', actual: '262人次', weight: 20, score: 20 };
const message =
  '「培训人次」 E5 的完成值「262人次」是指标值「≥200人次」的131%，超过130%而没有说明原因。请说明超额原因，并核实指标值是否偏低。';

testCheck(overAchievement, {
  passing: [
    { name: 'within the threshold', sheet: { rows: [{ ...row, actual: '210人次' }] } },
    { name: 'explained', sheet: { rows: [{ ...row, reason: '上级临时追加两期培训' }] } },
    { name: 'to be lowered', sheet: { rows: [{ ...row, target: '≤100万元', actual: '150万元' }] } },
    { name: 'points taken off already', sheet: { rows: [{ ...row, score: 18, reason: '' }] } },
    { name: 'another unit', sheet: { rows: [{ ...row, actual: '500天' }] } },
    { name: 'the target is doubted', sheet: { rows: [row] }, doubted: ['D5'] },
    { name: 'a bound instead of a value', sheet: { rows: [{ ...row, actual: '≥300人次' }] } },
    { name: 'a target of nothing', sheet: { rows: [{ ...row, target: '≥0人次' }] } },
  ],
  failing: [
    {
      name: 'above the threshold without a word',
      sheet: { rows: [row] },
      findings: [{ severity: 'advisory', cell: 'E5', related: ['D5'], message, fix: null, accused: { row: 'r0', aspect: 'actual' } }],
    },
    {
      name: '「无偏差」 explains nothing',
      sheet: { rows: [{ ...row, reason: '无偏差' }] },
      findings: [{ severity: 'advisory', cell: 'E5', related: ['D5'], message, fix: null }],
    },
  ],
  boundary: [
    { name: 'exactly 130%', sheet: { rows: [{ ...row, actual: '260人次' }] } },
    {
      name: 'another threshold',
      parameters: { ...DEFAULT_PARAMETERS, overAchievement: { ...DEFAULT_PARAMETERS.overAchievement, value: new Dec('1.5') } },
      sheet: { rows: [row] },
    },
    {
      name: 'a standard by which it does not count',
      standards: { standard: builtinStandard('sichuan-project')! },
      sheet: { rows: [row] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: ['D5'],
          fix: null,
          message: message.replace('请说明', '所用标准规定，超过的不计入达标。请说明'),
        },
      ],
    },
    {
      name: 'a standard that makes nothing of it',
      parameters: { ...DEFAULT_PARAMETERS, overConsequence: { ...DEFAULT_PARAMETERS.overConsequence, value: 'none' } },
      sheet: { rows: [row] },
    },
  ],
});

describe('over-achievement on real sheets', () => {
  it('multiplies 亿 out', () => {
    expect(briefly(saidOf('over-achievement', form({ rows: goodRowsBut(0, { 3: '≥1亿元', 4: '24亿元' }) })))).toEqual(['advisory E6']);
  });
  it('takes the sign and the unit from their own columns, whatever code stands before the sign', () => {
    const more = ['偏差原因分析及改进措施', '指标性质', '度量单位'];
    const rows = goodRowsBut(0, { 3: 20, 4: 113, 8: '004 >=', 9: '次' });
    expect(briefly(saidOf('over-achievement', form({ rows, more })))).toEqual(['advisory E6']);
  });
  it('leaves a target with a code in the cell itself alone', () => {
    expect(saidOf('over-achievement', form({ rows: goodRowsBut(0, { 3: '004 >=20次', 4: '113次' }) }))).toEqual([]);
  });
});
